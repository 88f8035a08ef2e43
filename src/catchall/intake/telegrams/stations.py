"""Which station is meant, and one spelling for a message identifier. In, out: text.

The names are in ``stations.yaml``. A name that is not there is read by likeness: cut short,
glued to a word of the header, or with a letter wrong; only when a single station is so near.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from rapidfuzz.distance import OSA

from catchall.intake.telegrams.words import table

CUT, SHORT, LONG, LONGEST = 5, 4, 8, 60
"""Shortest beginning; shortest name with one letter wrong, with two; no name is longer."""

_WORD = re.compile(r"[^A-Z]")
_SECTION = re.compile(r"[A-Z]{0,20}?[0-9OQ]{1,2}(?:OF|F|O)\d{2}(?=[A-Z]{3})")
_IDENTIFIER = re.compile(r"(0?[A-Z][A-Z0]{0,60}?)(\d{1,12})(?:SUSPECTEDDUPLICATE(\d{1,12}))?")
_YEAR = re.compile(r"(?:19|20)(\d\d)(?=[A-Z])|(\d\d)\2?(?=[A-Z0-9])")


def _compact(name: str) -> str:
    return _WORD.sub("", name.upper().replace("0", "O"))


def _known() -> dict[str, str]:
    data = table("stations.yaml")
    names = {_compact(name): name for row in data["names"] for name in row}
    return names | {_compact(name): station for name, station in data["also"].items()}


KNOWN = _known()
KINDS: tuple[str, ...] = tuple(table("stations.yaml")["kinds"])
HANDLING: tuple[str, ...] = tuple(table("stations.yaml")["handling"])
LIKE = tuple(name for name in KNOWN if len(name) >= SHORT)


def _without_kind(name: str) -> str:
    for kind in KINDS:
        if name.startswith(kind) and len(name) > len(kind) + 1:
            return name[len(kind) :]
    return name


def _is_handling(head: str) -> bool:
    return head in HANDLING or (
        len(head) > 2  # noqa: PLR2004 - two letters end too many words
        and any(word.endswith(head) or OSA.distance(head, word) == 1 for word in HANDLING)
    )


def _without_handling(name: str) -> str:
    for cut in range(3, len(name) - 1):
        if name[cut:] in KNOWN and _is_handling(name[:cut]):
            return name[cut:]
    for word in HANDLING:
        if name.startswith(word) and len(name) > len(word) + 3:
            return name[len(word) :]
    return name


def _only(found: Iterator[str]) -> str | None:
    stations = {KNOWN[name] for name in found}
    return stations.pop() if len(stations) == 1 else None


def _cut_short(name: str) -> str | None:
    if len(name) < CUT:
        return None
    return _only(known for known in KNOWN if known.startswith(name))


def _with_country(name: str) -> str | None:
    return KNOWN.get(name[:-2]) if len(name) > CUT + 1 else None


def _alike(name: str) -> str | None:
    for wrong in (1, 2):
        if len(name) < (SHORT - 1, LONG)[wrong - 1]:
            return None
        near = {k for k in LIKE if OSA.distance(name, k, score_cutoff=wrong) <= wrong}
        if near:
            return _only(iter(near))
    return None


@lru_cache(maxsize=4096)
def resolve(name: str) -> str | None:
    """Which station does this name mean? None when it is like none, or like several.

    >>> resolve("Rio"), resolve("SANTIAG0"), resolve("Nowhere")
    ('RIO DE JANEIRO', 'SANTIAGO', None)
    """
    bare = _compact(name)
    if len(bare) > LONGEST:
        return None
    for spelling in (bare, _without_kind(bare), _without_handling(bare)):
        if spelling in KNOWN:
            return KNOWN[spelling]
    bare = _without_kind(_without_handling(bare))
    return _cut_short(bare) or _with_country(bare) or _alike(bare)


def known(name: str) -> bool:
    """Does this name, spelled exactly so, mean a station?

    >>> known("Rio de Janeiro"), known("Rio de Janiero")
    (True, False)
    """
    return _compact(name) in KNOWN


def display(name: str) -> str:
    """The station's own name, or the words as written when no station is meant.

    >>> display("HCMC"), display("Port  Nowhere")
    ('HO CHI MINH CITY', 'PORT NOWHERE')
    """
    return resolve(name) or " ".join(name.upper().split())


def identifier(year: int | None, station: str, serial: int) -> str:
    """The identifier of a message: two digits of the year, station, number.

    >>> identifier(2009, "AIT TAIPEI", 415)
    '09AITTAIPEI415'
    """
    digits = "" if year is None else f"{year % 100:02}"
    return f"{digits}{_compact(station)}{serial}"


def _year(text: str) -> tuple[str, str]:
    if match := _YEAR.match(text):
        return match[1] or match[2], text[match.end() :]
    return "", text


def canonical(identifier: str) -> str:
    """One spelling for all variants of a message identifier; other messages stay apart.

    >>> canonical("2009 Rio 0123"), canonical("07SECTIO02OF03MINSK000044")
    ('09RIODEJANEIRO123', '07MINSK44')
    """
    text = re.sub(r"[^A-Z0-9]", "", identifier.upper())
    year, rest = _year(text)
    rest = rest[match.end() :] if (match := _SECTION.match(rest)) else rest
    found = _IDENTIFIER.match(rest)
    if not found:
        return text
    name = _compact(found[1])
    station = resolve(name) or _without_kind(_without_handling(name))
    return f"{year}{_compact(station)}{int(found[3] or found[2])}"
