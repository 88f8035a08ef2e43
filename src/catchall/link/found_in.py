"""Where parties are mentioned. In: a block and the firms known; out: mentions in order.

A description that stands beside a name ("a dealer in Istanbul") belongs to the mention. A
party that is described and not named is a mention of its own when the text says where it is, or
that it is not named.
"""

import re
from collections.abc import Iterator

from catchall.link.blocks import Block
from catchall.link.descriptions import described_after, described_before, seat_after, unnamed
from catchall.link.firms import Firm, Mention
from catchall.link.places import country_of, demonyms

_STOPS = re.compile(
    r"^.*\b(?:to|from|by|with|that|asks?|asked|concern\w*|against|for|of|on|and|or|"
    r"of which|case|told|as|through|via)\s"
    r"(?=(?:an?|the|its|their|one|[A-Z]|\w+ \w*$))"
)


def _names_of(firms: list[Firm]) -> list[tuple[str, Firm]]:
    pairs = [(name, firm) for firm in firms for name in firm.every_name]
    return sorted(pairs, key=lambda pair: -len(pair[0]))


def _country(*said: str | None) -> tuple[str | None, str]:
    """The country of the first words that say one, and those words."""
    for text in said:
        for size in (3, 2, 1):
            found = re.findall(r"[A-Z][\w.'\u2019-]*", text or "")
            for i in range(len(found) - size + 1):
                word = " ".join(found[i : i + size])
                if code := country_of(word) or country_of(word.split("-")[0]):
                    return code, word
    return None, ""


def _own_country(name: str) -> str:
    """The country word that a name begins with ("the Syrian ... Office")."""
    first = name.split()[:2]
    return next((w for w in (" ".join(first), first[0]) if w in demonyms()), "")


def _one(block: Block, start: int, end: int, firm: Firm) -> Mention:
    before = described_before(block.text, start)
    after = described_after(block.text, end)
    seat = seat_after(block.text, end)
    owner = re.search(r"([A-Z][\w.]*(?: [A-Z][\w.]*)?)['\u2019]s? $", block.text[:start])
    low = start - len(_STOPS.sub("", before["all"])) if before else start
    high = after.end() if after else end
    noun = (before and before["noun"]) or (after and after["noun"]) or ""
    place = (
        (before and before["place"]) or (after and (after["place"] or after["city"])) or seat
    )
    country, written = _country(
        before["mods"] if before else None,
        after["mods"] if after else None,
        owner[1] if owner else None,
        place,
        _own_country(firm.name),
    )
    low = owner.start(1) if owner and country and not before else low
    return Mention(
        block,
        start,
        end,
        low,
        high,
        firm,
        noun,
        country=country,
        seat=place,
        country_words=written,
    )


def named(block: Block, firms: list[Firm]) -> list[Mention]:
    """Every place of this block where a firm is named, by its full or a shorter name."""
    found: list[Mention] = []
    taken: list[tuple[int, int]] = []
    for name, firm in _names_of(firms):
        flags = re.IGNORECASE if len(name) > 6 else 0  # noqa: PLR2004 - an acronym counts in capitals only
        for match in re.finditer(
            rf"(?<![\w-]){re.escape(name)}(?![\w-]|\.\w)", block.text, flags
        ):
            small = match[0][:1].islower()
            if not small and not any(match.start() < b and a < match.end() for a, b in taken):
                taken.append(match.span())
                found.append(_one(block, *match.span(), firm))
    return found


def _unnamed(block: Block, taken: list[Mention]) -> Iterator[Mention]:
    for match, role in unnamed(block.text):
        if any(match.start() < m.high and m.low < match.end() for m in taken):
            continue
        country, written = _country(match["mods"], match["place"], match["of"])
        silent = (
            "unnamed" in match[0] or "not named" in block.text[match.end() : match.end() + 16]
        )
        if country or silent:
            yield Mention(
                block,
                *match.span(),
                *match.span(),
                None,
                match["noun"],
                role,
                country,
                match["place"],
                written,
            )


def mentions(block: Block, firms: list[Firm]) -> list[Mention]:
    """Every party mentioned in the block, in order: named ones and ones only described."""
    found = named(block, firms)
    return sorted([*found, *_unnamed(block, found)], key=lambda m: m.start)
