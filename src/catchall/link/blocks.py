"""A telegram's body in blocks of flat text. In: a telegram; out: blocks that know their place.

A block is a numbered paragraph, or a part of one between blank lines (a quoted paper has many).
White space is one blank; every character still knows where it stands in the raw file.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from catchall.intake.telegrams.model import Paragraph, Telegram
from catchall.intake.telegrams.offsets import Edit, View
from catchall.link.sentences import split

_GAP = re.compile(r"[ \t\u00a0]*\n(?:[ \t\u00a0]*\n)+")
_BLANK = re.compile(r"\s+")
_TABLE_LINE = re.compile(r"\S {3,}\S+.*(?: {2,}|$)")
_LEAST_TABLE_LINES = 2


@dataclass(frozen=True)
class Evidence:
    """Words of the message: paragraph, [start, end) in the raw file, words mended and exact."""

    paragraph: int | None
    start: int
    end: int
    text: str
    raw: str


@dataclass(frozen=True)
class Sentence:
    """A sentence of a block: its number there and its [start, end)."""

    block: "Block"
    start: int
    end: int

    @property
    def text(self) -> str:
        """The words."""
        return self.block.text[self.start : self.end]


@dataclass(frozen=True)
class Block:
    """Flat text with its place; ``order`` counts the blocks of the message."""

    order: int
    number: int | None
    text: str
    view: View
    raw: str
    section: int
    in_paper: bool = False
    part: int = 0
    table: tuple[str, ...] = ()

    def evidence(self, start: int, end: int) -> Evidence:
        """The words at [start, end) of this block, as evidence."""
        end = start + len(self.text[start:end].rstrip())
        here = self.view.span(start, end)
        return Evidence(
            self.number,
            here.start,
            here.end,
            self.text[start:end],
            self.raw[here.start : here.end],
        )

    def sentences(self) -> list[Sentence]:
        """The sentences of this block."""
        return [Sentence(self, a, b) for a, b in split(self.text)]


def _flat(telegram: Telegram, start: int, end: int) -> View:
    part = telegram.view.pick([(start, end)])
    stripped = part.text.strip()
    lead = len(part.text) - len(part.text.lstrip())
    part = part.pick([(lead, lead + len(stripped))])
    return part.edit(Edit(*m.span(), " ") for m in _BLANK.finditer(part.text) if m[0] != " ")


def _parts(
    text: str, low: int, high: int, barred: list[tuple[int, int]]
) -> Iterator[tuple[int, int]]:
    """[low, high) cut at blank lines and around headings and markers."""
    cuts = [(m.start(), m.end()) for m in _GAP.finditer(text, low, high)] + barred
    at = low
    for start, end in sorted((a, b) for a, b in cuts if a < high and b > low):
        if start > at:
            yield at, start
        at = max(at, end)
    if at < high:
        yield at, high


def _barred(telegram: Telegram) -> list[tuple[int, int]]:
    found = []
    for paper in telegram.papers:
        passages = [paper.title, paper.marking, *(part.heading for part in paper.subsections)]
        found += [(p.clean.start, p.clean.end) for p in passages if p]
        low, high = paper.passage.clean
        for marker in (paper.begin_marker, paper.end_marker or ""):
            at = telegram.clean.find(marker, max(low - 80, 0), high + 80) if marker else -1
            found += [(at, at + len(marker))] if at >= 0 else []
    return found


def _table_lines(telegram: Telegram, start: int, end: int) -> tuple[str, ...]:
    """The lines of a table; none when it is prose."""
    lines = telegram.clean[start:end].split("\n")
    rows = [line for line in lines if _TABLE_LINE.search(line.strip())]
    return tuple(rows) if len(rows) >= _LEAST_TABLE_LINES else ()


def blocks(telegram: Telegram) -> list[Block]:
    """The blocks of the body, in order of the text."""
    section_of = {
        n: i for i, section in enumerate(telegram.sections) for n in section.paragraphs
    }
    barred = _barred(telegram)
    papers = [paper.passage.clean for paper in telegram.papers]
    heads = [
        p.heading.clean.start
        for paper in telegram.papers
        for p in paper.subsections
        if p.heading
    ]
    found: list[Block] = []
    for paragraph in telegram.paragraphs:
        for start, end in _parts(telegram.clean, *_body(paragraph), barred):
            view = _flat(telegram, start, end)
            if not view.text.strip():
                continue
            inside = any(a <= start < b for a, b in papers)
            section = section_of.get(paragraph.number, 0)
            lines = _table_lines(telegram, start, end)
            found.append(
                Block(
                    len(found),
                    paragraph.number,
                    view.text,
                    view,
                    telegram.raw,
                    section,
                    inside,
                    sum(at < start for at in heads),
                    lines,
                )
            )
    return found


def heading_block(telegram: Telegram, section: int) -> Block | None:
    """The heading of a section as a block of its own; None where it has none."""
    heading = telegram.sections[section].heading if section < len(telegram.sections) else None
    if heading is None:
        return None
    view = _flat(telegram, *heading.clean)
    return Block(-1, None, view.text, view, telegram.raw, section)


def _body(paragraph: Paragraph) -> tuple[int, int]:
    return paragraph.body, paragraph.passage.clean.end


def day_of(telegram: Telegram) -> date | None:
    """The day of the message, from its date-time group or date line; None without one."""
    header = telegram.header
    said = (
        (header.date_time_group.iso if header.date_time_group else None)
        or header.date
        or header.created
    )
    try:
        return date.fromisoformat(said[:10]) if said else None
    except ValueError:
        return None
