"""The queue."""

import json
from datetime import date

from tests.desk_builders import OFFICER, at, opening

from catchall_desk.store.desk import run
from catchall_desk.store.labels import kernel, label_id
from catchall_desk.store.models import DutyRow

DAY = date(2026, 3, 9)


def due(stream, marking, **values):
    usual = {"file_kind": "case", "kind": "answer_request", "due": DAY, "basis": "Wassenaar"}
    with kernel():
        label = label_id(marking, ())
        DutyRow.objects.create(
            **{**usual, **values}, file=stream, opened_by=stream, label_id=label
        )


def test_the_queue_says_what_is_due_why_and_on_what_basis(ana):
    stream = run(opening("case"), OFFICER, at()).stream
    due(stream, "SECRET//NOFORN", officer="ana", silence="may_be_closed")
    page = ana.get("/queue/").content.decode()
    for said in ("Pumps by another way", "Wassenaar", "you are its officer", "may be closed"):
        assert said in page
    assert ">SECRET//NOFORN</section>" in page


def test_tabs_hold_other_duties(ana):
    stream = run(opening("case"), OFFICER, at()).stream
    due(stream, "UNCLASSIFIED", office="desk one")
    mine, office = (
        json.loads(ana.get(f"/queue/?format=json&tab={tab}").content)
        for tab in ("mine", "office")
    )
    assert (len(mine["rows"]), len(office["rows"])) == (0, 1)


def test_a_duty_marked_closer_than_its_file_is_not_shown(pia):
    stream = run(opening("case"), OFFICER, at()).stream
    due(stream, "SECRET//NOFORN", officer="pia")
    assert "Nothing is due here" in pia.get("/queue/").content.decode()
