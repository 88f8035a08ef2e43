"""What a cell says: countries, knowledge of the end use. In: text as filed; out: typed facts.

A cell may hold several statements with ``;`` between them. What can be read is kept, what
cannot is told beside it: a strict statement is never lost in an unreadable one. Which country
or use matters is not said here.
"""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Any

from catchall.text.countries import country_code
from catchall.text.normal import fold

STATES = ("informed", "aware", "suspects", "none")
"""What an exporter can say he knows of the end use, from the weightiest."""

ANY_USE = "any"
"""What the knowledge is about when the exporter does not name the use, or not readably."""

_USES = {
    "wmd": (
        "wmd", "weapons of mass destruction", "weapon of mass destruction", "mass destruction",
        "weapons", "weapon", "radiological", "cbrn", "nbc", "abc weapons",
    ),
    "nuclear": (
        "nuclear", "nuclear weapons", "nuclear weapon", "nuclear explosive", "nuclear end use",
        "nuclear use", "atomic",
    ),
    "missile": (
        "missile", "missiles", "rocket", "rockets", "missile end use", "missile use",
        "delivery systems", "drone", "uav", "unmanned aerial vehicle",
    ),
    "chemical_biological": (
        "chemical", "chemicals", "chemical weapons", "chemical weapon", "biological",
        "biological weapons", "biological weapon", "bio", "cbw", "chemical biological",
        "chemical and biological weapons", "chemical or biological weapons",
    ),
    "military": (
        "military", "military end use", "military use", "military end user", "army", "defence",
        "defense", "armed forces", "arms", "conventional weapons", "conventional arms",
    ),
    "military_parts": (
        "military parts", "military part", "parts of military items", "parts",
        "parts for military items", "military components", "military component",
    ),
    "surveillance": (
        "surveillance", "cyber surveillance", "cybersurveillance", "repression",
        "internal repression", "human rights",
    ),
}  # fmt: skip
USES = {word: use for use, words in _USES.items() for word in words}
"""The use that each word or phrase names; any other is no use that is known."""

WIDER = {"nuclear": "wmd", "missile": "wmd", "chemical_biological": "wmd"}
"""The use that a narrower one is part of. Knowing the wider one leaves the narrower open."""


def several(texts: Iterable[str]) -> tuple[str, ...]:
    """The statements in these cells, each once, in their order."""
    return tuple(
        dict.fromkeys(
            part.strip() for text in texts for part in text.split(";") if part.strip()
        )
    )


@lru_cache(maxsize=65_536)
def countries(text: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The countries that a cell names, and what in it is no country that is known.

    >>> countries("PT; KP"), countries("Narnia; IR")
    ((('PT', 'KP'), ()), (('IR',), ('Narnia',)))
    """
    whole = country_code(text)
    if whole:
        return (whole,), ()
    parts = several([text])
    codes = dict.fromkeys(code for part in parts if (code := country_code(part)))
    return tuple(codes), tuple(part for part in parts if not country_code(part))


def _statement(text: str) -> tuple[int, str, bool] | None:
    """How weighty the state is, of which use, and whether the use could be read."""
    state, _, limb = (part.strip() for part in text.casefold().partition(":"))
    if state not in STATES:
        return None
    words = fold(limb.replace("_", " "))
    use = USES.get(words, "")
    return STATES.index(state), use or ANY_USE, bool(use) or words in ("", ANY_USE)


def knowledge(texts: Sequence[str]) -> dict[str, Any]:
    """The weightiest state that is told, everything told, and what could not be read.

    ``none`` beside words that cannot be read is no knowledge at all: unknown.
    """
    read = {part: _statement(part) for part in several(texts)}
    unread = tuple(part for part, one in read.items() if one is None or not one[2])
    found: dict[str, Any] = {"knowledge_unread": unread} if unread else {}
    held = sorted(one for one in read.values() if one)
    if not held or (unread and STATES[held[0][0]] == STATES[-1]):
        return found
    place, use, _ = held[0]
    told = tuple((STATES[at], what) for at, what, _ in held if STATES[at] != STATES[-1])
    several_told = {"knowledge_told": told} if len(told) > 1 else {}
    return {**found, "knowledge": STATES[place], "knowledge_of": use, **several_told}
