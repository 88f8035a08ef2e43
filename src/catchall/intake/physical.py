"""Delimited text to rows, line by line. In: physical lines; out: chunks of rows and rejects.

The pre-scan of QUALITY.md: a CSV library alone joins everything after one unclosed quotation
mark into a single field and says nothing. Here a reject is always exactly one physical line,
and reading goes on with the next. What columns mean does not belong here.
"""

import csv
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from catchall.intake.grid import Chunk, Reject, Tally, shown
from catchall.intake.limits import Limits

_SUSPECT = re.compile("[\0\ud800-\udfff]")
_PROSE = (" ", "\t")


@dataclass(frozen=True)
class Shape:
    """What each record must look like."""

    headers: tuple[str, ...]
    delimiter: str
    limits: Limits
    encoding: str = "UTF-8"


@dataclass
class Page:
    """The lines being read, how many stood before them, and what was made of them."""

    shape: Shape
    lines: list[str]
    before: int
    suspect: frozenset[int] = frozenset()  # lines with a NUL or bytes that are no text
    joined: int = 0
    blank: int = 0
    numbers: list[int] = field(default_factory=list)
    rows: list[list[str]] = field(default_factory=list)
    rejects: list[Reject] = field(default_factory=list)

    def reject(self, at: int, reason: str, place: str = "") -> None:
        """Line ``at`` of the page is rejected, and no other."""
        line = self.lines[at]
        self.rejects.append(Reject(self.before + at + 1, place, reason, shown(line)))


def chunks(
    pages: Iterator[list[str]], shape: Shape, tally: Tally, skip: int = 0
) -> Iterator[Chunk]:
    """The rows of a delimited file after its first ``skip`` lines; ``tally`` counts on.

    A quoted field may hold line breaks. A record whose quotation does not close within
    ``limits.quoted_lines`` lines, or that would swallow a line which is a whole record by
    itself, is rejected at the line where it opened.
    """
    held: list[str] = []
    before = 0
    for last, more in _with_last(pages):
        lines = held + more
        tally.rows += len(more)
        start = min(skip, len(lines))
        skip -= start
        page = Page(shape, lines, before, _suspects(lines))
        done = _read(page, start, whole=last)
        tally.rows -= page.joined + page.blank + start
        tally.blank += page.blank
        held, before = lines[done:], before + done
        columns = list(zip(*page.rows, strict=True)) if page.rows else []
        yield Chunk(page.numbers, list(columns), page.rejects)


def _suspects(lines: list[str]) -> frozenset[int]:
    if not _SUSPECT.search("\n".join(lines)):
        return frozenset()
    return frozenset(at for at, line in enumerate(lines) if _SUSPECT.search(line))


def _with_last(pages: Iterator[list[str]]) -> Iterator[tuple[bool, list[str]]]:
    current = next(pages, None)
    while current is not None:
        following = next(pages, None)
        yield following is None, current
        current = following


def _read(page: Page, at: int, *, whole: bool) -> int:
    """Reads lines from ``at``; stops where a record may go on after the page. How far?"""
    lines, shape = page.lines, page.shape
    delimiter, width = shape.delimiter, len(shape.headers)
    void, suspect, longest = f' \t"{delimiter}', page.suspect, shape.limits.field
    while at < len(lines):
        line = lines[at]
        if '"' in line and at not in suspect:
            if not whole and at + shape.limits.quoted_lines > len(lines):
                return at
            at += _quoted(page, at)
            continue
        fields = line.split(delimiter)
        if len(fields) != width or at in suspect or len(line) > longest:
            _odd(page, at, fields)
        elif not line.strip(void):
            _void(page, at)
        else:
            page.rows.append(fields)
            page.numbers.append(page.before + at + 1)
        at += 1
    return at


def _void(page: Page, at: int) -> None:
    if page.lines[at].strip():
        page.reject(at, _VOID)
    else:
        page.blank += 1


def _odd(page: Page, at: int, fields: list[str]) -> None:
    """A line that needs a closer look: damaged, too long, or with too many or few fields."""
    line, shape = page.lines[at], page.shape
    if not line.strip(f' \t"{shape.delimiter}'):
        _void(page, at)
    elif problem := _damaged(line, shape) or _problem(line, fields, shape):
        page.reject(at, problem[1], problem[0])
    else:
        page.rows.append(fields)
        page.numbers.append(page.before + at + 1)


def _damaged(line: str, shape: Shape) -> tuple[str, str] | None:
    found = _SUSPECT.search(line)
    if not found:
        return None
    ahead = line[: found.start()]
    place = "" if '"' in ahead else _place(shape, ahead.count(shape.delimiter))
    return place, _damage(found[0], shape)


def _problem(line: str, fields: Sequence[str], shape: Shape) -> tuple[str, str] | None:
    if len(line) > shape.limits.line:
        return "", f"the line is longer than {shape.limits.line:,} characters: shorten it"
    if len(line) > shape.limits.field:
        long = [at for at, text in enumerate(fields) if len(text) > shape.limits.field]
        if long:
            reason = f"a field is longer than {shape.limits.field:,} characters: shorten it"
            return _place(shape, long[0]), reason
    if len(fields) != len(shape.headers):
        return "", _count(len(fields), shape)
    return None


def _damage(character: str, shape: Shape) -> str:
    if character == "\0":
        return "holds a NUL byte: the line is damaged, export it again"
    return f"bytes that are not {shape.encoding}: correct them, or save the file as UTF-8"


def _count(found: int, shape: Shape) -> str:
    sign = {"\t": "a tab"}.get(shape.delimiter, f"{shape.delimiter!r}")
    what = "a delimiter is missing" if found < len(shape.headers) else "one is too many"
    return (
        f"{found} fields where the header has {len(shape.headers)}: {what}, or a field that "
        f"holds {sign} is not between quotation marks"
    )


def _place(shape: Shape, column: int) -> str:
    return shape.headers[column] if column < len(shape.headers) else ""


def _quoted(page: Page, at: int) -> int:
    """Reads the record that begins at a line with quotation marks. How many lines is it?"""
    shape = page.shape
    reach = page.lines[at : at + shape.limits.quoted_lines]
    reader = csv.reader((line + "\n" for line in reach), delimiter=shape.delimiter, strict=True)
    try:
        fields = next(reader)
    except csv.Error:
        page.reject(at, *_broken(page.lines[at], shape))
        return 1
    count = reader.line_num
    lines = page.lines[at : at + count]
    if count > 1 and (
        not page.suspect.isdisjoint(range(at, at + count)) or _swallows(lines, shape)
    ):
        page.reject(at, _UNCLOSED, _open_place(page.lines[at], shape))
        return 1
    if problem := _problem("\n".join(lines), fields, shape):
        page.reject(at, problem[1], problem[0])
        return 1
    return _keep(page, at, fields, count)


def _keep(page: Page, at: int, fields: list[str], count: int) -> int:
    """Keeps the record, or rejects its first line: how many lines were used up?"""
    if page.lines[at].strip(f' \t"{page.shape.delimiter}') or any(map(str.strip, fields)):
        page.rows.append(fields)
        page.numbers.append(page.before + at + 1)
        page.joined += count - 1
        return count
    page.reject(at, _VOID)
    return 1


_VOID = "every field is empty: fill it in or delete the line"
_UNCLOSED = "a quotation mark opens a field and does not close it: close it, or double it"
_AFTER = "text stands after a closing quotation mark: double the marks inside the field"


def _swallows(lines: list[str], shape: Shape) -> bool:
    """Did an unclosed mark join several records into one?

    It did when a line in between is a whole record, or the first and the last both are: two
    records with a stray mark each. In a true record of several lines the first line breaks
    off before its last field.
    """
    first, *between, last = lines
    return any(_whole(line, shape) for line in between) or (
        _whole(first, shape) and _whole(last, shape)
    )


def _whole(line: str, shape: Shape) -> bool:
    """Is this line a whole record by itself, as far as its delimiters show?

    A line of an address may hold as many commas as a record by chance, but it has blanks
    after them; a record written by a program has none.
    """
    fields = line.split(shape.delimiter)
    if len(fields) != len(shape.headers):
        return False
    return len(fields) > 1 and not any(text.startswith(_PROSE) for text in fields[1:])


def _broken(line: str, shape: Shape) -> tuple[str, str]:
    """Why can the record that begins here not be read, and in which column?"""
    if len(line) > shape.limits.field:
        return f"a field is longer than {shape.limits.field:,} characters: shorten it", ""
    closed = _parsed(line + '"', shape.delimiter)
    if closed is None:
        return _AFTER, ""
    return _UNCLOSED, _place(shape, len(closed) - 1)


def _open_place(line: str, shape: Shape) -> str:
    closed = _parsed(line + '"', shape.delimiter)
    return _place(shape, len(closed) - 1) if closed else ""


def _parsed(line: str, delimiter: str) -> list[str] | None:
    try:
        return next(csv.reader((line,), delimiter=delimiter, strict=True), [])
    except csv.Error:
        return None


def fields_of(line: str, delimiter: str) -> list[str]:
    """The fields of one line by itself; a line with a broken quotation is one field.

    >>> fields_of('a,"b,c"', ",")
    ['a', 'b,c']
    """
    parsed = _parsed(line, delimiter)
    return [line] if parsed is None else parsed
