"""The UN Security Council consolidated list (XML). In: one file; out: ``Parsed``.

What has no column of its own becomes a property named by its path; the comments, with their
links to INTERPOL notices, are the remarks.
"""

import re
from collections.abc import Sequence
from datetime import date

from lxml import etree

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
from catchall.intake.watchlists.safe_xml import (
    decode,
    elements,
    head_text,
    leaves,
    line_of,
    refuse,
    words_of,
)
from catchall.text.identifiers import imo_in, imo_is_valid

SOURCE = "un-xml"

_HEAD = re.compile(r"<(?:\w+:)?CONSOLIDATED_LIST\b")
_GENERATED = re.compile(r"""\bdateGenerated\s*=\s*["'](\d{4}-\d\d-\d\d)""")
_NAMES = re.compile(
    r"<(?:ALIAS_NAME|NAME_ORIGINAL_SCRIPT)(?:\s[^>]*)?>\s*[^<\s]|<(?:INDIVIDUAL|ENTITY)>"
)
_PARTS_OF_NAME = ("FIRST_NAME", "SECOND_NAME", "THIRD_NAME", "FOURTH_NAME")
_QUALITIES = {"Good": "alias", "Low": "weak_alias", "a.k.a.": "alias", "f.k.a.": "former"}
_KINDS = (
    ("passport", "passport"),
    ("pasaporte", "passport"),
    ("passeport", "passport"),
    ("social security", "ssn"),
    ("fiscal", "tax"),
    ("driver", "driver_licence"),
    ("", "national_id"),
)


def recognise(head: bytes, filename: str) -> bool:
    """Is the root element ``CONSOLIDATED_LIST``? The name of the file is not read."""
    text = head_text(head)
    return bool(_HEAD.search(text))


def read(files: Sequence[ListFile]) -> Parsed:
    """What does the file say?

    Raises:
        WatchlistRefusedError: not well-formed, a DTD, characters lost, or no date in it.
    """
    file = files[0]
    decoded = decode(file)
    text = decoded.text
    entries: dict[str, Entry] = {}
    rejects: list[Reject] = []
    refused_names = records_in = records_refused = 0
    for element in elements(file, text, ("INDIVIDUAL", "ENTITY")):
        records_in += 1
        place = f"{element.tag} {records_in}"
        if decoded.doubts:
            lost = _lost_names(file, element, place)
            refused_names += len(lost)
            rejects += lost
        entry, problem = _entry(element, entries)
        if problem:
            refused_names += entry.names_in
            records_refused += 1
            words = words_of(element)
            rejects.append(Reject(file.name, line_of(element), place, problem, words))
        else:
            entries[entry.record] = entry
    return Parsed(
        source=SOURCE,
        entries=list(entries.values()),
        rejects=rejects,
        published=_published(file, text),
        records_in=records_in,
        names_in=len(_NAMES.findall(text)),
        names_refused=refused_names,
        records_refused=records_refused,
        notes=decoded.notes,
        doubts=decoded.doubts,
    )


def _lost_names(file: ListFile, element: etree._Element, place: str) -> list[Reject]:
    """Take out the names in other scripts of a file that lost letters: none is right."""
    tag = "NAME_ORIGINAL_SCRIPT"
    found = [one for one in element.findall(tag) if (one.text or "").strip()]
    for one in found:
        element.remove(one)
    reason = "the letters of the name in its own script were lost"
    return [
        Reject(file.name, line_of(one), f"{place}/{one.tag}", reason, one.text or "")
        for one in found
    ]


def _published(file: ListFile, text: str) -> date | None:
    match = _GENERATED.search(text[:10_000])
    day = match[1] if match else ""
    try:
        return date.fromisoformat(day) if day else None
    except ValueError as error:
        raise refuse(file, "dateGenerated", f"{day} is no day") from error


def _entry(element: etree._Element, known: dict[str, Entry]) -> tuple[Entry, str]:
    """The entry, and what is wrong with the record or nothing."""
    number = _said(element, "REFERENCE_NUMBER")
    name = " ".join(part for part in (_said(element, tag) for tag in _PARTS_OF_NAME) if part)
    entry = Entry(number, PERSON if element.tag == "INDIVIDUAL" else ORGANIZATION)
    given = [*element.iter("ALIAS_NAME"), *element.iter("NAME_ORIGINAL_SCRIPT")]
    entry.names_in = 1 + sum(bool((said.text or "").strip()) for said in given)
    if not number or not name:
        return (
            entry,
            "the record has no name" if number else "the record has no reference number",
        )
    if number in known:
        return entry, f"reference number {number} is used twice"
    entry.name(name, "primary")
    for child in element:
        if child.tag not in (*_PARTS_OF_NAME, "REFERENCE_NUMBER"):
            _keep(entry, child)
    for ship in dict.fromkeys(filter(imo_is_valid, imo_in(entry.remarks))):
        entry.identifier("imo", ship)
    return entry, ""


def _said(element: etree._Element, name: str) -> str:
    """The text of a child in one line, or nothing."""
    return " ".join((element.findtext(name) or "").split())


def _keep(entry: Entry, child: etree._Element) -> None:
    """Put one part of a record where it belongs; what no step takes becomes properties."""
    name = child.tag.removeprefix("INDIVIDUAL_").removeprefix("ENTITY_")
    if step := _GROUPS.get(name):
        for path in step(entry, child):
            entry.property(f"{name.lower()}/{path.lower()}", _said(child, path))
        return
    for path, text in [("", (child.text or "").strip()), *leaves(child)]:
        if text:
            _keep_text(entry, name, text, path)


def _keep_text(entry: Entry, name: str, text: str, path: str) -> None:
    if name in _DATES:
        entry.date(_DATES[name], text)
    elif name == "NAME_ORIGINAL_SCRIPT":
        entry.name(text, "original_script")
    elif name == "UN_LIST_TYPE":
        entry.programmes.append(text)
    elif name == "COMMENTS1":
        entry.remarks = text
    else:
        below = f"/{path.lower()}" if path not in ("", "VALUE") else ""
        entry.property(name.lower() + below, text)
        if name.startswith("NATIONALITY"):
            entry.country(text)


def _left(item: etree._Element, *taken: str) -> list[str]:
    """The names of the parts that say something and were not taken."""
    return [path for path, _ in leaves(item) if path not in taken]


def _alias(entry: Entry, item: etree._Element) -> list[str]:
    """Names joined by semicolons are kept one by one, and as filed in a property."""
    text, quality = _said(item, "ALIAS_NAME"), _said(item, "QUALITY")
    names = [part.strip() for part in text.split(";") if part.strip()]
    if len(names) > 1:
        entry.property("alias_as_filed", text)
    for place, name in enumerate(names or ([text] if text else [])):
        keep_name = entry.split_name if place else entry.name
        keep_name(name, _QUALITIES.get(quality, "alias"), quality)
    if text and (born := _said(item, "DATE_OF_BIRTH")):
        entry.date("birth", born)
    entry.country(_said(item, "COUNTRY_OF_BIRTH"))
    return _left(item, "ALIAS_NAME", *(["QUALITY", "DATE_OF_BIRTH"] if text else []))


def _address(entry: Entry, item: etree._Element) -> list[str]:
    parts = ("STREET", "CITY", "STATE_PROVINCE", "ZIP_CODE")
    street, city, region, code = (_said(item, part) for part in parts)
    country = _said(item, "COUNTRY")
    if street or city or region or code or country:
        known = {"city": city, "region": region, "postcode": code}
        entry.address((street, city, region, code), country, **known)
    return _left(item, *parts, "COUNTRY")


def _birth_date(entry: Entry, item: etree._Element) -> list[str]:
    day = _said(item, "DATE") or _said(item, "YEAR")
    first, last = _said(item, "FROM_YEAR"), _said(item, "TO_YEAR")
    about = "circa " if _said(item, "TYPE_OF_DATE") == "APPROXIMATELY" else ""
    if day:
        entry.date("birth", about + day)
    if first or last:
        entry.date("birth", f"between {first} and {last}")
    taken = ["DATE" if _said(item, "DATE") else "YEAR", "FROM_YEAR", "TO_YEAR"]
    return _left(item, *taken)


def _birth_place(entry: Entry, item: etree._Element) -> list[str]:
    parts = ("STREET", "CITY", "STATE_PROVINCE", "COUNTRY")
    entry.country(_said(item, "COUNTRY"))
    if place := ", ".join(text for text in (_said(item, part) for part in parts) if text):
        entry.property("birth_place", place)
    return _left(item, *parts)


def _document(entry: Entry, item: etree._Element) -> list[str]:
    kind = f"{_said(item, 'TYPE_OF_DOCUMENT')} {_said(item, 'TYPE_OF_DOCUMENT2')}".casefold()
    country = _said(item, "ISSUING_COUNTRY") or _said(item, "COUNTRY_OF_ISSUE")
    if number := _said(item, "NUMBER"):
        entry.identifier(next(word for text, word in _KINDS if text in kind), number, country)
    line = "; ".join(" ".join(text.split()) for _, text in leaves(item))
    if line:
        entry.property("document", line)
    entry.country(country)
    return []


_DATES = {"LISTED_ON": "listed", "LAST_DAY_UPDATED": "updated", "SUBMITTED_ON": "submitted"}
_GROUPS = {
    "ALIAS": _alias,
    "ADDRESS": _address,
    "DATE_OF_BIRTH": _birth_date,
    "PLACE_OF_BIRTH": _birth_place,
    "DOCUMENT": _document,
}

READER = Reader(
    SOURCE,
    recognise,
    read,
    Format(
        file="The Security Council's consolidated list as XML",
        known_by="root element `CONSOLIDATED_LIST`",
        kept={
            "record": "`REFERENCE_NUMBER`",
            "names": "name parts; aliases with their quality; `NAME_ORIGINAL_SCRIPT`",
            "addresses": "`INDIVIDUAL_ADDRESS`, `ENTITY_ADDRESS`",
            "countries": "every country of addresses, nationalities, documents, births",
            "identifiers": "documents with the issuing country; ship numbers in the comments",
            "dates": "births, `LISTED_ON`, `LAST_DAY_UPDATED`, `SUBMITTED_ON`",
            "programmes": "`UN_LIST_TYPE`",
            "remarks": "`COMMENTS1`",
        },
        tried=True,
    ),
)
