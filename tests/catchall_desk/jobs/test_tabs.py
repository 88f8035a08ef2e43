"""The tabs of the queue."""

from tests.desk_builders import BOSS, OFFICER, OPEN, PARTNER, at

from catchall_desk.cases.commands import Command
from catchall_desk.cases.policy import Reader
from catchall_desk.jobs import tabs
from catchall_desk.store.desk import run
from catchall_desk.store.view import Asked, View, view_of


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
    assert tabs.files(view, "lapsing") is None


def test_a_referral_stays_with_the_office_that_sent_it_until_it_is_answered(desk_db):
    """Source: CASEWORK 1.1, one Request for every asking."""
    sides = {
        "from": {"government": "USA", "office": "national"},
        "to": {"government": "USA", "office": "region"},
    }
    points = [{"number": "1", "text": "Visit the firm"}]
    values = {"kind": "referral", "points": points, "due": "2026-03-20", **sides}
    made = run(Command("request", "draft", body={"set": values}, marking=OPEN), OFFICER, at())
    for minute, (event, who) in enumerate(
        (("submit", OFFICER), ("approve", BOSS), ("send", OFFICER)), 1
    ):
        run(Command("request", event, made.stream), who, at(minute))

    def sent() -> set[str]:
        with view_of(OFFICER) as view:
            return {str(row.file) for row in tabs.duties(view, "sent", Asked({})).rows}

    assert sent() == {made.stream}
    run(Command("request", "answer", made.stream), OFFICER, at(9))
    assert sent() == set()
