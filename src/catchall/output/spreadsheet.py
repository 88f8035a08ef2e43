"""A table as an Excel workbook. In: a table and a path; out: the file.

Every text is written as text: no formula, no link, no guessed number. A determination's
findings, questions and parties have sheets of their own, joined by the shipment's id.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
import xlsxwriter

from catchall.errors import UsageError
from catchall.output.flat import Cell, header, neutral, record
from catchall.output.totals import rows

MOST_ROWS = 1_048_575
"""Rows below the header that one sheet can hold (Excel's limit)."""
MOST_TEXT = 32_767
"""Characters that one cell can hold (Excel's limit)."""
CUT = " (cut: the .parquet or .jsonl output holds all of it)"

SHEETS = {"Findings": "findings", "Questions": "questions", "Parties": "screened_parties"}
"""Sheets made from a nested column of DETERMINATIONS."""

_WIDE = {"why": 80, "text": 80, "embargo": 50, "lines": 30, "id": 24, "reason": 40, "words": 80}
_OPTIONS = {
    "constant_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
_MADE = datetime(2000, 1, 1, tzinfo=UTC)  # a fixed day: the same table gives the same bytes


def _fits(table: pa.Table) -> None:
    nested = [name for name in SHEETS.values() if name in table.schema.names]
    most = max(
        (pc.sum(pc.list_value_length(table[name])).as_py() or 0 for name in nested), default=0
    )
    if max(most, table.num_rows) > MOST_ROWS:
        raise UsageError(
            f"a spreadsheet holds {MOST_ROWS:,} rows and this needs "
            f"{max(most, table.num_rows):,}: write .parquet, .csv or .jsonl instead"
        )


def _text(value: str) -> str:
    if len(value) <= MOST_TEXT:
        return value
    return value[: MOST_TEXT - len(CUT)] + CUT


def _put(sheet: Any, at: int, cells: Sequence[Cell], style: Any = None) -> None:
    for column, value in enumerate(cells):
        safe = neutral(value)
        if isinstance(safe, bool):
            sheet.write_boolean(at, column, safe, style)
        elif isinstance(safe, int | float):
            sheet.write_number(at, column, safe, style)
        elif safe:
            sheet.write_string(at, column, _text(safe), style)


def _sheet(
    book: Any, title: str, columns: Sequence[str], body: Iterator[Sequence[Cell]]
) -> None:
    sheet = book.add_worksheet(title)
    sheet.freeze_panes(1, 1)
    for at, name in enumerate(columns):
        sheet.set_column(at, at, _WIDE.get(name, 16))
    _put(sheet, 0, columns, book.add_format({"bold": True, "bottom": 1}))
    last = 0
    for last, cells in enumerate(body, start=1):
        _put(sheet, last, cells)
    sheet.autofilter(0, 0, last, max(0, len(columns) - 1))


def _nested(table: pa.Table, name: str) -> Iterator[list[Cell]]:
    inner = _fields(table, name)
    for row in rows(table.select(["id", name])):
        for one in row[name]:
            yield [row["id"], *record(one, inner)]


def _fields(table: pa.Table, name: str) -> list[str]:
    return [field.name for field in table.schema.field(name).type.value_type]


def _flat(table: pa.Table, columns: Sequence[str]) -> Iterator[list[Cell]]:
    return (record(_counted(row), columns) for row in rows(table))


def _counted(row: Mapping[str, Any]) -> Mapping[str, Any]:
    # the sheet of shipments says how many there are; the other sheets hold them
    return {**row, **{name: len(row[name]) for name in SHEETS.values() if name in row}}


def write(table: pa.Table, path: Path) -> None:
    """Write the table as a workbook, neutralised.

    Raises:
        UsageError: it has more rows than a sheet can hold.
    """
    _fits(table)
    determinations = "findings" in table.schema.names
    with xlsxwriter.Workbook(str(path), _OPTIONS) as book:
        book.set_properties({"created": _MADE, "title": "catchall"})
        columns = header(table)
        _sheet(book, "Shipments" if determinations else "Rows", columns, _flat(table, columns))
        for title, name in SHEETS.items() if determinations else ():
            _sheet(book, title, ["id", *_fields(table, name)], _nested(table, name))
