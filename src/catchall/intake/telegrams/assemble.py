"""A message put together from its tidy view. In: view and form; out: a ``Telegram``.

The steps stand in ``read``: zones, the clean text, its words mended, then every field.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace

from catchall.intake.telegrams import (
    block,
    clean,
    headers,
    notes,
    parts,
    portal,
    quoted,
    references,
    stations,
)
from catchall.intake.telegrams.block import Block
from catchall.intake.telegrams.changes import Shift
from catchall.intake.telegrams.clean import Clean, Mended
from catchall.intake.telegrams.lines import Line, split
from catchall.intake.telegrams.model import (
    Defect,
    Header,
    HeaderBlock,
    Paper,
    Reference,
    Telegram,
)
from catchall.intake.telegrams.offsets import Edit, Span, View
from catchall.intake.telegrams.transmission import century, sent_on
from catchall.intake.telegrams.wire import Zones

LAST_FOUR = 9999
"""The DE line has room for four digits."""


@dataclass(frozen=True)
class Form:
    """What differs from form to form; ``above`` is the kind of what stands above the header."""

    name: str
    zones: Callable[[list[Line]], Zones]
    block: Callable[[list[Line]], Block]
    complete: Callable[[Header, list[Line], View], Header]
    signature: Callable[[list[Line], int], tuple[int, int] | None]
    above: str


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
    return century(int(name[:2])) if name[:2].isdigit() else None


def _duplicates(
    view: View, lines: list[Line], zones: Zones, at: references.Context
) -> tuple[Reference, ...]:
    for other in zones.others:
        if other.role.startswith("duplicate") and "refs" in other.block.fields:
            first, last = other.block.fields["refs"]
            return references.read(view, (lines[first].start, lines[last - 1].end), at)
    return ()


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
        and line.serial > LAST_FOUR
    ):
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


def _inside(papers: tuple[Paper, ...]) -> tuple[tuple[int, int], ...]:
    return tuple((p.passage.clean.start, p.passage.clean.end) for p in papers)


def _header(
    form: Form, view: View, found: tuple[list[Line], Zones, Clean, Mended]
) -> tuple[Header, Mapping[str, tuple[int, int]]]:
    """The header, and where its fields stand in the clean text."""
    lines, zones, kept, mended = found
    places = _places(kept, mended)
    if "classified_by" not in places:
        places |= _first_classified(kept, mended)
    loose = [kept.header[i] for i in kept.block.body_of_header]
    page = portal.read(view, lines[: zones.start])
    sources = headers.Sources(mended.view, kept.top, kept.block, loose, places, page)
    return form.complete(headers.header(sources), lines, view), places


def read(base: Telegram, view: View, form: Form, year: int | None = None) -> Telegram:
    """The telegram whose tidy view this is; ``base`` has name, hash, encoding and raw text.

    ``year`` is that of references without one, where the text itself has no day.
    """
    lines = split(view)
    zones = form.zones(lines)
    kept = clean.picked(view, lines, zones, (form.block, form.signature))
    found = clean.mendings(kept)
    edits: list[Edit] = [m.edit for m in found]
    mended = Mended(kept.view.edit(edits), Shift(edits))
    told, places = _header(form, view, (lines, zones, kept, mended))
    at = _context(told, year)
    refs = references.read(mended.view, places["refs"], at) if "refs" in places else ()
    refs = references.with_duplicates(refs, _duplicates(view, lines, zones, at))
    blocks = parts.blocks(view, lines, zones)
    damage = (
        *base.defects,
        *clean.defects(kept.view, found),
        *_structural(base.raw, zones, blocks, told),
    )
    noise = (*base.noise, *parts.noise(view, lines, zones, kept, form.above))
    return replace(
        _body(base, kept, mended, refs),
        form=form.name,
        header=told,
        header_blocks=blocks,
        noise=tuple(sorted(noise, key=lambda n: n.span)),
        defects=tuple(sorted(damage, key=lambda d: d.span)),
    )


def _body(base: Telegram, kept: Clean, mended: Mended, refs: tuple[Reference, ...]) -> Telegram:
    """The telegram with the parts of its body."""
    view = mended.view
    paragraphs = parts.paragraphs(kept, mended)
    sections = parts.sections(kept, mended, paragraphs)
    papers = tuple(p for one in paragraphs for p in quoted.papers(view, one))
    signed = kept.body.tail.signature
    return replace(
        base,
        view=view,
        references=parts.with_citations(refs, view, paragraphs),
        paragraphs=paragraphs,
        subparagraphs=tuple(s for p in paragraphs for s in notes.subparagraphs(view, p)),
        sections=sections,
        summary=parts.summary(view, paragraphs, sections),
        notes=tuple(n for p in paragraphs for n in notes.notes(view, p, _inside(papers))),
        papers=papers,
        signature=mended.passage(kept.body.lines, *signed) if signed else None,
    )
