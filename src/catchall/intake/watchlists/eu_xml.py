"""The EU financial sanctions list (XML, export 1.1). In: one file; out: ``Parsed``.

Everything is said in attributes; see eu_blocks for where each goes.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from lxml import etree

from catchall.intake.watchlists.entry import ORGANIZATION, Entry, Format, Parsed, Reader, Reject
from catchall.intake.watchlists.eu_blocks import KEEPERS, Said, keep_entity, name_of, number_of
from catchall.intake.watchlists.files import ListFile
from catchall.intake.watchlists.safe_xml import decode, elements, head_text, line_of, refuse

SOURCE = "eu-fsf-xml"

_NAMESPACE = "http://eu.europa.ec/fpi/fsd/export"
_ROOT = re.compile(r"<(?:\w+:)?export\b[^>]*")
_GENERATED = re.compile(r"""\bgenerationDate\s*=\s*["'](\d{4}-\d\d-\d\d)""")
_RECORDS = re.compile(r"<(?:\w+:)?sanctionEntity\b")
_NAMES = re.compile(
    r"""<(?:\w+:)?nameAlias\b((?:\s+[^\s=<>"'/]+\s*=\s*(?:"[^"]*"|'[^']*'))*)"""
)
_NAMED = re.compile(
    r"""\s(?:wholeName|firstName|middleName|lastName)\s*=\s*(?:"[^"]*[^"\s]|'[^']*[^'\s])"""
)


def recognise(head: bytes, filename: str) -> bool:
    """Is the root element ``export`` in the namespace of the EU's list?"""
    text = head_text(head)
    root = _ROOT.search(text)
    return bool(root and _NAMESPACE in root[0])


def read(files: Sequence[ListFile]) -> Parsed:
    """What does the file say?

    Raises:
        WatchlistRefusedError: not well-formed, a DTD, or a day of generation that is none.
    """
    file = files[0]
    decoded = decode(file)
    entries: dict[str, Entry] = {}
    rejects: list[Reject] = []
    refused_names = 0
    for number, element in enumerate(elements(file, decoded.text, ("sanctionEntity",)), 1):
        entry, problem = _entry(element, entries)
        if problem:
            refused_names += entry.names_in
            place = f"sanctionEntity {number}"
            rejects.append(Reject(file.name, line_of(element), place, problem, _words(element)))
        else:
            entries[entry.record] = entry
    return Parsed(
        source=SOURCE,
        entries=list(entries.values()),
        rejects=rejects,
        published=_published(file, decoded.text),
        records_in=len(_RECORDS.findall(decoded.text)),
        names_in=sum(bool(_NAMED.search(found)) for found in _NAMES.findall(decoded.text)),
        names_refused=refused_names,
        records_refused=len(rejects),
        notes=decoded.notes,
        doubts=decoded.doubts,
    )


def _published(file: ListFile, text: str) -> date | None:
    match = _GENERATED.search(text[:10_000])
    try:
        return date.fromisoformat(match[1]) if match else None
    except ValueError as error:
        raise refuse(file, "generationDate", f"{match and match[1]} is no day") from error


def _entry(element: etree._Element, known: dict[str, Entry]) -> tuple[Entry, str]:
    """The entry, and what is wrong with the record or nothing."""
    said = _attributes(element)
    entry = Entry(number_of(said, known), ORGANIZATION)
    parts = [(_tag(child), child) for child in element]
    entry.names_in = sum(
        tag == "nameAlias" and bool(name_of(_attributes(child))) for tag, child in parts
    )
    if not entry.record or not entry.names_in:
        return (
            entry,
            "the record has no name" if entry.record else "the record has no reference number",
        )
    head = [child for tag, child in parts if tag not in KEEPERS]
    for tag, text in [one for child in head for one in _head(child)]:
        said[tag] = "\n".join(filter(None, (said.get(tag, ""), text)))
    keep_entity(entry, {key: text for key, text in said.items() if text})
    for tag, child in parts:
        if tag in KEEPERS:
            KEEPERS[tag](entry, _said(child))
    return entry, ""


def _tag(element: etree._Element) -> str:
    return str(etree.QName(element).localname)


def _attributes(element: etree._Element) -> Said:
    found = {str(key): " ".join(str(text).split()) for key, text in element.attrib.items()}
    return {key: text for key, text in found.items() if text}


def _head(element: etree._Element) -> Iterator[tuple[str, str]]:
    """Attributes and text of a part at the head of a record: subject type, remark, others."""
    tag = _tag(element)
    bare = tag == "subjectType"
    for key, text in _said(element).items():
        yield (key if bare or key == tag else f"{tag}/{key}"), text
    if own := " ".join((element.text or "").split()):
        yield tag, own


def _said(element: etree._Element) -> Said:
    """What a part says: its attributes, and those and the texts of all below, by path."""
    said = _attributes(element)
    for child in element.iterdescendants():
        path = _tag(child)
        if path == "contactInfo":
            said[f"contactInfo {child.get('key', '')}".strip()] = child.get("value", "").strip()
            continue
        for key, text in _attributes(child).items():
            said[f"{path}/{key}"] = _more(said.get(f"{path}/{key}", ""), text)
        if own := " ".join((child.text or "").split()):
            said[path] = _more(said.get(path, ""), own)
    return said


def _more(before: str, text: str) -> str:
    return f"{before} | {text}" if before and text not in before.split(" | ") else text


def _words(element: etree._Element) -> str:
    """All that a refused record says."""
    return "; ".join(f"{path}={text}" for path, text in _said(element).items())


READER = Reader(
    SOURCE,
    recognise,
    read,
    Format(
        file="The EU's financial sanctions list (FSF) as XML, schema 1.1",
        known_by=f"root element `export` in the namespace `{_NAMESPACE}`",
        kept={
            "record": "`euReferenceNumber`, else `logicalId`",
            "names": "`nameAlias`; one with `strong` false is weak",
            "addresses": "`address`",
            "countries": "every country of addresses, citizenships, documents, births",
            "identifiers": "`identification` with the issuing country; `contactInfo`",
            "dates": "`birthdate`, `designationDate`, `entryIntoForceDate`",
            "programmes": "`programme` of each `regulation`",
            "remarks": "`remark` of the entity",
            "citations": "`numberTitle` of each `regulation`",
        },
        tried=True,
    ),
)
