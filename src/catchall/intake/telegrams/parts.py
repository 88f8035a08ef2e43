"""The parts of the body as records. In: the clean view and what was found; out: model nouns."""

from bisect import bisect_right
from dataclasses import replace

from catchall.intake.telegrams import citing, notes
from catchall.intake.telegrams.block import Block
from catchall.intake.telegrams.clean import Clean, Mended
from catchall.intake.telegrams.lines import Line
from catchall.intake.telegrams.model import (
    Citation,
    HeaderBlock,
    Noise,
    Paragraph,
    Reference,
    Section,
    Summary,
)
from catchall.intake.telegrams.offsets import View
from catchall.intake.telegrams.wire import Zones


def paragraphs(clean: Clean, mended: Mended) -> tuple[Paragraph, ...]:
    """The paragraphs with number, mark and place."""
    found: list[Paragraph] = []
    for part in clean.body.parts:
        words = mended.passage(clean.body.lines, part.first, max(part.last, part.first + 1))
        start = part.start
        at = mended.shift.to(start.body) if start else words.clean.start
        found.append(
            Paragraph(
                start.number if start else None,
                start.marking if start else None,
                words,
                min(at, words.clean.end),
            )
        )
    return tuple(found)


def sections(
    clean: Clean, mended: Mended, paragraphs: tuple[Paragraph, ...]
) -> tuple[Section, ...]:
    """Headings with their paragraphs; None heads what stands before the first."""
    lines = clean.body.lines
    found: list[Section] = []
    heads = list(clean.body.headings)
    before = [h for h in heads if not h.inside]
    first = min((h.part for h in before), default=len(paragraphs))
    if first > 0 or not heads:
        found.append(Section(None, None, tuple(p.number for p in paragraphs[:first])))
    ends = sorted({len(paragraphs), *(h.part for h in before)})
    for heading in heads:
        under = heading.found.underline
        line = mended.passage(lines, under, under + 1) if under is not None else None
        numbers = paragraphs[heading.part : ends[bisect_right(ends, heading.part)]]
        if heading.inside:
            numbers = paragraphs[heading.part : heading.part + 1]
        found.append(
            Section(
                mended.passage(lines, heading.found.first, heading.found.last),
                line.raw if line else None,
                tuple(p.number for p in numbers),
            )
        )
    return tuple(found)


def with_citations(
    found: tuple[Reference, ...], view: View, paragraphs: tuple[Paragraph, ...]
) -> tuple[Reference, ...]:
    """The references, each with the places where the body cites it."""
    places: dict[str | None, list[Citation]] = {}
    for paragraph in paragraphs:
        for letters, start, end in citing.cited(view.text, *paragraph.passage.clean):
            for letter in letters:
                places.setdefault(letter, []).append(
                    Citation(paragraph.number, view.passage(start, end))
                )
    alone = len(found) == 1
    return tuple(
        replace(
            r,
            citations=tuple(
                places.get(r.letter, []) + (places.get(None, []) if alone and r.letter else [])
            ),
        )
        for r in found
    )


def summary(
    view: View, paragraphs: tuple[Paragraph, ...], sections: tuple[Section, ...]
) -> Summary | None:
    """The summary: named in one of the first paragraphs, or under its own heading."""
    for paragraph in paragraphs[:4]:
        if found := notes.summary(view, paragraph):
            return found
    headed = [
        s
        for s in sections
        if s.heading and s.heading.text.upper().startswith(("SUMMARY", "BEGIN SUMMARY"))
    ]
    for section in headed[:1]:
        inside = [p for p in paragraphs if p.number in section.paragraphs]
        if inside:
            start, end = inside[0].passage.clean.start, inside[-1].passage.clean.end
            return Summary(inside[0].number, view.passage(start, end))
    return None


def blocks(view: View, lines: list[Line], zones: Zones) -> tuple[HeaderBlock, ...]:
    """The header blocks: the message's own, its copy, those of the sections."""
    found: list[tuple[str, Block, int | None]] = [("message_header", zones.main, None)]
    found += [(o.role, o.block, o.section) for o in zones.others]
    told = []
    for role, one, section in found:
        if one.last > one.first:
            words = view.passage(lines[one.first].start, lines[one.last - 1].end)
            told.append(
                HeaderBlock(role, words.raw, section if role == "section_header" else None)
            )
    return tuple(told)


def noise(
    view: View, lines: list[Line], zones: Zones, clean: Clean, above_kind: str
) -> tuple[Noise, ...]:
    """Everything that is no part of the telegram, in the order of the file."""
    found = [
        Noise(kind, view.passage(lines[first].start, lines[last - 1].end).raw)
        for kind, first, last in zones.noise
    ]
    for other in zones.others:
        filled = [i for i in range(other.begin, other.block.first) if not lines[i].blank]
        if filled:
            words = view.passage(lines[filled[0]].start, lines[filled[-1]].end)
            found.append(Noise("section_format_lines", words.raw))
    above = [i for i in range(zones.start) if i not in zones.dropped and not lines[i].blank]
    if above:
        words = view.passage(lines[above[0]].start, lines[above[-1]].end)
        found.append(Noise(above_kind, words.raw))
    body_lines = clean.body.lines
    found.extend(
        Noise(kind, clean.view.passage(body_lines[first].start, body_lines[last - 1].end).raw)
        for kind, first, last in clean.body.tail.noise
    )
    return tuple(sorted((n for n in found if n.span.end > n.span.start), key=lambda n: n.span))
