"""Lines that say how a telegram is classified. In: a line; out: class, station, number.

The class may be written with its letters apart. Only the line of the telegram is read here;
what a marking means is the affair of ``catchall.marking``.
"""

import re
from dataclasses import dataclass

from catchall.intake.telegrams import stations
from catchall.intake.telegrams.model import ClassificationLine

CLASSES = (
    ("TOP SECRET", "TOPSECRET"),
    ("UNCLASSIFIED", "UNCLASSIFIED"),
    ("CONFIDENTIAL", "CONFIDENTIAL"),
    ("RESTRICTED", "RESTRICTED"),
    ("SECRET", "SECRET"),
    ("UNCLASSIFIED", "UNCLAS"),
    ("UNCLASSIFIED", "UNCLASS"),
)
LETTERS = {
    "S": "SECRET",
    "C": "CONFIDENTIAL",
    "T": "TOP SECRET",
    "U": "UNCLASSIFIED",
    "E": "EFTO",
}
_CONTROL = (
    "NOFORN", "SENSITIVE", "EFTO", "FOUO", "LIMDIS", "EXDIS", "NODIS", "STADIS", "SIPDIS",
    "ROGER CHANNEL", "LIMITED OFFICIAL USE", "FOR OFFICIAL USE ONLY",
)  # fmt: skip


_CLASS = re.compile(
    " *(?:"
    + "|".join(f"(?P<c{i}>{' ?'.join(word)})" for i, (_, word) in enumerate(CLASSES))
    + r")\b",
    re.IGNORECASE,
)
_SECTION = re.compile(r"\b([A-Z]{3,8}) {0,2}(\d{1,2}) {0,2}OF {0,2}(\d{1,2})\b", re.IGNORECASE)
_NUMBERED = re.compile(
    r"^[ /]*([A-Z][A-Z .'/-]{1,40}?) {0,4}#?(\d{2,8})\b(.{0,80})$", re.IGNORECASE
)
_ONLY = re.compile(r"[A-Za-z/ ,.&()-]{0,80}")


@dataclass(frozen=True)
class Level:
    """What stands on a class line after the class itself."""

    classification: str
    control: str | None
    station: str | None
    serial: int | None
    section: int | None
    section_total: int | None

    @property
    def opens(self) -> bool:
        """Does it open a header block, and not merely mark a page?"""
        return self.serial is not None


def _control(rest: str) -> tuple[str | None, str]:
    words: list[str] = []
    rest = rest.strip(" /")
    going = True
    while going:
        going = False
        for word in _CONTROL:
            if re.match(rf"{re.escape(word)}\b|{' '.join(word)}(?!\S)", rest, re.IGNORECASE):
                length = len(word) if rest[: len(word)].upper() == word else 2 * len(word) - 1
                words.append(word)
                rest = rest[length:].strip(" /,")
                going = True
    return (" ".join(words) or None), rest


def _rel(rest: str) -> tuple[str | None, str]:
    """``//NOFORN`` or ``REL TO ...`` up to two blanks or the section."""
    match = re.match(
        r"/{1,2} ?(REL TO [A-Z, ]{3,40}?|[A-Z]{2,12}(?:/[A-Z]{2,12}){0,4})(?=  | "
        r"SECT|$| [A-Z])",
        rest,
    )
    return (match[1], rest[match.end() :]) if match else (None, rest)


def level(text: str) -> Level | None:
    """How does this line classify the telegram? None when it is no such line.

    >>> level("S E C R E T SECTION 01 OF 02 ROME 000123").section_total
    2
    >>> level("SECRET").serial is None
    True
    """
    match = _CLASS.match(text[:200])
    if not match:
        return None
    name = CLASSES[int(str(match.lastgroup)[1:])][0]
    rel, rest = _rel(text[match.end() : 200])
    control, rest = _control(rest)
    section = _SECTION.search(rest)
    if section:
        rest = rest[: section.start()] + " " + rest[section.end() :]
        more, rest = _control(rest)
        control = control or more
    numbered = _NUMBERED.match(rest)
    if numbered is None:
        return _unnumbered(name, (rel or control, rest), section)
    parts = (int(section[2]), int(section[3])) if section else (None, None)
    station = " ".join(numbered[1].split()).upper()
    if not (numbered[1].isupper() or stations.resolve(station)):
        return None
    return Level(name, rel or control, station, int(numbered[2]), *parts)


def _unnumbered(
    name: str, rest: tuple[str | None, str], section: re.Match[str] | None
) -> Level | None:
    control, words = rest
    if words.strip() and not (section or control):
        return None
    parts = (int(section[2]), int(section[3])) if section else (None, None)
    if not _ONLY.fullmatch(words):
        return None
    return Level(name, control, " ".join(words.split()).upper() or None, None, *parts)


def line_of(level: Level, raw: str) -> ClassificationLine:
    """The class line as a record; the station under its own name."""
    station = level.station and (stations.resolve(level.station) or level.station)
    return ClassificationLine(
        raw,
        level.classification,
        level.control,
        station,
        level.serial,
        level.section,
        level.section_total,
    )
