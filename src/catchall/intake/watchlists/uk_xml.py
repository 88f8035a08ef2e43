"""The UK Sanctions List (XML). In: one file; out: ``Parsed``.

The fields are those of the CSV; an indicator that is ``false`` says nothing and is not kept.
"""

import re
from collections.abc import Callable, Sequence

from lxml import etree

from catchall.intake.watchlists.cells import day_of
from catchall.intake.watchlists.entry import ORGANIZATION, Entry, Format, Parsed, Reader, Reject
from catchall.intake.watchlists.files import ListFile
from catchall.intake.watchlists.numbering import numbered
from catchall.intake.watchlists.row_groups import primary_first
from catchall.intake.watchlists.safe_xml import (
    decode,
    elements,
    head_text,
    line_of,
    words_of,
)
from catchall.intake.watchlists.uk_fields import (
    keep_address,
    keep_birth_place,
    keep_document,
    keep_field,
    name_kind,
)

SOURCE = "uk-sanctions-xml"

_ROOT = re.compile(r"<(?:\w+:)?Designations\b")
_MADE = re.compile(r"<(?:\w+:)?DateGenerated(?:\s[^>]*)?>([^<]*)<")
_RECORD = re.compile(r"<(?:\w+:)?Designation[\s>]")
_NAME = re.compile(r"<(?:\w+:)?Name[\s>](.*?)</(?:\w+:)?Name>", re.DOTALL)
_PART = re.compile(r"<(?:\w+:)?Name[1-6](?:\s[^>]*)?>(?:\s*<!\[CDATA\[)?\s*[^<\s]")
_SCRIPT = re.compile(r"<(?:\w+:)?NameNonLatinScript(?:\s[^>]*)?>(?:\s*<!\[CDATA\[)?\s*[^<\s]")
_PARTS = tuple(f"Name{part}" for part in range(1, 7))
_LINES = tuple(f"AddressLine{line}" for line in range(1, 7))


def recognise(head: bytes, filename: str) -> bool:
    """Is the root element ``Designations``?"""
    text = head_text(head)
    return bool(_ROOT.search(text))


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
    for number, element in enumerate(elements(file, decoded.text, ("Designation",)), 1):
        entry = _entry(element, entries)
        if entry.names and entry.record:
            entries[entry.record] = entry
        else:
            refused_names += len(entry.names)
            reason = "no unique ID" if entry.names else "the record has no name"
            words = words_of(element)
            place = f"Designation {number}"
            rejects.append(Reject(file.name, line_of(element), place, reason, words))
    made = _MADE.search(decoded.text)
    names = sum(bool(_PART.search(found)) for found in _NAME.findall(decoded.text))
    return Parsed(
        source=SOURCE,
        entries=list(entries.values()),
        rejects=rejects,
        published=day_of(made[1]) if made else None,
        records_in=len(_RECORD.findall(decoded.text)),
        names_in=names + len(_SCRIPT.findall(decoded.text)),
        names_refused=refused_names,
        records_refused=len(rejects),
        notes=decoded.notes,
        doubts=decoded.doubts,
    )


def _entry(element: etree._Element, known: dict[str, Entry]) -> Entry:
    entry = Entry("", ORGANIZATION)
    _keep(entry, element)
    entry.names = primary_first(entry.names)
    if entry.record and entry.names:
        entry.record = numbered(known, entry.record, entry.names[0]["text"])
    return entry


def _keep(entry: Entry, element: etree._Element) -> None:
    """Keep a part of a record by its name, with all that stands below and behind it."""
    tag = str(etree.QName(element).localname)
    text = " ".join((element.text or "").split())
    left = list(_GROUPS[tag](entry, element)) if tag in _GROUPS else []
    if tag == "UniqueID":
        entry.record = text
    elif text and text.casefold() != "false":
        keep_field(entry, tag, text)
    for child in element:
        name = str(etree.QName(child).localname)
        if name in left and not len(child):
            left.remove(name)  # a second one of that name was not taken
        else:
            _keep(entry, child)
        if after := " ".join((child.tail or "").split()):
            entry.property("text", after)


def _said(element: etree._Element, *names: str) -> list[str]:
    """The texts of these children, in one line each; nothing for one that is not there."""
    return [" ".join((element.findtext(f"{{*}}{name}") or "").split()) for name in names]


def _name(entry: Entry, element: etree._Element) -> tuple[str, ...]:
    about = ("NameType", "AliasStrength")
    if text := " ".join(filter(None, _said(element, *_PARTS))):
        entry.name(text, *name_kind(*_said(element, *about)))
        return (*_PARTS, *about)
    return _PARTS


def _script(entry: Entry, element: etree._Element) -> tuple[str, ...]:
    about = ("NonLatinScriptType", "NonLatinScriptLanguage")
    for text in filter(None, _said(element, "NameNonLatinScript")):
        told = filter(None, _said(element, *about))
        entry.name(text, "original_script", ", ".join(told))
        return ("NameNonLatinScript", *about)
    return ()


def _address(entry: Entry, element: etree._Element) -> tuple[str, ...]:
    *lines, postcode, country = _said(element, *_LINES, "AddressPostalCode", "AddressCountry")
    keep_address(entry, lines, postcode, country)
    return (*_LINES, "AddressPostalCode", "AddressCountry")


def _passport(entry: Entry, element: etree._Element) -> tuple[str, ...]:
    names = ("PassportNumber", "PassportAdditionalInformation")
    keep_document(entry, "passport", *_said(element, *names))
    return names


def _national(entry: Entry, element: etree._Element) -> tuple[str, ...]:
    names = ("NationalIdentifierNumber", "NationalIdentifierAdditionalInformation")
    keep_document(entry, "national_id", *_said(element, *names))
    return names


def _birth(entry: Entry, element: etree._Element) -> tuple[str, ...]:
    names = ("TownOfBirth", "CountryOfBirth")
    keep_birth_place(entry, *_said(element, *names))
    return names


_GROUPS: dict[str, Callable[[Entry, etree._Element], tuple[str, ...]]] = {
    "Name": _name,
    "NonLatinName": _script,
    "Address": _address,
    "Passport": _passport,
    "NationalIdentifier": _national,
    "Location": _birth,
}

READER = Reader(
    SOURCE,
    recognise,
    read,
    Format(
        file="The UK Sanctions List as XML",
        known_by="root element `Designations`",
        kept={
            "record": "`UniqueID`",
            "names": "`Name1` to `Name6` with type and strength; `NameNonLatinScript`",
            "addresses": "`Address`",
            "countries": "every country of addresses, nationalities, documents, births, flags",
            "identifiers": "passport, national, business and IMO numbers, phone, email",
            "dates": "`DOB`, `DateDesignated`, `LastUpdated`, `YearBuilt`",
            "programmes": "`RegimeName`",
            "remarks": "`OtherInformation`, `UKStatementofReasons`",
            "links": "`ParentCompany`, `Subsidiary`, owners and operators of ships",
        },
        tried=False,
    ),
)
