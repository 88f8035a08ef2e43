"""Shipment files to SHIPMENTS and REJECTS. In: paths; out: tables and a report on each file.

Rows in are rows out and rejects, exactly and for each file; reading stops with an error if
they are not. What a shipment means (screening, classifying, deciding) does not belong here.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pyarrow as pa

from catchall import tables
from catchall.errors import InputError, TableError
from catchall.intake import encodings, formats, headers, opened, parties
from catchall.intake.grid import Grid, Reject
from catchall.intake.headers import Meaning
from catchall.intake.limits import DEFAULT, Limits
from catchall.intake.rejected import reject_table
from catchall.intake.rows import Maker


@dataclass(frozen=True)
class FileReport:
    """What was read from one table: counts, encoding, and what each header was taken for.

    ``hash`` is the SHA-256 of the file as given; ``headers`` pairs each header with our
    column, ``""`` where it is unknown and kept in ``extra``.
    """

    source: str
    hash: str
    encoding: str
    rows: int
    good: int
    rejected: int
    headers: tuple[tuple[str, str], ...]
    notes: tuple[str, ...]


@dataclass(frozen=True)
class Intake:
    """Every shipment line that could be read, every one that could not, and the reports."""

    shipments: pa.Table
    rejects: pa.Table
    reports: tuple[FileReport, ...]


def read(
    paths: Sequence[Path],
    *,
    mapping: Mapping[str, str] | None = None,
    limits: Limits = DEFAULT,
) -> Intake:
    """Which shipments do these files hold, and which lines of them could not be read?

    Args:
        paths: CSV, TSV, XLSX, Parquet or JSONL files, also as .gz or .zip.
        mapping: their header to our column, before all recognition.
        limits: sizes above which a line is rejected or a file refused.

    Raises:
        InputError: a whole file cannot be read; it says which and what to do.
        TableError: rows were lost on the way, which is an error of this program.
    """
    state = _State(Counter(), set())
    batches: list[pa.Table] = []
    rejects: list[pa.Table] = []
    reports: list[FileReport] = []
    for path, source in _sources(paths):
        for table in opened.tables(path, source, limits):
            report, good, bad = _file(table, mapping, limits, state)
            reports.append(report)
            batches += good
            rejects.append(bad)
    shipments = _numbered(batches)
    unused = [header for header in mapping or () if header.strip().casefold() not in state.seen]
    if unused:
        note = f"the mapping names headers that no file has: {', '.join(unused)}"
        reports = [_with_note(report, note) for report in reports]
    return Intake(
        tables.check(shipments, "SHIPMENTS"),
        tables.check(pa.concat_tables([tables.empty("REJECTS"), *rejects]), "REJECTS"),
        tuple(reports),
    )


@dataclass
class _State:
    """What one file must know of those before it: how many lines each id has had."""

    lines: Counter[str]
    seen: set[str]


def _sources(paths: Sequence[Path]) -> list[tuple[Path, str]]:
    """Each path with the name its rows carry: the file name, or the path where two share it."""
    if not paths:
        raise InputError("(no file)", "nothing to read", "Name at least one file of shipments.")
    names = Counter(path.name for path in paths)
    given = Counter(str(path.absolute()) for path in paths)
    for path in paths:
        if given[str(path.absolute())] > 1:
            raise InputError(str(path), "is named twice", "Name each file once.")
    told = [path.name if names[path.name] == 1 else str(path) for path in paths]
    return list(zip(paths, map(encodings.file_name, told), strict=True))


def _with_note(report: FileReport, note: str) -> FileReport:
    return FileReport(**{**report.__dict__, "notes": (*report.notes, note)})


def _numbered(batches: Sequence[pa.Table]) -> pa.Table:
    table = pa.concat_tables([tables.empty("SHIPMENTS").drop_columns(["row"]), *batches])
    row = pa.array(np.arange(table.num_rows, dtype=np.int64))
    return table.add_column(0, tables.SHIPMENTS.field("row"), row)


def _file(
    table: opened.Opened, mapping: Mapping[str, str] | None, limits: Limits, state: _State
) -> tuple[FileReport, list[pa.Table], pa.Table]:
    grid = formats.grid(table, lambda cells: _count_known(cells, mapping), limits)
    meanings = headers.recognise(grid.headers, mapping)
    _check_mapped(table, meanings, mapping)
    state.seen.update(header.strip().casefold() for header in grid.headers)
    maker = Maker(table.source, grid.headers, meanings, parties.slots(meanings), state.lines)
    good: list[pa.Table] = []
    bad: list[Reject] = []
    for chunk in grid.chunks:
        batch, rejects = maker.made(chunk)
        good.append(batch)
        bad += sorted([*chunk.rejects, *rejects], key=lambda reject: reject.line)
    report = _report(table, grid, meanings, sum(map(len, good)), len(bad))
    return report, good, reject_table(table.source, bad)


def _count_known(cells: Sequence[str], mapping: Mapping[str, str] | None) -> int:
    return sum(bool(meaning.column) for meaning in headers.recognise(cells, mapping))


def _check_mapped(
    table: opened.Opened, meanings: Sequence[Meaning], mapping: Mapping[str, str] | None
) -> None:
    theirs = {header.strip().casefold() for header in mapping or ()}
    for meaning in meanings:
        if meaning.beaten_by and meaning.header.strip().casefold() in theirs:
            raise InputError(
                table.path,
                f"is mapped twice to one column: {meaning.header!r} and {meaning.beaten_by!r}",
                "Keep one of the two in the mapping file.",
            )


def _report(
    table: opened.Opened, grid: Grid, meanings: Sequence[Meaning], good: int, rejected: int
) -> FileReport:
    rows = grid.tally.rows
    if rows != good + rejected:
        raise TableError(
            "SHIPMENTS", f"{table.source}: {rows} rows in, {good} out, {rejected} rejected"
        )
    if not rows:
        raise InputError(
            table.path, "has a header but no rows", "Export it again with its rows."
        )
    pairs = tuple((meaning.header, meaning.column) for meaning in meanings)
    notes = tuple(_notes(grid, meanings))
    return FileReport(
        table.source, table.hash, grid.encoding, rows, good, rejected, pairs, notes
    )


def _notes(grid: Grid, meanings: Sequence[Meaning]) -> Iterator[str]:
    yield from grid.tally.notes
    if grid.tally.blank:
        yield f"blank lines, not counted as rows: {grid.tally.blank}"
    for meaning in meanings:
        if meaning.beaten_by:
            yield f"{meaning.header}: kept as extra, since {meaning.beaten_by} goes before it"
        elif not meaning.column:
            yield f"{meaning.header}: unknown header, kept as extra"
    if not any(headers.party_part(meaning.column)[0] for meaning in meanings):
        yield "no header names a party: nobody in this file can be screened"
