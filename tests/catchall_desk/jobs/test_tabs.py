"""The tabs of the queue."""

from tests.desk_builders import OFFICER, PARTNER

from catchall_desk.cases.policy import Reader
from catchall_desk.jobs import tabs
from catchall_desk.store.view import Asked, View


def test_whoever_has_no_office_has_no_duties_of_one():
    nobody = View(Reader("cid", "analyst", "USA", "C"), ())
    assert tabs.duties(nobody, "office", Asked({})).rows == ()


def test_mine_and_office_are_by_name():
    view = View(OFFICER, ())
    assert tabs.filters(view, "mine") == {"officer": "ana"}
    assert tabs.filters(view, "office") == {"office": "desk one"}


def test_lapsing_and_asked_are_by_kind():
    view = View(PARTNER, ())
    assert "denial" in tabs.filters(view, "lapsing")["file_kind__in"]
    assert tabs.filters(view, "sent")["file_kind"] == "request"
    assert tabs.filters(view, "partner")["file_kind"] == "request"
