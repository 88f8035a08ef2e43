"""The office form: FROM, TO, CC, DATE, OUR REF, SUBJECT, REFS. In: lines; out: zones, a header.

Labels stand at the start of a line, in any order; what follows on indented or unlabelled lines
belongs to the label above.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from catchall.dates import MONTHS
from catchall.intake.telegrams.addresses import address
from catchall.intake.telegrams.block import Block, starts_paragraph
from catchall.intake.telegrams.fields import CAPTIONS
from catchall.intake.telegrams.levels import level
from catchall.intake.telegrams.lines import BANNER, Line, is_underline
from catchall.intake.telegrams.model import Addressee, Header
from catchall.intake.telegrams.offsets import Span, View
from catchall.intake.telegrams.transmission import century
from catchall.intake.telegrams.wire import Chunk, Zones
from catchall.intake.telegrams.words import table

NAMES = {label: field for field, labels in table("office.yaml").items() for label in labels}
ENOUGH, FIRST_LINES = 3, 45
MOST_SIGNED, LONGEST_SIGNED, LONGEST_MARK = 6, 60, 100
_LABEL = re.compile(r" {0,12}([A-Za-z][A-Za-z() ]{1,16}?)\.? ?: {0,40}(.*)$")
_RELEASE = re.compile(
    r"\bREL(?:EASABLE)?\b(?: TO\b)?|\bNOT RELEASABLE\b|\bRELEASE TO\b|\bFOR "
    r"RELEASE\b|\bEYES ONLY\b|\bORCON\b|\bOFFICIAL\b|\bDISTRIBUTION\b|"
    r"\bONLY$|\bRESTRICTED\b|\bINTERNAL USE\b|\bNOT FOR\b|\bIN CONFIDENCE\b|\bPARTNERS?\)?$",
    re.IGNORECASE,
)
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_WORDED = re.compile(
    r"(\d{1,2})(?:st|nd|rd|th)?[ -]([A-Za-z]{3,9})\.?,?[ -](\d{2,4})\b|"
    r"([A-Za-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})"
)
_SLASHED = re.compile(r"(\d{1,2})[/.](\d{1,2})[/.](\d{2,4})")
_SIGNED = re.compile(r"\(?(?:signed|sgd|p\.?p)\b", re.IGNORECASE)
_FAREWELL = re.compile(
    r"(?:Kind |Best |With )?(?:Regards|Yours|Sincerely).{0,30}$", re.IGNORECASE
)


@dataclass(frozen=True)
class Entry:
    """A label and its lines."""

    name: str
    first: int
    last: int
    words: tuple[str, ...]


def _named(line: Line) -> tuple[str, str] | None:
    match = _LABEL.match(line.text)
    name = NAMES.get(" ".join(match[1].lower().split())) if match else None
    return (name, match[2].strip()) if match and name else None


def entries(lines: list[Line]) -> list[Entry]:
    """The labels at the top of the message, each with its words by line."""
    found: list[Entry] = []
    for at, line in enumerate(lines[: 2 * FIRST_LINES]):
        named = _named(line)
        if named:
            found.append(Entry(named[0], at, at + 1, (named[1],) if named[1] else ()))
        elif found and (starts_paragraph(line.text) or is_underline(line)):
            break
        elif found and not line.blank and _goes_on(found[-1], line, at):
            last = found[-1]
            found[-1] = replace(last, last=at + 1, words=(*last.words, line.words))
        elif not found and at > FIRST_LINES:
            break
    return found


def _goes_on(last: Entry, line: Line, at: int) -> bool:
    """An indented line, or one right below, unless it is a marking."""
    if BANNER.match(line.text) or _is_marking(line.words):
        return False
    listed = last.name == "refs" and re.match(r" *\(?[A-Z1-9][.):]", line.text) is not None
    return at == last.last or listed or (at - last.last < 3 and line.text.startswith("  "))  # noqa: PLR2004


def _is_marking(words: str) -> bool:
    return level(words) is not None or _is_release(words) or _is_caption(words)


def _is_caption(words: str) -> bool:
    return bool(words) and set(words.split()) <= CAPTIONS


def _is_release(words: str) -> bool:
    said = _RELEASE.match(words) if words.upper() != words else _RELEASE.search(words)
    return len(words) < LONGEST_MARK and said is not None and not words.endswith(".")


def is_office(lines: list[Line]) -> bool:
    """Is the message of the office form?

    >>> is_office([Line(t, 0, 0) for t in ("FROM: A", "TO: B", "DATE: C", "SUBJECT: D")])
    True
    """
    names = {e.name for e in entries(lines)}
    told = names & {"from", "to", "cc", "date", "own", "subject", "refs"}
    return len(told) >= ENOUGH and not names.isdisjoint(("from", "to"))


def block(lines: list[Line]) -> Block:
    """The labels as a header block."""
    found = entries(lines)
    if not found:
        return Block(0, 0, None)
    fields = {
        e.name: (e.first, e.last)
        for e in reversed(found)
        if e.name in ("subject", "refs", "tags")
    }
    return Block(found[0].first, found[-1].last, None, (), fields)


def zones(lines: list[Line]) -> Zones:
    """The zones of the message: its labels, then its body."""
    main = block(lines)
    noise = tuple(
        ("exercise_banner", at, at + 1)
        for at, line in enumerate(lines)
        if BANNER.fullmatch(line.text)
    )
    marks = [at for at in _markings(lines, main) if at >= main.last]
    chunks = (
        Chunk(
            None, max([main.last, *(at + 1 for at in marks if at < main.last + 6)]), len(lines)
        ),
    )
    dropped = frozenset(at for _, at, _ in noise)
    start = min([main.first, *(at for at in _markings(lines, main) if at < main.first)])
    return Zones(start, main, (), chunks, noise, dropped=dropped)


def _markings(lines: list[Line], main: Block) -> list[int]:
    """Lines near the labels that say who may read it, and captions."""
    near = range(max(0, main.first - 8), min(len(lines), main.last + 6))
    inside = {at for e in entries(lines) for at in range(e.first, e.last)}
    found = []
    for at in near:
        if at >= main.last and starts_paragraph(lines[at].text):
            break
        words = lines[at].words
        if at not in inside and not BANNER.match(words) and _is_marking(words):
            found.append(at)
    return found


def day(words: str) -> str | None:
    """The day in ISO form; 4/6/2012 is the fourth of June, as offices write it.

    >>> day("4 June 2012"), day("2012-06-04"), day("04/06/12")
    ('2012-06-04', '2012-06-04', '2012-06-04')
    """
    if match := _ISO.search(words):
        return f"{match[1]}-{int(match[2]):02}-{int(match[3]):02}"
    if match := _WORDED.search(words):
        month = MONTHS.get((match[2] or match[4]).lower())
        number, year = int(match[1] or match[5]), century(int(match[3] or match[6]))
        return f"{year}-{month:02}-{number:02}" if month else None
    if match := _SLASHED.search(words):
        first, second = int(match[1]), int(match[2])
        number, month = (second, first) if second > 12 else (first, second)  # noqa: PLR2004
        return f"{century(int(match[3])):04}-{month:02}-{number:02}"
    return None


def _people(words: tuple[str, ...]) -> tuple[Addressee, ...]:
    parts = [p.strip(" ,") for line in words for p in re.split(r";|(?<=\))\s*,", line)]
    return tuple(address(p) for p in parts if p)


def _best(marks: list[str]) -> str | None:
    """The marking that says to whom it may be released, or any that bounds its readers."""
    found = [mark for mark in marks if _RELEASE.search(mark)]
    return next((m for m in found if "REL" in m.upper()), found[0] if found else None)


def header(told: Header, lines: list[Line], view: View) -> Header:
    """The header, completed with what the labels say."""
    found = entries(lines)
    said: Mapping[str, tuple[str, ...]] = {e.name: e.words for e in reversed(found)}
    main = block(lines)
    marks = [" ".join(lines[at].words.split()) for at in _markings(lines, main)]
    release = " ".join(said.get("release", ())) or _best(marks)
    classes = [level(w) for w in (*said.get("class", ()), *marks, *said.get("release", ()))]

    def one(name: str) -> str | None:
        return " ".join(" ".join(said.get(name, ())).split()) or None

    return replace(
        told,
        identifier=one("own") or told.identifier,
        classification=next((c.classification for c in classes if c), None) or one("class"),
        from_address=one("from"),
        action=_people(said.get("to", ())),
        info=_people(said.get("cc", ())),
        date=day(one("date") or ""),
        release_marking=release,
        captions=tuple(dict.fromkeys((*said.get("caption", ()), *filter(_is_caption, marks)))),
        spans={**told.spans, **_spans(found, lines, view)},
    )


_FIELDS = {
    "own": "identifier",
    "from": "from_address",
    "to": "action",
    "cc": "info",
    "date": "date",
    "subject": "subject",
    "refs": "refs",
}


def _spans(found: list[Entry], lines: list[Line], view: View) -> dict[str, Span]:
    return {
        _FIELDS[e.name]: view.passage(lines[e.first].start, lines[e.last - 1].end).raw
        for e in reversed(found)
        if e.name in _FIELDS
    }


def signature(lines: list[Line], floor: int) -> tuple[int, int] | None:
    """The block of short lines that ends the message: name, post, telephone."""
    last = len(lines)
    while last > floor + 1 and (
        lines[last - 1].blank
        or BANNER.match(lines[last - 1].text)
        or _is_release(lines[last - 1].words)
        or level(lines[last - 1].words)
    ):
        last -= 1
    first = last
    while first > floor + 1 and not lines[first - 1].blank:
        first -= 1
    words = [line.words for line in lines[first:last]]
    short = (
        words
        and len(words) <= MOST_SIGNED
        and all(len(w) <= LONGEST_SIGNED and not w.endswith((".", ";")) for w in words)
    )
    if not short or not lines[first - 1].blank or starts_paragraph(lines[first].text):
        return None
    if _FAREWELL.match(words[0]) and len(words) > 1:
        first += 1
    named = _SIGNED.match(lines[first].words) or lines[first].words[:1].isupper()
    return (first, last) if named else None
