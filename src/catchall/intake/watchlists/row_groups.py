"""Rows of a list that says one name per row and repeats the rest, joined by the list's number.

In: the rows; out: ``Parsed``. A name that rows repeat is one name, and the same is one address,
identifier, date or property once. What a column means is for the reader of the format.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from catchall.intake.watchlists.entry import ORGANIZATION, Entry, Parsed, Reject
from catchall.intake.watchlists.files import ListFile
from catchall.intake.watchlists.list_rows import ListTable, Row


@dataclass(frozen=True)
class NameColumns:
    """Columns that make one name, in the order of reading, and what tells its kind and quality.

    ``about`` are the columns that say more of the name; a name is another one when they differ.
    """

    parts: tuple[str, ...]
    kind: Callable[[Row], tuple[str, str]]
    about: tuple[str, ...] = ()

    def text(self, row: Row) -> str:
        """The name in this row, or nothing."""
        return " ".join(row[part] for part in self.parts if row[part])

    def cells(self, row: Row) -> tuple[str, ...]:
        """What tells this name from another."""
        return tuple(row[column] for column in (*self.parts, *self.about))


@dataclass(frozen=True)
class Layout:
    """A format: its source, the number of a row's record, its names, what keeps the rest."""

    source: str
    number: Callable[[Row], str]
    names: tuple[NameColumns, ...]
    keep: Callable[[Entry, Row], None]


def parsed(file: ListFile, table: ListTable, layout: Layout, published: date | None) -> Parsed:
    """The records of this table; a row without a number or record without a name is rejected.

    A line that could not be read counts as a record with a name: it may have been one.
    """
    groups: dict[str, list[Row]] = {}
    for row in table.rows:
        groups.setdefault(layout.number(row), []).append(row)
    nameless = [
        Reject(file.name, row.line, "row", "no number of the record", words_of(row))
        for row in groups.pop("", [])
    ]
    entries: list[Entry] = []
    for number, rows in groups.items():
        entry = _entry(number, rows, layout)
        if entry.names:
            entries.append(entry)
        else:
            reason = "the record has no name"
            place = f"record {number}"
            nameless += [Reject(file.name, rows[0].line, place, reason, words_of(rows[0]))]
    lost = [row for row in table.rows if not layout.number(row)]
    return Parsed(
        source=layout.source,
        entries=entries,
        rejects=[*table.rejects, *nameless],
        published=published,
        records_in=_records_in(table, layout) + len(table.rejects),
        names_in=_names_in(table.rows, layout) + len(table.rejects),
        names_refused=_names_in(lost, layout) + len(table.rejects),
        records_refused=len(nameless) + len(table.rejects),
        notes=table.notes,
        doubts=table.cut,
    )


def words_of(row: Row) -> str:
    """All that a row says, for a reject."""
    return "; ".join(f"{key}={cell}" for key, cell in row.cells.items() if cell)


def _records_in(table: ListTable, layout: Layout) -> int:
    return len({layout.number(row) or f"line {row.line}" for row in table.rows})


def _names_in(rows: Sequence[Row], layout: Layout) -> int:
    """How many different names the rows give; each one of a row without a number."""
    found = {
        (layout.number(row) or row.line, place, columns.cells(row))
        for row in rows
        for place, columns in enumerate(layout.names)
        if columns.text(row)
    }
    return len(found)


def _entry(number: str, rows: Sequence[Row], layout: Layout) -> Entry:
    entry = Entry(number, ORGANIZATION)
    found: dict[tuple[object, ...], dict[str, str]] = {}
    for row in rows:
        for place, columns in enumerate(layout.names):
            if text := columns.text(row):
                kind, quality = columns.kind(row)
                name = {"text": text, "kind": kind, "quality": quality}
                found.setdefault((place, columns.cells(row)), name)
        layout.keep(entry, row)
    entry.names = primary_first(list(found.values()))
    for column in ("addresses", "identifiers", "dates", "links", "properties"):
        setattr(entry, column, _once(getattr(entry, column)))
    return entry


def primary_first(names: list[dict[str, str]]) -> list[dict[str, str]]:
    """The names with one primary in front: where the list names none, its first name."""
    primary = next((name for name in names if name["kind"] == "primary"), None)
    others = [name for name in names if name is not primary]
    for name in others:
        name["kind"] = "alias" if name["kind"] == "primary" else name["kind"]
    if primary is None:
        return [{**name, "kind": "primary"} for name in names[:1]] + names[1:]
    return [primary, *others]


def _once(values: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return list({tuple(value.items()): value for value in values}.values())
