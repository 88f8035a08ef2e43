"""Canada's consolidated autonomous sanctions list (XML). In: one file; out: ``Parsed``.

The list has no record numbers: a record is known by country, schedule and item of its
regulation. The country is that of the regulation, in English and French, not of the party.
"""

import re
from collections.abc import Sequence
from html import unescape

from lxml import etree

from catchall.intake.watchlists.cell_names import Joins, keep_alias, keep_parts, pieces
from catchall.intake.watchlists.entry import (
    ORGANIZATION,
    PERSON,
    VESSEL,
    Entry,
    Format,
    Parsed,
    Reader,
    Reject,
)
from catchall.intake.watchlists.files import ListFile
from catchall.intake.watchlists.numbering import numbered
from catchall.intake.watchlists.safe_xml import (
    decode,
    elements,
    head_text,
    leaves,
    line_of,
    words_of,
)

SOURCE = "canada-sema-xml"

_ROOT, _RECORD = re.compile(r"<data-set\b"), re.compile(r"<record>")
_FIELDS = ("Country", "DateOfListing")
_COUNTED = re.compile(
    r"<(Aliases|EntityOrShip|LastName|GivenName)(?:\s[^>]*)?>([^<]*)</|</record>"
)
_TAKEN = frozenset(
    ("LastName", "GivenName", "EntityOrShip", "Aliases", "DateOfBirthOrShipBuildDate")
)


def recognise(head: bytes, filename: str) -> bool:
    """Is it a ``data-set`` of records with a country and a day of listing?"""
    text = head_text(head)
    fields = all(f"<{field}>" in text for field in _FIELDS)
    return bool(_ROOT.search(text)) and fields


def read(files: Sequence[ListFile]) -> Parsed:
    """What does the file say?

    Raises:
        WatchlistRefusedError: not well-formed, a DTD, or text that cannot be decoded.
    """
    file = files[0]
    decoded = decode(file)
    entries: dict[str, Entry] = {}
    rejects: list[Reject] = []
    refused_names = 0
    for number, element in enumerate(elements(file, decoded.text, ("record",)), 1):
        if problem := _problem(element):
            refused_names += len(pieces(_said(element, "Aliases"))) + bool(_name(element))
            words = words_of(element)
            rejects.append(
                Reject(file.name, line_of(element), f"record {number}", problem, words)
            )
        else:
            entry = _entry(element, entries)
            entries[entry.record] = entry
    return Parsed(
        source=SOURCE,
        entries=list(entries.values()),
        rejects=rejects,
        published=None,
        records_in=len(_RECORD.findall(decoded.text)),
        names_in=_names_in(decoded.text),
        names_refused=refused_names,
        records_refused=len(rejects),
        notes=decoded.notes,
        doubts=decoded.doubts,
    )


def _names_in(text: str) -> int:
    """A name for each record that has one, and one for each piece of the aliases."""
    count, named = 0, False
    for match in _COUNTED.finditer(text):
        if match[1] == "Aliases":
            count += sum(bool(part.strip()) for part in unescape(match[2]).split(";"))
        elif match[1]:
            named = named or bool(match[2].strip())
        else:
            count, named = count + named, False
    return count


def _said(element: etree._Element, name: str) -> str:
    """The text of a field, or of all of that name, in one line."""
    texts = (" ".join((one.text or "").split()) for one in element.findall(name))
    return "; ".join(text for text in texts if text)


def _name(element: etree._Element) -> str:
    parts = (_said(element, name) for name in ("EntityOrShip", "GivenName", "LastName"))
    return " ".join(part for part in parts if part)


def _problem(element: etree._Element) -> str:
    """What is wrong with the record, or nothing."""
    if not _name(element):
        return "the record has no name"
    return "" if _said(element, "Country") else "the record has no country"


def _entry(element: etree._Element, known: dict[str, Entry]) -> Entry:
    ship = _said(element, "ShipIMONumber")
    entry = Entry(_number(element, known), _schema(element, ship))
    entry.name(_name(element), "primary")
    keep_parts(entry, _name(element))
    for alias in pieces(_said(element, "Aliases")):
        # another spelling of the given name alone: "Andrei"
        weak = entry.schema == PERSON and len(alias.split()) == 1
        keep_alias(entry, alias, "weak_alias" if weak else "alias", Joins(commas=True))
    kind = "birth" if entry.schema == PERSON else "built" if ship else "established"
    for child in element:
        text = " ".join((child.text or "").split())
        if child.tag == "DateOfBirthOrShipBuildDate" and text:
            entry.date(kind, text)
        elif child.tag not in _TAKEN and text:
            _keep(entry, str(child.tag), text)
    for path, text in leaves(element):
        if "/" in path:
            entry.property(path, text)
    return entry


def _keep(entry: Entry, tag: str, text: str) -> None:
    if tag == "Country":
        entry.programmes.append(text)
    elif tag == "DateOfListing":
        entry.date("listed", text)
    elif tag == "ShipIMONumber":
        entry.identifier("imo", text)
    elif tag == "TitleOrShip":
        entry.property("vessel_type" if entry.schema == VESSEL else "title", text)
    else:
        entry.property(tag, text)


def _schema(element: etree._Element, ship: str) -> str:
    if not _said(element, "EntityOrShip"):
        return PERSON
    return VESSEL if ship else ORGANIZATION


def _number(element: etree._Element, known: dict[str, Entry]) -> str:
    """Country, schedule and item; the name too when the file repeats them."""
    country = _said(element, "Country").partition(" / ")[0]
    parts = (country, _said(element, "Schedule"), _said(element, "Item"))
    number = "/".join(part for part in parts if part)
    return numbered(known, number, _name(element))


READER = Reader(
    SOURCE,
    recognise,
    read,
    Format(
        file="Canada's consolidated autonomous sanctions list as XML",
        known_by="root element `data-set`, records with `Country` and `DateOfListing`",
        kept={
            "record": "`Country`/`Schedule`/`Item`",
            "names": "`EntityOrShip` or `GivenName` `LastName`; `Aliases`, parted",
            "identifiers": "`ShipIMONumber`",
            "dates": "`DateOfBirthOrShipBuildDate`, `DateOfListing`",
            "programmes": "`Country` (of the regulation)",
        },
        tried=True,
    ),
)
