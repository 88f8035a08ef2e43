"""The header of a wire message. In: the clean view, lines and block; out: a ``Header``.

Format lines first, then the fields of the block; the web page's values where there are any.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from catchall.intake.telegrams import (
    addresses,
    fields,
    levels,
    portal,
    stations,
    tags,
    transmission,
)
from catchall.intake.telegrams.block import Block
from catchall.intake.telegrams.lines import Line
from catchall.intake.telegrams.model import (
    Addressee,
    ClassificationLine,
    Header,
    OriginatorLine,
    PassingLine,
)
from catchall.intake.telegrams.offsets import Span, View
from catchall.intake.telegrams.transmission import sent_on

_FROM = re.compile(r" *FM:? ?(?=[A-Z]{2})")
_TO = re.compile(r" *TO\b:? ?|TO(?=RUE|AMEM|SECS)")
_INFO = re.compile(r" *INFO\b:? ?|INFO(?=RUE|AMEM|SECS)")


@dataclass(frozen=True)
class Format:
    """Format lines by name: their words, and where they stand."""

    words: Mapping[str, str]
    places: Mapping[str, tuple[int, int]]
    action: tuple[Addressee, ...]
    info: tuple[Addressee, ...]


_SIMPLE = (
    ("transmission_identifier", transmission.TRANSMISSION.fullmatch),
    ("routing_line", transmission.ROUTING.fullmatch),
    ("originator_line", transmission.ORIGINATOR.match),
    ("security_line", transmission.SECURITY.match),
    ("date_time_group", transmission.group),
)


def _simple(line: Line) -> str | None:
    return next((name for name, fits in _SIMPLE if fits(line.text)), None)


def format_lines(lines: list[Line]) -> Format:
    """Read format lines 1 to 8 out of the lines above the class line."""
    words: dict[str, str] = {}
    places: dict[str, tuple[int, int]] = {}
    sides: dict[str, list[str]] = {"to": [], "info": []}
    side: str | None = None
    for at, line in enumerate(lines):
        name = _simple(line) if side is None or line.text.lstrip()[:2] in ("VZ", "DE") else None
        if name and name not in words:
            words[name], places[name] = line.words, (line.first, line.end)
            if name == "routing_line":
                words[name] = _wrapped(lines, at)
            continue
        side = _addressed(line, side, words, places, sides)
    return Format(
        words, places, addresses.addressees(sides["to"]), addresses.addressees(sides["info"])
    )


def _wrapped(lines: list[Line], at: int) -> str:
    more = lines[at + 1].text if at + 1 < len(lines) else ""
    wraps = transmission.MORE_ROUTING.fullmatch(more)
    return f"{lines[at].words} {more.strip()}" if wraps else lines[at].words


def _addressed(
    line: Line,
    side: str | None,
    words: dict[str, str],
    places: dict[str, tuple[int, int]],
    sides: dict[str, list[str]],
) -> str | None:
    """Take up a line of FM, TO or INFO; which of them goes on after it?"""
    if match := _FROM.match(line.text):
        if "from_address" not in words:
            words["from_address"] = " ".join(line.text[match.end() :].split())
            places["from_address"] = (line.first, line.end)
        return "from"
    for name, pattern in (("to", _TO), ("info", _INFO)):
        if match := pattern.match(line.text):
            sides[name].append(line.text[match.end() :])
            return name
    if side in sides and not line.blank:
        sides[side].append(line.text)
    elif side == "from" and not line.blank:
        words["from_address"] += " " + line.words
    return side


def _section_total(line: OriginatorLine, found: ClassificationLine | None) -> OriginatorLine:
    same = found is not None and found.section == line.section and line.section is not None
    return replace(line, section_total=found.section_total if same and found else None)


@dataclass(frozen=True)
class Sources:
    """Where a header is read from: clean view, format lines, block lines, fields, web page."""

    view: View
    top: list[Line]
    block: Block
    block_lines: list[Line]
    places: Mapping[str, tuple[int, int]]
    page: portal.Portal | None


def _text(sources: Sources, name: str) -> str:
    place = sources.places.get(name)
    return sources.view.text[slice(*place)] if place else ""


def _class_line(sources: Sources) -> ClassificationLine | None:
    found = sources.block.level
    place = sources.places.get("classification_line")
    if not found or not place:
        return None
    return levels.line_of(found, " ".join(sources.view.text[slice(*place)].split()))


def _loose(sources: Sources) -> tuple[tuple[str, ...], tuple[PassingLine, ...]]:
    """Captions and lines for particular desks, which stand between class line and E.O."""
    captions: list[str] = []
    passing: list[PassingLine] = []
    for line in sources.block_lines:
        words = line.words
        if not words:
            continue
        if passing and _goes_on(passing[-1].raw, words):
            passing[-1] = fields.passing(f"{passing[-1].raw} {words}")
        elif fields.is_caption(words):
            captions.extend(fields.captions(words))
        else:
            passing.append(fields.passing(words))
    return tuple(dict.fromkeys(captions)), tuple(passing)


def _goes_on(before: str, words: str) -> bool:
    return before.endswith((",", " AND", " FOR", "/", "&", " TO", "-")) or words.startswith(
        ("AND ", "& ", ",", "FOR ")
    )


def header(sources: Sources) -> Header:
    """The header as a record."""
    found = format_lines(sources.top)
    sent = transmission.group(found.words.get("date_time_group", ""))
    day = sent_on(sent)
    line = _class_line(sources)
    captions, passing = _loose(sources)
    originator = transmission.originator(found.words.get("originator_line", ""), day)
    number, on, written = fields.order(_text(sources, "eo"))
    who, why = fields.classified_by(_text(sources, "classified_by"))
    values = sources.page.values if sources.page else {}
    subject = fields.subject(_text(sources, "subject"))
    told = Header(
        identifier=values.get("identifier"),
        created=values.get("created"),
        classification=_classification(values.get("classification"), line),
        origin=values.get("origin"),
        transmission_identifier=_squeezed(found.words.get("transmission_identifier")),
        routing_line=transmission.routing(found.words.get("routing_line", "")),
        originator_line=_section_total(originator, line) if originator else None,
        security_line=transmission.security(found.words.get("security_line", "")),
        date_time_group=sent,
        from_address=found.words.get("from_address"),
        action=found.action,
        info=found.info,
        classification_line=line,
        captions=captions,
        passing_lines=passing,
        executive_order=number,
        declassify_on=on,
        declassify_as_written=written,
        tags=tags.read(_text(sources, "tags")) if "tags" in sources.places else (),
        subject=subject,
        classified_by=who,
        reasons=why,
        spans=_spans(sources, found),
    )
    return _completed(told, sources.page)


def _squeezed(words: str | None) -> str | None:
    return words.replace(" ", "") if words else None


def _classification(page: str | None, line: ClassificationLine | None) -> str | None:
    return (page.upper() if page else None) or (line.classification if line else None)


def _completed(told: Header, page: portal.Portal | None) -> Header:
    """The identifier from station, number and year where no web page gives it; a cut title."""
    line = told.classification_line
    day = sent_on(told.date_time_group)
    if told.identifier is None and line and line.station and line.serial is not None:
        year = day.year if day else None
        told = replace(told, identifier=stations.identifier(year, line.station, line.serial))
    title = page.title if page else None
    if told.subject and title and _cut(title, told.subject.text):
        told = replace(told, subject=replace(told.subject, portal_title_truncated=title))
    return told


def _cut(title: str, subject: str) -> bool:
    bare = fields.subject(f"SUBJECT: {title}")
    return bool(
        bare and len(bare.text) < len(subject) and subject.upper().startswith(bare.text.upper())
    )


def _spans(sources: Sources, found: Format) -> dict[str, Span]:
    view = sources.view
    spans = dict(sources.page.spans) if sources.page else {}
    spans = {name: span for name, span in spans.items() if name == "identifier"}
    spans |= {name: view.span(*place) for name, place in found.places.items()}
    names = {"eo": "executive_order"}
    for name, place in sources.places.items():
        spans[names.get(name, name)] = view.passage(*place).raw
    return spans
