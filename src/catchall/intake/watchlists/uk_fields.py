"""The fields of the UK's lists: OFSI's list, the UK Sanctions List as CSV and as XML.

In: the name of a field and its text; out: an ``Entry``. The three write the same fields with
other names: ``Business registration number (s)``, ``BusinessRegistrationNumber``.
"""

import re
from collections.abc import Sequence

from catchall.intake.watchlists.cells import keep_numbers
from catchall.intake.watchlists.entry import ORGANIZATION, PERSON, UNSAID, VESSEL, Entry
from catchall.intake.watchlists.nationalities import nationality_code, nationality_codes
from catchall.text.identifiers import imo_in, imo_is_valid

_SCHEMAS = {"individual": PERSON, "entity": ORGANIZATION, "ship": VESSEL}
_DATES = {
    "dob": "birth",
    "datedesignated": "listed",
    "listedon": "listed",
    "uksanctionslistdatedesignated": "designated",
    "lastupdated": "updated",
    "yearbuilt": "built",
}
_REMARKS = frozenset(("otherinformation", "ukstatementofreason"))
_REGIMES = frozenset(("regimename", "regime"))
_TYPES = frozenset(("individualentityship", "designationtype", "grouptype"))
_NUMBERS = {"businessregistrationnumber": "registration", "imonumber": "imo"}
_REACH = {"phonenumber": "phone", "emailaddre": "email"}
_LINKS = {
    "subsidiary": "subsidiary",
    "subsidiarie": "subsidiary",
    "parentcompany": "parent",
    "currentowneroperator": "owner",
    "previousowneroperator": "linked_to",
}
_FLAGS = {
    "currentbelievedflagofship": "vessel_flag",
    "previousflag": "former_vessel_flag",
}
_PROPERTIES = {
    "ofsigroupid": "ofsi_group_id",
    "unreferencenumber": "un_reference",
    "sanctionsimposed": "sanctions_imposed",
    "designationsource": "designation_source",
    "typeofship": "vessel_type",
    "tonnageofship": "tonnage",
    "lengthofship": "length",
    "typeofentity": "entity_type",
    "title": "title",
    "position": "position",
    "gender": "gender",
    "website": "website",
}


def name_kind(kind: str, strength: str) -> tuple[str, str]:
    """The kind of a name by its type and strength, and both as filed.

    >>> name_kind("Primary name", ""), name_kind("ALias", "Low quality a.k.a")
    (('primary', 'Primary name'), ('weak_alias', 'ALias, Low quality a.k.a'))
    """
    folded = " ".join(kind.casefold().split())
    quality = ", ".join(text for text in (kind, strength) if text)
    if folded in ("primary name", "prime alias", "primary"):
        return "primary", quality
    if "low" in strength.casefold():
        return "weak_alias", quality
    return ("former" if folded.startswith(("fka", "f.k.a", "formerly")) else "alias"), quality


def keep_field(entry: Entry, field: str, text: str) -> None:
    """Keep one field; what has no column becomes a property."""
    key = _key(field)
    if key in _DATES:
        entry.date(_DATES[key], text)
    elif key in _TYPES:
        entry.schema = _SCHEMAS.get(text.casefold(), UNSAID)
        if entry.schema == UNSAID:
            entry.property(field, text)
    elif key in _REGIMES:
        entry.programmes += [] if text in entry.programmes else [text]
    elif key in _REMARKS:
        _remark(entry, text)
    elif key in _NUMBERS:
        keep_numbers(entry, _NUMBERS[key], text)
        entry.property(field, text)
    else:
        _keep_more(entry, field, key, text)


def _keep_more(entry: Entry, field: str, key: str, text: str) -> None:
    if key in _REACH:
        for part in filter(None, re.split(r"[;,\s]+(?=\S*@)|;", text)):
            entry.identifier(_REACH[key], part.strip())
        entry.property(field, text)
    elif key in _LINKS:
        entry.link(_LINKS[key], text)
        if key.endswith("operator"):
            entry.property(field, text)
    elif key in _FLAGS:
        entry.property(_FLAGS[key], text)
        entry.country(text)
    elif key in ("nationality", "nationalityie"):
        entry.property("nationality", text)
        ties = nationality_codes(text)
        entry.countries += [code for code in ties if code not in entry.countries]
    else:
        entry.property(_PROPERTIES.get(key, field), text)


def _key(field: str) -> str:
    """A field in one spelling: letters only, without an "s" at the end."""
    return re.sub(r"[^a-z]", "", field.casefold()).rstrip("s")


def _remark(entry: Entry, text: str) -> None:
    """Keep a remark once; a ship's number in it is one of the ship."""
    if text in entry.remarks:
        return
    entry.remarks = f"{entry.remarks}\n\n{text}" if entry.remarks else text
    for number in filter(imo_is_valid, imo_in(text)):
        entry.identifier("imo", number)


def keep_address(entry: Entry, lines: Sequence[str], postcode: str, country: str) -> None:
    """Keep an address of up to six lines; nothing where all of it is blank."""
    if any(lines) or postcode or country:
        entry.address((*lines, postcode), country, postcode=postcode)
        # the country has a remark in some: Testland (as at May 2008)
        code = entry.country(country.partition(" (")[0])
        entry.addresses[-1]["country"] = entry.addresses[-1]["country"] or code


def keep_document(entry: Entry, kind: str, text: str, told: str) -> None:
    """Keep a passport or national number and what is told of it, which may name its country."""
    countries = [nationality_code(word) for word in re.findall(r"[A-Z][\w ]+\w", told)]
    if text:
        keep_numbers(entry, kind, text, next(filter(None, countries), ""))
    if text or told:
        entry.property(kind, "; ".join(word for word in (text, told) if word))


def keep_birth_place(entry: Entry, town: str, country: str) -> None:
    """Keep a place of birth and the tie to its country."""
    if town or country:
        entry.property("birth_place", ", ".join(word for word in (town, country) if word))
        entry.country(country)
