"""METI's lists of parties to whom Japan bans exports, as the text of the published documents.

In: one file; out: ``Parsed``. Each section begins with a circle and names its notification;
its entries are numbered from 1. What one entry says is read in ``meti_entry``.
"""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from catchall.errors import WatchlistRefusedError
from catchall.intake.watchlists import meti_entry
from catchall.intake.watchlists.entry import ORGANIZATION, Entry, Format, Parsed, Reader, Reject
from catchall.intake.watchlists.files import ListFile
from catchall.intake.watchlists.numbering import numbered
from catchall.text.countries import country_code

SOURCE = "jp-meti-ban"

_TITLE = "輸出等に係る禁止措置の対象となる"
_SECTION = re.compile(r"(?m)^[ \u3000]*[○\u3007◯]")
_NOTICE = re.compile(r"(?:令和|平成)[^\uff08\uff09()]{1,12}告示第[^\uff08\uff09()]{1,12}号")
_DAY = r"\s*[\uff1a:]\s*(\d{4})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日"
_DESIGNATED, _UPDATED = re.compile("指定日" + _DAY), re.compile("最終更新日" + _DAY)
_START = re.compile(
    r"(?m)(?:^[ \u3000]*|(?<=[.。)\uff09a-zA-Z]))([0-9\uff10-\uff19]{1,4})[ \u3000\uff0e.]+"
    r"(?=([^\d\s].*)$)"
)
"""A number at the start of a line, or right behind the end of the entry before it."""
_WIDEST_GAP = 9
_LONGEST_CODE = 3  # "St." and "per." end streets and are codes of countries
_SHORT = ("UAE", "USA")
_ALL_OF = (("RU", "ロシア連邦の団体"), ("BY", "ベラルーシ共和国の団体"))
_OTHER = "以外の国の団体"
_AGAIN = "Take the whole text out of the document again, as UTF-8."
_TAKEN_OUT = "taken from a joined name"


@dataclass(frozen=True)
class _Section:
    """One notification: its heading, the text of each entry by number, addresses counted."""

    heading: str
    entries: dict[int, str]
    seats: int

    @property
    def last(self) -> int:
        return max(self.entries, default=0)


def recognise(head: bytes, filename: str) -> bool:
    """Does the heading announce parties to whom exports are banned?"""
    return _TITLE in re.sub(r"\s", "", _decoded(head, "ignore"))


def read(files: Sequence[ListFile]) -> Parsed:
    """What does the text say?

    Raises:
        WatchlistRefusedError: not UTF-8 text, or a section without numbered entries.
    """
    file = files[0]
    try:
        text = _decoded(file.data, "strict")
    except UnicodeDecodeError as error:
        place = f"byte {error.start}"
        raise WatchlistRefusedError(file.name, place, "not UTF-8 text", _AGAIN) from error
    sections = [_section(file, part) for part in _parts(text)]
    entries: dict[str, Entry] = {}
    rejects: list[Reject] = []
    names_in = 0
    for section in sections:
        rejects += _missing(file, section)
        for number, said in section.entries.items():
            found = meti_entry.entry(said)
            entry = _entry(section, number, found, entries)
            entries[entry.record] = entry
            names_in += 2 + max(found.announced, len(found.aliases)) + len(found.also)
            rejects += _lost_names(file, entry.record, found)
    missing = sum(len(_gaps(section)) for section in sections)
    days = [_day(section.heading, _UPDATED) for section in sections]
    return Parsed(
        source=SOURCE,
        entries=list(entries.values()),
        rejects=rejects,
        published=max(filter(None, days), default=None),
        records_in=sum(section.last for section in sections),
        names_in=names_in,
        names_refused=len(rejects) - missing,
        records_refused=missing,
        notes=tuple(note for section in sections for note in _notes(section)),
        doubts=tuple(doubt for section in sections for doubt in _doubts(section)),
    )


def _decoded(data: bytes, errors: str) -> str:
    wide = data[:2] in (b"\xff\xfe", b"\xfe\xff")
    text = data.decode("utf-16" if wide else "utf-8-sig", errors)
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\f", "\n")


def _parts(text: str) -> list[str]:
    """The text of each section, with what stands before the first circle."""
    starts = [match.start() for match in _SECTION.finditer(text)] or [0]
    starts[0] = 0
    return [
        text[start:stop] for start, stop in zip(starts, [*starts[1:], len(text)], strict=True)
    ]


def _section(file: ListFile, text: str) -> _Section:
    """The entries by number, each from its number to the next."""
    starts = [
        (int(unicodedata.normalize("NFKC", match[1])), match)
        for match in _START.finditer(text)
        if meti_entry.JAPANESE.search(match[2])  # or it is a number inside an address
    ]
    found: dict[int, re.Match[str]] = {}
    last = 0
    for at, (number, match) in enumerate(starts):
        near = last + 1 < number <= last + _WIDEST_GAP
        is_next = number == last + 1
        if is_next or (near and all(one != last + 1 for one, _ in starts[at:])):
            found[number], last = match, number
    if not found:
        place = f"section {' '.join(text[:40].split())!r}"
        raise WatchlistRefusedError(file.name, place, "no numbered entries", _AGAIN)
    matches = list(found.values())
    ends = [*(match.start() for match in matches[1:]), len(text)]
    said = [text[match.end() : end] for match, end in zip(matches, ends, strict=True)]
    heading = text[: matches[0].start()]
    seats = len(re.findall(r"所\s*在\s*地\s*[\uff1a:]", text))
    return _Section(heading, dict(zip(found, said, strict=True)), seats)


def _gaps(section: _Section) -> list[int]:
    return [number for number in range(1, section.last) if number not in section.entries]


def _missing(file: ListFile, section: _Section) -> list[Reject]:
    reason = "this number is missing; its text may stand in the entry before it"
    return [
        Reject(file.name, 0, f"{_notice(section)}/{number}", reason, "")
        for number in _gaps(section)
    ]


def _lost_names(file: ListFile, record: str, found: meti_entry.Found) -> list[Reject]:
    """A name in each language, and the aliases that the entry announces and does not give."""
    words = "; ".join((found.japanese, found.english, *found.aliases))
    reasons = [
        f"it has no {language} name"
        for language, name in (("Japanese", found.japanese), ("English", found.english))
        if not name
    ]
    lost = max(0, found.announced - len(found.aliases))
    reasons += [f"it announces {found.announced} aliases and gives {len(found.aliases)}"] * lost
    return [Reject(file.name, 0, record, reason, words) for reason in reasons]


def _notice(section: _Section) -> str:
    """The number of the notification, or the start of the heading."""
    heading = re.sub(r"\s", "", section.heading)
    match = _NOTICE.search(heading)
    return match[0] if match else heading[:40]


def _entry(
    section: _Section, number: int, found: meti_entry.Found, known: dict[str, Entry]
) -> Entry:
    # two sections may be of one notification
    record = numbered(known, f"{_notice(section)}/{number}")
    entry = Entry(record, ORGANIZATION)
    if found.english:
        entry.name(found.english, "primary")
    if found.japanese:
        entry.name(found.japanese, "original_script")
    for alias in found.aliases:
        entry.name(alias, "alias")
    for alias in found.also:
        japanese = meti_entry.JAPANESE.search(alias)
        entry.name(alias, "original_script" if japanese else "alias")
    known_names = {name["text"] for name in entry.names}
    for part in found.japanese_parts:
        if part not in known_names:
            entry.split_name(part, "original_script", _TAKEN_OUT)
    _places(entry, section, found)
    entry.citations.append(re.sub(r"\s", "", section.heading.strip().split("指定日")[0]))
    return entry


def _places(entry: Entry, section: _Section, found: meti_entry.Found) -> None:
    """Addresses with the country that ends each; all parties of a section may be of one."""
    for address in found.addresses:
        entry.address((address,))
        entry.addresses[-1]["country"] = entry.country(ending_country(address))
    heading = re.sub(r"\s", "", section.heading)
    for code, words in _ALL_OF:
        if words in heading and _OTHER not in heading:
            entry.country(code)


def ending_country(address: str) -> str:
    """The country at the end of an address, as a code; nothing when none is known.

    >>> ending_country("1 Sample Street, Hong Kong, China."), ending_country("Moscow Russia 1")
    ('HK', 'RU')
    >>> ending_country("1 Sample Street, St.")
    ''
    """
    plain = re.sub(r"^[\d\s.,-]+|[\d\s.,-]+$", "", address)
    pieces = [re.sub(r"^[\d\s-]+", "", piece).strip() for piece in plain.split(",")]
    ends = (", ".join(pieces[-2:]), pieces[-1], pieces[-1].rpartition(" ")[2])
    codes = (country_code(end) for end in ends if len(end) > _LONGEST_CODE or end in _SHORT)
    return next(filter(None, codes), "")


def _day(heading: str, pattern: re.Pattern[str]) -> date | None:
    match = pattern.search(heading)
    if not match:
        return None
    year, month, day = (int(unicodedata.normalize("NFKC", one)) for one in match.groups())
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _notes(section: _Section) -> list[str]:
    notice, days = _notice(section), []
    for words, pattern in (("designated from", _DESIGNATED), ("last changed", _UPDATED)):
        if day := _day(section.heading, pattern):
            days.append(f"{notice}: {words} {day.isoformat()}")
    return days


def _doubts(section: _Section) -> list[str]:
    """The text has no end mark: what tells that it may be cut or merged."""
    notice, doubts = _notice(section), []
    if section.seats != section.last:
        problem = f"{section.last} numbered entries, but {section.seats} have an address"
        doubts.append(f"{notice}: {problem}")
    addresses = meti_entry.entry(section.entries[section.last]).addresses
    if not addresses or not ending_country(addresses[-1]):
        doubts.append(f"{notice}: the last entry does not end with a country: it may be cut")
    if _day(section.heading, _UPDATED) is None:
        doubts.append(f"{notice}: the heading has no day of the last change")
    return doubts


READER = Reader(
    SOURCE,
    recognise,
    read,
    Format(
        file="Parties to whom Japan bans exports, as the text of the METI document (UTF-8)",
        known_by="the words of its heading on a ban of exports",
        kept={
            "record": "number of the notification and of the entry",
            "names": "English and Japanese name, aliases behind dashes, names inside brackets",
            "addresses": "`所在地`, parted at semicolons",
            "countries": "the country that ends an address, the country of the notification",
            "citations": "the heading",
        },
        tried=True,
    ),
)
