"""The desk screens what is due, tells what it could not, and carries over the rest."""

import shutil
from dataclasses import replace
from datetime import timedelta

import pytest
from tests import builders
from tests.catchall_desk.jobs import sample
from tests.desk_builders import BOSS, CLOSE, OFFICER, OPEN, PARTNER, claim, opening, tables

from catchall_desk.cases.commands import Command
from catchall_desk.cases.screened import parties_screened
from catchall_desk.cases.steps import Met, Move
from catchall_desk.jobs import work
from catchall_desk.jobs.engine import Engine
from catchall_desk.store import records, screenings
from catchall_desk.store.desk import Moment, run
from catchall_desk.store.labels import kernel
from catchall_desk.store.models import DutyRow, ScreeningRow
from catchall_desk.store.rebuild import contents, rebuild
from catchall_desk.store.upkeep import erase
from catchall_desk.store.verify import verify
from catchall_desk.store.view import Asked, view_of
from catchall_desk.store.world import StoredWorld

LATER = timedelta(minutes=1)


def at(minutes=0):
    return Moment(sample.NOW + minutes * LATER)


@pytest.fixture
def own(tmp_path, engine, now):
    """An engine whose lists a test may change."""
    shutil.copytree(engine.home, tmp_path / "home")
    return Engine(tmp_path / "home", lawbook=now.lawbook)


def sold(buyer, minutes=0, marking=OPEN, **more):
    """A transaction with a buyer of this name; answers both streams."""
    party = run(opening("party", name=buyer), OFFICER, at(minutes)).stream
    roles = [{"role": "consignee", "party": party}]
    lines = [{"line": "1", "description": "ceramic wall tiles"}]
    deal = opening("transaction", marking, roles=roles, lines=lines, **more)
    return run(deal, OFFICER, at(minutes)).stream, party


def screenings_of(deal, reader=OFFICER):
    with view_of(reader) as view:
        return [one for one in view.timeline(deal) if one.type == "screened"]


def duties_of(deal, kind="judge_hit"):
    with kernel():
        return list(DutyRow.objects.filter(file=deal, kind=kind))


def determined(party, rule, minutes):
    """A person's answer to a hit."""
    said = {
        "kind": "match", "subject": party, "finding": "another firm", "reasons": "another town",
        "rule": rule,
    }  # fmt: skip
    made = Command("determination", "make", body={"set": said}, marking=OPEN)
    return run(made, BOSS, at(minutes))


def test_without_lists_nothing_is_recorded_and_all_stays_due(desk_db, tmp_path):
    deal, _ = sold("Maple Tiles SA")
    done = work.work(Engine(tmp_path), at(1))
    assert (done.judged, done.left) == (0, 1)
    assert done.problem
    assert screenings_of(deal) == []
    with view_of(OFFICER) as view:
        assert view.screening(deal, []) == "not screened"


def test_what_is_due_is_screened_once(desk_db, engine, now):
    deal, _ = sold("Maple Tiles SA")
    assert work.work(engine, at(1)) == work.Done(judged=1)
    assert work.work(engine, at(2)) == work.Done()
    with view_of(OFFICER) as view:
        assert view.file(deal).state == "screened"
        assert view.screening(deal, now.read()) == "screened"
    run(Command("transaction", "amend", deal, body={"set": {"summary": "x"}}), BOSS, at(3))
    assert work.work(engine, at(4)).judged == 1


def test_a_hit_is_a_duty_until_a_person_judges_it(desk_db, engine):
    deal, party = sold("Norvane Hydraulics Ltd")
    work.work(engine, at(1))
    (duty,) = duties_of(deal)
    assert duty.done_by is None
    assert "exercise:1" in duty.basis
    determined(party, "exercise:1", 2)
    (duty,) = duties_of(deal)
    assert duty.done_by is not None
    with kernel():
        before = contents()
        rebuild()
        assert contents() == before


def test_a_new_list_is_asked_only_of_what_it_can_change(desk_db, own):
    tiles, _ = sold("Maple Tiles SA")
    pumps, _ = sold("Ostrel Pumps BV")
    work.work(own, at(1))
    sample.keep(own.home, sample.LISTED, builders.record("2", "Ostrel Pumps"),
                day=sample.NOW.date(), at=sample.NOW + 2 * LATER)  # fmt: skip
    done = work.work(own, at(5))
    assert (done.judged, done.carried, done.left) == (1, 1, 0)
    first, again = screenings_of(tiles)
    assert again.body["carried"] == first.id
    assert again.body["lists"] != first.body["lists"]
    assert screenings_of(pumps)[1].body["outcome"] == "hits"


def test_a_hit_gone_from_the_list_stays_open_until_judged(desk_db, own):
    deal, party = sold("Norvane Hydraulics Ltd")
    work.work(own, at(1))
    sample.keep(own.home, builders.record("9", "Some Other"), day=sample.NOW.date(),
                at=sample.NOW + 2 * LATER)  # fmt: skip
    work.work(own, at(5))
    assert [one["record"] for one in screenings_of(deal)[-1].body["gone"]] == ["1"]
    assert [one.done_by for one in duties_of(deal)] == [None]
    determined(party, "exercise:1", 6)
    run(Command("transaction", "amend", deal, body={"set": {"summary": "x"}}), BOSS, at(7))
    work.work(own, at(8))
    assert screenings_of(deal)[-1].body["gone"] == []


def test_a_closer_name_is_screened_with_its_own_marking(desk_db, engine):
    deal, party = sold("Maple Tiles SA")
    run(claim(party, "Norvane Hydraulics", CLOSE), OFFICER, at(1))
    assert work.work(engine, at(2)).judged == 2
    assert [one.body["outcome"] for one in screenings_of(deal, PARTNER)] == ["clear"]
    assert sorted(one.body["outcome"] for one in screenings_of(deal)) == ["clear", "hits"]
    with view_of(PARTNER) as view:
        assert view.rows(DutyRow.objects).filter(file=deal, kind="judge_hit").count() == 0


def test_an_owner_is_screened_with_the_party(desk_db, engine):
    deal, party = sold("Maple Tiles SA")
    work.work(engine, at(1))
    owner = run(opening("party", name="Kivrox Pumps Limited"), OFFICER, at(2)).stream
    body = {"type": "owns", "to": party, "share": "80", "source": {"text": "register"}}
    run(Command("party", "link", owner, body=body, marking=OPEN), OFFICER, at(3))
    assert work.work(engine, at(4)).judged == 1
    assert any(row["hits"] for row in screenings_of(deal)[-1].body["parties"])


def test_what_changes_while_it_is_judged_stays_due(desk_db, engine, now):
    deal, party = sold("Maple Tiles SA")
    (one,) = work.due(now, 10)
    run(claim(party, "Norvane Hydraulics"), OFFICER, at(1))
    with kernel():
        row = ScreeningRow.objects.get()
        assert row.touched_at != one.touched_at
    with kernel():
        file = work.folds([deal])[deal]
        assert not work.unchanged(one, file)
        assert work.unchanged(replace(one, touched_at=row.touched_at), file)
        assert screenings.unscreened(now.read()).count() == 1


def test_an_erased_party_is_named_nowhere_and_the_rest_still_works(desk_db, engine, now):
    deal, party = sold("Norvane Hydraulics Ltd")
    other, _ = sold("Maple Tiles SA")
    work.work(engine, at(1))
    (kept,) = screenings_of(deal)
    assert kept.body["parties"][0]["names"] == ["Norvane Hydraulics Ltd"]
    with view_of(OFFICER) as view:
        header, line = records.opened(view, kept.id)
    assert kept.body["record"].encode() in line
    assert kept.body["run"].encode() in header
    erase(party, OFFICER, at(2), {"basis": "court order", "why": "unfounded"})
    with kernel():
        assert [name for name, rows in tables().items() if "norvane" in rows.lower()] == []
        assert verify() is None
        before = contents()
        rebuild()
        assert contents() == before
    (left,) = screenings_of(deal)
    assert (left.body["lost"], left.body["parties"][0]["names"]) == ([party], [])
    assert left.body["parties"][0]["hits"][0]["record"] == "1"
    assert [one.kind for one in duties_of(deal)] == ["judge_hit"]
    with view_of(OFFICER) as view:
        assert records.opened(view, kept.id) is None
    assert work.work(engine, at(3)).problem == ""
    assert screenings_of(other)[0].body["parties"][0]["names"] == ["Maple Tiles SA"]


def test_everybody_whom_a_file_names_is_screened(desk_db, engine, now):
    said = {name: run(opening("party", name=name), OFFICER, at()).stream for name in (
        "Alder Lines", "Kivrox Pumps Limited", "Brill Notary", "Maple Tiles SA",
    )}  # fmt: skip
    carrier, maker, signatory, subject = said.values()
    made = {"name": "pump", "schema": "goods", "maker": maker}
    item = Command("item", "begin", marking=OPEN, body={"set": made})
    pump = run(item, OFFICER, at()).stream
    deal = opening(
        "transaction", legs=[{"carrier": carrier}], lines=[{"line": "1", "item": pump}]
    )
    paper = {"kind": "end_user_statement", "issuer": {"party": subject}, "signatory": signatory}
    files = [
        deal,
        Command("certificate", "request", body={"set": paper}, marking=OPEN),
        opening("case", subjects=[subject, pump]),
    ]
    streams = [run(one, OFFICER, at()).stream for one in files]
    assert work.work(engine, at(1)).left == 0
    told = [screenings_of(one)[0].body for one in streams]
    roles = [{(row["role"], row["party"]) for row in body["parties"]} for body in told]
    assert roles == [
        {("carrier", carrier), ("manufacturer", maker)},
        {("issuer", subject), ("signatory", signatory)},
        {("subject", subject)},
    ]
    assert [len(duties_of(one)) for one in streams] == [1, 0, 0]
    run(claim(maker, "Kivrox Works"), OFFICER, at(2))
    assert [one.file for one in work.due(now, 9)] == [streams[0]]


def test_an_application_with_its_certificate_counts_as_screened(desk_db, engine, now):
    names = ("Alder Exports", "Maple Tiles SA", "Brill Notary")
    buyer, seller, signer = (
        run(opening("party", name=name), OFFICER, at()).stream for name in names
    )
    roles = [{"role": "exporter", "party": seller}, {"role": "end_user", "party": buyer}]
    asks = {"summary": "tiles", "licence_type": "individual", "roles": roles}
    draft = Command("application", "draft", body={"set": asks}, marking=OPEN)
    application = run(draft, OFFICER, at()).stream
    paper = {
        "kind": "end_user_statement", "issuer": {"party": buyer}, "signatory": signer,
        "covers": [application],
    }  # fmt: skip
    asked = Command("certificate", "request", body={"set": paper}, marking=OPEN)
    run(asked, OFFICER, at())
    assert not met(application, now)
    assert work.work(engine, at(1)).left == 0
    assert met(application, now)
    run(claim(signer, "Brill and Sons"), OFFICER, at(2))
    assert not met(application, now)


def met(application, now):
    """Does the guard of screening hold for an approval?"""
    with kernel():
        file = work.folds([application])[application]
        world = StoredWorld(sample.NOW, now.versions()["lists"])
        return isinstance(parties_screened(Move(file, "approve", BOSS, {}), world), Met)


def waiting(reader, now, limit):
    """The files that wait, page by page."""
    found, cursor = [], ""
    with view_of(reader) as view:
        while True:
            page = view.unscreened(now.read(), Asked({}, cursor, limit))
            found += [str(row.file) for row in page.rows]
            if not (cursor := page.next):
                return found


def test_the_queue_shows_what_waits_to_whoever_may_see_it(desk_db, engine, now):
    deal, party = sold("Maple Tiles SA")
    other, _ = sold("Ostrel Pumps BV", 1)
    run(claim(party, "Maple Ceramics", CLOSE), OFFICER, at(2))
    assert waiting(PARTNER, now, 1) == [deal, other]
    assert waiting(OFFICER, now, 1) == waiting(OFFICER, now, 9) == [deal, other, deal]
    work.work(engine, at(3))
    assert waiting(OFFICER, now, 9) == []
