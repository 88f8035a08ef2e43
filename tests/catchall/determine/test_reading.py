"""Cells as filed: numbers, days, keys of firms; what can be read two ways is unknown."""

from datetime import date

import pytest

from catchall.dates import Span
from catchall.determine import reading
from catchall.records import Answer


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        ("12", 12.0), ("-1.5", -1.5), ("1e3", 1000.0), ("1,234,567", 1234567.0),
        ("1.234,50", 1234.5), ("1.234.567", 1234567.0), ("1,2345", 1.2345), ("1'200", 1200.0),
        ("1,234", None), ("", None), (None, None), ("about 5", None), ("5 kg", None),
    ],
)  # fmt: skip
def test_a_number_is_read_or_unknown(cell: str | None, value: float | None) -> None:
    assert reading.number(cell) == value


@pytest.mark.parametrize(
    ("one", "other", "answer"),
    [
        ("2026-02-01", "2026-01-31", Answer.YES),
        ("2026-01-31", "2026-01-31", Answer.NO),
        ("Jan 2026", "2026-01-15", Answer.UNKNOWN),
        ("Jan 2026", "2025-12-31", Answer.YES),
        ("", "2026-01-31", Answer.UNKNOWN),
    ],
)
def test_a_day_is_later_earlier_or_not_known(one: str, other: str, answer: Answer) -> None:
    assert reading.after(reading.span(one), reading.span(other)) is answer


def test_a_span_takes_a_day_a_span_or_text() -> None:
    day = Span(date(2026, 1, 5), date(2026, 1, 5))
    assert {reading.span(date(2026, 1, 5)), reading.span("2026-01-05"), reading.span(day)} == {
        day
    }


def test_short_telephones_and_bare_towns_are_no_contact() -> None:
    assert (reading.phone_key("12 34"), reading.address_key("Port Velm")) == ("", "")


def test_words_are_found_whole_only() -> None:
    assert reading.words_in("Armytage Mills", ["army"]) == ""


def test_no_words_are_found_nowhere() -> None:
    assert reading.words_in("anything", []) == ""


@pytest.mark.parametrize(
    ("cell", "answer"),
    [("Yes", Answer.YES), (True, Answer.YES), ("no", Answer.NO), ("", Answer.UNKNOWN),
     ("maybe", Answer.UNKNOWN), (None, Answer.UNKNOWN)],
)  # fmt: skip
def test_a_yes_is_a_yes_and_silence_is_unknown(cell: object, answer: Answer) -> None:
    assert reading.yes(cell) is answer
