"""The clean view of a message. In: view, lines and zones; out: what is kept, words mended.

``picked`` is what is kept, in order; ``Mended`` is the same with its words mended, and finds a
place of the picked view in the mended one.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from catchall.intake.telegrams import body, mend
from catchall.intake.telegrams.block import Block
from catchall.intake.telegrams.body import Body
from catchall.intake.telegrams.changes import Shift
from catchall.intake.telegrams.lines import Line, split
from catchall.intake.telegrams.mend import Mending
from catchall.intake.telegrams.model import Defect
from catchall.intake.telegrams.offsets import Passage, View
from catchall.intake.telegrams.wire import Zones

MENDED = ("subject", "refs", "classified_by")


@dataclass(frozen=True)
class Clean:
    """The picked view before mending, its header lines, and its body."""

    view: View
    top: list[Line]
    header: list[Line]
    block: Block
    body: Body


def _end(lines: list[Line], at: int, view: View) -> int:
    """Where line ``at`` starts in the view; behind the last line, the view's end."""
    return lines[at].start if at < len(lines) else len(view.text)


def _pieces(view: View, lines: list[Line], zones: Zones) -> tuple[list[tuple[int, int]], int]:
    """What is kept, in order: header, then the sections; and how many pieces the header is."""
    ranges = [zones.top, (zones.main.first, zones.main.last)]
    found = [p for first, last in ranges for p in _kept(view, lines, zones, (first, last))]
    count = len(found)
    for chunk in zones.chunks:
        found.extend(_kept(view, lines, zones, (chunk.first, chunk.last)))
    return found, count


def _kept(
    view: View, lines: list[Line], zones: Zones, part: tuple[int, int]
) -> Iterator[tuple[int, int]]:
    first, last = part
    at = first
    while at < last:
        if at in zones.dropped:
            at += 1
            continue
        begin = at
        while at < last and at not in zones.dropped:
            at += 1
        yield _end(lines, begin, view), _end(lines, at, view)


def picked(
    view: View,
    lines: list[Line],
    zones: Zones,
    form: tuple[
        Callable[[list[Line]], Block], Callable[[list[Line], int], tuple[int, int] | None]
    ],
) -> Clean:
    """What is kept of the view: header and body. ``form`` finds the block and the signature."""
    pieces, count = _pieces(view, lines, zones)
    kept = view.pick(pieces)
    border = sum(b - a for a, b in pieces[:count])
    text = split(kept, 0, border - kept.text[:border].endswith("\n"))
    main = form[0](text)
    return Clean(kept, text[: main.first], text, main, body.read(split(kept, border), form[1]))


def mendings(clean: Clean) -> list[Mending]:
    """Everything to be mended in the fields, the paragraphs and the headings, in order."""
    found: list[Mending] = []
    for name in MENDED:
        if name in clean.block.fields:
            first, last = clean.block.fields[name]
            found.extend(mend.mend(clean.header[first:last]))
    heads = {
        i
        for h in clean.body.headings
        if h.inside
        for i in range(h.found.first, h.found.last + 1)
    }
    for part in clean.body.parts:
        for first, last in _runs(part.first, part.last, heads):
            found.extend(mend.mend(clean.body.lines[first:last]))
    for heading in clean.body.headings:
        found.extend(mend.mend(clean.body.lines[heading.found.first : heading.found.last]))
    unique = {m.edit.start: m for m in sorted(found, key=lambda m: (m.edit.start, m.edit.end))}
    return _apart(list(unique.values()))


def _apart(found: list[Mending]) -> list[Mending]:
    kept: list[Mending] = []
    for one in found:
        if not kept or one.edit.start >= kept[-1].edit.end:
            kept.append(one)
    return kept


def _runs(first: int, last: int, without: set[int]) -> Iterator[tuple[int, int]]:
    begin = first
    for at in range(first, last + 1):
        if at == last or at in without:
            if begin < at:
                yield begin, at
            begin = at + 1


def defects(view: View, found: list[Mending]) -> Iterator[Defect]:
    """The damage among the mendings; an ordinary line end is none."""
    for one in found:
        gap = view.span(one.edit.start, max(one.edit.end, one.edit.start + 1))
        other_words = gap.end - gap.start > one.edit.end - one.edit.start
        moved = len(view.pieces(one.edit.start, one.edit.end)) > 1
        cut_out = one.kind == "blank_line_inside_sentence" and (other_words or moved)
        if one.kind and not cut_out:  # a page line that stood there is told as noise
            span = view.span(one.start, max(one.end, one.start + 1))
            yield Defect(one.kind, span, view.text[one.start : one.end], one.repaired)


@dataclass(frozen=True)
class Mended:
    """The clean view, and how places of the picked view are found in it."""

    view: View
    shift: Shift

    def place(self, start: int, end: int) -> tuple[int, int]:
        """The place in the clean view."""
        return self.shift.to(start), self.shift.to(end)

    def passage(self, lines: list[Line], first: int, last: int) -> Passage:
        """The words of these lines of the picked view."""
        return self.view.passage(*self.place(lines[first].start, lines[last - 1].end))
