"""Two people say what an item is."""

from datetime import UTC, datetime, timedelta

from catchall_desk.cases.events import Event
from catchall_desk.web.second import check, rulings

START = datetime(2026, 3, 2, 9, tzinfo=UTC)


def said(number, person, *entries, item="pump"):
    moment = START + timedelta(hours=number)
    return Event(
        id=str(number), stream="pump", kind="item", seq=number, type="classified",
        happened_at=moment, recorded_at=moment, marking="UNCLASSIFIED", actor=person,
        role="officer", body={"entries": list(entries), "item": item},
    )  # fmt: skip


def test_one_person_is_not_enough():
    told = check(rulings([said(1, "ana", "2B350.i")], "pump"))
    assert not told.settled
    assert told.says == "ana alone says 2B350.i."


def test_two_people_who_say_the_same_settle_it():
    told = check(rulings([said(1, "ana", "2B350.i"), said(2, "ben", "2B350.i")], "pump"))
    assert told.settled


def test_the_newest_word_of_each_person_counts():
    found = [said(1, "ana"), said(2, "ben", "2B350.i"), said(3, "ana", "2B350.i")]
    assert check(rulings(found, "pump")).settled
    assert "They differ" in check(rulings(found[:2], "pump")).says


def test_rulings_on_another_item_do_not_count():
    assert rulings([said(1, "ana", item="valve")], "pump") == ()
