"""OFAC's sdn_advanced.xml and cons_advanced.xml (root ``Sanctions``).

In: one file; out: ``Parsed``. The file is read once, in its own order: what numbers mean,
places, documents, parties, then relations and sanctions of parties by number.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from lxml import etree

from catchall.intake.watchlists import ofac_csv
from catchall.intake.watchlists.entry import Entry, Format, Parsed, Reader, Reject
from catchall.intake.watchlists.files import ListFile
from catchall.intake.watchlists.ofac_parties import (
    Document,
    keep_document,
    keep_party,
    keep_relation,
    keep_sanctions,
)
from catchall.intake.watchlists.ofac_references import (
    Place,
    References,
    day,
    local,
    period,
    place,
    references,
    said,
)
from catchall.intake.watchlists.safe_xml import decode, elements, leaves, line_of, refuse

SOURCE, CONSOLIDATED = "ofac-advanced-xml", "ofac-consolidated-advanced-xml"

_ROOT = re.compile(r"<(?:\w+:)?Sanctions[\s>]")
_SECTIONS = re.compile(r"<(?:\w+:)?(?:ReferenceValueSets|DistinctParties)\b")
_PARTIES = re.compile(r"<(?:\w+:)?DistinctParty(?=[\s>/])")
_NAMES = re.compile(r"<(?:\w+:)?DocumentedName(?=[\s>/])")
_PARTS = (
    "DateOfIssue",
    "ReferenceValueSets",
    "Location",
    "IDRegDocument",
    "DistinctParty",
    "ProfileRelationship",
    "SanctionsEntry",
)


@dataclass
class _Book:
    """What was read so far, and what could not be."""

    file: ListFile
    values: References = field(default_factory=lambda: References({}, {}))
    places: dict[str, Place] = field(default_factory=dict)
    entries: dict[str, Entry] = field(default_factory=dict)
    identities: dict[str, Entry] = field(default_factory=dict)
    documents: list[Document] = field(default_factory=list)
    rejects: list[Reject] = field(default_factory=list)
    published: date | None = None
    records_refused: int = 0
    names_refused: int = 0

    def refuse(self, element: etree._Element, problem: str) -> None:
        """Reject an element of the file, with its words."""
        number = element.get("ID") or element.get("FixedRef") or ""
        words = "; ".join(f"{path}={text}" for path, text in leaves(element))
        where = f"{local(element)} {number}".strip()
        self.rejects.append(
            Reject(self.file.name, line_of(element), where, problem, words or where)
        )


def recognise(head: bytes, filename: str) -> bool:
    """Is the root ``Sanctions`` with the sections of the schema? The file name is not read."""
    text = head.decode(
        "utf-16" if head[:2] in (b"\xff\xfe", b"\xfe\xff") else "latin-1", "ignore"
    )
    return bool(_ROOT.search(text) and _SECTIONS.search(text))


def read(files: Sequence[ListFile]) -> Parsed:
    """What does the file say?

    Raises:
        WatchlistRefusedError: not well-formed, a DTD, or parties before what they refer to.
    """
    text = decode(files[0])
    book = _Book(files[0])
    for element in elements(book.file, text.text, _PARTS):
        _STEPS[local(element)](book, element)
    for document in book.documents:
        if entry := book.identities.get(document.identity):
            keep_document(entry, document)
        else:
            problem = f"no party has the identity {document.identity}"
            book.rejects.append(
                Reject(book.file.name, document.line, "IDRegDocument", problem, document.words)
            )
    found = list(book.entries.values())
    return Parsed(
        source=CONSOLIDATED if ofac_csv.is_consolidated(found) else SOURCE,
        entries=found,
        rejects=book.rejects,
        published=book.published,
        records_in=len(_PARTIES.findall(text.text)),
        names_in=len(_NAMES.findall(text.text)),
        names_refused=book.names_refused,
        records_refused=book.records_refused,
        notes=text.notes,
        doubts=text.doubts,
    )


def _issued(book: _Book, element: etree._Element) -> None:
    try:
        book.published = date.fromisoformat(day(element))
    except ValueError:
        book.published = None


def _values(book: _Book, element: etree._Element) -> None:
    book.values = references(element)


def _place(book: _Book, element: etree._Element) -> None:
    book.places[element.get("ID", "")] = place(element, book.values)


def _document(book: _Book, element: etree._Element) -> None:
    number = element.find("{*}IDRegistrationNo")
    own = number.get("IdentityID", "") if number is not None else ""
    dates = [
        f"{book.values.text('IDRegDocDateType', one.get('IDRegDocDateTypeID'))} {when}"
        for one in element.iterfind("{*}DocumentDate")
        for when in map(period, one.iterfind("{*}DatePeriod"))
    ]
    book.documents.append(
        Document(
            identity=element.get("IdentityID", own),
            line=line_of(element),
            label=book.values.text("IDRegDocType", element.get("IDRegDocTypeID")),
            number=said(element, "IDRegistrationNo"),
            country=book.values.text("Country", element.get("IssuedBy-CountryID")),
            more=(
                *dates,
                said(element, "IssuingAuthority"),
                book.values.text("Validity", element.get("ValidityID")),
                said(element, "Comment"),
            ),
        )
    )


def _party(book: _Book, element: etree._Element) -> None:
    """A party is one record, known by the number of its one profile."""
    if not book.values.texts:
        where = f"line {line_of(element)}"
        raise refuse(book.file, where, "a party stands before the reference value sets")
    profiles = element.findall("{*}Profile")
    number = profiles[0].get("ID", "") if len(profiles) == 1 else ""
    sub_type = profiles[0].get("PartySubTypeID") if number else None
    entry = Entry(number, book.values.schema(sub_type))
    unread = keep_party(entry, element, book.values, book.places)
    if problem := _problem(book, entry, len(profiles)):
        book.records_refused += 1
        book.names_refused += sum(1 for _ in element.iterfind(".//{*}DocumentedName"))
        book.refuse(element, problem)
        return
    for one, reason in unread:
        book.names_refused += local(one) == "DocumentedName"
        book.refuse(one, reason)
    book.entries[number] = entry
    for identity in profiles[0].iterfind("{*}Identity"):
        book.identities[identity.get("ID", "")] = entry


def _problem(book: _Book, entry: Entry, profiles: int) -> str:
    """What is wrong with a party, or nothing."""
    if profiles != 1:
        return f"{profiles} profiles, not one"
    if not entry.record or not entry.names:
        return "the record has no name" if entry.record else "the profile has no number"
    return f"profile {entry.record} is used twice" if entry.record in book.entries else ""


def _relation(book: _Book, element: etree._Element) -> None:
    entry = book.entries.get(element.get("From-ProfileID", ""))
    other = element.get("To-ProfileID", "")
    if entry is None:
        book.refuse(element, "no party has its From-ProfileID")
    else:
        target = book.entries.get(other)
        name = target.names[0]["text"] if target else f"profile {other}"
        keep_relation(entry, element, book.values, name)


def _sanctions(book: _Book, element: etree._Element) -> None:
    if entry := book.entries.get(element.get("ProfileID", "")):
        keep_sanctions(entry, element, book.values)
    else:
        book.refuse(element, "no party has its ProfileID")


_STEPS = {
    "DateOfIssue": _issued,
    "ReferenceValueSets": _values,
    "Location": _place,
    "IDRegDocument": _document,
    "DistinctParty": _party,
    "ProfileRelationship": _relation,
    "SanctionsEntry": _sanctions,
}

READER = Reader(
    SOURCE,
    recognise,
    read,
    Format(
        file="OFAC's `sdn_advanced.xml` and `cons_advanced.xml`, also zipped",
        known_by="root element `Sanctions`; the non-SDN list by the programmes of most records",
        kept={
            "record": "`ID` of `Profile`",
            "names": "every `DocumentedName` with its alias type, quality and script",
            "addresses": "features `Location`",
            "countries": "every country of addresses, flags, nationalities, ids, births",
            "identifiers": "`IDRegDocument`, with the issuing country; features with a number",
            "dates": "`Birthdate` and other dates among features and ids; `EntryEvent`",
            "programmes": "`SanctionsMeasure` of type Program",
            "remarks": "`Comment` of the party",
            "citations": "`LegalBasis` of each `EntryEvent`",
            "links": "`ProfileRelationship`, by the name of the other party",
        },
        tried=False,
    ),
    also=(CONSOLIDATED,),
)
