"""Parquet: every column as text. In: bytes; out: Grid.

A whole number stored as a float comes out without ``.0``; a struct becomes JSON text. What the
columns mean does not belong here.
"""

import json
from collections.abc import Iterator
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from catchall.errors import InputError, UnknownColumnsError
from catchall.intake.grid import (
    Cells,
    Chunk,
    Grid,
    Known,
    Reject,
    Tally,
    damage,
    named,
    shown,
)  # fmt: skip
from catchall.intake.limits import Limits
from catchall.intake.opened import Opened
from catchall.intake.workbook import cell_text

CHUNK = 16_384
_ADVICE = "Write it again, or export it as CSV."


def read(opened: Opened, known: Known, limits: Limits) -> Grid:
    """The rows of a Parquet file.

    Raises:
        InputError: it is damaged, over the limits, or has no known column.
    """
    try:
        file = pq.ParquetFile(pa.BufferReader(pa.py_buffer(opened.data)))
        names, rows = named(file.schema_arrow.names), file.metadata.num_rows
    except (pa.ArrowException, OSError, ValueError) as error:
        raise _refused(opened, error) from error
    if rows * len(names) > limits.cells:
        raise InputError(
            opened.path, f"has {rows * len(names):,} values", "Split it into smaller files."
        )
    if not known(names):
        raise UnknownColumnsError(
            opened.path, "has no known column", "--map FILE says what your columns mean."
        )
    tally = Tally(rows=rows, notes=list(opened.notes))
    return Grid(names, "Parquet", _chunks(file, opened, limits), tally)


def _refused(opened: Opened, error: Exception) -> InputError:
    return InputError(opened.path, f"is a damaged Parquet file ({error})", _ADVICE)


def _chunks(file: pq.ParquetFile, opened: Opened, limits: Limits) -> Iterator[Chunk]:
    number, used = 0, 0
    batches = file.iter_batches(batch_size=CHUNK)
    while (batch := _next(batches, opened)) is not None:
        used += batch.nbytes
        if used > 16 * limits.total:
            raise InputError(opened.path, "unpacks to far more than its size", _ADVICE)
        columns = [_texts(column) for column in batch.columns]
        yield _chunk(columns, number, file.schema_arrow.names, limits)
        number += batch.num_rows
    if number != file.metadata.num_rows:
        raise _refused(opened, ValueError(f"{number} rows of {file.metadata.num_rows}"))


def _next(batches: Iterator[pa.RecordBatch], opened: Opened) -> pa.RecordBatch | None:
    try:
        batch = next(batches, None)
        if batch is not None:
            batch.validate(full=True)
    except (pa.ArrowException, OSError, ValueError) as error:
        raise _refused(opened, error) from error
    return batch


def _texts(column: pa.Array) -> Cells:
    if pa.types.is_dictionary(column.type):
        column = column.dictionary_decode()
    values: list[Any] = column.to_pylist()
    if pa.types.is_string(column.type) or pa.types.is_large_string(column.type):
        return values
    return [_text(value) for value in values]


def _text(value: Any) -> str | None:
    if value is None or value != value:  # noqa: PLR0124  a float that is no number
        return None
    if isinstance(value, bytes):
        return value.decode("utf-8", "surrogateescape")  # damage() finds what is no text
    if isinstance(value, list | dict | tuple):
        return json.dumps(value, ensure_ascii=False, default=cell_text)
    return cell_text(value)


def _chunk(columns: list[Cells], before: int, names: list[str], limits: Limits) -> Chunk:
    lines = list(range(before + 1, before + len(columns[0]) + 1))
    bad: dict[int, Reject] = {}
    for name, column in zip(names, columns, strict=True):
        for at, cell in enumerate(column):
            if cell and (problem := damage(cell, limits.field)) and at not in bad:
                bad[at] = Reject(lines[at], name, problem, _row_words(columns, at))
    void = [at for at, row in enumerate(zip(*columns, strict=True)) if not any(row)]
    for at in void:
        bad[at] = Reject(
            lines[at], "", "every value is empty: fill it in or delete the row", ""
        )
    if bad:
        keep = [at for at in range(len(lines)) if at not in bad]
        columns = [[column[at] for at in keep] for column in columns]
        lines = [lines[at] for at in keep]
    return Chunk(lines, columns, [bad[at] for at in sorted(bad)])


def _row_words(columns: list[Cells], at: int) -> str:
    return shown(" | ".join((column[at] or "")[:200] for column in columns))
