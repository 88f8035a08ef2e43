"""What a screening says: hits by any name, whoever was not screened, and the sealed record."""

from datetime import timedelta

import pytest
from tests.catchall_desk.jobs import sample

from catchall import casefile
from catchall.determine.given import SideTables
from catchall_desk.cases.events import canonical
from catchall_desk.cases.naming import Names
from catchall_desk.jobs import rows, screening


def hits(body):
    return [(p["role"], h["record"]) for p in body["parties"] for h in p["hits"]]


def test_an_alias_of_a_party_is_screened_as_its_primary_name_is(listed_buyer):
    body = listed_buyer.body
    assert hits(body) == [("consignee", "1")]
    (hit,) = body["parties"][1]["hits"]
    assert (hit["asked"], hit["name"]) == ("Norvane Hydraulics Ltd", "Norvane Hydraulics")
    assert body["outcome"] == "hits"
    assert body["asks_for"] == "review"


@pytest.mark.parametrize("role", ["insurer", "signatory", "vessel", "notify_party", "subject"])
def test_every_role_is_screened(now, role):
    deal = sample.transaction(roles=[{"role": role, "party": "kivrox"}])
    known = {"kivrox": Names("kivrox", ("Kivrox Pumps Ltd",))}
    assert hits(screening.look_up(rows.shipment(deal, known), now)) == [(role, "1")]


def test_a_harmless_sale_is_clear_and_says_by_which_lists(now):
    body = screening.judge(sample.sale(), now).body
    assert (body["outcome"], body["not_screened"]) == ("clear", [])
    assert [one["list"] for one in body["lists"]] == ["exercise"]
    assert body["parties"][1]["names"] == ["Maple Tiles SA"]


def test_a_party_whose_names_are_not_known_is_told_as_not_screened(now):
    body = screening.look_up(rows.shipment(sample.transaction(), {"alder": sample.ALDER}), now)
    (row,) = body["not_screened"]
    assert (row["party"], row["why"]) == ("maple", screening.NO_NAMES)


def test_one_name_that_cannot_be_looked_up_makes_the_screening_partial(now):
    body = screening.judge(sample.sale("Maple Tiles SA", "TO ORDER"), now).body
    assert body["outcome"] == "partial"
    assert [one["name"] for one in body["not_screened"]] == ["TO ORDER"]


def test_a_name_of_which_the_engine_says_nothing_is_not_screened(now):
    body = screening.party_part(sample.sale().parties, [], [])
    assert {one["why"] for one in body["not_screened"]} == {screening.NONE_SAYS_SO}


def test_owners_of_a_party_are_told_with_their_hits(now):
    owners = ({"party": "Maple Tiles SA", "owner": "Kivrox Pumps Ltd"},)
    body = screening.judge(sample.sale(), now, SideTables(owners=owners)).body
    assert hits(body) == [("owner", "1")]


def test_an_owner_who_cannot_be_looked_up_is_told(now):
    owners = ({"party": "Maple Tiles SA", "owner": "TO ORDER"},)
    body = screening.judge(sample.sale(), now, SideTables(owners=owners)).body
    assert [(one["role"], one["name"]) for one in body["not_screened"]] == [
        ("owner", "TO ORDER")
    ]


def test_the_best_name_of_a_party_tells_a_record_once(now):
    body = screening.look_up(sample.sale("Kivrox Pumps Ltd", "Kivrox Pump Ltd"), now)
    assert len(body["parties"][1]["hits"]) == 1
    assert body["parties"][1]["hits"][0]["asked"] == "Kivrox Pumps Ltd"


def test_the_body_holds_no_float(listed_buyer):
    assert canonical(listed_buyer.body)


def test_the_record_is_sealed_and_named(listed_buyer):
    body, record = listed_buyer.body, listed_buyer.record
    assert casefile.open_line(record.line(), "record").seal == body["record"]
    assert body["run"] == listed_buyer.header.hash
    assert len(body["inputs"]) == 64


def test_many_files_give_what_each_gives_alone(now):
    many = [sample.sale("Kivrox Pumps Ltd"), sample.sale(id_="other"), sample.sale("Norvane")]
    for one, judged in zip(many, screening.judge_all(many, now), strict=True):
        told = {key: value for key, value in judged.body.items() if key != "record"}
        alone = screening.judge(one, now).body
        assert told == {key: value for key, value in alone.items() if key != "record"}
    assert screening.judge_all([], now) == ()


def test_the_hash_of_the_inputs_changes_with_them_and_not_with_the_hour(engine, now):
    later = engine.at(sample.NOW + timedelta(hours=3))
    same, other = sample.sale(), sample.sale("Maple & Sons")
    first = screening.judge(same, now).body["inputs"]
    assert screening.judge(same, later).body["inputs"] == first
    assert screening.judge(other, now).body["inputs"] != first
