"""Rows, records and names are counted a second way, apart from the reading."""

import pytest

from catchall.intake.watchlists.column_rules import Column, Rules
from catchall.intake.watchlists.files import ListFile
from catchall.intake.watchlists.list_rows import ListTable, Row
from catchall.intake.watchlists.row_count import Counted, count

RULES = Rules(
    names=(Column(("Name",), "primary"), Column(("Alias",), "alias", split=";")),
    record=("Ref",),
    null=frozenset(("None",)),
)
EMPTY = ListTable((), (), (), (), ())


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_rows_are_counted_in_the_bytes(delimiter):
    text = 'Title\nRef,NAME,Alias\n1,Sample,"None"\n1,Sample,Probe\n\n2,"A\nB",\n,C,\n'
    file = ListFile("a.csv", text.replace(",", delimiter).encode())
    assert count(file, EMPTY, RULES) == Counted(records=3, names=4)


def test_a_separator_that_no_name_holds_parts_them():
    file = ListFile("a.csv", b"Ref,Name,Alias\n1,Sample,Probe; Sample ;None\n")
    assert count(file, EMPTY, RULES).names == 2


def test_a_text_without_the_header_is_counted_on_its_rows():
    table = ListTable((), (Row(2, {"Name": "Sample"}), Row(3, {"Name": "Sample"})), (), (), ())
    assert count(ListFile("a.csv", b"x\n"), table, RULES) == Counted(2, 2)


def test_a_workbook_is_counted_on_its_rows():
    table = ListTable((), (Row(2, {"Ref": "1", "Name": "Sample"}),), (), (), ())
    assert count(ListFile("a.xlsx", b"PK\x03\x04"), table, RULES) == Counted(1, 1)


def test_a_field_without_end_ends_the_count():
    data = b'Ref,Name,Alias\n1,Sample,x\n2,"' + b"x" * 4_100_000
    assert count(ListFile("a.csv", data), EMPTY, RULES).records == 1
