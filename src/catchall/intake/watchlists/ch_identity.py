"""What the Swiss list says of a target: identities, reasons, relations. In: XML; out: Entry.

Places stand once in the file and are named by number where they are meant.
"""

import re
from collections.abc import Callable, Mapping
from typing import Any

from lxml import etree

from catchall.intake.watchlists.ch_names import kind_of, spellings, titles, whole
from catchall.intake.watchlists.entry import PERSON, VESSEL, Entry
from catchall.text.identifiers import imo_in, imo_is_valid

Places = Mapping[str, Any]

_ADDRESS = ("c-o", "address-details", "p-o-box", "zip-code", "location", "area")
_DOCUMENTS = (("passport", "passport"), ("id", "national_id"), ("driv", "driver_licence"))
_OWNED = re.compile(r"(?:owned|controlled)[- ]by", re.IGNORECASE)
_LABELS = (
    (re.compile(r"(?:taxpayer|tax)\b.*number", re.IGNORECASE), "tax"),
    (re.compile(r"registration number", re.IGNORECASE), "registration"),
    (re.compile(r"swift|bic", re.IGNORECASE), "swift"),
    (re.compile(r"e-?mail", re.IGNORECASE), "email"),
    (re.compile(r"tel\b|telephone|phone|fax", re.IGNORECASE), "phone"),
)


def text_of(element: etree._Element | None) -> str:
    """The text of an element in one line; nothing where it is not there."""
    return "" if element is None else " ".join((element.text or "").split())


def keep_identity(entry: Entry, identity: etree._Element, places: Places) -> None:
    """Keep names, births, nationalities, addresses and documents of one identity."""
    main = identity.get("main") == "true"
    for part in identity:
        tag = str(part.tag)
        if tag == "name":
            _name(entry, part, main=main)
        elif tag in _PARTS:
            _PARTS[tag](entry, part, places)
        else:
            keep_rest(entry, part)


def _name(entry: Entry, name: etree._Element, *, main: bool) -> None:
    text = whole(name)
    kind, quality = kind_of(name)
    if text:
        first = main and not any(one["kind"] == "primary" for one in entry.names)
        entry.name(text, "alias" if kind == "primary" and not first else kind, quality)
        for other, how in spellings(name):
            latin = re.search("[A-Za-z\u00c0-\u024f]", other)
            weak = kind if kind == "weak_alias" else "alias"
            entry.split_name(other, weak if latin else "original_script", how)
    for title in titles(name):
        entry.property("title", title)


def _day(element: etree._Element) -> str:
    """The day in the order year, month, day, as far as it is known."""
    year, month, day = (element.get(key, "") for key in ("year", "month", "day"))
    parts = [year, month.zfill(2) if month else "", day.zfill(2) if day else ""]
    return "-".join(part for part in parts if part)


def _birth(entry: Entry, element: etree._Element, places: Places) -> None:
    about = "" if element.get("quality", "good") == "good" else "circa "
    kinds = {PERSON: "birth", VESSEL: "built"}
    if day := _day(element):
        entry.date(kinds.get(entry.schema, "established"), about + day)
    for key in ("calendar", "quality"):
        if element.get(key, "").casefold() not in ("", "good", "gregorian"):
            entry.property(f"birth_{key}", element.get(key, ""))


def _place(element: etree._Element, places: Places) -> tuple[list[str], str, str]:
    """The parts of an address, country and its code, from the element or the place it names."""
    place = places.get(element.get("place-id", ""))
    parts = [
        text_of(element.find(part)) or (text_of(place.find(part)) if place is not None else "")
        for part in _ADDRESS
    ]
    country = element.find("country")
    if country is None and place is not None:
        country = place.find("country")
    code = "" if country is None else country.get("iso-code", "")
    return parts, text_of(country), code


def _address(entry: Entry, element: etree._Element, places: Places) -> None:
    parts, country, code = _place(element, places)
    if any(parts) or country:
        known = {"city": parts[4], "region": parts[5], "postcode": parts[3]}
        entry.address(parts, country, **known)
        entry.addresses[-1]["country"] = entry.country(code) or entry.country(country)
    _other_words(entry, "address", element, places)


def _birth_place(entry: Entry, element: etree._Element, places: Places) -> None:
    parts, country, code = _place(element, places)
    if told := ", ".join(part for part in (*parts, country) if part):
        entry.property("birth_place", told)
    entry.country(code) or entry.country(country)
    _other_words(entry, "birth_place", element, places)


def _other_words(entry: Entry, key: str, element: etree._Element, places: Places) -> None:
    """Keep remarks, and other spellings of the place."""
    place = places.get(element.get("place-id", ""))
    for child in (*element, *(place if place is not None else ())):
        if child.tag not in (*_ADDRESS, "country") and (text := text_of(child)):
            entry.property(f"{key}/{child.tag}", text)


def _nationality(entry: Entry, element: etree._Element, places: Places) -> None:
    for country in element.iter("country"):
        entry.country(country.get("iso-code", "")) or entry.country(text_of(country))
        if text := text_of(country) or country.get("iso-code", ""):
            entry.property("nationality", text)


def _document(entry: Entry, element: etree._Element, places: Places) -> None:
    filed = element.get("document-type", "")
    kind = next((kind for word, kind in _DOCUMENTS if word in filed), "other")
    issuer = element.find("issuer")
    code = "" if issuer is None else issuer.get("code", "") or issuer.get("iso-code", "")
    if number := text_of(element.find("number")):
        entry.identifier(kind, number, code or text_of(issuer))
    told = [filed]
    for part in element:
        days = [_day(day) for day in part.iter("day-month-year")]
        told += [f"{part.tag}: {text}" for text in (text_of(part), *days) if text]
    entry.property("document", "; ".join(text for text in told if text))


def keep_other_information(entry: Entry, text: str) -> None:
    """Keep a labelled text: in the remarks, and its number as an identifier."""
    entry.remarks = f"{entry.remarks}\n\n{text}".strip()
    for ship in filter(imo_is_valid, imo_in(text)):
        entry.identifier("imo", ship)
    label, colon, value = text.partition(":")
    kind = next((kind for words, kind in _LABELS if words.search(label)), "")
    if colon and kind and value.strip():
        entry.identifier(kind, value.strip().rstrip("."))


def keep_relation(entry: Entry, element: etree._Element) -> None:
    """Keep a relation to another target by its number; the kind as filed is a property."""
    filed, target = element.get("relation-type", ""), element.get("target-id", "")
    told = " ".join(text for text in (filed, target, text_of(element)) if text)
    if target:
        entry.link("owner" if _OWNED.search(filed) else "linked_to", target)
    entry.property("relation", told)
    for child in element:
        keep_rest(entry, child)


def keep_rest(entry: Entry, element: etree._Element) -> None:
    """Keep the texts of a part that is not known, named by their elements."""
    for part in element.iter():
        told = [text_of(part), *(text for key, text in part.attrib.items() if key != "ssid")]
        if text := " ".join(str(one) for one in told if one):
            entry.property(str(part.tag), text)


_PARTS: dict[str, Callable[[Entry, etree._Element, Places], None]] = {
    "day-month-year": _birth,
    "address": _address,
    "place-of-birth": _birth_place,
    "nationality": _nationality,
    "identification-document": _document,
}
