"""Working days: known holidays and weekends, and places that are not known."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catchall_desk.cases import calendars as c
from catchall_desk.errors import CalendarError

DAYS = st.dates(date(2024, 1, 1), date(2028, 12, 31))


@pytest.mark.parametrize(("code", "day", "works"), [
    ("DE", date(2026, 10, 3), False),  # Saturday, and the day of unity
    ("DEU", date(2026, 5, 14), False),  # Ascension, a Thursday
    ("GB", date(2026, 4, 6), True),  # Easter Monday is none in Scotland
    ("GB-ENG", date(2026, 4, 6), False),
    ("US", date(2026, 7, 3), False),  # 4 July falls on a Saturday
    ("AE", date(2026, 3, 6), True),  # Friday
    ("SA", date(2026, 3, 6), False),
    ("IR", date(2026, 2, 7), True),  # Saturday
])  # fmt: skip
def test_each_place_has_its_own_working_days(code, day, works):
    assert c.calendar(code).works(day) is works


@pytest.mark.parametrize("code", ["XX", "UK", "de", "Germany", "", "GB-XYZ", "EU", "QQ-A"])
def test_a_place_that_is_not_known_is_an_error(code):
    with pytest.raises(CalendarError, match="no working days are known"):
        c.calendar(code)


def test_a_year_that_is_not_known_is_an_error():
    with pytest.raises(CalendarError, match="not 2200"):
        c.calendar("DE").works(date(2200, 1, 3))


def test_ten_working_days_over_christmas():
    # 17 Dec is a Thursday: 18, 21-24 (5), 28-31 (9; 25 and 26 free), 4 Jan (1 Jan free)
    assert c.add_working(date(2026, 12, 17), 10, c.calendar("DE")) == date(2027, 1, 4)


def test_no_working_days_stay_on_the_day():
    assert c.add_working(date(2026, 10, 3), 0, c.calendar("DE")) == date(2026, 10, 3)
    with pytest.raises(ValueError, match="0 or more"):
        c.add_working(date(2026, 10, 3), -1, c.calendar("DE"))


@given(DAYS, st.integers(1, 40), st.sampled_from(["DE", "SA", "GB-ENG", "US"]))
def test_days_added_are_days_between(day, count, code):
    at = c.calendar(code)
    end = c.add_working(day, count, at)
    assert at.works(end)
    assert c.working_between(day, end, at) == count
    assert c.working_between(day, end - timedelta(days=1), at) == count - 1
    assert c.working_between(end, day, at) == 0
