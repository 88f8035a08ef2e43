"""Counting and order."""

import pyarrow as pa
import pytest

from catchall import tables
from catchall.output.totals import count, embargo, kinds, lines_of, meets, non_clear


def test_clear_with_a_missing_fact_is_not_counted_clear(one_of_each):
    assert count(one_of_each) == {
        "stop": 1, "licence": 1, "review": 1, "not decided": 1, "clear": 1,
    }  # fmt: skip


def test_counts_of_nothing_name_every_kind(determinations):
    assert set(count(determinations()).values()) == {0}


def test_what_must_be_acted_on_comes_first(one_of_each):
    assert kinds(non_clear(one_of_each)) == ["stop", "licence", "review", "not decided"]


def test_equal_outcomes_keep_the_order_of_the_input(determinations, row):
    table = determinations(row(id="b"), row(id="a"), row(id="c"))
    assert non_clear(table)["id"].to_pylist() == ["b", "a", "c"]


@pytest.mark.parametrize(("least", "number"), [("stop", 1), ("licence", 2), ("review", 4)])
def test_fail_on_counts_the_outcome_and_stricter(one_of_each, least, number):
    assert meets(one_of_each, least) == number


def test_embargo_check_is_counted_a_shipment_once(determinations, row, finding):
    twice = [finding(kind="embargo", outcome="stop")] * 2
    table = determinations(row(findings=twice), row(), row(findings=[]))
    assert embargo(table) == {"checked": 3, "found": 1, "not decided": 0}


def test_embargo_not_decided_is_told(one_of_each):
    assert embargo(one_of_each) == {"checked": 5, "found": 1, "not decided": 1}


def test_lines_of_unlisted_shipments_are_left_out():
    parts = dict.fromkeys(("source", "line"), "")
    rows = [
        {"row": at, "id": one, "source_line": at, "parties": [], **parts}
        for at, one in enumerate(("a", "b", "a"))
    ]
    table = pa.Table.from_pylist(rows, schema=tables.SHIPMENTS)
    found = lines_of(table, pa.chunked_array([["a"]]))
    assert {key: len(lines) for key, lines in found.items()} == {"a": 2}


def test_no_shipments_at_hand_gives_no_lines():
    assert lines_of(None, pa.chunked_array([["a"]])) == {}
