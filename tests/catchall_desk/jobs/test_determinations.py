"""Determinations of the engine as files: what was found, by which rule and versions."""

from tests.catchall_desk.jobs import sample

from catchall_desk.cases import fields
from catchall_desk.jobs.determinations import determinations
from catchall_desk.jobs.screening import judge


def opened(judged, **items):
    return [one["set"] for one in determinations(judged, "deal", items)]


def test_a_hit_opens_a_match_about_the_party(listed_buyer):
    match = opened(listed_buyer)[0]
    assert (match["kind"], match["subject"], match["related"]) == ("match", "maple", ["deal"])
    assert match["finding"] == "Norvane Hydraulics Ltd may be Norvane Hydraulics"
    assert match["rule"] == "exercise:1"


def test_each_line_of_goods_is_classified_and_the_whole_is_judged(listed_buyer):
    found = {one["kind"]: one for one in opened(listed_buyer, **{"1": "tile"})}
    assert found["classification"]["subject"] == "tile"
    assert found["classification"]["finding"] == "line 1: not_listed"
    assert (found["risk"]["subject"], found["risk"]["finding"]) == ("deal", "review")


def test_what_is_not_known_is_not_decided(listed_buyer):
    found = [one for one in opened(listed_buyer) if one["kind"] == "catch_all"]
    assert [one["finding"] for one in found] == ["not decided"]


def test_every_determination_says_what_it_rests_on(listed_buyer):
    for one in opened(listed_buyer):
        assert one["reasons"]
        assert one["inputs_hash"] == listed_buyer.body["inputs"]
        assert one["record"] == listed_buyer.record.seal
        assert [held["list"] for held in one["lists"]] == ["exercise"]


def test_a_party_in_two_roles_is_one_match(now):
    roles = [{"role": role, "party": "maple"} for role in ("consignee", "end_user")]
    judged = judge(sample.sale("Kivrox Pumps Ltd", roles=roles), now)
    assert [one["kind"] for one in opened(judged)].count("match") == 1


def test_the_bodies_are_those_of_the_desk_s_table(now):
    stream = "0f8fad5b-d9cb-469f-a165-70867728950e"
    judged = judge(sample.sale("Kivrox Pumps Ltd"), now)
    for body in determinations(judged, stream, {"1": stream}):
        body["set"]["subject"] = stream
        assert fields.check("determination", "make", body, opening=True)
