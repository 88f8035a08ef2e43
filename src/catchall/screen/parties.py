"""SHIPMENTS -> every party in every role, and what of it can be looked up at all.

In: the table. Out: ``Occurrence``s in its order. Looking anything up does not belong here.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

import pyarrow as pa

from catchall.screen.model import Asked, Occurrence
from catchall.text import identifiers, normal
from catchall.text.countries import country_code
from catchall.text.party import says_nobody, take_apart


def _text(value: Any) -> str:
    return str(value or "").strip()


def _occurrence(row: int, party: Mapping[str, Any]) -> Occurrence:
    held = [
        (_text(one["kind"]), _text(one["value"])) for one in party["identifiers"] or () if one
    ]
    held += [("imo", number) for number in identifiers.imo_in(_text(party["name"]))]
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
    country = country_code(one.country) if one.country else take_apart(one.name).country
    return Asked(one.name, country, "Vessel" if one.role == "vessel" else "")


def why_not(name: str) -> str:
    """Why can this name not be looked up? ``""`` when it can.

    >>> why_not("TO ORDER")
    "'TO ORDER' names no one"
    """
    if not name.strip():
        return "no name"
    if not normal.fold(name):
        return f"{name!r} has no letter or digit left after normalising"
    if says_nobody(name):
        return f"{name!r} names no one"
    return ""
