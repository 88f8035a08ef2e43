"""A ``Telegram`` as JSON can hold it. In: the record; out: the schema without its cases.

The keys are those of the output schema of ``catchall read --json``; ``drafts`` add the rest.
"""

from typing import Any

from catchall.intake.telegrams.model import (
    Addressee,
    Header,
    HeaderBlock,
    Note,
    Paper,
    Paragraph,
    Reference,
    Section,
    Telegram,
)
from catchall.intake.telegrams.offsets import Passage, Span, View

VERSION = "1"
UNIT = "Unicode code points of the decoded file, half-open"
SHOWN = 60


def evidence(view: View, raw: str, passage: Passage, paragraph: int | None) -> dict[str, Any]:
    """A passage with its paragraph, span and words; ``raw`` where the file has other words."""
    words = raw[slice(*passage.raw)]
    told: dict[str, Any] = {
        "paragraph": paragraph,
        "span": list(passage.raw),
        "text": passage.text,
    }
    if words != passage.text:
        told["raw"] = words
    pieces = view.pieces(*passage.clean)
    if len(pieces) > 1:
        told["spans"] = [list(piece) for piece in pieces]
    return told


def _span(span: Span | None) -> list[int] | None:
    return None if span is None else list(span)


def _plain(noun: Any) -> dict[str, Any] | None:
    """A flat record as a dictionary; tuples become lists."""
    if noun is None:
        return None
    return {k: list(v) if isinstance(v, tuple) else v for k, v in vars(noun).items()}


def _addressee(one: Addressee) -> dict[str, Any]:
    told: dict[str, Any] = {
        "routing_indicator": one.routing_indicator,
        "name": one.name,
        "precedence": one.precedence,
        "message_continuity_number": one.message_continuity_number,
    }
    if one.collective:
        told["collective"] = True
    if one.excluded:
        told["excluded"] = list(one.excluded)
    return told


_FLAT = (
    "identifier", "created", "classification", "origin", "transmission_identifier",
    "from_address", "executive_order", "declassify_on", "declassify_as_written",
)  # fmt: skip
_RECORDS = (
    "routing_line", "originator_line", "security_line", "date_time_group",
    "classification_line",     "classified_by", "reasons",
)  # fmt: skip


def header_dict(told: Header) -> dict[str, Any]:
    """The header in the words of the schema.

    >>> header_dict(Header(identifier="09ROME1"))["identifier"]
    '09ROME1'
    """
    shown: dict[str, Any] = {name: getattr(told, name) for name in _FLAT}
    shown |= {name: _plain(getattr(told, name)) for name in _RECORDS}
    shown["action"] = [_addressee(a) for a in told.action]
    shown["info"] = [_addressee(a) for a in told.info]
    shown["captions"] = list(told.captions)
    shown["passing_lines"] = [_plain(line) for line in told.passing_lines]
    shown["tags"] = [tag.text for tag in told.tags]
    shown["tag_meanings"] = [_plain(tag) for tag in told.tags]
    subject = _plain(told.subject)
    if subject and subject["portal_title_truncated"] is None:
        del subject["portal_title_truncated"]
    shown["subject"] = subject
    if told.date:
        shown["date"] = {"value": told.date, "precision": "day"}
    if told.release_marking:
        shown["release_marking"] = told.release_marking
    shown["spans"] = {name: list(span) for name, span in told.spans.items()}
    return shown


def reference_dict(one: Reference) -> dict[str, Any]:
    """One reference in the words of the schema."""
    told: dict[str, Any] = {
        name: getattr(one, name)
        for name in (
            "letter", "kind", "year_as_written", "year_inferred", "year", "station", "serial",
            "serial_as_written", "identifier", "and_previous", "notal", "subject",
        )
    }  # fmt: skip
    if one.also:
        told["also"] = list(one.also)
    if one.text is not None:
        told["text"] = one.text
        told["date"] = one.date and {"value": one.date[0], "precision": one.date[1]}
    told["span"], told["duplicate_span"] = _span(one.span), _span(one.duplicate_span)
    told["citations"] = [
        {"paragraph": c.paragraph, "span": list(c.passage.raw)} for c in one.citations
    ]
    told["cited_in_paragraphs"] = list(dict.fromkeys(c.paragraph for c in one.citations))
    return told


def _block(one: HeaderBlock) -> dict[str, Any]:
    told: dict[str, Any] = {"role": one.role}
    if one.section is not None:
        told["section"] = one.section
    return told | {"span": list(one.span)}


def _paragraph(one: Paragraph) -> dict[str, Any]:
    words = one.passage.text
    return {
        "number": one.number,
        "marking": one.marking,
        "span": list(one.passage.raw),
        "start_text": words[:SHOWN],
        "end_text": words[-SHOWN:],
    }


def _section(one: Section) -> dict[str, Any]:
    return {
        "heading": one.heading and one.heading.text,
        "heading_span": _span(one.heading.raw if one.heading else None),
        "underline_span": _span(one.underline),
        "paragraphs": list(one.paragraphs),
    }


def _note(telegram: Telegram, one: Note) -> dict[str, Any]:
    return {"kind": one.kind} | evidence(
        telegram.view, telegram.raw, one.passage, one.paragraph
    )


def _mention(telegram: Telegram, one: Paper) -> dict[str, Any] | None:
    words = one.mention
    if words is None:
        return None
    inside = (
        p.number for p in telegram.paragraphs if words.clean.start in range(*p.passage.clean)
    )
    return evidence(telegram.view, telegram.raw, words, next(inside, None))


def paper_dict(telegram: Telegram, one: Paper) -> dict[str, Any]:
    """A quoted paper in the words of the schema."""

    def at(passage: Passage | None) -> dict[str, Any] | None:
        return (
            None
            if passage is None
            else evidence(telegram.view, telegram.raw, passage, one.paragraph)
        )

    return {
        "paragraph": one.paragraph,
        "title": one.title and one.title.text,
        "title_evidence": at(one.title),
        "title_mention": _mention(telegram, one),
        "marking_as_written": one.marking and one.marking.text,
        "classification": one.classification,
        "releasable_to": list(one.releasable_to),
        "marking_evidence": at(one.marking),
        "text_span": list(one.passage.raw),
        "begin_marker": one.begin_marker,
        "end_marker": one.end_marker,
        "subsections": [
            {
                "heading": s.heading and s.heading.text,
                "heading_span": _span(s.heading.raw if s.heading else None),
                "span": list(s.passage.raw),
            }
            for s in one.subsections
        ],
        "subsection_paragraphs_numbered": one.numbered,
    }


def as_dict(telegram: Telegram) -> dict[str, Any]:
    """Everything but the drafts, ready for JSON."""
    told: dict[str, Any] = {
        "schema_version": VERSION,
        "document": telegram.header.identifier,
        "source_file": telegram.name,
        "sha256": telegram.sha256,
        "length_chars": len(telegram.raw),
        "span_unit": UNIT,
        "encoding": telegram.encoding,
        "form": telegram.form,
        "header": header_dict(telegram.header) | {"signature": _signature(telegram)},
        "header_blocks": [_block(b) for b in telegram.header_blocks],
        "noise": [{"kind": n.kind, "span": list(n.span)} for n in telegram.noise],
        "text_defects": [
            {"kind": d.kind, "span": list(d.span), "raw": d.raw, "repaired": d.repaired}
            for d in telegram.defects
        ],
        "references": [reference_dict(r) for r in telegram.references],
        "paragraphs": [_paragraph(p) for p in telegram.paragraphs],
        "sections": [_section(s) for s in telegram.sections],
        "summary": telegram.summary
        and {
            "paragraph": telegram.summary.paragraph,
            "span": list(telegram.summary.passage.raw),
        },
        "notes": [_note(telegram, n) for n in telegram.notes],
    }
    return told | _sometimes(telegram)


def _signature(telegram: Telegram) -> dict[str, Any] | None:
    words = telegram.signature
    return None if words is None else {"text": words.text, "span": list(words.raw)}


def _sometimes(telegram: Telegram) -> dict[str, Any]:
    """Keys that are there only where the telegram has such parts."""
    told: dict[str, Any] = {}
    if telegram.subparagraphs:
        told["subparagraphs"] = [
            {"paragraph": s.paragraph, "label": s.label, "span": list(s.passage.raw)}
            for s in telegram.subparagraphs
        ]
    if telegram.paper:
        told["paper"] = paper_dict(telegram, telegram.paper)
    if telegram.papers[1:]:
        told["further_papers"] = [paper_dict(telegram, p) for p in telegram.papers[1:]]
    if telegram.trailer:
        told["trailer"] = dict(telegram.trailer)
    if telegram.rejects:
        told["rejects"] = list(telegram.rejects)
    return told
