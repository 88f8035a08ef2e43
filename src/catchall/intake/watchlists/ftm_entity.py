"""One FollowTheMoney entity into an ``Entry``: which property goes where. No files here.

What belongs to a record but is an entity of its own (an address, a designation, a document, a
tie to another party) comes through ``attach``.
"""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from catchall.intake.watchlists.entry import (
    AIRPLANE,
    ORGANIZATION,
    PERSON,
    UNSAID,
    VESSEL,
    Entry,
)

NAMES: Mapping[str, str] = {
    "name": "alias",
    "alias": "alias",
    "previousName": "former",
    "weakAlias": "weak_alias",
    "abbreviation": "weak_alias",
}
"""The properties that are names; the first ``name`` is the primary."""
EDGES: Mapping[str, tuple[str, str]] = {
    "Ownership": ("owner", "asset"),
    "Directorship": ("director", "organization"),
    "Membership": ("member", "organization"),
    "Employment": ("employee", "employer"),
    "Representation": ("agent", "client"),
    "UnknownLink": ("subject", "object"),
    "Family": ("person", "relative"),
    "Associate": ("person", "associate"),
    "Succession": ("predecessor", "successor"),
    "Occupancy": ("holder", "post"),
    "Debt": ("debtor", "creditor"),
    "Payment": ("payer", "beneficiary"),
    "Control": ("controller", "controlled"),
}
"""Entities that tie two others, with the properties that name them."""
SUPPORT = frozenset((*EDGES, "Address", "Sanction", "Passport", "Identification", "Position"))
"""Entities that say something of a party and are none themselves."""
SCHEMAS = {
    "Person": PERSON,
    "Organization": ORGANIZATION,
    "Company": ORGANIZATION,
    "PublicBody": ORGANIZATION,
    "Vessel": VESSEL,
    "Airplane": AIRPLANE,
}
"""Their kinds of party in our words; any other is not said."""
_COUNTRIES = ("country", "nationality", "citizenship", "jurisdiction", "flag", "mainCountry")
_IDENTIFIERS = {
    "imoNumber": "imo", "mmsi": "mmsi", "callSign": "call_sign", "leiCode": "lei",
    "swiftBic": "swift", "passportNumber": "passport", "idNumber": "national_id",
    "socialSecurityNumber": "ssn", "registrationNumber": "registration", "taxNumber": "tax",
    "vatCode": "tax", "innCode": "tax", "irsCode": "tax", "voenCode": "tax",
    "ogrnCode": "registration", "okpoCode": "registration", "kppCode": "registration",
    "uscCode": "registration", "jibCode": "registration", "dunsCode": "duns",
    "uniqueEntityId": "uei", "npiCode": "npi", "cikCode": "cik", "isinCode": "isin",
    "isin": "isin", "ticker": "ticker", "licenseNumber": "licence", "bikCode": "bank",
    "serialNumber": "aircraft_serial", "publicKey": "digital_currency", "email": "email",
    "phone": "phone", "website": "website", "wikidataId": "wikidata",
    "unscId": "un_reference", "authorityId": "authority_id", "number": "document",
}  # fmt: skip
_DATES = {
    "birthDate": "birth", "deathDate": "death", "incorporationDate": "established",
    "dissolutionDate": "dissolved", "buildDate": "built", "listingDate": "listed",
    "startDate": "effective", "endDate": "expires", "modifiedAt": "updated",
}  # fmt: skip
_REMARKS = ("notes", "summary", "description", "reason")
_LINKS = {"owner": "owner"}
_STREET = ("street", "street2", "postOfficeBox", "postalCode", "city", "state", "region")
_ABOUT = frozenset(("id", "schema", "properties"))

Named = Callable[[str], str]
"""What the entity of an id is called: its name, or the id where it is not in the file."""


def listed(value: Any) -> list[Any]:
    """The values of a property: a list, or one value alone.

    >>> listed(["a", ""]), listed("a"), listed(None)
    (['a'], ['a'], [])
    """
    found = value if isinstance(value, list) else [value]
    return [one for one in found if one not in (None, [], {}) and text(one)]


def values(entity: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    """Each value of an entity's properties, with its property."""
    properties = entity.get("properties")
    for key, found in properties.items() if isinstance(properties, dict) else ():
        for value in listed(found):
            yield key, value


def text(value: Any) -> str:
    """A value as text: words as they are, true and false as in JSON.

    >>> text(True), text(7), text(" a ")
    ('true', '7', 'a')
    """
    return str(value).lower() if isinstance(value, bool) else str(value).strip()


def new(entity: Mapping[str, Any]) -> Entry:
    """The record of a party, with what it says of itself; ties are attached afterwards."""
    schema = entity["schema"]
    entry = Entry(text(entity["id"]), SCHEMAS.get(schema, UNSAID))
    properties = entity["properties"]
    for key, kind in NAMES.items():
        for value in listed(properties.get(key)):
            entry.name(text(value), kind if entry.names else "primary")
    for key, value in _plain(entity):
        if key not in NAMES and key != "addressEntity":
            _keep(entry, key, value, key)
    if schema != entry.schema:
        entry.property("schema", schema)
    _keep_about(entry, entity)
    return entry


def _keep_about(entry: Entry, entity: Mapping[str, Any]) -> None:
    """What stands beside the properties: data sets, days seen, target or not, the caption."""
    names = {name["text"] for name in entry.names}
    for key, found in entity.items():
        for value in listed(found) if key not in _ABOUT else ():
            if key != "caption" or text(value) not in names:
                entry.property(key, text(value))


def _plain(entity: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Each value that is no entity, with its property."""
    return ((key, text(one)) for key, one in values(entity) if not isinstance(one, dict))


def _keep(entry: Entry, key: str, value: str, path: str) -> None:
    """Put one value where it belongs; ``path`` names it where it becomes a property."""
    if key in _IDENTIFIERS:
        entry.identifier(_IDENTIFIERS[key], value)
    elif key in _DATES:
        entry.date(_DATES[key], value)
    elif key in _REMARKS:
        entry.remarks = f"{entry.remarks}\n{value}".strip()
    elif key == "program":
        entry.programmes += [value] if value not in entry.programmes else []
    elif key == "sourceUrl":
        entry.citations += [value] if value not in entry.citations else []
    elif key == "address":
        _address(entry, value)
    else:
        if key in _COUNTRIES and path == key:  # that of a designation is its authority's
            entry.country(value.upper())
        entry.property(path, value)


def _address(entry: Entry, said: str, country: str = "", **known: str) -> None:
    """The address once; an entity says more of it than the text alone."""
    entry.addresses = [one for one in entry.addresses if one["text"] != said]
    entry.address((said,), **known)
    entry.addresses[-1]["country"] = entry.country(country.upper())


def attach(entry: Entry, entity: Mapping[str, Any], named: Named) -> None:
    """Put what another entity says of this record into it.

    A tie becomes a link to the party at its other end; whatever has no column becomes a
    property named by the entity's kind and its own property.
    """
    schema = text(entity.get("schema"))
    if schema == "Address":
        _attach_address(entry, entity)
    elif schema in ("Passport", "Identification"):
        _attach_document(entry, schema, entity)
    else:
        ends = EDGES.get(schema, ())
        for key, value in values(entity):
            if key in ends:
                _attach_end(entry, f"{schema}/{key}", value, named)
            elif not isinstance(value, dict) and (key, value) != ("entity", entry.record):
                kept_as = key if schema == "Sanction" else ""
                _keep(entry, kept_as, text(value), f"{schema}/{key}")
    for path, said in _nested(entity, schema):
        entry.property(path, said)


def _first(entity: Mapping[str, Any]) -> dict[str, str]:
    """The first value of each property."""
    return dict(reversed(list(_plain(entity))))


def _attach_address(entry: Entry, entity: Mapping[str, Any]) -> None:
    first = _first(entity)
    parts = [first[key] for key in _STREET if key in first]
    whole = first.get("full") or ", ".join(parts) or ", ".join(first.values())
    _address(
        entry,
        whole,
        first.get("country", ""),
        city=first.get("city", ""),
        region=first.get("region", "") or first.get("state", ""),
        postcode=first.get("postalCode", ""),
    )
    for key, said in _plain(entity):
        if said != whole:
            entry.property(f"Address/{key}", said)


def _attach_document(entry: Entry, schema: str, entity: Mapping[str, Any]) -> None:
    first = _first(entity)
    is_passport = schema == "Passport" or "passport" in first.get("type", "").lower()
    kind = "passport" if is_passport else "national_id"
    for key, said in _plain(entity):
        if key in ("number", "passportNumber"):
            entry.identifier(kind, said, first.get("country", "").upper())
        elif said != entry.record:
            entry.property(f"{schema}/{key}", said)


def _attach_end(entry: Entry, path: str, value: Any, named: Named) -> None:
    """A link to the party at this end of a tie, unless it is the record itself."""
    is_entity = isinstance(value, dict)
    number = text(value.get("id")) if is_entity else text(value)
    if number != entry.record:
        called = _caption(value) if is_entity else named(number)
        entry.link(_LINKS.get(path.rpartition("/")[2], "linked_to"), called or number)
        entry.property(path, number)


def _caption(entity: Mapping[str, Any]) -> str:
    return text(entity.get("caption") or _first(entity).get("name", ""))


def _nested(entity: Mapping[str, Any], path: str) -> Iterator[tuple[str, str]]:
    """What entities inside this one say, by the path to it."""
    for key, value in values(entity):
        if isinstance(value, dict):
            for inner, said in _plain(value):
                yield f"{path}/{key}/{inner}", said
            yield from _nested(value, f"{path}/{key}")
