"""Parties in prose. In: the blocks of a message; out: its firms, and where each is mentioned.

A firm is known by its legal form or last word, by a description beside it ("a dealer in
Istanbul"), or by standing where only a party can ("run by ..."). A short form is a part of one
firm's name only. A party that is described and not named is a mention without a name.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from catchall.link import names
from catchall.link.blocks import Block
from catchall.link.descriptions import NAME, SEAT, described_after, described_before
from catchall.link.places import countries, country_of, demonyms
from catchall.link.vocabulary import table, words

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


@dataclass(frozen=True)
class Firm:
    """A named party of the message: its fullest name, and the shorter and other names of it."""

    name: str
    kind: str
    short_names: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()

    @property
    def every_name(self) -> tuple[str, ...]:
        """The names it may be found by."""
        return (self.name, *self.short_names, *self.aliases)


@dataclass(frozen=True)
class Mention:
    """A party in a block: [start, end) of the name, [low, high) with its description.

    ``firm`` is None for a party that is not named; ``noun`` describes it, ``role`` is what the
    noun says; ``seat`` is the place of the firm as written.
    """

    block: Block
    start: int
    end: int
    low: int
    high: int
    firm: Firm | None = None
    noun: str = ""
    role: str = ""
    country: str | None = None
    seat: str | None = None
    country_words: str = ""


@dataclass
class Found:
    """What a message is searched with: its firms, and the words that are persons."""

    firms: list[Firm] = field(default_factory=list)
    persons: dict[str, str] = field(default_factory=dict)


def _plain(name: str) -> tuple[str, ...]:
    """The words of a name without its legal forms, in small letters."""
    bare = [
        w.strip(".,'").lower()
        for w in re.sub(r"[.'\u2019](?=\w)", "", name).replace("&", " ").split()
    ]
    legal = words("firms", "legal_forms")
    kept = [
        w
        for w in bare
        if w and w not in legal and w not in {"sdn", "bhd", "co", "z", "oo", "sp"}
    ]
    return tuple(kept or bare)


def _is_part(short: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """Is this name a shorter form of that one: its words in order, the first included?"""
    if not short or short[0] != full[0] or len(short) > len(full):
        return False
    rest = iter(full)
    return all(any(_same(word, other) for other in rest) for word in short)


def _same(word: str, other: str) -> bool:
    return (
        word == other
        or (word in {"intl", "int"} and other == "international")
        or word + "s" == other
    )


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
    }
    for block, name in found:
        if name.text in people or name.text in offices:
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


def _merged(found: list[tuple[str, str]]) -> list[Firm]:
    """One firm for each name; a name that is a part of one other only is its short form."""
    by_key: dict[tuple[str, ...], tuple[str, str]] = {}
    variants: dict[tuple[str, ...], list[str]] = {}
    for name, kind in found:
        variants.setdefault(_plain(name), []).append(name)
        kept = by_key.get(_plain(name))
        if kept is None or (len(name), not name.isupper()) > (
            len(kept[0]),
            not kept[0].isupper(),
        ):
            by_key[_plain(name)] = (name, kind)
    firms = []
    for key, (name, kind) in by_key.items():
        fuller = [other for other in by_key if other != key and _is_part(key, other)]
        if len(fuller) != 1:
            shorter = [
                by_key[o][0]
                for o in by_key
                if o != key
                and _is_part(o, key)
                and sum(_is_part(o, other) for other in by_key if other != o) == 1
            ]
            spelt = dict.fromkeys(
                [
                    *variants[key],
                    *(v for o in by_key if by_key[o][0] in shorter for v in variants[o]),
                ]
            )
            firms.append(Firm(name, kind, tuple(v for v in spelt if v != name)))
    return firms


def _owner(key: tuple[str, ...], firms: list[Firm]) -> int | None:
    """The one firm of whose name this is a shorter form, or a word of its own."""
    fits = [i for i, firm in enumerate(firms) if _is_part(key, _plain(firm.name))]
    if not fits and len(key) == 1:
        fits = [
            i
            for i, firm in enumerate(firms)
            if key[0] in _plain(firm.name) and key[0] not in words("firms", "heads")
        ]
    return fits[0] if len(fits) == 1 else None


def _with_short(firms: list[Firm], extra: Iterable[str]) -> list[Firm]:
    firms = list(firms)
    for text in extra:
        i = _owner(_plain(text), firms)
        common = len(_plain(text)) == 1 and (
            _plain(text)[0] in words("firms", "heads") or country_of(text)
        )
        if i is not None and not common and text not in firms[i].every_name:
            firms[i] = replace(firms[i], short_names=(*firms[i].short_names, text))
    return firms


def _acronyms(firms: list[Firm], blocks: Iterable[Block]) -> list[Firm]:
    """A word in capitals in brackets behind a name is that firm's short name."""
    joined = " \n".join(block.text for block in blocks)
    made = []
    for firm in firms:
        match = re.search(
            re.escape(firm.name) + r"[\"\u201d]?\s\(\"?([A-Z][A-Za-z-]{1,9})\"?[);,]", joined
        )
        short = (
            (match[1],)
            if match and not country_of(match[1]) and match[1] not in firm.every_name
            else ()
        )
        made.append(replace(firm, short_names=firm.short_names + short))
    return made


_ALIAS = "|".join(
    re.escape(w) for w in sorted(table("firms")["alias_wordings"], key=len, reverse=True)
)


def _aliased(firms: list[Firm], blocks: Iterable[Block]) -> list[Firm]:
    """Names joined by "also known as" and its like are one firm."""
    out = list(firms)
    for block in blocks:
        for match in re.finditer(
            rf"(?:,?\s?\(?)\b(?:{_ALIAS})[\s:,]+(?:of\s|the\s)?[\"\u201c]?(?P<alias>{NAME})",
            block.text,
        ):
            alias = match["alias"].rstrip(".,")
            before = block.text[: match.start()]
            near = [
                (before.rfind(n), i)
                for i, firm in enumerate(out)
                for n in firm.every_name
                if n in before[-120:]
            ]
            owner = max(near, default=(-1, -1))[1]
            same = owner >= 0 and _plain(alias) == _plain(out[owner].name)
            if owner < 0 or same or country_of(alias):
                continue
            out[owner] = replace(out[owner], aliases=(*out[owner].aliases, alias))
            keep = out[owner]
            out = [f for f in out if f is keep or _plain(f.name) != _plain(alias)]
    return out


def _is_firm(text: str, firms: list[Firm]) -> bool:
    return _owner(_plain(text), firms) is not None or any(
        text in firm.every_name for firm in firms
    )


def survey(blocks: list[Block], headings: Iterable[str]) -> Found:
    """Which firms and persons does the message name? ``headings``: of references too."""
    firms, loose = _collect(blocks)
    heads = list(headings)
    strong = [(h, "firm") for h in heads if names.kind_of(h) == "firm"]
    subjects = {h.casefold() for h in heads}
    strong += [
        (n.text, "firm") for n in loose if n.kind == "name" and n.text.casefold() in subjects
    ]
    merged = _acronyms(_merged(firms + strong), blocks)
    persons = {
        n.text: n.title or ""
        for n in loose
        if n.kind == "person" and not _is_firm(n.text, merged)
    }
    shorts = [n.text for n in loose if n.kind == "name"] + [
        h for h in heads if names.kind_of(h) != "firm"
    ]
    return Found(_aliased(_with_short(merged, shorts), blocks), persons)
