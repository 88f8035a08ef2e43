"""The body of a telegram taken apart. In: a view and where its body begins; out: line ranges.

Paragraphs, headings, signature and noise are found on the lines as they stand; mending the
words comes after.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

from catchall.intake.telegrams import headings, numbering, tail
from catchall.intake.telegrams.headings import Found
from catchall.intake.telegrams.lines import Line, is_underline, next_filled
from catchall.intake.telegrams.numbering import Candidate
from catchall.intake.telegrams.tail import Tail

BEGIN = re.compile(
    r"\bBEGIN (?:(?:UN)?CLASSIFIED |CONFIDENTIAL |SECRET |SBU |UNOFFICIAL |"
    r"OFFICIAL |INFORMAL |DRAFT )?"
    r"(?:TRANSLATION OF |TEXT OF |EXCERPTS? OF )?"
    r"(?:TEXT|POINTS|NON-?PAPER|PAPER|TALKING POINTS|STATEMENT|LETTER|NOTE|"
    r"TRANSLATION|AIDE-?MEMOIRE|QUOTE|EXCERPTS?|DEMARCHE|MESSAGE|ARTICLE|TABLE|"
    r"LIST|ANNEX|POINTS FOR [A-Z]+)"
    r"(?: OF [A-Z -]{3,40}| FOR [A-Z -]{3,40}| FROM [A-Z -]{3,40})?(?: ?[:.]| ?-{2,}|$)",
    re.IGNORECASE | re.MULTILINE,
)
END = re.compile(
    r"\bEND (?:OF )?(?:(?:UN)?CLASSIFIED |CONFIDENTIAL |SECRET |SBU |UNOFFICIAL "
    r"|OFFICIAL |INFORMAL |DRAFT )?"
    r"(?:TEXT|POINTS|NON-?PAPER|PAPER|TALKING POINTS|STATEMENT|LETTER|NOTE|"
    r"TRANSLATION|AIDE-?MEMOIRE|QUOTE|EXCERPTS?|DEMARCHE|MESSAGE|ARTICLE|TABLE|"
    r"LIST|ANNEX)"
    r"(?: OF [A-Z -]{3,40}| FOR [A-Z -]{3,40}| FROM [A-Z -]{3,40})?(?: ?[.:]| ?-{2,}|$)",
    re.IGNORECASE | re.MULTILINE,
)


@dataclass(frozen=True)
class Part:
    """A paragraph's lines: ``first`` to ``last`` (not included), and its number."""

    first: int
    last: int
    start: Candidate | None


@dataclass(frozen=True)
class Heading:
    """A heading, and before which part it stands; ``inside`` a part it has text after it."""

    found: Found
    part: int
    inside: bool = False


@dataclass(frozen=True)
class Body:
    """Everything that was found, by line."""

    lines: list[Line]
    parts: tuple[Part, ...]
    headings: tuple[Heading, ...]
    quoted: tuple[tuple[int, int], ...]
    tail: Tail


def quoted(lines: list[Line]) -> list[tuple[int, int]]:
    """Line ranges between BEGIN and END markers, both included; an open one is left out."""
    ranges: list[tuple[int, int]] = []
    begin: int | None = None
    for at, line in enumerate(lines):
        if begin is None and (match := BEGIN.search(line.text)):
            begin = at
            if END.search(line.text, match.end()):
                begin = None
        elif begin is not None and END.search(line.text):
            ranges.append((begin, at))
            begin = None
    return ranges


def _inside(ranges: list[tuple[int, int]], at: int) -> bool:
    return any(first < at <= last for first, last in ranges)


def _trimmed(lines: list[Line], first: int, last: int) -> int:
    while last > first + 1 and (lines[last - 1].blank or is_underline(lines[last - 1])):
        last -= 1
    return last


def _parts(lines: list[Line], chain: list[Candidate], end: int) -> list[Part]:
    starts = [c.line for c in chain] + [end]
    return [
        Part(c.line, _trimmed(lines, c.line, starts[i + 1]), c)
        for i, c in enumerate(chain)
        if c.line < end
    ]


def _unnumbered(lines: list[Line], end: int) -> list[Part]:
    first = next_filled(lines, 0)
    return [Part(first, _trimmed(lines, first, end), None)] if first < end else []


def _around(
    lines: list[Line], parts: list[Part], ranges: list[tuple[int, int]]
) -> tuple[list[Part], list[Heading]]:
    """Headings before each part; the part above ends before the heading."""
    found: list[Heading] = []
    parts = list(parts)
    for i, part in enumerate(parts):
        floor = parts[i - 1].first + 1 if i else 0
        head = headings.before(lines, part.first, floor)
        if head is None or _inside(ranges, head.first):
            continue
        found.append(Heading(head, i))
        if i:
            before = parts[i - 1]
            parts[i - 1] = Part(
                before.first, _trimmed(lines, before.first, head.first), before.start
            )
    return parts, found


def _within(
    lines: list[Line], parts: list[Part], ranges: list[tuple[int, int]]
) -> list[Heading]:
    """Underlined headings inside a part, text without a number after them."""
    found: list[Heading] = []
    for i, part in enumerate(parts):
        for at in range(part.first + 1, part.last):
            if (
                not is_underline(lines[at])
                or _inside(ranges, at)
                or lines[at].text.startswith("  ")
            ):
                continue
            head = headings.underlined(lines, at, part.first + (1 if part.start else 0))
            if head and (head.first == part.first or lines[head.first - 1].blank):
                found.append(Heading(head, i, inside=True))
    return found


def read(
    lines: list[Line],
    signature: Callable[[list[Line], int], tuple[int, int] | None] = tail.signature,
) -> Body:
    """The parts of a body of these lines; ``signature`` finds where it is signed."""
    ranges = quoted(lines)
    skip = frozenset(at for first, last in ranges for at in range(first + 1, last + 1))
    chain = numbering.chain(lines, skip)
    floor = chain[-1].line if chain else next_filled(lines, 0)
    floor = max([floor, *(last for _, last in ranges)])
    end = tail.read(lines, min(floor, max(len(lines) - 1, 0)), signature)
    parts = _parts(lines, chain, end.text) or _unnumbered(lines, end.text)
    parts, before = _around(lines, parts, ranges)
    found = before + _within(lines, parts, ranges)
    found.sort(key=lambda h: h.found.first)
    return Body(lines, tuple(parts), tuple(found), tuple(ranges), end)
