"""What every reader of a table gives: headers, then rows of text in chunks, and rejects.

In: rows of one file; out: ``Grid``. What a column means does not belong here.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

WORDS = 2_000
"""A reject shows at most so many characters of the line."""

HEADER_WITHIN = 20
"""The header is looked for in so many rows, so that title lines may stand above it."""

Cells = Sequence[str | None]
Known = Callable[[Sequence[str]], int]
"""How many of these cells are headers the caller knows?"""


@dataclass(frozen=True)
class Reject:
    """One line that could not be read: where, why and what to do, and its own words."""

    line: int
    place: str
    reason: str
    words: str


@dataclass
class Chunk:
    """Some rows in a row: ``columns[c][r]`` is a cell and ``lines[r]`` where its row begins."""

    lines: list[int] = field(default_factory=list)
    columns: list[Cells] = field(default_factory=list)
    rejects: list[Reject] = field(default_factory=list)


@dataclass
class Tally:
    """Counts that are complete only when the last chunk has been taken.

    ``rows`` is counted from the file itself, apart from the rows handed out: comparing the
    two shows whether any was lost.
    """

    rows: int = 0
    blank: int = 0
    notes: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Grid:
    """One table of text; ``tally`` fills while ``chunks`` is being read."""

    headers: tuple[str, ...]
    encoding: str
    chunks: Iterator[Chunk]
    tally: Tally


def shown(text: str) -> str:
    r"""The words of a reject: cut to size, bytes that are no text written as ``\\xNN``.

    >>> shown("caf" + chr(0xDCE9))
    'caf\\xe9'
    """
    cut = text[:WORDS]
    return cut.encode("utf-8", "surrogateescape" if _escaped(cut) else "replace").decode(
        "utf-8", "backslashreplace"
    )[:WORDS]


def _escaped(text: str) -> bool:
    return not any("\ud800" <= c < "\udc80" or "\udcff" < c <= "\udfff" for c in text)


def damage(text: str, longest: int) -> str:
    """Why can this cell not be kept as text? Empty when it can.

    >>> damage("plain", 10)
    ''
    """
    if len(text) > longest:
        return f"longer than {longest:,} characters: shorten it"
    if "\0" in text:
        return "holds a NUL character: delete it"
    try:
        text.encode()
    except UnicodeEncodeError:
        return "holds half a surrogate pair: write the character itself"
    return ""


def find_header(rows: Sequence[Sequence[str]], known: Known) -> int | None:
    """Which of the first rows is the header? None when none of them names a known column.

    The first row, when it names a known column and is not a lone title; else the first row
    that names two.

    >>> find_header([["Our report"], ["a", "b"]], lambda row: 2 * (row[0] == "a"))
    1
    """
    counts = [known(row) for row in rows[:HEADER_WITHIN]]
    if counts and counts[0] and (counts[0] > 1 or len(rows[0]) > 1 or max(counts) == 1):
        return 0
    return next((at for at, count in enumerate(counts) if count > 1), None)


def named(headers: Sequence[str]) -> tuple[str, ...]:
    """Headers with a name for each column that has none: ``(column 3)``.

    >>> named(["id", " ", "port"])
    ('id', '(column 2)', 'port')
    """
    return tuple(
        shown(header.strip().replace("\0", "")) or f"(column {at})"
        for at, header in enumerate(headers, start=1)
    )
