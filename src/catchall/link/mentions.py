"""Parties in prose. In: the blocks of a message; out: its firms, and where each is mentioned.

A firm is known by its legal form or last word, by a description beside it ("a dealer in
Istanbul"), or by standing where only a party can ("run by ..."). A short form is a part of one
firm's name only. A party that is described and not named is a mention without a name.
"""

import re
from collections.abc import Iterable
from dataclasses import replace

from catchall.link import names
from catchall.link.blocks import Block
from catchall.link.descriptions import SEAT, described_after, described_before
from catchall.link.firms import Firm, Found, acronyms, aliased, merged, owner, plain, with_short
from catchall.link.places import countries, country_of, demonyms
from catchall.link.vocabulary import words

_TRADE = (
    r"(?:sell|sold|selling|ship|shipp?ed|shipping|export(?:ed|ing)?|suppl(?:y|ied|"
    r"ying)|deliver(?:ed|ing)?|sent|"
    r"offer(?:ed|ing)?|sales?|shipments?|consigned|bought|ordered|order|purchased|"
    r"procured|quoted?|contract)"
)
_STANDS = re.compile(
    r"(?:\b(?:run|operated|owned|managed|made|manufactured|produced|supplied|"
    r"bought|ordered|sold|shipped|brokered|chartered) by"
    rf"|\b{_TRADE}\b[^.;]{{0,70}}\s(?:to|from|with|for)|\b(?:traced|"
    rf"linked)\b[^.;]{{0,30}}\sto|\bon behalf of|\bacting for"
    r"|\b(?:sales?|exports?|case|report|points|information) (?:on|about|of|by|"
    r"against)|\bconsignee(?: is| as)?|\bas|\bthrough|\bvia)"
    r"\s(?:the\s)?[\"\u201c]?$"
)
_DOES = re.compile(
    r"[\"\u201d]?(?:\s\([A-Z][\w-]{1,7}\))?,?\s(?:(?:had|has|have|was|were|is|did|"
    r"also|now|then|since|indeed|never|not|no)\s){0,3}(?:"
    + _TRADE
    + (
        r"|asks?|asked for|agreed|planned|tried|negotiat\w+|refused|denied|fined|"
        r"contract|got|as the (?:end )?user)\b"
    )
)
_PERSON_BEFORE = re.compile(
    r"(?:\bone|\bnational|\bowner|\bmanager|\bdirector|\bnamed|\bMr\.?|\bMs\.?|"
    r"\bMrs\.?|\bDr\.?|president|\bpartner),?\s$",
    re.IGNORECASE,
)
_PERSON_AFTER = re.compile(
    r",? (?:said|told|stated|explained|added|noted|stressed|thanked|confirmed that|"
    r"asked us|recalled|observed|replied|repeated|claimed)\b"
    r"|, (?:\w+ ){0,4}(?:Director|Manager|Minister|Secretary|President|Chief|Head|"
    r"Counselor|Attache)\b"
)


_SHORTEST = 3


def _described(block: Block, name: names.Name) -> bool:
    return bool(
        described_before(block.text, name.start) or described_after(block.text, name.end)
    )


def _is_person(block: Block, name: names.Name) -> bool:
    before = block.text[max(0, name.start - 30) : name.start]
    return bool(_PERSON_BEFORE.search(before) or _PERSON_AFTER.match(block.text, name.end))


_LEAD_NOT = re.compile(
    r"(?i)(?:comment|summary|note|background|action|request|begin|end|introduction|"
    r"conclusion|next steps|points?|text|"
    r"objectives?|overview|status|refs?|exercise|conversation|bio|details?)\b"
)


def lead_end(block: Block) -> int | None:
    """Where a name that leads its paragraph ("GODAVARI: ...") ends; None without one."""
    first = next(iter(names.find(block.text[:120])), None)
    if (
        first is None
        or block.text[: first.start].strip('" \u201c')
        or _LEAD_NOT.match(first.text)
    ):
        return None
    closes = re.match(
        r"(?:\s\([^)]{1,30}\))?\s?(?:[:.]|--?|\u2013)(?=\s|$)", block.text[first.end :]
    )
    dotted = first.text.endswith(".") and re.match(r"\s[A-Z]", block.text[first.end :])
    return (
        first.end
        if (closes or dotted) and first.kind in {"firm", "name", "body"} and " " in first.text
        else None
    )


def _promoted(block: Block, name: names.Name) -> bool:
    """Does this name stand where only a party can stand?"""
    before = block.text[max(0, name.start - 110) : name.start]
    if _described(block, name) or (name.end == lead_end(block)):
        return True
    several = " " in name.text
    return several and bool(
        _STANDS.search(before) or _DOES.match(block.text, name.end) or _seated(block, name)
    )


def _seated(block: Block, name: names.Name) -> bool:
    match = SEAT.match(block.text, name.end)
    place = match and (match["city"] or match["city2"] or match["city3"])
    return bool(place and country_of(place) and not block.text[: name.start].endswith("the "))


def _is_name(name: names.Name) -> bool:
    first = name.text.split()[0]
    plain = set(name.text.lower().split())
    if plain & {
        "companies",
        "firms",
        "nsg",
        "mtcr",
        "wassenaar",
        "participating",
    } or plain & words("firms", "authorities"):
        return False
    return not (
        country_of(name.text)
        or re.search(
            r"\b(?:Ref|List|Regime|Arrangement|Group|Act|Law|Regulation|"
            r"Convention|Treaty|Directive|Order|Resolution|Reasons?|M/?V|Type|Model|"
            r"Category|Part|Annex|State|Note)\b",
            name.text,
        )
        or first in {"Exercise", "EXERCISE"}
        or len(name.text) < _SHORTEST
        or re.search(r"\d", name.text)
    )


def _speaks(block: Block, name: names.Name) -> bool:
    """Is this one word that speaks: a surname, though a firm may speak too?"""
    alone = name.kind == "name" and " " not in name.text and not name.text.isupper()
    return alone and bool(_PERSON_AFTER.match(block.text, name.end))


def _office_acronyms(found: list[tuple[Block, names.Name]]) -> set[str]:
    """The short forms in brackets behind the names of authorities."""
    pairs = [
        (block.text[name.end :], name) for block, name in found if name.kind == "authority"
    ]
    matches = [re.match(r"\s\(([A-Z][\w-]{1,9})\)", rest) for rest, _ in pairs]
    return {match[1] for match in matches if match}


def _collect(blocks: Iterable[Block]) -> tuple[list[tuple[str, str]], list[names.Name]]:
    firms: list[tuple[str, str]] = []
    loose: list[names.Name] = []
    found = [(block, name) for block in blocks for name in names.find(block.text)]
    offices = _office_acronyms(found)
    people = {
        word for block, name in found if name.kind == "person" for word in name.text.split()
    } | {name.text for block, name in found if _speaks(block, name)}
    for block, name in found:
        if name.text in people or name.text in offices:
            loose += [name] if name.kind == "name" else []
            continue
        if name.kind in {"firm", "body"} and _is_name_of_firm(block, name):
            firms.append((name.text, name.kind))
        elif name.kind == "person" or (
            name.kind == "name" and _is_person(block, name) and not _described(block, name)
        ):
            loose.append(replace(name, kind="person"))
        elif name.kind == "name" and _is_name(name):
            if _promoted(block, name):
                firms.append((name.text, "firm"))
            else:
                loose.append(name)
    return firms, loose


def _is_name_of_firm(block: Block, name: names.Name) -> bool:
    generic = all(
        word.lower() in words("firms", "heads") | {"front", "companies", "firms"}
        or word in demonyms()
        or word in countries()
        for word in name.text.split()
    )
    vessel = re.search(r"\b(?:M/?V|SS|MT)$", block.text[: name.start].rstrip())
    return not generic and not vessel and (name.kind == "firm" or len(name.text.split()) > 1)


def _may_be_firm(heading: str) -> bool:
    """May a heading that is also the subject of a reference be the name of a firm?"""
    return names.kind_of(heading) in {"name", "body"} and not _LEAD_NOT.match(heading)


def _is_firm(text: str, firms: list[Firm]) -> bool:
    return owner(plain(text), firms) is not None or any(
        text in firm.every_name for firm in firms
    )


def survey(blocks: list[Block], headings: Iterable[str]) -> Found:
    """Which firms and persons does the message name? ``headings``: of references too."""
    firms, loose = _collect(blocks)
    heads = list(headings)
    strong = [
        (n.text, "firm") for h in heads for n in names.find(h) if n.kind == "firm" and h.strip()
    ]
    subjects = {h.casefold() for h in heads}
    strong += [(h, "firm") for h in heads if heads.count(h) > 1 and _may_be_firm(h)]
    strong += [
        (n.text, "firm") for n in loose if n.kind == "name" and n.text.casefold() in subjects
    ]
    known = acronyms(merged(firms + strong), blocks)
    persons = {
        n.text: n.title or ""
        for n in loose
        if n.kind == "person" and not _is_firm(n.text, known)
    }
    shorts = [n.text for n in loose if n.kind == "name"] + [
        h for h in heads if names.kind_of(h) != "firm"
    ]
    return Found(aliased(with_short(known, shorts), blocks), persons)
