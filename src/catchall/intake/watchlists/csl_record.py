"""One record of the US Consolidated Screening List, from CSV or JSON.

In: fields; out: ``Entry``. The fields have the same names in both; only lists inside a field
are written otherwise, and the readers take those apart.
"""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

from catchall.intake.watchlists import citations
from catchall.intake.watchlists.entry import (
    AIRPLANE,
    ORGANIZATION,
    PERSON,
    UNSAID,
    VESSEL,
    Entry,
)
from catchall.intake.watchlists.joined_names import parties
from catchall.intake.watchlists.numbering import numbered
from catchall.intake.watchlists.ofac_labels import keep, keep_identifier, split_label
from catchall.intake.watchlists.ofac_remarks import keep_remarks

LISTS = (
    "alt_names",
    "programs",
    "citizenships",
    "nationalities",
    "dates_of_birth",
    "places_of_birth",
)
"""Fields that hold several values: a list in JSON, joined by "; " in CSV."""

TEXTS = (
    "source",
    "entity_number",
    "type",
    "name",
    "title",
    "federal_register_notice",
    "start_date",
    "end_date",
    "standard_order",
    "license_requirement",
    "license_policy",
    "call_sign",
    "vessel_type",
    "gross_tonnage",
    "gross_registered_tonnage",
    "vessel_flag",
    "vessel_owner",
    "remarks",
    "source_list_url",
    "source_information_url",
)
"""Fields that hold one value."""

_SCHEMAS = {
    "Individual": PERSON,
    "Entity": ORGANIZATION,
    "Vessel": VESSEL,
    "Aircraft": AIRPLANE,
}
_PROPERTIES = (
    "source",
    "entity_number",
    "type",
    "title",
    "standard_order",
    "license_policy",
    "call_sign",
    "vessel_type",
    "gross_tonnage",
    "gross_registered_tonnage",
    "vessel_flag",
    "source_list_url",
    "source_information_url",
)


@dataclass(frozen=True)
class Identifier:
    """An id as filed: its label, its value, the issuing country, and all that was written."""

    label: str
    value: str
    country: str
    written: str


@dataclass(frozen=True)
class Address:
    """An address: its parts in order, the city, region and postcode where told, the country."""

    parts: tuple[str, ...]
    country: str
    known: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Fields:
    """The fields of a record: single texts, lists of texts, addresses, ids, and all others."""

    number: str
    text: Mapping[str, str]
    lists: Mapping[str, Sequence[str]]
    addresses: Sequence[Address] = ()
    ids: Sequence[Identifier] = ()
    others: Mapping[str, str] = field(default_factory=dict)


def entry_of(fields: Fields, known: Collection[str]) -> Entry:
    """The record as an entry, with a number that is not yet ``known``.

    Without a number of its own it is known by the short name of its list with the entity number
    there, else with the name.
    """
    said, lists = fields.text, fields.lists
    short = re.search(r"\((\w+)\)", said["source"])
    list_name = short[1] if short else said["source"]
    number = fields.number or f"{list_name}/{said['entity_number'] or said['name']}"
    told = (said["federal_register_notice"], said["start_date"])
    first_address = ", ".join(fields.addresses[0].parts) if fields.addresses else ""
    entry = Entry(
        numbered(known, number, *told, first_address), _SCHEMAS.get(said["type"], UNSAID)
    )
    _names(entry, said["name"], lists["alt_names"])
    entry.programmes = [text for text in (said["source"], *lists["programs"]) if text]
    for address in fields.addresses:
        entry.address(address.parts, address.country, **address.known)
    _person(entry, lists)
    _measures(entry, said)
    _vessel(entry, said)
    for one in fields.ids:
        _identifier(entry, one)
    for key in _PROPERTIES:
        if said[key]:
            entry.property(key, said[key])
    for key, value in fields.others.items():
        entry.property(key, value)
    return entry


def _names(entry: Entry, name: str, aliases: Sequence[str]) -> None:
    entry.name(name, "primary")
    for alias in aliases:
        entry.name(alias, "alias")
    for kind, text in [part for said in list(entry.names) for part in parties(said["text"])]:
        if text not in [said["text"] for said in entry.names]:
            entry.split_name(text, kind, "taken from a joined name")


def _person(entry: Entry, lists: Mapping[str, Sequence[str]]) -> None:
    for value in lists["dates_of_birth"]:
        entry.date("birth", value)
    labels = {
        "places_of_birth": "POB",
        "citizenships": "citizen",
        "nationalities": "nationality",
    }
    for name, label in labels.items():
        for value in lists[name]:
            keep(entry, label, value)


def _measures(entry: Entry, said: Mapping[str, str]) -> None:
    for key, kind in (("start_date", "effective"), ("end_date", "expires")):
        if said[key]:
            entry.date(kind, said[key])
    entry.citations = citations.parted(said["federal_register_notice"])
    texts = (said["license_requirement"], said["license_policy"])
    entry.licence_requirement = " ".join(text for text in texts if text)
    keep_remarks(entry, said["remarks"])


def _vessel(entry: Entry, said: Mapping[str, str]) -> None:
    if said["call_sign"]:
        entry.identifier("call_sign", said["call_sign"])
    if said["vessel_owner"]:
        entry.link("owner", said["vessel_owner"])
    entry.country(said["vessel_flag"])


def _identifier(entry: Entry, one: Identifier) -> None:
    """By the labels of OFAC, from whose lists most ids come; as written it is a property."""
    label, rest = split_label(one.label)
    value = f"{rest} {one.value}".strip()
    if not keep_identifier(entry, label, value, one.country):
        keep(entry, label, value)
    entry.property("id", one.written)
