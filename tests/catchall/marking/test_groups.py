"""Members that count: those of the day of the mark and of the day of the decision."""

from dataclasses import dataclass
from datetime import date

import pytest

from catchall.law.load import load
from catchall.marking.access import may_see
from catchall.marking.groups import VALUES, members, that_count


@dataclass(frozen=True)
class Held:
    """Members of an invented group from a day on."""

    start: date
    value: list[str]
    end: date | None = None


HISTORY = (
    Held(date(2000, 1, 1), ["AUS", "USA"], date(2010, 1, 1)),
    Held(date(2010, 1, 1), ["AUS", "GBR", "USA"], date(2020, 1, 1)),
    Held(date(2020, 1, 1), ["GBR", "USA"]),
)


@pytest.mark.parametrize(
    ("made", "day", "counted"),
    [
        (date(2005, 1, 1), date(2005, 1, 1), ["AUS", "USA"]),
        (date(2005, 1, 1), date(2015, 1, 1), ["AUS", "USA"]),
        (date(2015, 1, 1), date(2015, 1, 1), ["AUS", "GBR", "USA"]),
        (date(2005, 1, 1), date(2025, 1, 1), ["USA"]),
        (date(2015, 1, 1), date(2025, 1, 1), ["GBR", "USA"]),
        (date(1999, 1, 1), date(2025, 1, 1), []), (date(2015, 1, 1), date(1999, 1, 1), []),
    ],
)  # fmt: skip
def test_a_later_joiner_gains_nothing_and_a_leaver_loses(made, day, counted):
    assert members(HISTORY, made, day) == counted


def test_a_group_that_is_not_held_has_no_members():
    counted = that_count({"mtcr.members": HISTORY}, date(2015, 1, 1), date(2015, 1, 1))
    assert set(counted) == set(VALUES)
    assert (counted["MTCR"], counted["FVEY"]) == (["AUS", "GBR", "USA"], [])


def test_the_lawbook_holds_every_group():
    counted = that_count(load().values, date(2026, 1, 1), date(2026, 1, 1))
    assert {code: len(found) for code, found in counted.items()} == {
        "MTCR": 35, "NSG": 48, "AG": 42, "WA": 42, "NATO": 32, "FVEY": 5,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("made", "answer"), [(date(2016, 6, 26), "deny"), (date(2016, 6, 27), "read")]
)
def test_who_joined_after_the_mark_was_made_may_not_read_it(made, answer):
    groups = that_count(load().values, made, date(2020, 1, 1))
    assert may_see({"level": "TS", "country": "IND"}, "SECRET REL MTCR", groups) == answer
