"""One lawbook file to records."""

from datetime import date

import pytest

from catchall.errors import LawbookError
from catchall.law import files
from catchall.law.fields import Fields

LEAF = {"is": "odd", "cite": "order a"}
RULE = {
    "id": "eu.a", "kind": "embargo", "title": "A", "asks": "Is it?", "outcome": "prohibited",
    "verified": "V", "cite": "order a", "versions": [{"from": date(2020, 1, 1), "when": LEAF}],
}  # fmt: skip


def fields(data):
    return Fields(data, "x.yaml", "")


def test_a_file_holds_one_record_or_several():
    one = files.rules(fields(dict(RULE)), "eu")
    two = files.rules(fields({"rules": [dict(RULE), RULE | {"id": "eu.b"}]}), "eu")
    assert [rule.id for rule in (*one, *two)] == ["eu.a", "eu.a", "eu.b"]


def test_a_number_can_be_stated_in_words():
    raw = {
        "id": "c",
        "asks": "class",
        "kind": "number",
        "unit": "class",
        "words": {"4": ["P4"]},
    }
    (made,) = files.goods(fields({"characteristics": [raw]})).characteristics
    assert made.words == {"4": ("P4",)}


def test_a_number_has_a_least_value_and_may_be_none():
    raw = {"id": "c", "asks": "c", "kind": "number", "unit": "mm"}
    more = raw | {"id": "t", "unit": "degC", "min": -273.15, "none": True}
    plain, cold = files.goods(fields({"characteristics": [raw, more]})).characteristics
    assert (plain.min, plain.none) == (0, False)
    assert (cold.min, cold.none) == (-273.15, True)


def test_cases_stand_alone_or_in_groups():
    case = {"why": "x", "day": date(2021, 1, 1), "text": "widget", "outcome": "fails"}
    alone = files.cases(fields({"entry": "1A001", "cases": [case]}))
    grouped = files.cases(fields({"cases": [{"entry": "1A001", "cases": [dict(case)]}]}))
    assert alone == grouped
    assert alone[0].given == {"text": "widget", "params": {}, "hs": ""}


def test_a_dated_value_may_say_how_it_is_known():
    first = {"from": date(2020, 1, 1), "value": 1, "cite": "order a", "verified": "S: a list"}
    second = {"from": date(2021, 1, 1), "value": 2, "cite": "order b"}
    raw = {"id": "eu.v", "versions": [first, second]}
    ((_, versions),) = files.values(fields({"values": [raw]}), "eu")
    assert [version.verified for version in versions] == ["S: a list", ""]
    assert [version.end for version in versions] == [date(2021, 1, 1), None]


def test_how_a_dated_value_is_known_begins_with_a_letter_that_has_a_meaning():
    row = {"from": date(2020, 1, 1), "value": 1, "cite": "order a", "verified": "sure"}
    with pytest.raises(LawbookError, match="V, S or M"):
        files.values(fields({"values": [{"id": "eu.v", "versions": [row]}]}), "eu")
