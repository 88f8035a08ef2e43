"""How many records and names a table holds, counted apart from its reading. Out: ``Counted``.

A second way through the same bytes: the standard library's ``csv``, which goes by quotation
marks and knows nothing of physical lines.
"""

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from catchall.intake import encodings
from catchall.intake.delimited import DELIMITERS
from catchall.intake.header_words import folded
from catchall.intake.watchlists.column_rules import Column, Rules
from catchall.intake.watchlists.files import ListFile
from catchall.intake.watchlists.list_rows import ListTable

_LONGEST_FIELD = 4_000_000
_HEADER_WITHIN = 50


@dataclass(frozen=True)
class Counted:
    """Records that the rows make, and different names in each record."""

    records: int
    names: int


def count(file: ListFile, table: ListTable, rules: Rules) -> Counted:
    """How many records and names does this file hold?

    A workbook, or a file with lines that cannot be read, is counted on the rows as read: there
    the two ways must differ.
    """
    if not table.rejects and file.data[:4] != b"PK\x03\x04":
        for delimiter in DELIMITERS:
            rows = _csv_rows(file, delimiter)
            for headers in (next(rows, []) for _ in range(_HEADER_WITHIN)):
                places = _places(headers, rules)
                if places is not None:
                    return _counted((_named(row, places) for row in rows if any(row)), rules)
    return _counted((dict(row.cells) for row in table.rows), rules)


def _csv_rows(file: ListFile, delimiter: str) -> Iterator[list[str]]:
    csv.field_size_limit(_LONGEST_FIELD)
    encoding = encodings.recognise(file.data)
    text = file.data[encoding.mark :].decode(encoding.codec, errors="replace")
    try:
        for row in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter):
            yield [cell.strip() for cell in row]
    except csv.Error:
        return  # the rows so far are fewer, which the caller sees


def _places(headers: Sequence[str], rules: Rules) -> dict[str, int] | None:
    """Where each header of the rules stands; nothing when one is missing."""
    keys = [_key(one) for one in headers]
    wanted = {header: _key(header) for header in rules.headers}
    if not all(key in keys for key in wanted.values()):
        return None
    return {header: keys.index(key) for header, key in wanted.items()}


def _key(header: str) -> str:
    return " ".join(folded(header).split())


def _named(row: Sequence[str], places: dict[str, int]) -> dict[str, str]:
    return {header: row[at] for header, at in places.items() if at < len(row)}


def _counted(rows: Iterable[dict[str, str]], rules: Rules) -> Counted:
    names: dict[object, set[str]] = {}
    for number, row in enumerate(rows, 1):
        cells = [" ".join(row.get(one, "").split()) for one in rules.record]
        key = tuple(cells) if any(cells) else number
        found = names.setdefault(key, set())
        for column in rules.names:
            found.update(_values(row, column, rules))
    return Counted(len(names), sum(map(len, names.values())))


def _values(row: dict[str, str], column: Column, rules: Rules) -> Iterator[str]:
    cells = [row.get(one, "") for one in column.columns]
    whole = " ".join(cell for cell in cells if cell and cell not in rules.null)
    for text in whole.split(column.split) if column.split else (whole,):
        name = " ".join(text.split())
        if name and name not in rules.null:
            yield name
