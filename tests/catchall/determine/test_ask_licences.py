"""Is a licence on record: every part of it must fit, and what it does not tell is open."""

from typing import Any

import pytest

from catchall.determine import ask_licences, facts
from catchall.records import Answer

ITEM = {
    "outcome": "listed", "description": "maraging steel rod", "quantity": 50.0, "unit": "kg",
    "value": 900.0, "currency": "USD", "candidates": ({"entry": "E1", "verdict": "meets"},),
}  # fmt: skip
SHIPPED = {
    "day": "2026-11-02",
    "parties": {"exporter": "Velm Export", "consignee": "Orlo Works", "end_user": "Velm Mills"},
    "destinations": ("IN",),
    "goods": (ITEM,),
}
LICENCE = {
    "licence_no": "L7", "exporter": "Velm Export", "consignee": "Orlo Works",
    "destination_country": "India", "entry": "E1", "quantity": "100", "quantity_unit": "kg",
    "status": "issued", "expires": "2027-06-01",
}  # fmt: skip
GENERAL = {
    "licence_no": "G1", "general": "yes", "destination_country": "India; Brazil",
    "entry": "E1", "status": "valid",
}  # fmt: skip
MATCH = {"entry": "E1", "eu": ["1C216.a"], "us": []}


def missing(*licences: dict[str, str], **more: Any) -> tuple[Answer, str]:
    told = facts.stated({**SHIPPED, "licences": licences, **more})
    told = facts.Facts(told.shipment, told.values, matches=(MATCH,))
    return ask_licences.licence_missing(told, {"values": ["issued", "valid", "granted"]})


@pytest.mark.parametrize(
    ("more", "answer"),
    [
        ({}, Answer.NO),
        ({"exporter": "Another"}, Answer.YES),
        ({"exporter": ""}, Answer.UNKNOWN),
        ({"consignee": "Another"}, Answer.YES),
        ({"consignee": ""}, Answer.UNKNOWN),
        ({"end_user": "Velm Mills Ltd"}, Answer.NO),
        ({"end_user": "Another"}, Answer.YES),
        ({"destination_country": "Brazil"}, Answer.YES),
        ({"destination_country": ""}, Answer.UNKNOWN),
        ({"destination_country": "Nowhereland"}, Answer.UNKNOWN),
        ({"entry": "E2"}, Answer.YES),
        ({"entry": "1C216"}, Answer.NO),
        ({"entry": "1C216.a.1"}, Answer.UNKNOWN),
        ({"entry": ""}, Answer.UNKNOWN),
        ({"entry": "", "goods": "maraging steel"}, Answer.NO),
        ({"entry": "", "goods": "pumps"}, Answer.UNKNOWN),
        ({"quantity": "20"}, Answer.YES),
        ({"quantity": ""}, Answer.UNKNOWN),
        ({"quantity_unit": "boxes"}, Answer.UNKNOWN),
        ({"value": "500", "currency": "USD"}, Answer.YES),
        ({"value": "5000", "currency": "EUR"}, Answer.UNKNOWN),
        ({"from": "2027-01-01"}, Answer.YES),
        ({"expires": "2026-10-01"}, Answer.YES),
        ({"expires": "Nov 2026"}, Answer.UNKNOWN),
        ({"expires": ""}, Answer.UNKNOWN),
        ({"status": "not valid"}, Answer.YES),
        ({"status": "refused"}, Answer.YES),
        ({"status": ""}, Answer.UNKNOWN),
    ],
)
def test_a_licence_covers_only_what_it_tells(more: dict[str, str], answer: Answer) -> None:
    assert missing({**LICENCE, **more})[0] is answer


@pytest.mark.parametrize(
    ("more", "answer"),
    [
        ({}, Answer.NO),
        ({"destination_country": "Brazil"}, Answer.YES),
        ({"destination_country": ""}, Answer.UNKNOWN),
        ({"exporter": "Another"}, Answer.YES),
        ({"entry": "E2"}, Answer.YES),
        ({"expires": "2026-10-01"}, Answer.YES),
    ],
)
def test_a_general_licence_is_open_only_to_its_destinations(
    more: dict[str, str], answer: Answer
) -> None:
    assert missing({**GENERAL, **more})[0] is answer


def test_two_licences_may_cover_two_entries() -> None:
    second = {**ITEM, "candidates": ({"entry": "E2", "verdict": "meets"},)}
    goods = (ITEM, second)
    assert missing(LICENCE, goods=goods)[0] is Answer.YES
    assert missing(LICENCE, {**LICENCE, "entry": "E2"}, goods=goods)[0] is Answer.NO


def test_the_goods_under_one_licence_are_counted_together() -> None:
    assert missing(LICENCE, goods=(ITEM, ITEM))[0] is Answer.NO
    assert missing(LICENCE, goods=(ITEM, ITEM, ITEM))[0] is Answer.YES


def test_without_a_table_or_goods_it_is_open() -> None:
    told = facts.stated(SHIPPED)
    assert ask_licences.licence_missing(told, {"values": []})[0] is Answer.UNKNOWN
    assert missing(LICENCE, goods=())[0] is Answer.UNKNOWN


def test_the_reason_says_why_a_licence_does_not_fit() -> None:
    assert "L7: it is for BR" in missing({**LICENCE, "destination_country": "Brazil"})[1]
    assert "none names a party" in missing()[1]


KILOS = {"lines": 1, "stated kg": 1, "amount kg": 51.0}


@pytest.mark.parametrize(
    ("past", "answer"),
    [
        ({"sure": KILOS, "most": KILOS}, Answer.YES),
        ({"sure": {}, "most": KILOS}, Answer.UNKNOWN),
        (
            {"sure": {**KILOS, "amount kg": 50.0}, "most": {**KILOS, "amount kg": 50.0}},
            Answer.NO,
        ),
    ],
)
def test_a_licence_used_up_before_fits_no_more(past: dict[str, Any], answer: Answer) -> None:
    series = {"drawn": {"licence": {"l7": past}}, "history": True}
    assert missing(LICENCE, series=series)[0] is answer


EU = {"L1": {"of": ["1C216"], "to": ["IN"], "name": "L1", "none": (), "cite": "c"}}


@pytest.mark.parametrize(
    ("held", "going", "answer"),
    [
        (EU, "IN", Answer.NO),
        (EU, "BR", Answer.YES),
        ({"L1": {**EU["L1"], "of": ["1C116"]}}, "IN", Answer.YES),
        ({"L1": {**EU["L1"], "none": ("1C216",)}}, "IN", Answer.YES),
        ({}, "IN", Answer.UNKNOWN),
    ],
)
def test_a_general_one_covers_what_the_lawbook_says(
    held: dict[str, Any], going: str, answer: Answer
) -> None:
    row = {"licence_no": "L1", "general": "yes", "status": "valid"}
    found = missing(row, destinations=(going,), general_licences=held)
    assert found[0] is answer
