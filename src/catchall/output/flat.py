"""A table's nested row as flat cells, safe in a spreadsheet. In: rows; out: cells.

A list of texts becomes one text separated by ``;``, anything deeper becomes JSON. Columns that
were not known at intake (``extra``) come out again as columns of their own, under their name.
"""

import re
from collections.abc import Mapping, Sequence
from typing import Any

import orjson
import pyarrow as pa
import pyarrow.compute as pc

# what a spreadsheet may take for a formula: = + - @ TAB CR LF, and the wide forms of the signs
_LEADS = re.compile(r"\s*[=+\-@\uff1d\uff0b\uff0d\uff20]|[\t\r\n]")
Cell = str | int | float | bool | None


def neutral(value: Cell) -> Cell:
    """The cell made safe: a text that could be taken for a formula gets a ' in front.

    Only text is touched. A number, also a negative one, is no text and stays a number.

    >>> neutral("=1+1"), neutral("- none"), neutral(-5), neutral("plain")
    ("'=1+1", "'- none", -5, 'plain')
    """
    if isinstance(value, str) and _LEADS.match(value):
        return f"'{value}"
    return value


def unknown_columns(table: pa.Table) -> list[str]:
    """The names of the columns that intake did not know, in the order they first appear."""
    if "extra" not in table.schema.names:
        return []
    pairs = pc.list_flatten(table["extra"])
    return [] if not len(pairs) else pc.unique(pc.struct_field(pairs, "column")).to_pylist()


def header(table: pa.Table) -> list[str]:
    """The columns as written: those of the table, then each unknown one as ``filed: NAME``."""
    known = [name for name in table.schema.names if name != "extra"]
    return known + [f"filed: {name}" for name in unknown_columns(table)]


def cell(value: Any) -> Cell:
    """One value as one cell.

    >>> cell(["a.csv:2", "a.csv:3"]), cell([{"role": "bank"}]), cell(None)
    ('a.csv:2; a.csv:3', '[{"role":"bank"}]', None)
    """
    if isinstance(value, list) and all(isinstance(one, str) for one in value):
        return "; ".join(value)
    if isinstance(value, list | dict):
        return orjson.dumps(value).decode()
    return value  # type: ignore[no-any-return]


def record(row: Mapping[str, Any], columns: Sequence[str]) -> list[Cell]:
    """The row's cells in the order of ``columns``; the same unknown column twice is joined."""
    filed: dict[str, list[str]] = {}
    for pair in row.get("extra") or ():
        filed.setdefault(f"filed: {pair['column']}", []).append(pair["value"] or "")
    return [
        cell(row[name]) if name in row else "; ".join(dict.fromkeys(filed.get(name, ())))
        for name in columns
    ]
