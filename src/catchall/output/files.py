"""Tables written to files, whole or not at all. In: a table and a path; out: the file.

Parquet and JSONL keep every value exactly. CSV and XLSX are for spreadsheets: a text cell that
a spreadsheet could take for a formula gets a ' in front (``neutral``); numbers stay numbers.
XLSX has one sheet for shipments and one each for findings, questions and parties.
"""

import csv
import gzip
import io
import os
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, BinaryIO, cast

import orjson
import pyarrow as pa
import pyarrow.parquet as pq

from catchall.errors import InputError, UsageError
from catchall.output import spreadsheet
from catchall.output.flat import header, neutral, record
from catchall.output.totals import rows

KINDS = (".parquet", ".csv", ".jsonl", ".xlsx", ".csv.gz", ".jsonl.gz")
"""The endings a file can have; the ending says how it is written."""


def kind_of(path: Path) -> str:
    """How is this file written? One of ``KINDS``, by the end of its name.

    Raises:
        UsageError: the ending is not one of them.
    """
    for kind in sorted(KINDS, key=len, reverse=True):
        if path.name.lower().endswith(kind):
            return kind
    raise UsageError(f"{path}: the name must end in {', '.join(KINDS)}")


def check(path: Path) -> Path:
    """Can a file be written there? Returns the path; asked before the work, not after it.

    Raises:
        UsageError: the folder is missing or may not be written to, or the path is a folder.
    """
    folder = path.parent
    if path.is_dir():
        raise UsageError(f"{path} is a folder: give the name of a file in it")
    if not folder.is_dir():
        raise UsageError(f"{folder} is not there: make the folder first, mkdir -p {folder}")
    if not os.access(folder, os.W_OK):
        raise UsageError(f"{folder} may not be written to: choose another folder")
    return path


@contextmanager
def atomic(path: Path) -> Iterator[Path]:
    """A name to write to beside ``path``; it becomes ``path`` when all of it is on the disk.

    A reader sees the old file or the new one, never half of one, also after a power cut.

    Raises:
        InputError: the disk is full, or the file may not be written.
    """
    beside = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        yield beside
        _sync(beside)
        beside.replace(path)
        _sync(path.parent)
    except OSError as error:
        problem = f"cannot be written: {error.strerror or error}"
        raise InputError(
            str(path), problem, "Free some space or choose another place"
        ) from error
    finally:
        beside.unlink(missing_ok=True)


def _sync(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def json_lines(table: pa.Table) -> Iterator[bytes]:
    """Each row as one line of JSON; a finding's ``evidence`` is an object, not text."""
    for row in rows(table):
        for finding in row.get("findings") or ():
            finding["evidence"] = orjson.loads(finding["evidence"] or "{}")
        yield orjson.dumps(row, option=orjson.OPT_APPEND_NEWLINE)


def _csv_lines(table: pa.Table) -> Iterator[bytes]:
    columns = header(table)
    yield _csv_line([neutral(name) for name in columns])
    for row in rows(table):
        yield _csv_line([neutral(value) for value in record(row, columns)])


def _csv_line(cells: Sequence[Any]) -> bytes:
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerow(cells)
    return text.getvalue().encode("utf-8", "backslashreplace")


@contextmanager
def _opened(path: Path, *, packed: bool) -> Iterator[BinaryIO]:
    with path.open("wb") as file:
        if not packed:
            yield file
            return
        # no name and no time inside: the same table gives the same bytes
        with gzip.GzipFile("", "wb", 6, file, mtime=0) as inner:
            yield cast(BinaryIO, inner)


def _write_lines(lines: Iterable[bytes], path: Path, *, packed: bool) -> None:
    with _opened(path, packed=packed) as file:
        file.writelines(lines)


def write(table: pa.Table, path: Path) -> None:
    """Write any table of ``tables.py`` to a file of the kind its name says.

    Raises:
        UsageError: the ending is not known, or the table is too long for a spreadsheet.
        InputError: the disk is full, or the file may not be written.
    """
    kind = kind_of(path)
    packed = kind.endswith(".gz")
    with atomic(path) as beside:
        if kind == ".parquet":
            pq.write_table(table, beside, compression="zstd", row_group_size=65_536)
        elif kind == ".xlsx":
            spreadsheet.write(table, beside)
        elif kind.startswith(".csv"):
            _write_lines(_csv_lines(table), beside, packed=packed)
        else:
            _write_lines(json_lines(table), beside, packed=packed)


def write_text(chunks: Iterable[str], path: Path) -> None:
    """Write text as UTF-8, whole or not at all.

    Raises:
        InputError: the disk is full, or the file may not be written.
    """
    with atomic(path) as beside:
        _write_lines(
            (chunk.encode("utf-8", "backslashreplace") for chunk in chunks),
            beside,
            packed=False,
        )
