"""Rows of SHIPMENTS keep every cell, known or not."""

from collections import Counter

from catchall import tables
from catchall.intake.grid import Chunk
from catchall.intake.headers import recognise
from catchall.intake.parties import slots
from catchall.intake.rows import Maker


def made(headers, *rows):
    meanings = recognise(headers)
    maker = Maker("in", tuple(headers), meanings, slots(meanings), Counter())
    columns = [list(cells) for cells in zip(*rows, strict=True)]
    return maker.made(Chunk(list(range(2, 2 + len(rows))), columns))


def test_a_chunk_without_rows_makes_an_empty_table():
    table, rejects = made(["consignee", "Colour"])
    assert (table.num_rows, rejects) == (0, [])
    assert table.schema.equals(tables.SHIPMENTS.remove(0))


def test_extra_columns_stand_in_the_order_of_the_file():
    table, _ = made(
        ["B", "consignee", "A", "(column 4)"], ("1", "x", "2", ""), ("3", "y", "", "")
    )
    found = [[(e["column"], e["value"]) for e in row] for row in table["extra"].to_pylist()]
    assert found == [[("B", "1"), ("A", "2")], [("B", "3"), ("A", None)]]


def test_a_row_that_cannot_be_understood_is_rejected_with_its_words():
    table, rejects = made(["id", "parameters", "C"], ("1", "{", "x"), ("2", "{}", "y"))
    assert table["id"].to_pylist() == ["2"]
    assert table["extra"].to_pylist() == [[{"column": "C", "value": "y"}]]
    assert (rejects[0].line, rejects[0].words) == (2, "1 | { | x")
