"""SHIPMENTS -> every party in every role, and what of it can be looked up at all.

In: the table. Out: ``Occurrence``s in its order. Looking anything up does not belong here.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

import pyarrow as pa

from catchall.screen.model import Asked, Occurrence
from catchall.text import identifiers, normal
from catchall.text.countries import country_code
from catchall.text.nobody import says_nobody
from catchall.text.party import MOST_READINGS, take_apart, too_long

_IN_ADDRESS = re.compile(
    r"(?:^|[\s,;(])(?:c/o|care\s+of|o/b|obo|on\s+behalf\s+of|att(?:n|ention)\b)[\s.:\-]*"
    r"([^,;\r\n()]+)",
    re.IGNORECASE,
)
"""A name inside an address: c/o, on behalf of, ATTN."""


def _text(value: Any) -> str:
    return str(value or "").strip()


def _occurrence(row: int, party: Mapping[str, Any]) -> Occurrence:
    held = [
        (_text(one["kind"]), _text(one["value"])) for one in party["identifiers"] or () if one
    ]
    held += [("imo", number) for number in identifiers.imo_in(_text(party["name"]))]
    held += identifiers.of_field(_text(party["name"]))
    held += [(kind, _text(party[kind])) for kind in ("email", "phone") if party[kind]]
    role, name, country, address = (
        _text(party[key]) for key in ("role", "name", "country", "address")
    )
    return Occurrence(row, role, name, country, address, tuple(dict.fromkeys(held)))


def _with_ship(found: list[Occurrence], row: int, number: str) -> list[Occurrence]:
    """The parties with the IMO number of the shipment's own column on its vessel."""
    wanted = identifiers.key("imo", number) or ("imo", number)
    held = {identifiers.key(kind, value) for one in found for kind, value in one.identifiers}
    if not number or wanted in held:
        return found
    for at, one in enumerate(found):
        if one.role == "vessel":
            with_number = replace(one, identifiers=(*one.identifiers, ("imo", number)))
            return [*found[:at], with_number, *found[at + 1 :]]
    return [*found, Occurrence(row, "vessel", "", identifiers=(("imo", number),))]


def occurrences(shipments: pa.Table) -> Iterator[Occurrence]:
    """Every party in every role of every row, as filed, in the order of the table."""
    columns = [shipments[name].to_pylist() for name in ("row", "parties", "vessel_imo")]
    for row, parties, ship in zip(*columns, strict=True):
        yield from _with_ship([_occurrence(row, one) for one in parties], row, _text(ship))


def asked(one: Occurrence) -> Asked:
    """What is looked up by name; the country as filed, else the one behind the name."""
    country = country_code(one.country) if one.country else ""
    if not one.country and not too_long(one.name):
        country = take_apart(one.name).country
    return Asked(one.name, country, "Vessel" if one.role == "vessel" else "")


def asked_besides(one: Occurrence) -> tuple[Asked, ...]:
    """The names inside the party's address, behind c/o or ATTN, that can be looked up."""
    country = country_code(one.country) if one.country else ""
    found = dict.fromkeys(name.strip() for name in _IN_ADDRESS.findall(one.address))
    return tuple(Asked(name, country) for name in found if not why_not(name))


def _reasons(name: str) -> Iterator[str]:
    if not name.strip():
        yield "no name"
    yield too_long(name)
    if not normal.fold(name):
        yield f"{name!r} has no letter or digit left after normalising"
    text = take_apart(name)
    if says_nobody(name) or all(map(says_nobody, text.names)):
        yield f"{name!r} names no one"
    if text.left_out:
        most = f"the {MOST_READINGS} that are looked up of a field"
        yield f"it holds {text.left_out} names more than {most}"


def why_not(name: str) -> str:
    """Why can this name not be looked up? ``""`` when it can.

    >>> why_not("TO ORDER")
    "'TO ORDER' names no one"
    """
    return next(filter(None, _reasons(name)), "")


def unread(one: Occurrence) -> str:
    """Which field of the party is too long to be read? ``""`` when none is."""
    address = too_long(one.address)
    return too_long(one.name) or (f"its address: {address}" if address else "")
