"""Dates with a precision; versions in force."""

from dataclasses import dataclass
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catchall.dates import Span, in_force, read_span


@dataclass(frozen=True)
class Version:
    """A version of something, from a day until another."""

    start: date
    end: date | None
    name: str


@pytest.mark.parametrize(
    ("text", "first", "last", "precision"),
    [
        ("2025-03-01", date(2025, 3, 1), date(2025, 3, 1), "day"),
        ("20250301", date(2025, 3, 1), date(2025, 3, 1), "day"),
        ("2025-03-01T10:00:00Z", date(2025, 3, 1), date(2025, 3, 1), "day"),
        ("2025-02", date(2025, 2, 1), date(2025, 2, 28), "month"),
        ("Feb 2024", date(2024, 2, 1), date(2024, 2, 29), "month"),
        ("14 Nov 2007", date(2007, 11, 14), date(2007, 11, 14), "day"),
        ("November 14, 2007", date(2007, 11, 14), date(2007, 11, 14), "day"),
        ("25/12/2024", date(2024, 12, 25), date(2024, 12, 25), "day"),
        ("12/25/2024", date(2024, 12, 25), date(2024, 12, 25), "day"),
        ("05.05.2024", date(2024, 5, 5), date(2024, 5, 5), "day"),
        ("1971", date(1971, 1, 1), date(1971, 12, 31), "year"),
    ],
)
def test_a_date_is_as_precise_as_its_text(text, first, last, precision):
    span = read_span(text)
    assert span == Span(first, last)
    assert span.precision == precision


@pytest.mark.parametrize(
    "text",
    ["", None, "soon", "03/04/2025", "2025-02-31", "31 Feb 2025", "May", "12 2025 7 June x"],
)
def test_what_is_no_date_or_two_dates_is_unknown(text):
    assert read_span(text) is None


@given(st.dates(min_value=date(1900, 1, 1), max_value=date(2099, 12, 31)))
def test_an_iso_date_reads_back_as_itself(day):
    assert read_span(day.isoformat()) == Span(day, day)


def test_a_span_over_years_has_no_finer_name():
    assert Span(date(1970, 1, 1), date(1973, 12, 31)).precision == "span"


def test_the_last_version_begun_and_not_ended_is_in_force():
    old = Version(date(2020, 1, 1), date(2024, 6, 1), "old")
    new = Version(date(2024, 6, 1), None, "new")
    assert in_force([new, old], date(2024, 5, 31)) is old
    assert in_force([new, old], date(2024, 6, 1)) is new
    assert in_force([new, old], date(2019, 12, 31)) is None
