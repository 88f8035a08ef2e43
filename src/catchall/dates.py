"""Dates with a precision, and values with a history. In: text or days; out: spans of days.

No clock here: the day is always an argument. A date that can be read in two ways
(03/04/2025) is read as neither; it comes out as unknown.
"""

import calendar
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Protocol, TypeVar

MONTHS_A_YEAR, YEAR_DIGITS = 12, 4
MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "jan january", "feb february", "mar march", "apr april", "may", "jun june",
            "jul july", "aug august", "sep sept september", "oct october", "nov november",
            "dec december",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip


@dataclass(frozen=True)
class Span:
    """A date as precise as its source: the first and last day it can be, both included."""

    first: date
    last: date

    @property
    def precision(self) -> str:
        """How precise the date is: ``day``, ``month``, ``year`` or ``span``.

        >>> read_span("Mar 2025").precision
        'month'
        """
        if self.first == self.last:
            return "day"
        if (self.first.year, self.first.month) == (self.last.year, self.last.month):
            return "month"
        return "year" if self.first.year == self.last.year else "span"


def _month(year: int, month: int) -> Span:
    return Span(date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1]))


def _day(year: int, month: int, day: int) -> Span:
    return Span(date(year, month, day), date(year, month, day))


def _year(year: int) -> Span:
    return Span(date(year, 1, 1), date(year, 12, 31))


def _day_and_month(one: int, two: int, year: int) -> Span | None:
    if one != two and max(one, two) <= MONTHS_A_YEAR:
        return None  # day and month cannot be told apart
    day, month = (one, two) if two <= MONTHS_A_YEAR else (two, one)
    return _day(year, month, day)


FORMS: tuple[tuple[re.Pattern[str], Callable[..., Span | None]], ...] = (
    (re.compile(r"(\d{4})[-/.]?(\d{2})[-/.]?(\d{2})(?:[T ].*)?"), _day),
    (re.compile(r"(\d{4})[-/.](\d{1,2})"), _month),
    (re.compile(r"(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})"), _day_and_month),
    (re.compile(r"((?:19|20)\d\d)"), _year),
)
"""How dates are written in numbers; the first form that fits is the one meant."""


def _numbers(text: str) -> Span | None:
    for form, span in FORMS:
        if match := form.fullmatch(text):
            return span(*map(int, match.groups()))
    return None


def _words(text: str) -> Span | None:
    words = re.findall(r"[a-z]+|\d+", text.lower())
    named = [word for word in words if word in MONTHS]
    numbers = [word for word in words if word.isdigit()]
    years = [word for word in numbers if len(word) == YEAR_DIGITS]
    days = [word for word in numbers if len(word) < YEAR_DIGITS - 1]
    if len(named) != 1 or len(years) != 1 or len(words) != 2 + len(days) or len(days) > 1:
        return None
    month, year = MONTHS[named[0]], int(years[0])
    return _day(year, month, int(days[0])) if days else _month(year, month)


def read_span(text: str | None) -> Span | None:
    """Which days does this text mean? None when it is empty, no date, or can be read two ways.

    >>> read_span("2025-03-01").first
    datetime.date(2025, 3, 1)
    >>> read_span("03/04/2025") is None
    True
    >>> read_span("14 Nov 2007").last
    datetime.date(2007, 11, 14)
    """
    cleaned = (text or "").strip()
    try:
        return _numbers(cleaned) or _words(cleaned)
    except ValueError:  # 2025-02-31 and the like: no such day
        return None


class Dated(Protocol):
    """Something in force from ``start`` until the day before ``end`` (None: no end known)."""

    @property
    def start(self) -> date: ...  # noqa: D102

    @property
    def end(self) -> date | None: ...  # noqa: D102


D = TypeVar("D", bound=Dated)


def in_force(versions: Iterable[D], day: date) -> D | None:
    """Which version is in force on the day? The last one begun and not ended, or None."""
    running = [v for v in versions if v.start <= day and (v.end is None or day < v.end)]
    return max(running, key=lambda version: version.start, default=None)
