"""Snapshots are kept ten years after they were replaced; what is in force stays for ever."""

from datetime import date

import pytest
from tests.catchall.runners.lists import add_files, sdn

from catchall import snapshots
from catchall.runners.retention import past, remove


@pytest.fixture
def home(tmp_path):
    for year in (2010, 2014, 2020):
        file = sdn(tmp_path, 10 + year % 10, name=f"{year}.csv")
        add_files(
            tmp_path, file, given=date(year, 5, 1), arrived=f"{year}-05-01T09:00:00+00:00"
        )
    return tmp_path


@pytest.mark.parametrize(
    ("day", "years", "days"),
    [
        (date(2026, 11, 22), 10, ["2010-05-01"]),
        (date(2024, 4, 30), 10, []),
        (date(2024, 5, 1), 10, ["2010-05-01"]),
        (date(2099, 1, 1), 10, ["2010-05-01", "2014-05-01"]),
        (date(2024, 2, 29), 5, ["2010-05-01"]),
        (date(2024, 2, 29), 3, ["2010-05-01", "2014-05-01"]),
    ],
)
def test_what_was_replaced_longer_ago_is_past(day, years, days, home):
    assert [one.date.isoformat() for one in past(home, day, years)] == days


def test_what_is_removed_is_gone_and_the_rest_stays(home):
    remove(past(home, date(2026, 11, 22), 10))
    assert [one.date.year for one in snapshots.listing(home)] == [2014, 2020]


def test_an_old_list_added_today_was_in_force_until_today(tmp_path):
    for size, day in ((20, date(2010, 1, 1)), (21, date(2012, 1, 1))):
        add_files(tmp_path, sdn(tmp_path, size, name=f"{size}.csv"), given=day)
    assert past(tmp_path, date(2026, 11, 22), 10) == ()
