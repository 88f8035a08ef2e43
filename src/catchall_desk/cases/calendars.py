"""Working days by country. In: a code of ISO 3166, days; out: days and counts of days.

The library ``holidays`` knows the public holidays and the weekend of each country. Nothing here
falls back on Monday to Friday: a place or a year that the library does not know is an error.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

import holidays
import pycountry

from catchall_desk.errors import CalendarError

TWO, THREE = 2, 3
DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Calendar:
    """The working days of one place; ``known`` are the years in which it may be asked.

    ``free`` answers whether nobody works on a day of those years.
    """

    code: str
    known: range
    free: Callable[[date], bool]

    def works(self, day: date) -> bool:
        """Is this a working day here? CalendarError for a year that is not known."""
        if day.year not in self.known:
            years = f"{self.known.start} to {self.known.stop - 1}"
            raise CalendarError(self.code, f"holidays are known for {years}, not {day.year}")
        return not self.free(day)


Days = Callable[[date], bool]
"""Which days count."""
Lookup = Callable[[str], Calendar]
"""How a calendar is found: by the code of its place."""


@cache
def calendar(code: str) -> Calendar:
    """The calendar of a place: a country (``DE``, ``DEU``) or a part of it (``GB-ENG``).

    Raises:
        CalendarError: no such place, or the library has no calendar of it.

    >>> calendar("SA").works(date(2026, 3, 6)), calendar("DE").works(date(2026, 3, 6))
    (False, True)
    """
    country, _, part = code.partition("-")
    two = alpha2(country)
    parts = holidays.list_supported_countries(include_aliases=False).get(two)
    if parts is None or (part and part not in parts):
        raise CalendarError(code, "no working days are known of this place")
    days = holidays.country_holidays(two, subdiv=part or None)
    known = range(days.start_year, days.end_year + 1)
    return Calendar(code, known, lambda day: not days.is_working_day(day))


def alpha2(code: str) -> str:
    """The two capitals of a country that is written with two or three, or an empty text.

    >>> alpha2("DEU"), alpha2("DE"), alpha2("UK"), alpha2("Germany")
    ('DE', 'DE', '', '')
    """
    if not code.isupper() or len(code) not in (TWO, THREE):
        return ""
    two = pycountry.countries.get(alpha_2=code)
    found = two or pycountry.countries.get(alpha_3=code)
    return str(found.alpha_2) if found else ""


def add_working(start: date, count: int, at: Calendar) -> date:
    """The working day that is ``count`` working days after a day, which is not counted.

    With ``count`` 0: the day itself. The day of the event is not counted and the last day is
    a working day, as Reg (EEC, Euratom) 1182/71 art 3(1) and (4) has it.

    Raises:
        ValueError: ``count`` is below 0.
        CalendarError: the years of the calendar end before.

    >>> add_working(date(2026, 4, 2), 1, calendar("DE"))  # before Good Friday
    datetime.date(2026, 4, 7)
    """
    if count < 0:
        raise ValueError(f"{count} working days: give 0 or more")
    return add_counted(start, count, at.works)


def working_between(start: date, end: date, at: Calendar) -> int:
    """How many working days lie after ``start`` up to and with ``end``; 0 when it is no later.

    >>> working_between(date(2026, 4, 2), date(2026, 4, 7), calendar("DE"))
    1
    """
    return sum(map(at.works, days_between(start, end)))


def add_counted(start: date, count: int, counts: Days) -> date:
    """The day by which ``count`` days that count have passed after a day, itself not counted.

    >>> add_counted(date(2026, 4, 2), 2, lambda day: day.day != 3)
    datetime.date(2026, 4, 5)
    """
    day = start
    for _ in range(count):
        day += DAY
        while not counts(day):
            day += DAY
    return day


def days_between(start: date, end: date) -> list[date]:
    """Each day after ``start`` up to and with ``end``; none when it is no later."""
    return [start + DAY * n for n in range(1, (end - start).days + 1)]


def years_after(day: date, years: int) -> date:
    """The same day so many years later, or before; 1 March where there is no 29 February.

    >>> years_after(date(2024, 2, 29), 5)
    datetime.date(2029, 3, 1)
    """
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return date(day.year + years, 3, 1)
