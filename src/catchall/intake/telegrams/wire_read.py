"""A wire message read from its tidy view. In: view and lines; out: the parts of a ``Telegram``.

The steps stand in ``read``: zones, the clean text, its words mended, then every field.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from catchall.intake.telegrams import (
    block,
    body,
    citing,
    headers,
    mend,
    notes,
    portal,
    quoted,
    references,
    stations,
    wire,
)
from catchall.intake.telegrams.block import Block
from catchall.intake.telegrams.body import Body
from catchall.intake.telegrams.changes import Shift
from catchall.intake.telegrams.lines import Line, split
from catchall.intake.telegrams.mend import Mending
from catchall.intake.telegrams.model import (
    Citation,
    Defect,
    Header,
    HeaderBlock,
    Noise,
    Paper,
    Paragraph,
    Reference,
    Section,
    Summary,
    Telegram,
)
from catchall.intake.telegrams.offsets import Edit, Passage, Span, View
from catchall.intake.telegrams.transmission import sent_on
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
    ranges = [
        (
            zones.start,
            min(
                zones.main.first,
                zones.start if zones.main.first < zones.start else zones.main.first,
            ),
        )
    ]
    ranges.append((zones.main.first, zones.main.last))
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


def _clean(view: View, lines: list[Line], zones: Zones) -> Clean:
    pieces, count = _pieces(view, lines, zones)
    picked = view.pick(pieces)
    border = sum(b - a for a, b in pieces[:count])
    text = split(picked, 0, border - picked.text[:border].endswith("\n"))
    opened = next((i for i in range(len(text)) if block.opener(text, i)), None)
    at = opened if opened is not None else _top(text)
    main = block.read(text, at)
    return Clean(picked, text[:at], text, main, body.read(split(picked, border)))


def _top(lines: list[Line]) -> int:
    """Where the fields begin in a header without a class line."""
    return next((i for i, line in enumerate(lines) if block.label(line.text)), len(lines))


def _mendings(clean: Clean) -> list[Mending]:
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


def _defects(view: View, found: list[Mending]) -> Iterator[Defect]:
    for one in found:
        gap = view.span(one.edit.start, max(one.edit.end, one.edit.start + 1))
        cut_out = (
            one.kind == "blank_line_inside_sentence"
            and gap.end - gap.start > one.edit.end - one.edit.start
        )
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


def _places(clean: Clean, mended: Mended) -> dict[str, tuple[int, int]]:
    """Field -> its place in the clean view."""
    found: dict[str, tuple[int, int]] = {}
    for name, (first, last) in clean.block.fields.items():
        start, end = mended.place(clean.header[first].start, clean.header[last - 1].end)
        words = mended.view.passage(start, end)
        found[name] = (words.clean.start, words.clean.end)
    if clean.block.level:
        taken = block.opener(clean.header, clean.block.first)
        last = clean.block.first + (taken[1] if taken else 1)
        words = mended.passage(clean.header, clean.block.first, last)
        found["classification_line"] = (words.clean.start, words.clean.end)
    return found


def _paragraphs(clean: Clean, mended: Mended) -> tuple[Paragraph, ...]:
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


def _sections(
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
    for heading in heads:
        under = heading.found.underline
        line = mended.passage(lines, under, under + 1) if under is not None else None
        later = [h.part for h in before if h.part > heading.part]
        numbers = paragraphs[heading.part : min(later, default=len(paragraphs))]
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


def _context(told: Header, year: int | None) -> references.Context:
    day = sent_on(told.date_time_group)
    line = told.classification_line
    year = year or (day.year if day else _year_of(told))
    return references.Context(
        year, day, line.station if line else None, line.serial if line else None
    )


def _year_of(told: Header) -> int | None:
    if told.created and told.created[:4].isdigit():
        return int(told.created[:4])
    name = stations.canonical(told.identifier) if told.identifier else ""
    return references.century(int(name[:2])) if name[:2].isdigit() else None


def _duplicates(
    view: View, lines: list[Line], zones: Zones, at: references.Context
) -> tuple[Reference, ...]:
    for role, copy, _ in zones.others:
        if role.startswith("duplicate") and "refs" in copy.fields:
            first, last = copy.fields["refs"]
            return references.read(view, (lines[first].start, lines[last - 1].end), at)
    return ()


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


def _summary(
    view: View, paragraphs: tuple[Paragraph, ...], sections: tuple[Section, ...]
) -> Summary | None:
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


def _blocks(view: View, lines: list[Line], zones: Zones) -> tuple[HeaderBlock, ...]:
    found = [("message_header", zones.main, None), *zones.others]
    told = []
    for role, one, section in found:
        if one.last > one.first:
            words = view.passage(lines[one.first].start, lines[one.last - 1].end)
            told.append(
                HeaderBlock(role, words.raw, section if role == "section_header" else None)
            )
    return tuple(told)


def _noise(view: View, lines: list[Line], zones: Zones, clean: Clean) -> tuple[Noise, ...]:
    found = [
        Noise(kind, view.passage(lines[first].start, lines[last - 1].end).raw)
        for kind, first, last in zones.noise
    ]
    above = [i for i in range(zones.start) if i not in zones.dropped and not lines[i].blank]
    if above:
        words = view.passage(lines[above[0]].start, lines[above[-1]].end)
        found.append(Noise("portal_metadata", words.raw))
    body_lines = clean.body.lines
    found.extend(
        Noise(kind, clean.view.passage(body_lines[first].start, body_lines[last - 1].end).raw)
        for kind, first, last in clean.body.tail.noise
    )
    return tuple(sorted((n for n in found if n.span.end > n.span.start), key=lambda n: n.span))


def _structural(
    text: str, zones: Zones, blocks: tuple[HeaderBlock, ...], told: Header
) -> Iterator[Defect]:
    for one in blocks:
        if one.role.startswith("duplicate"):
            yield Defect(
                "duplicate_header_block", one.span, None, "drop second copy, keep spans"
            )
    for number in zones.missing:
        yield Defect(
            "missing_section", Span(0, 0), None, f"section {number} is not in the file"
        )
    if zones.out_of_order:
        yield Defect("sections_out_of_order", Span(0, 0), None, "put in order by their numbers")
    de, line = told.originator_line, told.classification_line
    if (
        de
        and line
        and line.serial is not None
        and de.station_serial is not None
        and line.serial > 9999
    ):  # noqa: PLR2004
        span = told.spans.get("originator_line", Span(0, 0))
        raw = f"#{de.station_serial:04}"
        at = text.find(raw, *span)
        span = Span(at, at + len(raw)) if at >= 0 else span
        yield Defect(
            "truncated_station_serial",
            span,
            raw,
            f"{line.serial:06} (the DE line carries the last four digits)",
        )


def _first_classified(clean: Clean, mended: Mended) -> Mapping[str, tuple[int, int]]:
    """Classified By where it stands in the first paragraph, and not in the header."""
    lines = clean.body.lines
    for at in range(min(len(lines), 12)):
        if block.label(lines[at].text) == "classified_by":
            last = block.EXTENT["classified_by"](lines, at)
            words = mended.passage(lines, at, last)
            return {"classified_by": (words.clean.start, words.clean.end)}
    return {}


def read(base: Telegram, view: View, year: int | None = None) -> Telegram:
    """The telegram whose tidy view this is; ``base`` has name, hash, encoding and raw text.

    ``year`` is that of references without one, where the text itself has no day.
    """
    lines = split(view)
    zones = wire.find(lines)
    clean = _clean(view, lines, zones)
    found = _mendings(clean)
    edits: list[Edit] = [m.edit for m in found]
    mended = Mended(clean.view.edit(edits), Shift(edits))
    places = _places(clean, mended)
    if "classified_by" not in places:
        places |= _first_classified(clean, mended)
    header_lines = _shifted(clean, mended)
    told = headers.header(
        headers.Sources(
            mended.view,
            clean.top,
            clean.block,
            header_lines,
            places,
            portal.read(view, lines[: zones.start]),
        )
    )
    at = _context(told, year)
    refs = references.read(mended.view, places["refs"], at) if "refs" in places else ()
    paragraphs = _paragraphs(clean, mended)
    sections = _sections(clean, mended, paragraphs)
    papers = tuple(p for one in paragraphs for p in quoted.papers(mended.view, one))
    blocks = _blocks(view, lines, zones)
    signed = clean.body.tail.signature
    return replace(
        base,
        view=mended.view,
        header=told,
        header_blocks=blocks,
        noise=_noise(view, lines, zones, clean),
        defects=tuple(
            sorted(
                (
                    *base.defects,
                    *_defects(clean.view, found),
                    *_structural(base.raw, zones, blocks, told),
                ),
                key=lambda d: d.span,
            )
        ),
        references=with_citations(
            references.with_duplicates(refs, _duplicates(view, lines, zones, at)),
            mended.view,
            paragraphs,
        ),
        paragraphs=paragraphs,
        subparagraphs=tuple(s for p in paragraphs for s in notes.subparagraphs(mended.view, p)),
        sections=sections,
        summary=_summary(mended.view, paragraphs, sections),
        notes=tuple(
            n for p in paragraphs for n in notes.notes(mended.view, p, _inside(papers))
        ),
        papers=papers,
        signature=mended.passage(clean.body.lines, *signed) if signed else None,
    )


def _inside(papers: tuple[Paper, ...]) -> tuple[tuple[int, int], ...]:
    return tuple(tuple(p.passage.clean) for p in papers)


def _shifted(clean: Clean, mended: Mended) -> list[Line]:
    """The loose lines of the block, which hold captions and passing lines."""
    return [clean.header[i] for i in clean.block.body_of_header]
