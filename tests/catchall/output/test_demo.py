"""The demonstration says truly what it found of the planted patterns, and what it missed."""

import pyarrow as pa
import pytest

from catchall import tables
from catchall.output import demo

BLANK = {
    "kind": "flag", "rule": "RF24", "severity": "high", "subject": "vessel",
    "outcome": "review",
    "incomplete": False, "confidence": 1.0, "why": "", "evidence": "{}", "citation": "",
    "list": "", "list_date": "",
}  # fmt: skip


def finding(**changes):
    return {**BLANK, **changes}


def determined(identity, *findings, outcome="review", incomplete=False):
    row = {}
    for field in tables.DETERMINATIONS:
        empty = [] if pa.types.is_list(field.type) else ""
        row[field.name] = 0 if pa.types.is_integer(field.type) else empty
    row.update(
        id=identity,
        outcome=outcome,
        incomplete=incomplete,
        findings=list(findings),
        confidence=1.0,
    )
    return row


def table(*rows):
    return pa.Table.from_pylist(list(rows), schema=tables.DETERMINATIONS)


def want(identity="S1", outcome="review", kind="flag", rule="RF24"):
    return {
        "id": identity, "pattern": "exercise", "what": "", "expect_outcome": outcome,
        "expect_kind": kind, "expect_rule": rule,
    }  # fmt: skip


def test_the_expected_finding_makes_a_pattern_found():
    result = demo.compare(table(determined("S1", finding())), [want()])
    assert result.found == (("S1", "exercise"),)
    assert result.missed == ()


def test_a_milder_outcome_is_a_miss_that_says_so():
    result = demo.compare(table(determined("S1", finding(), outcome="clear")), [want()])
    assert result.missed[0].why == "reads clear; at least review was expected"


def test_a_stricter_outcome_still_counts_as_found():
    result = demo.compare(table(determined("S1", finding(), outcome="stop")), [want()])
    assert len(result.found) == 1


def test_the_right_outcome_for_another_reason_is_a_miss():
    result = demo.compare(table(determined("S1", finding(rule="RF16"))), [want()])
    assert "not for the reason planted (RF24)" in result.missed[0].why


def test_a_rule_that_only_begins_alike_is_not_the_rule():
    result = demo.compare(table(determined("S1", finding(rule="RF240"))), [want()])
    assert result.found == ()


def test_the_rule_may_stand_behind_a_path():
    result = demo.compare(table(determined("S1", finding(rule="flags.RF24"))), [want()])
    assert len(result.found) == 1


def test_a_listed_record_is_found_in_the_evidence():
    hit = finding(kind="party", rule="screen", evidence='{"record": "990001"}')
    result = demo.compare(table(determined("S1", hit)), [want(kind="party", rule="990001")])
    assert len(result.found) == 1


def test_one_of_several_kinds_and_rules_is_enough():
    result = demo.compare(
        table(determined("S1", finding(kind="certificate", rule="RF43"))),
        [want(kind="flag|certificate", rule="RF12|RF43")],
    )
    assert len(result.found) == 1


def test_a_missing_fact_must_be_incomplete():
    asked = finding(kind="goods", rule="WA-7.A.2", incomplete=True, outcome="")
    expected = want(outcome="incomplete", kind="goods", rule="")
    yes = demo.compare(
        table(determined("S1", asked, outcome="clear", incomplete=True)), [expected]
    )
    no = demo.compare(table(determined("S1", asked, outcome="clear")), [expected])
    assert len(yes.found) == 1
    assert no.missed[0].why == "reads clear; a missing fact was expected"


def test_a_planted_shipment_without_determination_is_missed():
    result = demo.compare(table(determined("S2")), [want()])
    assert result.missed[0].why == "the shipment has no determination"


def test_two_patterns_of_one_shipment_are_counted_apart():
    result = demo.compare(table(determined("S1", finding())), [want(), want(rule="RF16")])
    assert (len(result.found), len(result.missed)) == (1, 1)


def test_other_shipments_that_are_not_clear_are_counted_with_their_reasons():
    result = demo.compare(
        table(
            determined("S1", finding()),
            determined("S2", finding(rule="RF16"), finding(rule="RF17", outcome="")),
            determined("S3", outcome="clear"),
            determined("S4", finding(incomplete=True), outcome="clear", incomplete=True),
        ),
        [want()],
    )
    assert (result.others, result.alarms) == (3, ("S2", "S4"))
    assert result.reasons == (("flag RF16", 1), ("flag RF24", 1))


def test_the_lines_name_each_miss_and_each_reason():
    result = demo.compare(
        table(determined("S1", outcome="clear"), determined("S2", finding(rule="RF16"))),
        [want()],
    )
    assert demo.told(result) == (
        "1 planted pattern: 0 found, 1 missed:",
        "  S1 (exercise): reads clear; at least review was expected",
        "Of the other 1 shipments 1 is not clear, by finding:",
        "  flag RF16: 1",
    )


@pytest.mark.parametrize(
    ("extra", "last"), [(0, "  flag R7: 1"), (2, "  and 2 more kinds of finding")]
)
def test_a_long_list_of_reasons_is_cut_and_says_so(extra, last):
    many = [finding(rule=f"R{place}") for place in range(8 + extra)]
    lines = demo.told(demo.compare(table(determined("S2", *many)), []))
    assert lines[-1] == last
