"""The parts of a record of the EU financial sanctions list. In: what one says; out: an Entry.

The XML and both CSV layouts give the same parts; their words here are the attributes of the
XML. A keeper takes out of the mapping what has a place of its own; all that is left becomes one
property named after the part, so that a regulation stays with the name or address it is about.
A flag that is ``false`` says nothing and is not kept.
"""

from collections.abc import Callable, Mapping

from catchall.intake.watchlists.entry import ORGANIZATION, PERSON, VESSEL, Entry
from catchall.intake.watchlists.numbering import numbered

Said = dict[str, str]

_IDENTIFIERS = (
    ("imo", "imo"),
    ("passport", "passport"),
    ("swift", "swift"),
    ("bic", "swift"),
    ("ssn", "ssn"),
    ("social", "ssn"),
    ("fiscal", "tax"),
    ("tax", "tax"),
    ("reg", "registration"),
    ("trade", "registration"),
    ("driv", "driver_licence"),
    ("id", "national_id"),
    ("", "other"),
)
_CONTACTS = (("mail", "email"), ("fax", "phone"), ("phone", "phone"), ("tel", "phone"))


def number_of(said: Mapping[str, str], known: Mapping[str, Entry]) -> str:
    """The reference number of a record, else its number in the file; or nothing.

    A number that is used already gets the one in the file behind it.
    """
    logical = said.get("logicalId", "")
    number = said.get("euReferenceNumber", "") or logical
    return numbered(known, number, logical)


def keep_entity(entry: Entry, said: Said) -> None:
    """Keep what stands at the head of a record: numbers, day of designation, remark."""
    if day := said.pop("designationDate", ""):
        entry.date("listed", day)
    if remark := said.pop("remark", ""):
        entry.remarks = "\n".join(filter(None, (entry.remarks, remark)))
    code = said.pop("classificationCode", "") or said.pop("code", "")
    entry.schema = PERSON if code.upper() in ("P", "PERSON") else ORGANIZATION
    for key, value in [*said.items(), ("subjectType", code)]:
        if value:
            entry.property(key, value)


def keep_regulation(entry: Entry, said: Said) -> None:
    """Keep a regulation under which the party is listed: programme, citation, day of force."""
    if (programme := said.pop("programme", "")) and programme not in entry.programmes:
        entry.programmes.append(programme)
    title = said.pop("numberTitle", "")
    if title and title not in entry.citations:
        entry.citations.append(title)
    if day := said.pop("entryIntoForceDate", ""):
        entry.date("effective", day)
    _rest(entry, f"regulation {title}".strip(), said)


def name_of(said: Said) -> str:
    """The name as a whole, or its parts joined; nothing when it has none."""
    parts = (said.get(part, "") for part in ("firstName", "middleName", "lastName"))
    return said.get("wholeName", "") or " ".join(part for part in parts if part)


def keep_name(entry: Entry, said: Said) -> None:
    """Keep a name; one that is not strong is a weak one."""
    text = name_of(said)
    weak = said.pop("strong", "true").casefold() == "false"
    if text:
        kind = "weak_alias" if weak else "alias" if entry.names else "primary"
        entry.name(text, kind, "weak" if weak else "")
        said.pop("wholeName", "")
    for key in ("function", "title", "gender"):
        if value := said.pop(key, ""):
            _once(entry, key, value)
    _rest(entry, f"name {text}".strip(), said)


def keep_address(entry: Entry, said: Said) -> None:
    """Keep an address and the ways to reach the party there."""
    for key in [key for key in said if key.startswith("contactInfo")]:
        _contact(entry, key, said[key])
    parts = [
        said.pop(key, "")
        for key in ("zipCode", "city", "region", "street", "number", "poBox", "place")
    ]
    described, code = said.pop("countryDescription", ""), said.pop("countryIso2Code", "")
    if any(parts) or entry.country(code) or entry.country(described):
        known = {"city": parts[1], "region": parts[2], "postcode": parts[0]}
        entry.address([*parts[3:], *parts[:3]], described or code, **known)
        entry.addresses[-1]["country"] = entry.country(code) or entry.country(described)
    else:
        said |= {"countryDescription": described, "countryIso2Code": code}
    _rest(entry, "address", said)


def _contact(entry: Entry, key: str, value: str) -> None:
    kinds = [kind for word, kind in _CONTACTS if word in key.casefold()]
    if kinds and value:
        entry.identifier(kinds[0], value)


def keep_birth(entry: Entry, said: Said) -> None:
    """Keep a day, year or range of birth, and the place."""
    about = "circa " if said.pop("circa", "").casefold() == "true" else ""
    first, last = said.pop("yearRangeFrom", ""), said.pop("yearRangeTo", "")
    parts = [said.pop(key, "") for key in ("year", "monthOfYear", "dayOfMonth")]
    whole = said.pop("birthdate", "")
    day = whole or "-".join(part for part in parts if part)
    if day:
        entry.date("birth", about + day)
    if first or last:
        entry.date("birth", f"{about}between {first} and {last}")
    keys = ["city", "place", "region"]
    if entry.country(said.get("countryIso2Code", "") or said.get("countryDescription", "")):
        keys.append("countryDescription")
        said.pop("countryIso2Code", "")
    place = [said.pop(key, "") for key in keys]
    if any(place):
        _once(entry, "birth_place", ", ".join(part for part in place if part))
    _rest(entry, "birth", said)


def keep_identification(entry: Entry, said: Said) -> None:
    """Keep a number with its kind and issuing country; a ship number makes a vessel."""
    code = said.get("identificationTypeCode", "")
    words = f"{code} {said.get('identificationTypeDescription', '')}".casefold()
    kind = next(kind for word, kind in _IDENTIFIERS if word in words)
    described = said.get("countryDescription", "")
    country = said.get("countryIso2Code", "") or described
    number, latin = said.pop("number", ""), said.pop("latinNumber", "")
    for value in filter(None, dict.fromkeys((number, latin))):
        entry.identifier(kind, value, country)
    entry.country(described)
    if kind == "imo" and number:
        entry.schema = VESSEL
    _rest(entry, f"identification {number or latin}".strip(), said)


def keep_citizenship(entry: Entry, said: Said) -> None:
    """Keep a citizenship as a tie to its country."""
    code, described = said.pop("countryIso2Code", ""), said.pop("countryDescription", "")
    if code or described:
        entry.country(code) or entry.country(described)
        _once(entry, "citizenship", described or code)
    _rest(entry, "citizenship", said)


KEEPERS: dict[str, Callable[[Entry, Said], None]] = {
    "regulation": keep_regulation,
    "nameAlias": keep_name,
    "address": keep_address,
    "birthdate": keep_birth,
    "identification": keep_identification,
    "citizenship": keep_citizenship,
}
"""What keeps each part of a record, by the name of its element in the XML."""


def _once(entry: Entry, key: str, value: str) -> None:
    if {"key": key, "value": value} not in entry.properties:
        entry.property(key, value)


def _rest(entry: Entry, key: str, said: Said) -> None:
    """Keep what has no place of its own as one property."""
    left = [f"{word}: {text}" for word, text in said.items() if text and text != "false"]
    if left:
        _once(entry, key, "; ".join(left))
