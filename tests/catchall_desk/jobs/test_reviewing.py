"""Hits that no person has judged, as a reader sees them."""

import pyarrow as pa
import pytest
from tests.desk_builders import CLOSE, OFFICER, PARTNER, at
from tests.hit_builders import HIT, opened, with_hit

from catchall_desk.cases.commands import Command
from catchall_desk.jobs import moment, reviewing
from catchall_desk.store.desk import run
from catchall_desk.store.view import view_of

pytestmark = pytest.mark.django_db


def seen(reader=OFFICER):
    with view_of(reader) as view:
        return reviewing.open_hits(view)


def test_a_hit_counts_at_its_newest_screening_alone():
    about = with_hit(about=opened())
    with_hit(hits=(), minute=3, about=about)
    assert seen() == ()


def test_a_hit_of_a_closer_screening_is_for_those_who_may_read_it():
    with_hit(CLOSE)
    assert [one.rule for one in seen()] == ["harbour:R-7"]
    assert seen(PARTNER) == ()


def test_an_ended_file_waits_for_no_decision():
    file, _ = with_hit()
    run(Command("transaction", "abandon", file), OFFICER, at(5))
    assert seen() == ()


def test_a_withdrawn_decision_opens_the_hit_again():
    with_hit()
    said = reviewing.Decision(reviewing.SAME, "the number agrees", everywhere=True)
    done = run(reviewing.decision(seen()[0], said, "k"), OFFICER, at(5))
    assert seen() == ()
    run(Command("determination", "withdraw", done.stream), OFFICER, at(6))
    assert len(seen()) == 1


def test_a_hit_that_is_listed_no_more_stays_open():
    gone = {**HIT, "role": "consignee", "party": ""}
    file, _ = with_hit()
    event = seen()[0].event
    found = list(
        reviewing.told(file, type(event)(**{**fields_of(event), "body": {"gone": [gone]}}))
    )
    assert [one.gone for one in found] == [True]


def fields_of(event):
    return {name: getattr(event, name) for name in event.__slots__}


def test_the_record_is_read_from_the_list_in_force(monkeypatch):
    with_hit()
    hit = seen()[0]
    assert reviewing.record_of(hit) is None

    class Held:
        class snapshot:  # noqa: N801 - as the list has it
            name = "harbour"

        table = pa.table({"record": ["R-6", "R-7"], "remarks": ["one", "two"]})

    monkeypatch.setattr(moment, "watchlists", lambda: (Held,))
    assert reviewing.record_of(hit)["remarks"] == "two"
