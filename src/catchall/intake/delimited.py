"""CSV and TSV: finds the delimiter and the header, then reads rows. In: bytes; out: Grid.

Nothing is guessed about values: every cell is the text between two delimiters.
"""

from collections.abc import Iterator
from itertools import chain

from catchall.errors import InputError
from catchall.intake import encodings, physical
from catchall.intake.grid import HEADER_WITHIN, Grid, Known, Tally, find_header, named, shown
from catchall.intake.limits import Limits
from catchall.intake.opened import Opened

DELIMITERS = (",", ";", "\t", "|")
_HINT = "sep="


def read(opened: Opened, known: Known, limits: Limits) -> Grid:
    """The rows of a CSV or TSV file, with the header that names the most known columns.

    Raises:
        InputError: none of the first lines names a known column.
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
    places = [at for at, line in enumerate(lines[: 5 * HEADER_WITHIN]) if line.strip()]
    places = [at for at in places if not lines[at].lower().startswith(_HINT)]
    best: tuple[int, int, int, str] | None = None
    for order, delimiter in enumerate(DELIMITERS):
        rows = [physical.fields_of(lines[at], delimiter) for at in places[:HEADER_WITHIN]]
        found = find_header(rows, known)
        if found is not None:
            row = rows[found]
            score = (known(row), len(row), -order)
            if best is None or score > (best[0], best[1], -DELIMITERS.index(best[3])):
                best = (score[0], score[1], places[found], delimiter)
    if best is None:
        raise InputError(
            opened.path,
            f"no known column in the first lines ({shown((lines or [''])[places[0] if places else 0])[:80]!r})",
            "The first line must name the columns; --map FILE says what your headers mean.",
        )
    at, delimiter = best[2], best[3]
    return at, delimiter, named(physical.fields_of(lines[at], delimiter))
