"""Parties and links as FollowTheMoney entities. In: names, standing links; out: entities.

One JSON object a line, as other tools read it. The same input gives the same ids and bytes.
The caller hands in only what the reader may see. Property names are those of FollowTheMoney's
model; ``PROPERTIES`` lists every one that is used, and a test holds each entity to it.
"""

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from catchall.text.countries import country_code
from catchall.text.identifiers import kind_of
from catchall_desk.cases.events import Event, canonical
from catchall_desk.cases.naming import Names

SCHEMAS = {
    "person": "Person",
    "company": "Company",
    "organisation": "Organization",
    "public_body": "PublicBody",
    "vessel": "Vessel",
    "aircraft": "Airplane",
}
"""FollowTheMoney's word for each of ``party_schema``; LegalEntity where it is not known."""
UNKNOWN = "LegalEntity"
THINGS = frozenset({"Vessel", "Airplane"})
"""Schemas that are no legal entity: they have no telephone and no e-mail address."""

_THING = ("name", "alias", "country", "addressEntity")
_LEGAL = (*_THING, "email", "phone", "leiCode", "swiftBic")
_INTEREST = ("role", "startDate", "endDate", "summary")
PROPERTIES: Mapping[str, tuple[str, ...]] = {
    "Person": _LEGAL,
    "Company": (*_LEGAL, "imoNumber"),
    "Organization": (*_LEGAL, "imoNumber"),
    "PublicBody": (*_LEGAL, "imoNumber"),
    "LegalEntity": _LEGAL,
    "Vessel": (*_THING, "imoNumber", "mmsi", "callSign", "flag"),
    "Airplane": (*_THING, "registrationNumber"),
    "Address": ("full", "country"),
    "Identification": ("holder", "number", "type"),
    "Ownership": ("owner", "asset", "percentage", *_INTEREST),
    "Directorship": ("director", "organization", *_INTEREST),
    "UnknownLink": ("subject", "object", *_INTEREST),
}
"""Every property that an entity of each schema may have here."""
NUMBER_OF = {
    "imo": "imoNumber", "mmsi": "mmsi", "call_sign": "callSign", "lei": "leiCode",
    "swift": "swiftBic", "aircraft": "registrationNumber",
}  # fmt: skip
"""Numbers that have a property of their own; every other is an Identification."""
ENDS = {
    "Ownership": ("owner", "asset"),
    "Directorship": ("director", "organization"),
    "UnknownLink": ("subject", "object"),
}
OWNABLE = frozenset({"Company", "Vessel", "Airplane"})
LED = frozenset({"Company", "Organization", "PublicBody"})
"""What the model lets be owned (assets), and directed (organizations)."""

Entity = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Link:
    """A standing link between two parties, and the event that claims it."""

    source: str
    event: Event


def entities(parties: Sequence[Names], links: Iterable[Link]) -> Iterator[Entity]:
    """Every party, address, number and link as an entity, each once.

    A link to a party that was not handed in is left out: its other end is not to be seen.
    """
    schemas = {party.party: schema(party) for party in parties}
    seen: set[str] = set()
    for one in (
        *(made for party in parties for made in of_party(party)),
        *(of_link(link, schemas) for link in links if known(link, schemas)),
    ):
        if one["id"] not in seen:
            seen.add(one["id"])
            yield one


def lines(parties: Sequence[Names], links: Iterable[Link]) -> Iterator[bytes]:
    """The entities as JSON lines."""
    return (canonical(one) + b"\n" for one in entities(parties, links))


def schema(party: Names) -> str:
    """The schema of a party; LegalEntity where it is not known.

    >>> schema(Names("p", ("Kavzel Ltd",), "company")), schema(Names("p", ("Kavzel",)))
    ('Company', 'LegalEntity')
    """
    return SCHEMAS.get(party.schema, UNKNOWN)


def key(*parts: str) -> str:
    """An id made of what it stands for: the same on every run and machine."""
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()[:40]


def entity(id_: str, schema_: str, properties: Mapping[str, Iterable[str]]) -> Entity:
    """An entity with the properties that say something and that the schema has here."""
    told = {
        name: list(dict.fromkeys(one for one in values if one))
        for name, values in properties.items()
        if name in PROPERTIES[schema_]
    }
    return {
        "id": id_,
        "schema": schema_,
        "properties": {name: values for name, values in told.items() if values},
    }


def of_party(party: Names) -> Iterator[Entity]:
    """The party with its addresses and numbers."""
    own = schema(party)
    lands = [country_code(one).lower() for one in party.countries]
    held: dict[str, list[str]] = {}
    rest = []
    for kind, value in party.identifiers:
        name = NUMBER_OF.get(kind_of(kind), "")
        if name in PROPERTIES[own]:
            held.setdefault(name, []).append(value)
        else:
            rest.append((kind, value))
    yield entity(
        party.party,
        own,
        {
            "name": party.names[:1],
            "alias": party.names[1:],
            "country": lands,
            "email": party.emails,
            "phone": party.phones,
            "addressEntity": [key("address", one) for one in party.addresses],
            **held,
        },
    )
    yield from (
        entity(key("address", one), "Address", {"full": [one]}) for one in party.addresses
    )
    if own in THINGS:
        rest += [("phone", one) for one in party.phones]
        rest += [("email", one) for one in party.emails]
    yield from (identification(party.party, kind, value) for kind, value in rest)


def identification(holder: str, kind: str, value: str) -> Entity:
    """A number that has no property of its own."""
    told = {"holder": [holder], "type": [kind], "number": [value]}
    return entity(key("identification", holder, kind, value), "Identification", told)


def known(link: Link, schemas: Mapping[str, str]) -> bool:
    """Are both ends of the link among the parties?"""
    return link.source in schemas and str(link.event.body["to"]) in schemas


def of_link(link: Link, schemas: Mapping[str, str]) -> Entity:
    """The link as ownership or directorship where the model has it so, else as a link."""
    body = link.event.body
    target = str(body["to"])
    own = interest(str(body["type"]), schemas[link.source], schemas[target])
    first, second = ENDS[own]
    return entity(
        link.event.id,
        own,
        {
            first: [link.source],
            second: [target],
            "role": [str(body["type"])],
            "percentage": [str(body.get("share", ""))],
            "startDate": [str(body.get("from", ""))],
            "endDate": [str(body.get("to_day", ""))],
        },
    )


def interest(kind: str, source: str, target: str) -> str:
    """The schema of a link of this kind between parties of these schemas.

    >>> interest("owns", "Person", "Vessel"), interest("owns", "Person", "LegalEntity")
    ('Ownership', 'UnknownLink')
    """
    legal = source not in THINGS
    if kind == "owns" and legal and target in OWNABLE:
        return "Ownership"
    return "Directorship" if kind == "directs" and legal and target in LED else "UnknownLink"
