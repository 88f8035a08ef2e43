"""The rules of a day, asked for the goods of a shipment."""

from datetime import date

from catchall.determine.destination import Desk, held, ruled
from catchall.determine.facts import stated
from catchall.law import load
from catchall.records import Outcome

MATCH = {"entry": "MTCR-6.C.3", "eu": ["1C107.a"], "us": ["1C107.a"]}


def test_a_jurisdiction_without_a_rule_is_told_as_not_held(desk: Desk) -> None:
    rulings = {one.jurisdiction: one for one in ruled(desk, stated({}), MATCH)}
    assert rulings["zz"].outcome is Outcome.REVIEW
    assert "not held" in rulings["zz"].why


def test_a_day_before_the_rule_is_told_as_not_held() -> None:
    (us,) = ruled(held(load.load(), date(2020, 1, 1), ["us"]), stated({}), MATCH)
    assert (us.outcome, us.why) == (
        Outcome.REVIEW,
        "the destination rule of that day is not held",
    )


def test_goods_without_a_number_there_are_read_by_a_person(desk: Desk) -> None:
    rulings = ruled(desk, stated({"destinations": ("IN",)}), {**MATCH, "us": []})
    assert [one.outcome for one in rulings if one.jurisdiction == "us"] == [Outcome.REVIEW]


def test_origin_and_exporter_are_taken_from_the_shipment(desk: Desk) -> None:
    told = {
        "destinations": ("IN",),
        "origin": "DE",
        "loading_country": "DE",
        "parties": {"exporter": [{"name": "Orlo Works", "country": "DE"}]},
    }
    rulings = {one.jurisdiction: one for one in ruled(desk, stated(told), MATCH)}
    assert rulings["eu"].outcome is Outcome.LICENCE
    assert rulings["us"].outcome is None


def test_a_named_general_licence_counts(desk: Desk) -> None:
    told = stated({"destinations": ("JP",), "licence_no": "eu001; X-1"})
    rulings = {one.jurisdiction: one for one in ruled(desk, told, MATCH)}
    assert rulings["eu"].outcome is None
