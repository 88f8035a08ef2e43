"""A page of events, and a day as a moment."""

from datetime import UTC, date, datetime

import pytest
from tests.catchall_desk.jobs import sample

from catchall_desk.api import files
from catchall_desk.errors import BadCursorError

EVENTS = [sample.event("deal", at, "transaction", "note", {"text": "x"}) for at in (1, 2, 3)]


def test_a_day_counts_to_its_end():
    assert files.day_end(date(2026, 3, 2)) == datetime(2026, 3, 2, 23, 59, 59, 999999, UTC)
    assert files.day_end(None) is None


def test_pages_of_events_follow_one_another():
    first, cursor = files.page_of(EVENTS, "", 2)
    rest, end = files.page_of(EVENTS, cursor, 2)
    assert [one.id for one in (*first, *rest)] == ["deal-1", "deal-2", "deal-3"]
    assert end == ""


def test_a_cursor_of_no_page_is_refused():
    with pytest.raises(BadCursorError):
        files.page_of(EVENTS, "deal-9", 2)
