"""Owners, measures and denials of the desk are tables of the engine."""

from dataclasses import replace

from tests.catchall_desk.jobs import sample

from catchall_desk.cases.fold import fold
from catchall_desk.cases.naming import Names
from catchall_desk.jobs.ftm import Link
from catchall_desk.jobs.screening import judge
from catchall_desk.jobs.side import side_tables

OWNER = Names(
    "owner", ("Osk Holding", "Kivrox Pumps Ltd"), "company", ("MT",),
    identifiers=(("tax", "C7"),),
)  # fmt: skip
PARTIES = {**sample.KNOWN, "owner": OWNER}


def link(kind, source, target, **more):
    body = {"type": kind, "to": target, **more}
    return Link(source, sample.event(source, 2, "party", "link", body))


def opened(kind, type_, /, **fields):
    return fold([sample.event(f"{kind}-1", 1, kind, type_, {"set": fields})])


FINE = opened("measure", "propose", kind="freeze", by={"government": "MLT"}, on=["maple"])
DENIAL = opened(
    "denial", "decide", denied_by="NOR", reference="N-9", denied="2025-01-02", destination="OM",
    roles=[{"role": "end_user", "party": "maple"}, {"role": "bank", "party": "hidden"}],
    lines=[{"entries": ["2B350"]}, {"hs_code": "841350"}, {"description": "pumps"}, {}],
)  # fmt: skip


def test_an_owner_stands_behind_a_party_under_each_of_its_names():
    rows = side_tables(PARTIES, [link("owns", "owner", "maple", share="60")]).owners
    assert [(row["owner"], row["share"], row["kind"]) for row in rows] == [
        ("Osk Holding", "60", "ownership"),
        ("Kivrox Pumps Ltd", "60", "ownership"),
    ]
    assert (rows[0]["owner_id"], rows[0]["owner_country"]) == ("tax:C7", "MT")


def test_whoever_is_fronted_for_stands_behind_the_front():
    (row, _) = side_tables(PARTIES, [link("fronts_for", "maple", "owner")]).owners
    assert (row["party"], row["owner"], row["kind"]) == (
        "Maple Tiles SA",
        "Osk Holding",
        "control",
    )


def test_other_links_and_parties_that_are_not_known_give_no_owner():
    links = [link("shares_address", "owner", "maple"), link("owns", "hidden", "maple")]
    assert side_tables(PARTIES, links).owners == ()


def test_a_listed_owner_known_by_an_alias_is_found_by_the_engine(now):
    side = side_tables(PARTIES, [link("owns", "owner", "maple", share="60")])
    body = judge(sample.sale(), now, side).body
    assert [(p["role"], p["names"]) for p in body["parties"] if p["hits"]] == [
        ("owner", ["Kivrox Pumps Ltd"])
    ]


def test_a_measure_that_counts_is_a_row_for_each_name():
    served = replace(FINE, state="imposed")
    (row,) = side_tables(PARTIES, measures=[served, replace(FINE, state="dropped")]).measures
    assert (row["party"], row["kind"], row["authority"]) == ("Maple Tiles SA", "seizure", "MLT")
    assert row["date"] == "2026-11-22"
    assert side_tables(PARTIES, measures=[FINE]).measures == ()


def test_a_denial_names_its_end_user_goods_and_government():
    (row,) = side_tables(PARTIES, denials=[DENIAL, replace(DENIAL, state="expired")]).denials
    assert (row["end_user"], row["goods_class"]) == ("Maple Tiles SA", "2B350; 841350; pumps")
    assert (row["government"], row["date"], row["reference"]) == ("NOR", "2025-01-02", "N-9")


def test_what_was_not_handed_in_is_unknown_and_not_empty(now):
    tables = side_tables(PARTIES)
    assert (tables.owners, tables.measures, tables.denials) == (None, None, None)
    side = side_tables(PARTIES, [], [replace(FINE, state="served")], [DENIAL])
    rules = {one["rule"] for one in judge(sample.sale(), now, side).body["findings"]}
    assert rules - {one["rule"] for one in judge(sample.sale(), now).body["findings"]}
