"""Rows of a list that is a table: CSV, TSV or XLSX. In: one file; out: ``ListTable``.

The same readers as for shipments: by physical lines, every cell as text, a quoted field may
hold line breaks, a bad line is a reject. What a column means does not belong here.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from catchall.errors import InputError, UnknownColumnsError, WatchlistRefusedError
from catchall.intake import formats
from catchall.intake.header_words import folded
from catchall.intake.limits import Limits
from catchall.intake.opened import Opened
from catchall.intake.watchlists.entry import Reject
from catchall.intake.watchlists.files import ListFile

LIMITS = Limits(field=100_000, quoted_lines=400)
"""A statement of reasons may fill many lines of one cell."""

_AGAIN = "Download the file again from its publisher; the columns are in the reference pages."
_XLSX = b"PK\x03\x04"


@dataclass(frozen=True)
class Row:
    """One row: the line where it begins, and its cells by header, stripped; empty ones too."""

    line: int
    cells: Mapping[str, str]

    def __getitem__(self, header: str) -> str:
        """The cell under that header; nothing when there is no such column."""
        return self.cells.get(header, "")


@dataclass(frozen=True)
class ListTable:
    """A table as read: rows + rejects are all its rows. ``cut`` says that it may have been cut.

    ``cut`` is empty when the file ends with a line end (or is a workbook).
    """

    headers: tuple[str, ...]
    rows: tuple[Row, ...]
    rejects: tuple[Reject, ...]
    notes: tuple[str, ...]
    cut: tuple[str, ...]


def has_headers(head: bytes, wanted: Sequence[str]) -> bool:
    """Does one of the first lines of this text, or of the sheets, name all of these columns?

    Case and spaces do not matter. For ``recognise``; a workbook must be there as a whole.

    >>> has_headers(b"Name 6,Name 1,Group ID", ["name 6", "group id"])
    True
    """
    if is_workbook(head):
        return _sheet_has(head, wanted)
    text = head.decode(
        "utf-16" if head[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8", "replace"
    )
    keys = [_key(one) for one in wanted]
    return any(
        all(key in cells for key in keys)
        for line in text.removeprefix("\ufeff").splitlines()[:10]
        for cells in (_keys(line),)
    )


def is_workbook(data: bytes) -> bool:
    """Is it an XLSX file? By its first bytes; a zipped list was unpacked before."""
    return data[:4] == _XLSX


def _sheet_has(data: bytes, wanted: Sequence[str]) -> bool:
    """Does the best header of the workbook name all of these columns?"""
    keys = frozenset(map(_key, wanted))
    opened = Opened("workbook", "workbook", "", "xlsx", data)
    try:
        grid = formats.grid(opened, lambda cells: len(keys & set(map(_key, cells))), LIMITS)
    except InputError:
        return False
    return keys <= set(map(_key, grid.headers))


def _keys(line: str) -> frozenset[str]:
    """Every cell of a header line, whatever its delimiter."""
    for delimiter in ";\t|":
        line = line.replace(delimiter, ",")
    return frozenset(_key(cell.strip().strip('"')) for cell in line.split(","))


def headers_of(head: bytes, words: Collection[str]) -> tuple[str, ...]:
    """What are the headers of this text or whole workbook, in small letters?

    The header is the row with most of the ``words``; nothing where no row has one.

    >>> headers_of(b"Name ; Land", ("name",))
    ('name', 'land')
    """
    kind = "xlsx" if head[:4] == _XLSX else "text"
    try:
        grid = formats.grid(
            Opened("", "", "", kind, head),
            lambda row: sum(_key(one) in words for one in row),
            LIMITS,
        )
    except InputError:
        return ()
    return tuple(_key(one) for one in grid.headers)


def read_rows(file: ListFile, wanted: Sequence[str]) -> ListTable:
    """What are the rows of this table? The header is the first row with most ``wanted`` names.

    The cells are reached by the headers as filed; where ``wanted`` names one in other case or
    spacing, by the wanted name.

    Raises:
        WatchlistRefusedError: no such header, a damaged workbook, or the last line is cut.
    """
    names = {_key(one): one for one in wanted}
    kind = "xlsx" if is_workbook(file.data) else "text"
    opened = Opened(file.name, file.name, "", kind, file.data)
    try:
        grid = formats.grid(
            opened, lambda cells: sum(_key(one) in names for one in cells), LIMITS
        )
        headers = tuple(_once([names.get(_key(one), one) for one in grid.headers]))
        rows: list[Row] = []
        rejects: list[Reject] = []
        for chunk in grid.chunks:
            rows += [
                Row(
                    line,
                    {
                        name: (cell or "").strip()
                        for name, cell in zip(headers, cells, strict=True)
                    },
                )
                for line, cells in zip(
                    chunk.lines, zip(*chunk.columns, strict=True), strict=True
                )
            ]
            rejects += [
                Reject(file.name, r.line, r.place, r.reason, r.words) for r in chunk.rejects
            ]
    except UnknownColumnsError as error:
        raise WatchlistRefusedError(file.name, "header", error.problem, _AGAIN) from error
    except InputError as error:
        raise WatchlistRefusedError(file.name, "whole file", error.problem, _AGAIN) from error
    if len(rows) + len(rejects) != grid.tally.rows:
        found = f"{grid.tally.rows} rows, {len(rows)} read and {len(rejects)} rejected"
        raise WatchlistRefusedError(file.name, "whole file", found, _AGAIN)
    last = max([0, *(row.line for row in rows)])
    open_end = kind == "text" and not file.data.rstrip(b"\0")[-2:].endswith((b"\n", b"\r"))
    if open_end and any(one.line > last for one in rejects):
        place = f"line {max(one.line for one in rejects)}"
        raise WatchlistRefusedError(
            file.name, place, "the file ends in the middle of a row", _AGAIN
        )
    cut = f"{file.name} ends without a line end: it may have been cut"
    return ListTable(
        headers,
        tuple(rows),
        tuple(rejects),
        tuple(grid.tally.notes),
        (cut,) if open_end else (),
    )


def _key(header: str) -> str:
    return " ".join(folded(header).split())


def _once(headers: Sequence[str]) -> Iterator[str]:
    """Headers with a number where one stands twice: ``name``, ``name (2)``."""
    seen: dict[str, int] = {}
    for header in headers:
        seen[header] = seen.get(header, 0) + 1
        yield header if seen[header] == 1 else f"{header} ({seen[header]})"
