"""CSV and TSV: finds the delimiter and the header, then reads rows. In: bytes; out: Grid.

Nothing is guessed about values: every cell is the text between two delimiters.
"""

from collections.abc import Iterator
from itertools import chain

from catchall.errors import UnknownColumnsError
from catchall.intake import encodings, physical
from catchall.intake.grid import (
    HEADER_WITHIN,
    Grid,
    Known,
    Tally,
    find_header,
    named,
    shown,
)
from catchall.intake.limits import Limits
from catchall.intake.opened import Opened

DELIMITERS = (",", ";", "\t", "|")
_HINT = "sep="


def read(opened: Opened, known: Known, limits: Limits) -> Grid:
    """The rows of a CSV or TSV file, with the header that names the most known columns.

    Raises:
        UnknownColumnsError: none of the first lines names a known column.
    """
    encoding = encodings.recognise(opened.data)
    pages = encodings.lines(opened.data, encoding)
    first = next(pages, [])
    at, delimiter, headers = _header(first, known, opened)
    tally = Tally(notes=list(opened.notes))
    above = [line for line in first[:at] if line.strip()]
    tally.notes += [f"above the header, not read: {shown(line)}" for line in above]
    if encoding.codec not in ("utf-8", "utf-16-le", "utf-16-be"):
        tally.notes.append(f"read as {encoding.name}: check one name that has an accent")
    shape = physical.Shape(headers, delimiter, limits, encoding.name)
    whole: Iterator[list[str]] = chain((first,), pages)
    return Grid(headers, encoding.name, physical.chunks(whole, shape, tally, at + 1), tally)


def _header(lines: list[str], known: Known, opened: Opened) -> tuple[int, str, tuple[str, ...]]:
    """Where the header stands, the delimiter, and the headers that it splits into."""
    places = [at for at, line in enumerate(lines[: 5 * HEADER_WITHIN]) if line.strip()]
    places = [at for at in places if not lines[at].lower().startswith(_HINT)][:HEADER_WITHIN]
    ways: list[tuple[int, int, int, str]] = []
    for delimiter in DELIMITERS:
        rows = [physical.fields_of(lines[at], delimiter) for at in places]
        found = find_header(rows, known)
        if found is not None:
            ways.append((known(rows[found]), len(rows[found]), places[found], delimiter))
    if not ways:
        first = shown(lines[places[0]])[:80] if places else ""
        raise UnknownColumnsError(
            opened.path,
            f"no known column in the first lines ({first!r})",
            "The first line must name the columns; --map FILE says what your headers mean.",
        )
    *_, at, delimiter = max(ways, key=lambda way: way[:2])
    return at, delimiter, named(physical.fields_of(lines[at], delimiter))
