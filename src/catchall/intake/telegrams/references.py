"""The references of a telegram. In: the words of its REF field; out: records.

A reference without a year is of the year of the message. In a message whose day is known, a
number that its station cannot have reached by then is of the year before.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from catchall.dates import MONTHS
from catchall.intake.telegrams import pages, ref_scan, stations
from catchall.intake.telegrams.lines import MARK
from catchall.intake.telegrams.model import Reference
from catchall.intake.telegrams.offsets import Span, View
from catchall.intake.telegrams.ref_items import Item, items
from catchall.intake.telegrams.transmission import century

STATE_A_DAY, POST_A_DAY, SLACK = 1000, 120, 200
"""More telegrams than the department, or any post, has sent a day; a generous bound."""

KINDS = (
    ("e-mail", re.compile(r"\bE ?-? ?MAILS?\b", re.IGNORECASE)),
    (
        "telephone",
        re.compile(r"\bTEL(?:E)?CONS?\b|\bTELEPHONE|\bPHONE|\bPHONCON|\bCALL\b", re.IGNORECASE),
    ),
    (
        "report",
        re.compile(r"\bREPORTS?\b|\bIIR\b|\bHOTR\b|\bINCSR\b|\bOSC\b|\bTD\b", re.IGNORECASE),
    ),
    ("book", re.compile(r"\bF ?A ?[MH]\b|\bCFR\b|\bHANDBOOK\b|\bU\.?S\.?C\b", re.IGNORECASE)),
    (
        "letter",
        re.compile(
            r"\bLETTERS?\b|\bNOTES?\b|\bFAX\b|\bMEMO(?:RANDUM)?S?\b|\bNON-?PAPER\b|\bDIPNOTE\b",
            re.IGNORECASE,
        ),
    ),
    ("message", re.compile(r"\bDTG\b|\bMSG\b|\d{6} ?Z\b|\bMEETING\b", re.IGNORECASE)),
    ("airgram", re.compile(r"\b[A-Z]{1,2}-\d{1,5}\b")),
)
_PREVIOUS = re.compile(r"\bAND PREV(?:IOUS)?\b\.?(?: MESSAGES?| CABLES?)?", re.IGNORECASE)
_NOTAL = re.compile(r"\(?\bNOTAL\b\)?", re.IGNORECASE)
_DASHED = re.compile(r"^[\s,;.]*(?:-{1,2}|[:\u2013\u2014])\s*(?P<words>[^\s].*)$")
_BRACKET = re.compile(r"^[\s,;.]*\((?!NOTAL)(?:SUBJ(?:ECT)?:? ?)?(?P<words>[^()]{3,200})\)")
_PLAIN = re.compile(
    r"^[\s,;.]*(?!(?:DTG|DATED|OF|ET|SEPTEL|AND|CIRCULAR|NOTAL|DATE|PARA)\b)"
    r"(?P<words>[A-Z][A-Z'\u2019]+[ ,].*)$"
)
_MARKED = re.compile(MARK)
_SLASHED = re.compile(r"\b(\d{1,2})[/-](\d{1,2})(?:[/-](\d{2,4}))?\b")
_MONTH = re.compile(
    r"\b(?:(\d{1,2}) )?([A-Z]{3,9})\.? ?(\d{1,2})?\b(?:,? ?((?:19|20)\d\d|\d\d)\b)?",
    re.IGNORECASE,
)


_NUMBER = re.compile(r"[\s#]*(\d{3,6})(?=\s*(?:$|[,;(]|AND\b|\.\s*$))")


@dataclass(frozen=True)
class Context:
    """What a reference leaves unsaid: year and day of the message, its station and number."""

    year: int | None = None
    day: date | None = None
    station: str | None = None
    serial: int | None = None


def _too_high(station: str, serial: int, at: Context) -> bool:
    """Can the station not have reached this number by the day of the message?"""
    if at.day is None:
        return False
    if at.station and station == at.station and at.serial is not None:
        return serial > at.serial
    a_day = STATE_A_DAY if station == "STATE" else POST_A_DAY
    return serial > a_day * at.day.timetuple().tm_yday + SLACK


def _year(found: ref_scan.Found, station: str, at: Context) -> int | None:
    if found.full_year is not None:
        return found.full_year
    if at.year is None:
        return None
    return at.year - 1 if _too_high(station, int(found.serial), at) else at.year


def _telegram(letter: str | None, found: ref_scan.Found, at: Context) -> Reference:
    station = stations.display(found.station)
    serial = int(found.serial)
    year = _year(found, station, at)
    return Reference(
        letter,
        "telegram",
        year_as_written=found.year,
        year_inferred=found.year is None and year is not None,
        year=year,
        station=station,
        serial=serial,
        serial_as_written=found.serial,
        identifier=stations.identifier(year, station, serial),
    )


def _subject(rest: str) -> str | None:
    bare = _MARKED.sub(" ", _NOTAL.sub(" ", _PREVIOUS.sub(" ", rest))).strip()
    match = _DASHED.match(bare) or _BRACKET.match(bare) or _PLAIN.match(bare)
    words = " ".join(match["words"].split()).strip(' .,;-"') if match else ""
    return words or None


def _nearest(month: int, day: int, at: Context) -> date | None:
    for year in (at.year, (at.year or 1) - 1):
        try:
            found = date(year or 1, month, day)
        except ValueError:  # no such day that year
            continue
        if at.day is None or found <= at.day:
            return found
    return None


def _full(year: int, month: int, day: int) -> tuple[str, str] | None:
    try:
        return date(year, month, day).isoformat(), "day"
    except ValueError:  # no such day
        return None


def _date(text: str, at: Context) -> tuple[str, str] | None:
    if match := _SLASHED.search(text):
        month, day = int(match[1]), int(match[2])
        if match[3]:
            return _full(century(int(match[3])), month, day)
        near = _nearest(month, day, at) if at.year else None
        return (near.isoformat(), "day_year_inferred") if near else None
    for match in _MONTH.finditer(text):
        named = MONTHS.get(match[2].lower())
        if named and (match[1] or match[3]):
            return _worded(named, match, at)
    return None


def _worded(month: int, match: re.Match[str], at: Context) -> tuple[str, str] | None:
    day, year = match[1] or match[3], match[4]
    if match[1] and match[3] and not year:
        year = match[3]  # 9 JAN 09
    if year:
        return _full(century(int(year)), month, int(day))
    near = _nearest(month, int(day), at) if at.year else None
    return (near.isoformat(), "day_year_inferred") if near else None


def _other(letter: str | None, text: str, at: Context) -> Reference:
    words = " ".join(text.split()).strip(" ;,")
    kind = next((kind for kind, pattern in KINDS if pattern.search(words)), None)
    return Reference(letter, kind, text=words, date=_date(words, at))


@dataclass(frozen=True)
class Piece:
    """A reference before its place in the file is known: ``start`` and ``end`` in the field."""

    reference: Reference
    start: int
    end: int


def _same_post(words: str, scan: ref_scan.Scanner, at: Context) -> ref_scan.Found | None:
    """``REF: 6307``: a number alone is one of the post that writes."""
    match = _NUMBER.match(words)
    if not match or not at.station:
        return None
    scan.at = sum(token.end <= match.end() for token in scan.tokens)
    return ref_scan.Found(None, at.station, match[1], match.start(1), match.end(1))


def _lettered(text: str, item: Item, at: Context) -> Iterator[Piece]:
    """The telegrams of one item under one letter, or the item as something else."""
    words = text[item.start : item.end]
    scan = ref_scan.Scanner(ref_scan.tokens(words))
    first = ref_scan.one(scan) or _same_post(words, scan, at)
    if first is None:
        if words.strip(" ;,.-"):
            yield _piece(_other(item.letter, words, at), text, item.first, item.end)
        return
    found = [first]
    while following := ref_scan.more(scan, found[-1]):
        found.append(following)
    rest = words[found[-1].end :]
    base = _telegram(item.letter, first, at)
    yield _piece(
        replace(
            base,
            also=tuple(str(_telegram(None, f, at).identifier) for f in found[1:]),
            and_previous=_PREVIOUS.search(rest) is not None,
            notal=_NOTAL.search(rest) is not None,
            subject=_subject(rest),
        ),
        text,
        item.first,
        item.end,
    )


def _piece(reference: Reference, text: str, start: int, end: int) -> Piece:
    words = text[start:end]
    start += len(words) - len(words.lstrip(" ,;\n-"))
    return Piece(reference, start, start + len(text[start:end].rstrip(" ,;\n")))


def _unlettered(text: str, item: Item, at: Context) -> Iterator[Piece]:
    """Without letters each telegram is a reference of its own; AND joins two in one."""
    for start, end in _parts(text, item.start, item.end):
        words = text[start:end]
        scan = ref_scan.Scanner(ref_scan.tokens(words))
        first = ref_scan.one(scan) or _same_post(words, scan, at)
        if first is None:
            yield from _lettered(text, Item(None, start, start, end), at)
            continue
        found = [first]
        while following := ref_scan.more(scan, found[-1]):
            found.append(following)
        yield from _each(text, (start, end), found, at)


def _each(
    text: str, place: tuple[int, int], found: list[ref_scan.Found], at: Context
) -> Iterator[Piece]:
    start, end = place
    for i, one in enumerate(found):
        stop = found[i + 1].start + start if i + 1 < len(found) else end
        rest = text[start + one.end : stop]
        flags = {
            "and_previous": _PREVIOUS.search(rest) is not None,
            "notal": _NOTAL.search(rest) is not None,
            "subject": _subject(rest),
        }
        told = replace(_telegram(None, one, at), **flags)  # type: ignore[arg-type]
        tail = stop if i + 1 == len(found) else start + one.end
        yield _piece(told, text, start + one.start, tail)


def _parts(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    for match in re.finditer(r"[^;]+", text[start:end]):
        if match[0].strip(" ,.-"):
            yield start + match.start(), start + match.end()


def pieces(text: str, at: Context) -> list[Piece]:
    """Every reference of a REF field, with its place in the field.

    >>> [p.reference.identifier for p in pieces("REF: A. OSLO 12 B. 08 ROME 9", Context(2009))]
    ['09OSLO12', '08ROME9']
    """
    for start, end in reversed(list(pages.inline(text))):
        text = text[:start] + " " * (end - start) + text[end:]
    found: list[Piece] = []
    for item in items(text):
        read = _lettered if item.letter else _unlettered
        found.extend(read(text, item, at))
    return found


def read(view: View, place: tuple[int, int], at: Context) -> tuple[Reference, ...]:
    """The references of the field at ``place`` of the view, with their spans in the file."""
    start, end = place
    return tuple(
        replace(p.reference, span=view.span(start + p.start, start + p.end))
        for p in pieces(view.text[start:end], at)
    )


def expanded(reference: Reference) -> tuple[Reference, ...]:
    """The reference, and one more for each further telegram of its item.

    >>> len(expanded(Reference("A", "telegram", identifier="1", also=("2",))))
    2
    """
    return (
        reference,
        *(replace(reference, identifier=name, also=()) for name in reference.also),
    )


def with_duplicates(
    first: tuple[Reference, ...], second: tuple[Reference, ...]
) -> tuple[Reference, ...]:
    """The first copy's references, each with its place in the second copy of the header."""
    places: dict[tuple[str | None, str | None], Span] = {
        (r.letter, r.identifier or r.text): r.span for r in reversed(second)
    }
    return tuple(
        replace(r, duplicate_span=places.get((r.letter, r.identifier or r.text))) for r in first
    )
