"""When is a paper made from sources declassified? In: their instructions; out: one value.

Reads no clock. A passed date lowers nothing by itself: it raises a task to review.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from catchall.errors import MarkingError

DEFAULT_YEARS, EXEMPT_YEARS, LONG_YEARS = 25, 50, 75
AEA = ("RD", "FRD", "TFNI")
HUMAN, WEAPONS = 1, 2
NO_DATE = 2  # the rank of the instructions that have none
NEVER = {HUMAN: "50X1-HUM", WEAPONS: "50X2-WMD"}
_LEAD = re.compile(r"(?:E\.?O\.? ?\d{5} ?:?|DECL ?:|DECLASSIFY ON ?:|SOURCE MARKED ?:?) ?")
_NOT_APPLICABLE = re.compile(r"N/A TO (.*?) PORTIONS?\b.*")
_MARKS = re.compile(r"((?:RD|FRD|TFNI|NATO)(?:(?:/|, ?| AND | )(?:RD|FRD|TFNI|NATO))*)")
_WORD = re.compile(r"\b(?:RD|FRD|TFNI|NATO)\b")
_DATES = (
    re.compile(r"(?P<y>\d{4})(?P<m>\d\d)(?P<d>\d\d)"),
    re.compile(r"(?P<y>\d{4})-(?P<m>\d\d)-(?P<d>\d\d)"),
    re.compile(r"(?P<m>\d\d?)/(?P<d>\d\d?)/(?P<y>\d{4})"),
)


@dataclass(frozen=True)
class Instruction:
    """One source's instruction: its rank (1 decides first), and what of it goes on."""

    rank: int
    marks: frozenset[str] = frozenset()
    number: int = 0
    until: date = date.min


def _day(text: str) -> date | None:
    for form in _DATES:
        if match := form.fullmatch(text):
            try:
                return date(int(match["y"]), int(match["m"]), int(match["d"]))
            except ValueError:  # 20330231: no such day, so no date was given
                return None
    return None


def _years_on(day: date, years: int) -> date:
    try:
        return day.replace(year=day.year + years)
    except ValueError:  # 29 February in a common year
        return date(day.year + years, 3, 1)


def _tidy(text: object) -> str:
    tidy = " ".join(str(text).split()).upper().replace("\N{EN DASH}", "-")
    while match := _LEAD.match(tidy):
        tidy = tidy[match.end() :]
    return tidy.strip()


def _never(text: str) -> Instruction | None:
    """Human sources and weapons of mass destruction: no date at all."""
    human = "50X1-HUM" in text or "25X1-HUMAN" in text
    if human or "50X2-WMD" in text:
        return Instruction(NO_DATE, number=HUMAN if human else WEAPONS)
    return None


def _exempt(text: str, since: date) -> Instruction | None:
    """50Xn and 25Xn, with their date or the years from the source."""
    for rank, kind, years in ((3, "50X", LONG_YEARS), (4, "25X", EXEMPT_YEARS)):
        numbers = [int(number) for number in re.findall(rf"\b{kind}([1-9])\b", text)]
        if numbers:
            days = [day for part in text.split(",") if (day := _day(part.strip()))]
            until = max(days, default=None) or _years_on(since, years)
            return Instruction(rank, number=min(numbers), until=until)
    return None


def _atomic_or_nato(text: str) -> Instruction | None:
    match = _NOT_APPLICABLE.fullmatch(text) or _MARKS.fullmatch(text)
    marks = frozenset(_WORD.findall(match[1])) if match else None
    return Instruction(1, marks) if marks else None


def _instruction(source: Mapping[str, Any], today: date) -> Instruction | None:
    """What one source says; None for an unclassified one."""
    text = _tidy(source.get("declass"))
    if text == "N/A":
        return None
    since = _day(str(source.get("date"))) or today
    dated = Instruction(5, until=_day(text) or _years_on(since, DEFAULT_YEARS))
    return _atomic_or_nato(text) or _never(text) or _exempt(text, since) or dated


def _sentence(marks: frozenset[str]) -> str:
    atomic = "/".join(word for word in AEA if word in marks)
    parts = " and ".join(
        [*([atomic] if atomic else []), *(["NATO"] if "NATO" in marks else [])]
    )
    return f"N/A to {parts} portions. See source list for NSI portions."


def _value(rank: int, found: list[Instruction]) -> str:
    if rank == 1:
        return _sentence(frozenset().union(*(one.marks for one in found)))
    last = max(one.until for one in found)
    number = min(one.number for one in found if one.until == last)
    if rank == NO_DATE:
        return NEVER[number]
    kind = {3: f"50X{number}, ", 4: f"25X{number}, "}.get(rank, "")
    return f"{kind}{last:%Y%m%d}"


def declassify(sources: Iterable[Mapping[str, Any]], today: str) -> str | None:
    """The "Declassify On" value of a paper made from these sources; None if none is classified.

    ``sources`` have ``declass`` and ``date``, texts or None; ``today`` is YYYY-MM-DD and counts
    where a source has no date. Rules: MARKINGS section 9.

    Raises:
        MarkingError: ``today`` is no day.

    >>> declassify([{"declass": "OADR", "date": "1990-05-10"}], "2026-11-21")
    '20150510'
    """
    day = _day(today)
    if day is None:
        raise MarkingError(today, "no day; write today as YYYY-MM-DD")
    found = [one for source in sources if (one := _instruction(source, day))]
    if not found:
        return None
    rank = min(one.rank for one in found)
    return _value(rank, [one for one in found if one.rank == rank])
