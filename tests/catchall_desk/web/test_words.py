"""Names of the kernel for people."""

from datetime import datetime, timedelta, timezone

from catchall_desk.web.words import moment, plural, spaced


def test_a_moment_is_told_in_utc_with_its_zone():
    east = timezone(timedelta(hours=3))
    assert moment(datetime(2026, 3, 2, 1, 30, tzinfo=east)) == "2026-03-01 22:30 UTC"
    assert moment(None) == ""


def test_names_become_words():
    assert (plural("country"), spaced("consultation.eu14")) == (
        "countries",
        "consultation eu14",
    )
