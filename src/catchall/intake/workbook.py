"""XLSX: the first sheet with a known header. In: bytes; out: Grid, every cell as text.

A number that is whole comes out without ``.0``, a date as ISO. What a sheet shows but does not
hold (leading zeros made by a number format) cannot be had. Other sheets are named, not read.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import date, datetime, time, timedelta
from io import BytesIO
from itertools import chain, islice
from typing import Any

from python_calamine import CalamineError, CalamineWorkbook, WorksheetNotFound

from catchall.errors import InputError, UnknownColumnsError
from catchall.intake import archives
from catchall.intake.grid import (
    HEADER_WITHIN,
    Chunk,
    Grid,
    Known,
    Reject,
    Tally,
    damage,
    find_header,
    named,
    shown,
)  # fmt: skip
from catchall.intake.limits import Limits
from catchall.intake.opened import Opened

CHUNK = 20_000
_ADVICE = "Open it in a spreadsheet program and save it again as .xlsx or .csv."
_CELL = re.compile(rb"""\sr=["']([A-Z]{1,3})(\d{1,8})["']""")


def read(opened: Opened, known: Known, limits: Limits) -> Grid:
    """The rows of the first sheet that has a known header.

    Raises:
        InputError: the workbook is damaged, too large, or has no such sheet.
    """
    _admit(opened, limits)
    try:
        book = CalamineWorkbook.from_filelike(BytesIO(opened.data))
        names = [meta.name for meta in book.sheets_metadata]
        for name in names:
            grid = _sheet(book, name, opened, known, limits)
            if grid:
                others = [f"sheet {other!r} was not read" for other in names if other != name]
                grid.tally.notes += [*others, f"sheet {name!r} was read"] if others else []
                return grid
    except BaseException as error:
        if not _damaged(error):
            raise
        raise InputError(opened.path, f"is a damaged workbook ({error})", _ADVICE) from error
    raise UnknownColumnsError(
        opened.path, "has no sheet whose first rows name a known column",
        "The first row must name the columns; --map FILE says what your headers mean.",
    )  # fmt: skip


def _damaged(error: BaseException) -> bool:
    """The Rust reader ends in a panic, which is no Exception, on some damage."""
    panic = type(error).__name__ == "PanicException"
    return panic or isinstance(error, CalamineError | OSError | ValueError)


def _sheet(
    book: CalamineWorkbook, name: str, opened: Opened, known: Known, limits: Limits
) -> Grid | None:
    """The table on one sheet; None when its first rows name no known column."""
    try:
        sheet = book.get_sheet_by_name(name)
    except WorksheetNotFound:
        return None  # a chart sheet has no cells
    first = (sheet.start or (0, 0))[0] + 1
    rows = enumerate(map(_texts, sheet.to_python(skip_empty_area=True)), start=first)
    head = list(islice(rows, HEADER_WITHIN))
    at = find_header([_filled(row) for _, row in head], known)
    if at is None:
        return None
    headers = named(_filled(head[at][1]))
    above = [row for _, row in head[:at] if any(row)]
    notes = [f"above the header, not read: {shown(' '.join(row).strip())}" for row in above]
    tally = Tally(notes=[*opened.notes, *notes])
    body = chain(head[at + 1 :], rows)
    return Grid(headers, "XLSX", _chunks(body, headers, tally, limits), tally)


def _admit(opened: Opened, limits: Limits) -> None:
    """Unpacks every part within limits, and refuses a sheet whose rectangle is too large.

    The reader lays a sheet out as a full rectangle: two cells in opposite corners would
    take all memory there is.
    """
    budget = archives.Budget(opened.path, limits, opened.unpacked)
    for info in archives.members(opened.data, budget):
        area, rest = _Area(), b""
        for piece in archives.unzipped(opened.data, info, budget):
            area.cover(rest + piece)
            rest = piece[-32:]
        if area.cells() > limits.cells:
            raise InputError(
                opened.path, f"has a sheet of {area.cells():,} cells ({info.filename})",
                "Delete the stray cells far right or far below, or save it as .csv.",
            )  # fmt: skip


class _Area:
    """The rectangle that the cells of a sheet cover."""

    def __init__(self) -> None:
        self.first, self.last, self.left, self.right = 1 << 30, 0, 1 << 30, 0

    def cover(self, xml: bytes) -> None:
        """Widens the rectangle by every cell named in this piece of the sheet."""
        found = _CELL.findall(xml)
        if found:
            rows = [int(row) for _, row in found]
            columns = [_column_number(letters) for letters in {letters for letters, _ in found}]
            self.first, self.last = min(self.first, *rows), max(self.last, *rows)
            self.left, self.right = min(self.left, *columns), max(self.right, *columns)

    def cells(self) -> int:
        """How many cells the rectangle has."""
        return max(self.last - self.first + 1, 0) * max(self.right - self.left + 1, 0)


def _column_number(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number


def cell_text(value: Any) -> str:
    """A cell of a sheet as text.

    >>> cell_text(69072190.0), cell_text(12.5), cell_text(datetime(2025, 3, 1))
    ('69072190', '12.5', '2025-03-01')
    """
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    elif isinstance(value, datetime) and value.time() == time():
        value = value.date()
    elif isinstance(value, timedelta):
        value = value.total_seconds()
    return value.isoformat() if isinstance(value, date | time) else str(value)


def _texts(row: Sequence[Any]) -> list[str]:
    return [cell_text(value) for value in row]


def _filled(row: Sequence[str]) -> list[str]:
    """Without the empty cells at the end, which only a wider row below has made."""
    cells = list(row)
    while cells and not cells[-1].strip():
        cells.pop()
    return cells


def _chunks(
    rows: Iterator[tuple[int, list[str]]],
    headers: tuple[str, ...],
    tally: Tally,
    limits: Limits,
) -> Iterator[Chunk]:
    while part := list(islice(rows, CHUNK)):
        chunk, kept = Chunk(), []
        for number, row in part:
            if not any(cell.strip() for cell in row):
                tally.blank += 1
                continue
            tally.rows += 1
            place, reason = _problem(row, headers, limits)
            if reason:
                chunk.rejects.append(Reject(number, place, reason, shown(" | ".join(row))))
            else:
                chunk.lines.append(number)
                kept.append(row[: len(headers)])
        chunk.columns = list(zip(*kept, strict=True))
        yield chunk


def _problem(row: list[str], headers: tuple[str, ...], limits: Limits) -> tuple[str, str]:
    beyond = len(_filled(row))
    if beyond > len(headers):
        return "", f"a cell in column {beyond}, right of the last header: name it or empty it"
    for header, cell in zip(headers, row, strict=False):
        if problem := damage(cell, limits.field):
            return header, problem
    return "", ""
