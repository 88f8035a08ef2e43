"""OFAC's sdn.xml and consolidated.xml (the sdnList schema, both namespaces), also zipped.

In: one file; out: ``Parsed``. What has no column of its own becomes a property named by its
path, so every text of the file is kept.
"""

import re
from collections.abc import Sequence
from datetime import date, datetime

from lxml import etree

from catchall.intake.watchlists import ofac_csv
from catchall.intake.watchlists.entry import (
    AIRPLANE,
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
from catchall.intake.watchlists.ofac_labels import keep, keep_identifier, split_label
from catchall.intake.watchlists.ofac_remarks import count_names, keep_remarks
from catchall.intake.watchlists.safe_xml import decode, elements, head_text, leaves, line_of

SOURCE, CONSOLIDATED = "ofac-xml", "ofac-consolidated-xml"

_SCHEMAS = {
    "Individual": PERSON,
    "Entity": ORGANIZATION,
    "Vessel": VESSEL,
    "Aircraft": AIRPLANE,
}
_ALIASES = {"a.k.a.": "alias", "f.k.a.": "former", "n.k.a.": "alias"}
_VESSEL = {
    "callSign": "call_sign",
    "vesselType": "vessel_type",
    "vesselFlag": "vessel_flag",
    "tonnage": "tonnage",
    "grossRegisteredTonnage": "gross_tonnage",
}
_HEAD = re.compile(r"<(?:\w+:)?sdnList\b")
_NAMES = re.compile(r"<(?:\w+:)?lastName(?:\s[^>]*)?>\s*[^<\s]")


def recognise(head: bytes, filename: str) -> bool:
    """Is the root element ``sdnList``? Told by content; the name of the file is not read."""
    text = head_text(head)
    return bool(_HEAD.search(text))


def read(files: Sequence[ListFile]) -> Parsed:
    """What does the file say?

    Raises:
        WatchlistRefusedError: not well-formed, or a DTD.
    """
    file = files[0]
    text = decode(file)
    entries: dict[str, Entry] = {}
    rejects: list[Reject] = []
    announced, published, records_in, refused_names = None, None, 0, 0
    for element in elements(file, text.text, ("publshInformation", "sdnEntry")):
        if etree.QName(element).localname == "publshInformation":
            published, announced = _published(element)
            continue
        records_in += 1
        entry, problem = _entry(element, entries)
        if problem:
            refused_names += entry.names_in
            rejects.append(_reject(file, element, records_in, problem))
        else:
            entries[entry.record] = entry
    doubts = text.doubts
    if announced is not None and announced != records_in:
        doubts = (*doubts, f"it announces {announced:,} records and holds {records_in:,}")
    found = list(entries.values())
    consolidated = ofac_csv.is_consolidated(found)
    return Parsed(
        source=CONSOLIDATED if consolidated else SOURCE,
        entries=found,
        rejects=rejects,
        published=published,
        records_in=records_in,
        names_in=len(_NAMES.findall(text.text)) + sum(count_names(e.remarks) for e in found),
        names_refused=refused_names,
        records_refused=len(rejects),
        notes=text.notes,
        doubts=doubts,
    )


def _published(element: etree._Element) -> tuple[date | None, int | None]:
    """Day (written month first) and number of records that the file announces."""
    day, count = _said(element, "Publish_Date"), _said(element, "Record_Count")
    try:
        published = datetime.strptime(day, "%m/%d/%Y").date()  # noqa: DTZ007
    except ValueError:
        published = None
    return published, int(count) if count.isdigit() else None


def _reject(file: ListFile, element: etree._Element, number: int, problem: str) -> Reject:
    words = "; ".join(f"{path}={text}" for path, text in leaves(element))
    return Reject(file.name, line_of(element), f"sdnEntry {number}", problem, words)


def _entry(element: etree._Element, known: dict[str, Entry]) -> tuple[Entry, str]:
    """The entry, and what is wrong with the record or nothing."""
    number, name = _said(element, "uid"), _name(element)
    kind = _said(element, "sdnType")
    entry = Entry(number, _SCHEMAS.get(kind, ORGANIZATION))
    entry.names_in = sum(bool(_said(aka, "lastName")) for aka in element.iterfind(".//{*}aka"))
    entry.names_in += bool(_said(element, "lastName"))
    if not number or not name:
        return entry, "the record has no uid" if name else "the record has no name"
    if number in known:
        return entry, f"uid {number} is used twice"
    _keep_name(entry, element, "primary", "")
    entry.property("sdnType", kind)
    for child in element:
        _keep(entry, child)
    return entry, ""


def _said(element: etree._Element, name: str) -> str:
    return (element.findtext(f"{{*}}{name}") or "").strip()


def _name(element: etree._Element) -> str:
    """Persons are filed "LAST, First", as in the CSV files."""
    return ", ".join(
        part for part in (_said(element, "lastName"), _said(element, "firstName")) if part
    )


def _keep_name(entry: Entry, element: etree._Element, kind: str, quality: str) -> None:
    """Names are counted in the file by their last names; one without is counted as split."""
    keep_name = entry.name if _said(element, "lastName") else entry.split_name
    keep_name(_name(element), kind, quality)


def _keep(entry: Entry, child: etree._Element) -> None:
    """Put one part of a record where it belongs; what no step takes becomes properties."""
    name = etree.QName(child).localname
    if name in ("uid", "lastName", "firstName", "sdnType"):
        return
    if name == "remarks":
        keep_remarks(entry, (child.text or "").strip())
    elif name == "programList":
        entry.programmes = [text for _, text in leaves(child)]
    elif step := _PARTS.get(name):
        for item in child if len(child) else ():
            step(entry, item)
    else:
        _rest(entry, child, ())


def _rest(entry: Entry, item: etree._Element, taken: tuple[str, ...]) -> None:
    """Keep every text that was not taken as a property named by its path."""
    name = etree.QName(item).localname
    if own := (item.text or "").strip():
        entry.property(name, own)
    for path, text in leaves(item):
        if path not in taken:
            entry.property(f"{name}/{path}", text)


def _aka(entry: Entry, item: etree._Element) -> None:
    kind, category = _said(item, "type"), _said(item, "category")
    alias = _ALIASES.get(kind, "alias")
    if category == "weak" and alias == "alias":
        alias = "weak_alias"
    if _name(item):
        _keep_name(entry, item, alias, f"{kind} {category}".strip())
    _rest(entry, item, ("type", "category", "lastName", "firstName"))


def _address(entry: Entry, item: etree._Element) -> None:
    lines = [_said(item, f"address{number}") for number in (1, 2, 3)]
    city, region, code = (
        _said(item, part) for part in ("city", "stateOrProvince", "postalCode")
    )
    known = {"city": city, "postcode": code} | ({"region": region} if region else {})
    if any((*lines, city, region, code, _said(item, "country"))):
        entry.address((*lines, city, region, code), _said(item, "country"), **known)
    taken = (
        "address1",
        "address2",
        "address3",
        "city",
        "stateOrProvince",
        "postalCode",
        "country",
    )
    _rest(entry, item, taken)


def _id(entry: Entry, item: etree._Element) -> None:
    """An id; its whole line is a property as well, with the country and dates as filed."""
    label, number, country = (_said(item, part) for part in ("idType", "idNumber", "idCountry"))
    dates = [f"issued {_said(item, 'issueDate')}"] if _said(item, "issueDate") else []
    dates += (
        [f"expires {_said(item, 'expirationDate')}"] if _said(item, "expirationDate") else []
    )
    known, rest = split_label(label)
    value = f"{rest} {number}".strip()
    if not keep_identifier(entry, known, value, country):
        keep(entry, known, value)
    line = " ".join(
        part for part in (label, number, f"({country})" if country else "", *dates) if part
    )
    entry.property("id", line)
    _rest(entry, item, ("idType", "idNumber", "idCountry", "issueDate", "expirationDate"))


def _birth_date(entry: Entry, item: etree._Element) -> None:
    entry.date("birth", _said(item, "dateOfBirth"))
    _rest(entry, item, ("dateOfBirth",))


def _birth_place(entry: Entry, item: etree._Element) -> None:
    keep(entry, "POB", _said(item, "placeOfBirth"))
    _rest(entry, item, ("placeOfBirth",))


def _nationality(entry: Entry, item: etree._Element) -> None:
    label = "citizen" if etree.QName(item).localname == "citizenship" else "nationality"
    keep(entry, label, _said(item, "country"))
    _rest(entry, item, ("country",))


def _vessel(entry: Entry, item: etree._Element) -> None:
    name, text = etree.QName(item).localname, (item.text or "").strip()
    if not text:
        return
    if name == "vesselOwner":
        entry.link("owner", text)
    else:
        entry.property(_VESSEL.get(name, name), text)
    if name == "vesselFlag":
        entry.country(text)
    elif name == "callSign":
        entry.identifier("call_sign", text)


_PARTS = {
    "akaList": _aka,
    "addressList": _address,
    "idList": _id,
    "dateOfBirthList": _birth_date,
    "placeOfBirthList": _birth_place,
    "nationalityList": _nationality,
    "citizenshipList": _nationality,
    "vesselInfo": _vessel,
}

READER = Reader(
    SOURCE,
    recognise,
    read,
    Format(
        file="OFAC's `sdn.xml` and `consolidated.xml`, old and new namespace, also zipped",
        known_by="root element `sdnList`; the non-SDN list by the programmes of most records",
        kept={
            "record": "`uid`",
            "names": "`lastName`, `firstName`; `aka` with type and category; remarks",
            "addresses": "`addressList`",
            "countries": "every country of addresses, flags, nationalities, ids, births",
            "identifiers": "`idList`, with the issuing country; call signs",
            "dates": "`dateOfBirthList`; dates among the ids",
            "programmes": "`programList`",
            "remarks": "`remarks`",
            "links": "`vesselOwner`; Linked To, operator, manager",
        },
        tried=True,
    ),
    also=(CONSOLIDATED,),
)
