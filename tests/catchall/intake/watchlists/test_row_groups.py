"""Rows joined by number: one record each, one name once, nothing lost on the way."""

import pytest

from catchall.intake.watchlists.files import ListFile
from catchall.intake.watchlists.list_rows import read_rows
from catchall.intake.watchlists.row_groups import Layout, NameColumns, parsed

HEADER = "No,Given,Family,Type,City\n"


def _kind(row):
    return row["Type"] or "alias", row["Type"]


def _city(entry, row):
    if row["City"]:
        entry.address((row["City"],))


LAYOUT = Layout(
    "sample",
    lambda row: row["No"],
    (NameColumns(("Given", "Family"), _kind, ("Type",)),),
    _city,
)


def _parsed(text):
    file = ListFile("a.csv", (HEADER + text).encode())
    return parsed(
        file, read_rows(file, ("No", "Given", "Family", "Type", "City")), LAYOUT, None
    )


def test_rows_of_a_number_are_one_record_with_each_name_and_address_once():
    found = _parsed("1,A,Test,primary,X\n1,A,Test,primary,Y\n1,B,Test,alias,X\n2,C,,primary,\n")
    first = found.entries[0]
    assert [name["text"] for name in first.names] == ["A Test", "B Test"]
    assert [address["text"] for address in first.addresses] == ["X", "Y"]
    assert (found.records_in, found.names_in, found.records_refused) == (2, 3, 0)


@pytest.mark.parametrize(
    ("kinds", "expected"),
    [
        (("alias", "primary"), [("B", "primary"), ("A", "alias")]),
        (("alias", "alias"), [("A", "primary"), ("B", "alias")]),
        (("primary", "primary"), [("A", "primary"), ("B", "alias")]),
    ],
)
def test_one_name_is_the_primary_and_stands_first(kinds, expected):
    found = _parsed(f"1,A,,{kinds[0]},\n1,B,,{kinds[1]},\n")
    assert [(name["text"], name["kind"]) for name in found.entries[0].names] == expected


def test_the_same_name_of_two_kinds_is_two_names():
    assert _parsed("1,A,,primary,\n1,A,,former,\n").names_in == 2


def test_a_row_without_a_number_is_a_record_refused_with_its_names():
    found = _parsed("1,A,,primary,\n,B,,primary,\n,B,,primary,\n")
    assert [reject.reason for reject in found.rejects] == ["no number of the record"] * 2
    assert (found.records_in, found.records_refused) == (3, 2)
    assert (found.names_in, found.names_refused) == (3, 2)


def test_a_record_without_a_name_is_refused():
    found = _parsed("1,A,,primary,\n2,,,primary,X\n")
    assert [(reject.place, reject.line) for reject in found.rejects] == [("record 2", 3)]
    assert (found.records_in, found.names_in) == (2, 1)


def test_a_line_that_cannot_be_read_counts_as_a_record_with_a_name():
    found = _parsed("1,A,,primary,\n2,B\n3,C,,primary,\n")
    assert (found.records_in, found.records_refused) == (3, 1)
    assert (found.names_in, found.names_refused) == (3, 1)
