"""Cells of one file to rows of SHIPMENTS. In: chunks and what their headers mean; out: tables.

Opening files and counting rows belongs to ``shipments``.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from catchall import tables
from catchall.intake import parties
from catchall.intake.cells import clean, filed
from catchall.intake.grid import Cells, Chunk, Reject, shown
from catchall.intake.headers import Meaning
from catchall.intake.jsonlines import object_of

EXTRA = tables.SHIPMENTS.field("extra").type


@dataclass(frozen=True)
class Maker:
    """Makes rows of SHIPMENTS, without ``row``, from the chunks of one file."""

    source: str
    headers: tuple[str, ...]
    meanings: tuple[Meaning, ...]
    slots: tuple[parties.Slot, ...]
    counts: Counter[str]

    def made(self, chunk: Chunk) -> tuple[pa.Table, list[Reject]]:
        """The rows of a chunk, and the rows that are well-formed but cannot be understood."""
        columns = self._clean(chunk.columns)
        bad = self._problems(columns)
        rejects = [
            Reject(chunk.lines[at], place, reason, shown(self._words(chunk, at)))
            for at, (place, reason) in bad.items()
        ]
        keep = np.array([at for at in range(len(chunk.lines)) if at not in bad], dtype=np.int64)
        lines = np.array(chunk.lines, dtype=np.int64)
        cells = chunk.columns
        if bad:
            columns = {at: column.take(pa.array(keep)) for at, column in columns.items()}
            cells = [[column[at] for at in keep.tolist()] for column in cells]
            lines = lines[keep]
        return self._table(lines, columns, cells), rejects

    def _words(self, chunk: Chunk, at: int) -> str:
        return " | ".join(column[at] or "" for column in chunk.columns)

    def _clean(self, cells: Sequence[Cells]) -> dict[int, pa.Array]:
        return {
            at: clean(cells[at] if cells else ())
            for at, meaning in enumerate(self.meanings)
            if meaning.column
        }

    def _problems(self, columns: Mapping[int, pa.Array]) -> dict[int, tuple[str, str]]:
        bad = parties.problems(self.slots, columns)
        at = self._place("parameters")
        if at is not None:
            for row in np.flatnonzero(columns[at].is_valid().to_numpy(zero_copy_only=False)):
                try:
                    object_of(columns[at][int(row)].as_py())
                except ValueError as error:
                    bad[int(row)] = (
                        "parameters",
                        f'no JSON object ({error}): write {{"name": value}}',
                    )
        return bad

    def _place(self, column: str) -> int | None:
        found = (at for at, meaning in enumerate(self.meanings) if meaning.column == column)
        return next(found, None)

    def _table(
        self, lines: np.ndarray, columns: Mapping[int, pa.Array], cells: Sequence[Cells]
    ) -> pa.Table:
        count = len(lines)
        ids = self._ids(columns, lines)
        made: dict[str, Any] = {
            "source": pa.array([self.source] * count, pa.string()),
            "source_line": pa.array(lines),
            "id": pa.array(ids, pa.string()),
            "line": pa.array(self._line_numbers(columns, ids), pa.string()),
            "parties": parties.build(self.slots, columns, count),
        }
        for name in (*tables.ITEM_COLUMNS, *tables.FIELD_COLUMNS):
            at = self._place(name)
            made[name] = pa.nulls(count, pa.string()) if at is None else columns[at]
        made["currency"] = self._currency(made)
        made["extra"] = self._extra(cells, count)
        schema = tables.SHIPMENTS.remove(0)
        return pa.table([made[name] for name in schema.names], schema=schema)

    def _ids(self, columns: Mapping[int, pa.Array], lines: np.ndarray) -> list[str]:
        at = self._place("id")
        own = [f"{self.source}:{line}" for line in lines.tolist()]
        if at is None:
            return own
        filed_ids = columns[at].to_pylist()
        return [theirs or ours for theirs, ours in zip(filed_ids, own, strict=True)]

    def _line_numbers(self, columns: Mapping[int, pa.Array], ids: Sequence[str]) -> list[str]:
        at = self._place("line")
        if at is None and self._place("id") is None:
            return ["1"] * len(ids)  # each line is a shipment of its own
        given = columns[at].to_pylist() if at is not None else [None] * len(ids)
        numbers = []
        for name, number in zip(ids, given, strict=True):
            self.counts[name] += 1
            numbers.append(number or str(self.counts[name]))
        return numbers

    def _currency(self, made: Mapping[str, Any]) -> pa.Array:
        """``FOB_USD`` states the currency of every value under it."""
        stated = [m.kind for m in self.meanings if m.column == "value" and m.kind]
        if not stated:
            return made["currency"]
        valued = pc.is_valid(made["value"])
        return pc.if_else(valued, pa.scalar(stated[0]), pa.scalar(None, pa.string()))

    def _extra(self, cells: Sequence[Cells], count: int) -> pa.Array:
        """Unknown columns as filed, in the order of the file; a nameless empty one is none."""
        named = [at for at, meaning in enumerate(self.meanings) if not meaning.column]
        kept = {at: filed(cells[at]) for at in named if cells}
        kept = {
            at: column for at, column in kept.items()
            if not self.headers[at].startswith("(column ") or column.null_count < count
        }  # fmt: skip
        width = len(kept)
        offsets = pa.array(np.arange(count + 1, dtype=np.int32) * width)
        order = np.arange(width * count).reshape((width, count)).T.ravel()
        values = pa.concat_arrays([*kept.values(), pa.nulls(0, pa.string())]).take(
            pa.array(order, pa.int64())
        )
        names = pa.array([self.headers[at] for at in kept] * count, pa.string())
        pairs = pa.StructArray.from_arrays([names, values], fields=list(EXTRA.value_type))
        return pa.ListArray.from_arrays(offsets, pairs, EXTRA)
