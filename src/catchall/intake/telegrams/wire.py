"""The zones of a wire message. In: lines; out: which lines are portal, header, body, noise.

Sections are put in order, and the header blocks that they repeat are set aside.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from catchall.intake.telegrams import block, pages, stations, transmission
from catchall.intake.telegrams.block import Block
from catchall.intake.telegrams.levels import level
from catchall.intake.telegrams.lines import BANNER, Line, next_filled

MOST_LINES, LONGEST_NOISE = 40, 160
COPY = "duplicate_of_message_header"
_FROM = re.compile(r" *FM ?(?=[A-Z]{3})")
_ADDRESS = re.compile(r" *(?:TO|INFO)\b")
_ROUTED = re.compile(r" *(?:R[A-Z]{3,7}/|AM(?:EMBASSY|CONSUL)|XMT\b|R[A-Z]{4,7}(?: |$))")
_PORTAL = re.compile(r" *(?:Identifier|Cable title|Created|Origin|Released)\b")


@dataclass(frozen=True)
class Chunk:
    """The body of one section: its number and its lines."""

    section: int | None
    first: int
    last: int


@dataclass(frozen=True)
class Other:
    """A further header block: its role, its section, and where its format lines begin."""

    role: str
    block: Block
    section: int | None
    begin: int


@dataclass(frozen=True)
class Zones:
    """Line numbers of every zone; ``noise`` is (kind, first, last)."""

    start: int
    main: Block
    others: tuple[Other, ...]
    chunks: tuple[Chunk, ...]
    noise: tuple[tuple[str, int, int], ...]
    top: tuple[int, int] = (0, 0)
    missing: tuple[int, ...] = ()
    out_of_order: bool = False
    dropped: frozenset[int] = field(default_factory=frozenset)


def is_wire(text: str) -> bool:
    """Is it one of format lines 1 to 6?

    >>> is_wire("DE RUEHMD #0262 0791625"), is_wire("FM AMEMBASSY MADRID")
    (True, True)
    """
    return bool(
        transmission.TRANSMISSION.fullmatch(text)
        or transmission.ROUTING.fullmatch(text)
        or transmission.ORIGINATOR.match(text)
        or transmission.SECURITY.match(text)
        or (transmission.GROUP.match(text) and len(text) < 60)  # noqa: PLR2004
        or _FROM.match(text)
    )


def _kind(line: Line, extra: Callable[[str], str | None]) -> str | None:
    if line.blank or len(line.text) > LONGEST_NOISE:
        return None
    if BANNER.fullmatch(line.text):
        return "exercise_banner"
    return "page_line" if pages.is_page_line(line.text) else extra(line.text)


def _noise(lines: list[Line], extra: Callable[[str], str | None]) -> dict[int, str]:
    """Noise lines and their kind; a bare class line beside a page line is a part of it."""
    told = ((at, _kind(line, extra)) for at, line in enumerate(lines))
    kinds = {at: kind for at, kind in told if kind}
    near = [at for at, kind in kinds.items() if kind == "page_line"]
    while near:
        at = near.pop()
        for one in _neighbours(lines, at):
            found = level(lines[one].text)
            if one not in kinds and found and not found.opens and found.section is None:
                kinds[one] = "page_line"
                near.append(one)
    return kinds


def _neighbours(lines: list[Line], at: int) -> list[int]:
    above = at - 1
    while above > 0 and lines[above].blank:
        above -= 1
    below = next_filled(lines, at + 1)
    return [i for i in (above, below) if 0 <= i < len(lines) and abs(i - at) < 4]  # noqa: PLR2004


def _start(lines: list[Line], kinds: dict[int, str]) -> int:
    """Where the telegram begins: a web page above it has tags and a title of its own."""
    page = any(_PORTAL.match(line.text) for line in lines[:MOST_LINES])
    first = ("eo",) if page else ("eo", "tags", "subject")
    for at, line in enumerate(lines):
        if at in kinds:
            continue
        if is_wire(line.text) or block.opener(lines, at) or block.label(line.text) in first:
            return at
    return _first_label(lines, kinds)


def _first_label(lines: list[Line], kinds: dict[int, str]) -> int:
    after = max(
        (i for i, line in enumerate(lines[:MOST_LINES]) if _PORTAL.match(line.text)), default=-1
    )
    for at in range(after + 1, min(len(lines), after + 1 + 3 * MOST_LINES)):
        if at not in kinds and (
            block.label(lines[at].text) or block.starts_paragraph(lines[at].text)
        ):
            return at
    return next_filled(lines, after + 1) if after < 0 else len(lines)


def _openers(lines: list[Line], kinds: dict[int, str], start: int) -> list[int]:
    return [
        at for at in range(start, len(lines)) if at not in kinds and block.opener(lines, at)
    ]


def _same(first: Block, other: Block) -> bool:
    """Is the other block of the same message: the same number, or the same station?"""
    if first.level is None or other.level is None:
        return bool(first.fields and other.fields)
    one, two = (stations.resolve(b.level.station or "") for b in (first, other) if b.level)
    return first.level.serial == other.level.serial or (
        one == two and other.level.section is not None
    )


def _header(lines: list[Line], start: int, openers: list[int]) -> tuple[Block, list[Block]]:
    """The first header block, and its duplicates, which follow it with no text between."""
    labelled = _first_field(lines, start, openers[0] if openers else len(lines))
    at = openers[0] if openers and labelled is None else (labelled or start)
    main = block.read(lines, at) if openers or labelled is not None else _bare(lines, start)
    copies: list[Block] = []
    last = main.last
    while (here := next_filled(lines, last)) in openers:
        copy = block.read(lines, here)
        if not _same(main, copy) or _section(copy) not in (_section(main), None):
            break
        copies.append(copy)
        last = copy.last
    return main, copies


def _bare(lines: list[Line], start: int) -> Block:
    """No class line and no field: the header ends with its format lines and addresses."""
    last = start
    for at in range(start, len(lines)):
        if is_wire(lines[at].text) or _ADDRESS.match(lines[at].text):
            last = at + 1
        elif lines[at].blank or (last != at and at > start):
            if lines[at].blank and at + 1 < len(lines) and is_wire(lines[at + 1].text):
                continue
            break
        else:
            last = at + 1 if last else last
    return Block(last, last, None)


def _first_field(lines: list[Line], start: int, end: int) -> int | None:
    """A field above the class line: the class line is lost, or it is that of a copy."""
    return next((i for i in range(start, end) if block.label(lines[i].text)), None)


def _section(found: Block) -> int | None:
    return found.level.section if found.level else None


def _begins(lines: list[Line], at: int, floor: int, kinds: dict[int, str]) -> int:
    """Where a section's header begins: with the format lines above its class line."""
    first = at
    for up in range(at - 1, max(floor, at - MOST_LINES), -1):
        if is_wire(lines[up].text) or _ADDRESS.match(lines[up].text):
            first = up
        elif not (lines[up].blank or up in kinds or _routed(lines, up)):
            break
    return first


def _routed(lines: list[Line], at: int) -> bool:
    return _ROUTED.match(lines[at].text) is not None


def _sections(
    lines: list[Line],
    kinds: dict[int, str],
    start: tuple[int, int | None],
    main: Block,
    openers: list[int],
) -> tuple[list[Chunk], list[Other]]:
    """The bodies behind the first header, and the blocks between them.

    A block without a section right behind another one is its second copy.
    """
    chunks: list[Chunk] = []
    others: list[Other] = []
    begin, number = start
    for at in (at for at in openers if at >= start[0]):
        found = block.read(lines, at, limit=14)
        if not _same(main, found) or at < begin:
            continue
        if others and _section(found) is None and next_filled(lines, begin) == at:
            others.append(Other(COPY, found, None, at))
        else:
            first = _begins(lines, at, begin, kinds)
            chunks.append(Chunk(number, begin, first))
            number = _section(found) or (number or 1) + 1
            others.append(Other("section_header", found, number, first))
        begin = found.last
    chunks.append(Chunk(number, begin, len(lines)))
    return chunks, others


def nothing(_text: str) -> str | None:
    """No line is noise by its words alone."""
    return None


def find(lines: list[Line], extra: Callable[[str], str | None] = nothing) -> Zones:
    """The zones of these lines; ``extra`` gives the kind of further lines of noise."""
    kinds = _noise(lines, extra)
    lines = [Line("", x.start, x.end) if i in kinds else x for i, x in enumerate(lines)]
    start = _start(lines, kinds)
    openers = _openers(lines, kinds, start)
    main, copies = _header(lines, start, openers)
    floor = copies[-1].last if copies else main.last
    others = [Other(COPY, copy, None, copy.first) for copy in copies]
    chunks, later = _sections(lines, kinds, (floor, _section(main)), main, openers)
    blocks, bodies = (*others, *later), tuple(chunks)
    noise = _runs(kinds, start)
    return _ordered(Zones(start, main, blocks, bodies, noise, (start, main.first)), kinds)


def _ordered(zones: Zones, kinds: dict[int, str]) -> Zones:
    """Sections by number; the block with the lowest number is the message's header."""
    chunks = sorted(zones.chunks, key=lambda c: c.section or 1)
    blocks = (zones.main, *(o.block for o in zones.others))
    total = max([b.level.section_total or 0 for b in blocks if b.level], default=0)
    there = {c.section or 1 for c in chunks}
    main, others, top = _swapped(zones)
    return Zones(
        zones.start,
        main,
        others,
        tuple(chunks),
        zones.noise,
        top,
        missing=tuple(n for n in range(1, min(total, 99) + 1) if n not in there),
        out_of_order=tuple(chunks) != zones.chunks,
        dropped=frozenset(kinds),
    )


def _swapped(zones: Zones) -> tuple[Block, tuple[Other, ...], tuple[int, int]]:
    """Main block, other blocks and format lines; the lowest section that has fields is main."""
    number = _section(zones.main) or 1
    lower = [o for o in zones.others if (o.section or number) < number and o.block.fields]
    if not lower:
        return zones.main, zones.others, zones.top
    first = min(lower, key=lambda o: o.section or 0)
    own = first.begin < first.block.first
    begin = zones.start if own else zones.main.first
    old = Other("section_header", zones.main, number, begin)
    rest = tuple(o for o in zones.others if o is not first)
    return first.block, (*rest, old), (first.begin, first.block.first) if own else zones.top


def _runs(kinds: dict[int, str], start: int) -> tuple[tuple[str, int, int], ...]:
    """Noise lines; those next to each other and of one kind are one piece."""
    found: list[tuple[str, int, int]] = []
    for at in sorted(kinds):
        if found and found[-1][0] == kinds[at] and found[-1][2] == at and at > start:
            found[-1] = (kinds[at], found[-1][1], at + 1)
        else:
            found.append((kinds[at], at, at + 1))
    return tuple(found)


def main_block(lines: list[Line]) -> Block:
    """The header block among the clean header's lines."""
    opened = next((i for i in range(len(lines)) if block.opener(lines, i)), None)
    labelled = _first_field(lines, 0, len(lines) if opened is None else opened)
    at = next((i for i in (labelled, opened) if i is not None), len(lines))
    return block.read(lines, at)
