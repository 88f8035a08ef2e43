"""Rows show what the events say, no more: amended, retracted and erased values go."""

from tests.desk_builders import BOSS, OFFICER, at, claim, opening

from catchall_desk.cases.commands import Command
from catchall_desk.store.desk import run
from catchall_desk.store.labels import kernel
from catchall_desk.store.models import Edge, FileRow, WordRow
from catchall_desk.store.upkeep import erase


def test_an_amended_reference_replaces_the_one_before(desk_db):
    one, other = (run(opening("party"), OFFICER, at()).stream for _ in range(2))
    file = run(opening("case", subjects=[one]), OFFICER, at(1)).stream
    body = {"set": {"subjects": [other]}}
    run(Command("case", "amend", file, body=body), BOSS, at(2))
    with kernel():
        assert [str(edge.target) for edge in Edge.objects.filter(source=file)] == [other]


def test_a_retracted_claim_is_found_no_more(desk_db):
    party = run(opening("party"), OFFICER, at()).stream
    made = run(claim(party, "Quorn Pumpen"), OFFICER, at(1)).events[0]
    with kernel():
        assert WordRow.objects.filter(key="quorn").exists()
    body = {"event": made, "why": "another firm"}
    run(Command("party", "retract", party, body=body), BOSS, at(2))
    with kernel():
        assert not WordRow.objects.filter(event=made).exists()


def test_an_erased_thing_keeps_its_row_without_its_text(desk_db):
    party = run(opening("party"), OFFICER, at()).stream
    erase(party, OFFICER, at(1), {"basis": "order", "why": "unfounded"})
    with kernel():
        row = FileRow.objects.get(stream=party)
        assert (row.title, row.fields, row.kind) == ("", {}, "party")
        assert not WordRow.objects.filter(stream=party, key="holm").exists()
