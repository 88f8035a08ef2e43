"""Malaysia's list of the Ministry of Home Affairs: its PDF saved as tagged XML.

In: one file; out: ``Parsed``. Rows of 13 cells are individuals, rows of 7 are groups; the
tables break with the pages and say nothing else. A row is known by its reference "KDN. ...".
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from lxml import etree

from catchall.intake.watchlists.comma_names import is_whole
from catchall.intake.watchlists.entry import (
    ORGANIZATION,
    PERSON,
    Entry,
    Format,
    Parsed,
    Reader,
    Reject,
)
from catchall.intake.watchlists.files import ListFile
from catchall.intake.watchlists.safe_xml import decode, elements, line_of
from catchall.text.countries import country_code

SOURCE = "my-moha-xml"

_INDIVIDUAL = (
    "number", "reference", "name", "title", "position", "birth_date", "birth_place",
    "other_names", "nationality", "passport", "identity_card", "address", "listed",
)  # fmt: skip
_GROUP = ("number", "reference", "name", "alias", "other_names", "address", "listed")
_COLUMNS = {len(_INDIVIDUAL): _INDIVIDUAL, len(_GROUP): _GROUP}
_NAMES = ("name", "alias", "other_names")
_REFERENCE = re.compile(r"KDN\s*\.?\s*[IK]\s*\.\s*\d+\s*-\s*\d{4}")
_MARK = re.compile(r"(?:^|(?<=\s))\(?[a-z]\)\s*")
"""Several values in a cell: "a) one b) two" or "(a) one (b) two"."""
_MADE = re.compile(r"<xmp:CreateDate>(\d{4})-(\d\d)-(\d\d)")
_NOTHING = ("", "-", "\u2013", "\u2014")
_MALAY = {
    "filipina": "PH", "mesir": "EG", "turki": "TR", "arab saudi": "SA", "yaman": "YE",
    "jerman": "DE", "perancis": "FR", "belanda": "NL", "maghribi": "MA", "jordan": "JO",
}  # fmt: skip
_TAKEN_OUT = "taken from a joined name"


@dataclass
class _Read:
    """What was read so far; ``rows`` are the numbers of the rows by the width of a row."""

    entries: dict[str, Entry] = field(default_factory=dict)
    rejects: list[Reject] = field(default_factory=list)
    names_refused: int = 0
    rows: dict[int, list[str]] = field(default_factory=dict)


def recognise(head: bytes, filename: str) -> bool:
    """Is it a tagged PDF whose tables hold references of the Ministry?"""
    return b"<TaggedPDF-doc" in head and b"<Table" in head and b"KDN" in head


def read(files: Sequence[ListFile]) -> Parsed:
    """What does the document say?

    Raises:
        WatchlistRefusedError: not well-formed, a DTD, or characters lost.
    """
    file = files[0]
    decoded = decode(file)
    found = _Read()
    for row in elements(file, decoded.text, ("TR",)):
        _row(file, row, found)
    records_in, names_in = _counted(decoded.text)
    return Parsed(
        source=SOURCE,
        entries=list(found.entries.values()),
        rejects=found.rejects,
        published=_made(decoded.text),
        records_in=records_in,
        names_in=names_in,
        names_refused=found.names_refused,
        records_refused=len(found.rejects),
        notes=(*decoded.notes, "the day is the one on which the document was made"),
        doubts=(*decoded.doubts, *_gaps(found)),
    )


def _counted(text: str) -> tuple[int, int]:
    """Records and names in the text of the rows, without the parser."""
    records = names = 0
    for row in re.findall(r"<TR\b.*?</TR>", text, re.DOTALL):
        cells = [
            " ".join(re.sub(r"<[^>]*>", " ", cell).split())
            for cell in re.findall(
                r"<T[HD]\b(.*?)(?:</T[HD]>|/>)", row.replace("<P/>", ""), re.DOTALL
            )
        ]
        cells = [cell.removeprefix(">").strip() for cell in cells]
        if _is_header(cells) or not any(cells):
            continue
        records += 1
        for column, cell in zip(_COLUMNS.get(len(cells), ()), cells, strict=False):
            if column in _NAMES and cell not in _NOTHING:
                names += max(1, len(_MARK.findall(cell)))
    return records, names


def _is_header(cells: Sequence[str]) -> bool:
    """The row of column numbers: (1), (2) ..."""
    return bool(cells) and cells[0].startswith("(1)")


def _made(text: str) -> date | None:
    match = _MADE.search(text)
    try:
        return date(*(int(part) for part in match.groups())) if match else None
    except ValueError:
        return None


def _row(file: ListFile, row: etree._Element, found: _Read) -> None:
    """One row into a record or a reject; the row of column numbers into neither."""
    cells = [_text(cell) for cell in row]
    if _is_header(cells) or not any(cells):
        return
    columns = _COLUMNS.get(len(cells), ())
    said = dict(zip(columns, cells, strict=False))
    reference = "".join(said.get("reference", "").split())
    if problem := _problem(said, len(cells), reference, found):
        place, words = f"row {cells[0]}", "; ".join(cells)
        found.rejects.append(Reject(file.name, line_of(row), place, problem, words))
        found.names_refused += sum(len(listed(said.get(column, ""))) for column in _NAMES)
        return
    found.rows.setdefault(len(cells), []).append(said["number"])
    found.entries[reference] = _entry(reference, said)


def _text(cell: etree._Element) -> str:
    """The paragraphs of a cell as one line."""
    return " ".join(" ".join(str(text) for text in cell.itertext()).split())


def _problem(said: dict[str, str], width: int, reference: str, found: _Read) -> str:
    faults = (
        (f"it has {width} cells, not 13 or 7", not said),
        ("it has no reference KDN", not _REFERENCE.fullmatch(reference)),
        ("it has no name", said.get("name", "") in _NOTHING),
        (f"reference {reference} is used twice", reference in found.entries),
    )
    return next((fault for fault, is_so in faults if is_so), "")


def _entry(reference: str, said: dict[str, str]) -> Entry:
    entry = Entry(reference, PERSON if "passport" in said else ORGANIZATION)
    for column in _NAMES:
        for text in listed(said.get(column, "")):
            entry.name(text, "alias" if entry.names else "primary")
    _joined(entry)
    for column in ("title", "position", "birth_place", "nationality"):
        if (text := said.get(column, "")) not in _NOTHING:
            entry.property(column, text)
    for text in listed(said.get("nationality", "")):
        _country(entry, text)
    for text in listed(said["address"]):
        entry.address((text,))
        entry.addresses[-1]["country"] = _country(entry, text.rpartition(",")[2])
    _numbers_and_dates(entry, said)
    entry.property("number", said["number"])
    return entry


def _joined(entry: Entry) -> None:
    """Take the names out of "A @ B": the sign means "also called"."""
    known = {name["text"] for name in entry.names}
    for whole in [name["text"] for name in entry.names if " @ " in name["text"]]:
        for part in filter(None, map(str.strip, whole.split(" @ "))):
            if part not in known:
                known.add(part)
                kind = "alias" if is_whole(part) else "weak_alias"
                entry.split_name(part, kind, _TAKEN_OUT)


def _numbers_and_dates(entry: Entry, said: dict[str, str]) -> None:
    for column, kind in (("passport", "passport"), ("identity_card", "national_id")):
        for text in listed(said.get(column, "")):
            for number in text.split(" / "):
                entry.identifier(kind, number)
    for text in re.split(r"\s+(?=\d+\.\d+\.\d{4})", said.get("birth_date", "")):
        if text not in _NOTHING:
            entry.date("birth", text)
    if said["listed"] not in _NOTHING:
        entry.date("listed", said["listed"])


def _country(entry: Entry, text: str) -> str:
    """A country in Malay or English; what stands in brackets is no nationality."""
    word = re.sub(r"\(.*", "", text).strip(" .")
    return entry.country(_MALAY.get(word.casefold(), "") or country_code(word))


def listed(cell: str) -> list[str]:
    """The values of a cell: one, or those behind "a)", "b)" ...

    >>> listed("(a) Sample Front (b) Probe"), listed("Sample"), listed("-")
    (['Sample Front', 'Probe'], ['Sample'], [])
    """
    parts = [part.strip(" ;,") for part in _MARK.split(cell)]
    return [part for part in parts if part not in _NOTHING]


def _gaps(found: _Read) -> list[str]:
    """A doubt where the rows of a kind are not numbered 1, 2, 3 ... to the last."""
    doubts = []
    for width, kind in ((len(_INDIVIDUAL), "individuals"), (len(_GROUP), "groups")):
        numbers = found.rows.get(width, [])
        wanted = [str(number) for number in range(1, len(numbers) + 1)]
        if numbers != wanted or not numbers:
            doubts.append(f"the {kind} are not numbered from 1 to {len(numbers)}")
    return doubts


READER = Reader(
    SOURCE,
    recognise,
    read,
    Format(
        file="List of the Malaysian Ministry of Home Affairs, the PDF saved as tagged XML",
        known_by="root element `TaggedPDF-doc`, references beginning with KDN",
        kept={
            "record": "reference",
            "names": "name, alias, other names, each name that @ joins",
            "addresses": "address",
            "countries": "nationality, the country that ends an address",
            "identifiers": "passport, identity card",
            "dates": "date of birth, date of listing",
        },
        tried=True,
    ),
)
