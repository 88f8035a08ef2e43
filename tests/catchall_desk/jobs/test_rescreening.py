"""What a new list or law can change is found, and no file too few: the answer of a full run."""

from dataclasses import replace
from datetime import date
from types import SimpleNamespace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests import builders
from tests.catchall_desk.jobs import sample

from catchall.determine.given import SideTables
from catchall.names import index
from catchall.snapshots import Watchlist
from catchall_desk.jobs import rescreening as again
from catchall_desk.jobs import rows
from catchall_desk.jobs.engine import Engine
from catchall_desk.jobs.screening import look_up

NAMES = (
    "Kivrox Pumps Ltd", "Kivroks Pumps", "Norvane Hydraulics", "Norvan Hydraulic GmbH",
    "Osk Bolt Works", "Maple Tiles SA", "Tamber Quill Freight", "Tambre Quill Freight LLC",
)  # fmt: skip
PLACE = ("city", "region", "postcode", "country")
SOME = st.lists(st.sampled_from(NAMES), min_size=1, max_size=3, unique=True)
LISTS = st.dictionaries(st.sampled_from("12345"), SOME, min_size=1, max_size=3)


def stored(names, now, id_="deal"):
    shipment = sample.sale(*names, id_=id_)
    body = {**look_up(shipment, now), "lists": now.read()}
    versions = now.versions()
    return again.Filed(
        shipment, {**body, **{key: versions[key] for key in ("lawbook", "engine")}}
    )


def with_list(now, records, version):
    """The same law with one list of these records in force."""
    table = builders.watchlist(*(builders.record(n, *names) for n, names in records.items()))
    snapshot = replace(now.snapshots[0], hash=version)
    return replace(now, lists=(Watchlist(snapshot, table, index.build(table)),))


def held(one):
    return SimpleNamespace(earlier=lambda _name, _version: one.lists[0])


def found(body):
    return sorted(
        (p["role"], p["party"], h["record"], h["basis"], h["score"])
        for p in body["parties"]
        for h in p["hits"]
    )


def ids(*args):
    return [one.id for one in again.touched(*args)]


@settings(max_examples=10)
@given(LISTS, LISTS, st.lists(SOME, min_size=1, max_size=3))
def test_what_is_not_touched_would_give_the_same_in_a_full_run(now, old, new, files):
    before, after = with_list(now, old, "a" * 64), with_list(now, new, "b" * 64)
    filed = [stored(names, before, f"f{at}") for at, names in enumerate(files)]
    wanted = ids(filed, held(before), after)
    for one in filed:
        if one.shipment.id not in wanted:
            assert found(one.before) == found(look_up(one.shipment, after))


def test_only_the_file_that_the_news_may_touch_is_done_again(now):
    before = with_list(now, {"1": ["Osk Bolt Works"]}, "a" * 64)
    after = with_list(now, {"1": ["Osk Bolt Works"], "2": ["Kivrox Pumps"]}, "b" * 64)
    filed = [stored(["Kivrox Pump Ltd"], before, "f1"), stored(["Maple Tiles"], before, "f2")]
    (one,) = again.touched(filed, held(before), after)
    assert (one.id, one.why) == ("f1", (again.LIST,))
    assert next(again.waiting([one]))["duty"] == again.RE_SCREEN


def test_a_file_with_a_hit_is_done_again_when_its_record_goes(now):
    before = with_list(now, {"1": ["Kivrox Pumps"], "2": ["Osk Bolt"]}, "a" * 64)
    after = with_list(now, {"2": ["Osk Bolt"]}, "b" * 64)
    assert ids([stored(["Kivrox Pumps"], before)], held(before), after) == ["deal"]


def test_a_new_record_of_an_owner_touches_the_file(now):
    side = SideTables(owners=({"party": "Maple Tiles SA", "owner": "Kivrox Pumps Ltd"},))
    before = with_list(now, {"1": ["Osk Bolt"]}, "a" * 64)
    after = with_list(now, {"1": ["Osk Bolt"], "2": ["Kivrox Pumps"]}, "b" * 64)
    filed = [stored(["Maple Tiles SA"], before)]
    assert ids(filed, held(before), after) == []
    assert ids(filed, held(before), after, side) == ["deal"]


@pytest.mark.parametrize(
    "told",
    [
        {"identifiers": [{"kind": "registration", "value": "C-7701234", "country": ""}]},
        {"addresses": [{"text": "14 Marble Rd, Izmir", **dict.fromkeys(PLACE, "")}]},
    ],
)
def test_a_number_or_an_address_in_common_with_the_news_touches_the_file(now, told):
    buyer = replace(
        sample.MAPLE, identifiers=(("tax", "C7701234"),), addresses=("Marble Road 14, Izmir",)
    )
    shipment = rows.shipment(sample.transaction(), {**sample.KNOWN, "maple": buyer})
    before = with_list(now, {"1": ["Osk Bolt"]}, "a" * 64)
    table = builders.watchlist(
        builders.record("1", "Osk Bolt"), builders.record("2", "Kivrox", **told)
    )
    snapshot = replace(now.snapshots[0], hash="b" * 64)
    after = replace(now, lists=(Watchlist(snapshot, table, index.build(table)),))
    one = stored(["Maple Tiles SA"], before)
    assert ids([again.Filed(shipment, one.before)], held(before), after) == ["deal"]


def test_without_news_nothing_is_done_again(engine, now):
    assert ids([stored(["Maple Tiles SA"], now)], engine, now) == []


def test_another_law_touches_every_file(engine, now):
    one = stored(["Maple Tiles SA"], now)
    changed = replace(one, before={**one.before, "lawbook": {"version": "1", "hash": "x"}})
    assert again.touched([changed], engine, now)[0].why == (again.LAW,)


def test_what_was_never_screened_under_these_names_is_done_again(engine, now):
    never = again.Filed(sample.sale(id_="f2"))
    renamed = again.Filed(sample.sale("Maple & Sons"), stored(["Maple Tiles SA"], now).before)
    why = [told.why for told in again.touched([never, renamed], engine, now)]
    assert why == [(again.NEVER,)] * 2


def test_an_earlier_list_that_is_lost_touches_the_file(engine, now):
    one = stored(["Maple Tiles SA"], with_list(now, {"1": ["Osk Bolt"]}, "c" * 64))
    assert again.touched([one], engine, now)[0].why == (again.LOST,)


def test_a_list_that_is_no_longer_in_force_touches_the_file(engine, now):
    one = stored(["Maple Tiles SA"], now)
    more = {"list": "second", "version": "d" * 64}
    changed = replace(one, before={**one.before, "lists": [*one.before["lists"], more]})
    assert again.touched([changed], engine, now)[0].why == (again.LOST,)


def test_a_list_that_is_new_is_all_news(tmp_path, now):
    sample.keep(tmp_path, builders.record("9", "Maple Tiles"), name="second")
    sample.keep(tmp_path, sample.LISTED)
    engine = Engine(tmp_path)
    filed = [stored(["Maple Tiles SA"], now), stored(["Osk Bolt"], now, "f2")]
    assert ids(filed, engine, engine.at(sample.NOW)) == ["deal"]


def test_an_earlier_version_is_read_from_the_home(tmp_path):
    sample.keep(tmp_path, sample.LISTED)
    engine = Engine(tmp_path)
    filed = [stored(["Maple Tiles SA"], engine.at(sample.NOW))]
    second = builders.record("2", "Maple Tile")
    sample.keep(tmp_path, sample.LISTED, second, day=date(2026, 11, 22))
    assert ids(filed, engine, engine.at(sample.NOW)) == ["deal"]


def body(*places):
    rows = [
        {"role": role, "party": party, "names": [party], "hits": [
            {"list": "l", "record": record, "why": "alike", "confirmed": sure, "asked": "N"}
        ]}
        for role, party, record, sure in places
    ]  # fmt: skip
    return {"parties": rows}


def test_a_new_hit_and_one_that_became_sure_open_duties():
    before = body(("bank", "p", "1", False))
    after = body(("bank", "p", "1", True), ("bank", "q", "2", False))
    duties = again.duties("deal", before, after)
    assert [(d["duty"], d["party"], d["record"]) for d in duties] == [
        (again.JUDGE_HIT, "p", "1"),
        (again.JUDGE_HIT, "q", "2"),
    ]
    assert again.duties("deal", after, after) == ()


def test_a_hit_that_is_gone_stays_open_until_a_person_closes_it():
    first = body(("bank", "p", "1", False))
    second = again.carried(first, body())
    third = again.carried(second, body())
    assert [hit["record"] for hit in third["gone"]] == ["1"]
    assert again.carried(third, body(), [("bank", "p", "l", "1")])["gone"] == []
    assert again.carried(third, first)["gone"] == []


def test_a_hit_on_an_owner_without_a_stream_is_followed_by_its_name():
    owner = body(("owner", "", "1", False))
    gone = again.carried(owner, body())
    assert len(gone["gone"]) == 1
    assert again.carried(gone, owner)["gone"] == []
    assert again.carried(gone, body(), [("owner", "N", "l", "1")])["gone"] == []
