"""Bulk import: what is taken, what is already there, and what is rejected."""

import json

import pytest
from tests.desk_builders import BOSS, NOW, OPEN, at

from catchall_desk.store.bulk import import_lines, own_id, written
from catchall_desk.store.labels import kernel
from catchall_desk.store.models import EventRow, FileRow
from catchall_desk.store.rebuild import contents, rebuild
from catchall_desk.store.verify import verify


def line(number, stream, event, body=None, **other):
    usual = {"id": f"e{number}", "stream": stream, "kind": stream.split()[0], "type": event}
    usual |= {"marking": OPEN, "happened_at": NOW.isoformat(), "body": body or {}}
    return json.dumps({**usual, **other}).encode()


CASE = {"title": "Pumps", "kind": "diversion", "raised_by": ["DEU"]}
ROLES = [{"role": "consignee", "party": {"ref": "party 1"}}]
HISTORY = [
    line(1, "party 1", "begin", {"set": {"name": "Holm Feinwerk", "schema": "company"}}),
    line(2, "case 1", "open", {"set": CASE}),
    line(3, "case 1", "take"),
    line(4, "transaction 1", "report", {"set": {"summary": "By sea", "roles": ROLES}}),
]


def test_history_is_taken_once_and_stands_in_the_chain(desk_db):
    first = import_lines(HISTORY, BOSS, at())
    again = import_lines([*HISTORY, line(5, "case 1", "suspend")], BOSS, at(1))
    assert (first.rows, first.taken, first.already) == (4, 4, 0)
    assert (again.rows, again.taken, again.already) == (5, 1, 4)
    with kernel():
        assert verify() is None
        assert FileRow.objects.get(stream=own_id("stream", "case 1")).state == "suspended"
        assert set(EventRow.objects.values_list("role", flat=True)) == {"import"}


def test_what_import_makes_is_what_the_log_says(desk_db):
    import_lines(HISTORY, BOSS, at())
    import_lines([line(5, "case 1", "amend", {"set": {"about": "AE"}})], BOSS, at(1))
    with kernel():
        before = contents()
        rebuild()
        assert contents() == before
    assert all(before[name] for name in ("FileRow", "Edge", "WordRow", "ScreeningRow"))


@pytest.mark.parametrize(
    ("bad", "why"),
    [
        (b"{", "not JSON"),
        (b"[]", "not an object"),
        (line(9, "case 1", ""), "type is missing"),
        (line(9, "ship 1", "open"), "ship is not one of"),
        (line(9, "case 1", "open", {"set": CASE}, marking="SECRETISH"), "marking"),
        (line(9, "case 1", "open", {"set": CASE}, happened_at="2026-03-02T09:00"), "no zone"),
        (line(9, "case 1", "open", {"set": {"title": "x", "colour": "red"}}), "colour"),
        (line(9, "case 1", "close"), "begins with open"),
        (line(9, "party 1", "note", {"text": "x"}), "not possible"),
    ],
)
def test_a_line_that_cannot_be_taken_is_named_with_its_reason(db, bad, why):
    report = import_lines([bad], BOSS, at())
    assert (report.rows, report.taken, len(report.rejects)) == (1, 0, 1)
    assert why in report.rejects[0].problem
    assert "line 1" in list(written(report))[1]


def test_a_bad_line_does_not_keep_its_neighbours_out(db):
    lines = [HISTORY[1], line(9, "case 1", "reopen"), line(9, "case 1", "take")]
    report = import_lines(lines, BOSS, at())
    assert (report.taken, [one.line for one in report.rejects]) == (2, [2])
