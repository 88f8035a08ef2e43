"""A transaction as a shipment."""

from tests.desk_builders import CLOSE, OFFICER, at, opening

from catchall_desk.cases.commands import Command
from catchall_desk.jobs import work
from catchall_desk.jobs.engine import Engine
from catchall_desk.store.desk import run

LEGS = [
    {"from_place": "Hamburg", "origin": "DE", "to_place": "Jebel Ali", "destination": "AE"},
    {"from_place": "Sharjah", "origin": "AE", "to_place": "Muscat", "destination": "OM"},
]


def made(**values):
    return run(opening("transaction", **values), OFFICER, at()).stream


def test_the_way_is_a_table_a_map_and_its_gaps(ana):
    page = ana.get(f"/shipments/{made(legs=LEGS)}/").content.decode()
    assert "From Jebel Ali (leg 1) to Sharjah (leg 2): not told." in page
    assert "<svg viewBox" in page
    assert "Boundaries are no statement on status" in page
    assert "the day it left is not told" in page


def test_an_empty_shipment_teaches(ana):
    page = ana.get(f"/shipments/{made()}/").content.decode()
    assert "The way of the goods is not told." in page
    assert "nobody else is screened" in page
    assert "Not screened yet." in page


def test_findings_and_hits_are_told_with_lists(ana, engine_ready):
    party = run(opening("party", name="Norvane Hydraulics Ltd"), OFFICER, at()).stream
    lines = [{"line": "1", "description": "ball bearings, inner diameter 20 mm"}]
    stream = made(roles=[{"role": "consignee", "party": party}], lines=lines)
    work.screen_due(Engine(engine_ready.job.home), engine_ready, at(1))
    page = ana.get(f"/shipments/{stream}/").content.decode()
    assert "Norvane Hydraulics" in page
    assert "Findings and flags" in page
    assert "exercise" in page


def test_what_may_not_be_seen_is_not_there(ana, pia):
    closed = run(opening("transaction", CLOSE), OFFICER, at()).stream
    assert pia.get(f"/shipments/{closed}/").status_code == 404
    assert ana.get("/shipments/nothing/").status_code == 404


def test_a_note_in_a_closer_marking_raises_the_banner_of_its_readers_alone(ana, pia):
    stream = made()
    note = Command("transaction", "note", stream, {"text": "seen at night"}, CLOSE)
    run(note, OFFICER, at(1))
    assert CLOSE in ana.get(f"/shipments/{stream}/").content.decode()
    assert CLOSE not in pia.get(f"/shipments/{stream}/").content.decode()
