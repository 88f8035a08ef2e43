"""A file as the engine reads it. In: the folded file, its parties and items; out: SHIPMENTS.

Every party in every role stands there under every one of its names, and at every one of its
addresses: an alias is screened as the primary name is. A party whose names are not known keeps
its row, without a name, so that it is told as not screened.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import Any

import orjson
import pyarrow as pa

from catchall import records
from catchall.tables import FIELD_COLUMNS, ITEM_COLUMNS, SHIPMENTS
from catchall_desk.cases.events import Event
from catchall_desk.cases.fold import File, standing
from catchall_desk.cases.naming import Names, said

ROLE_OF = {
    "applicant": "exporter", "seller": "exporter", "licence_holder": "exporter",
    "buyer": "consignee", "ultimate_consignee": "consignee", "recipient": "end_user",
    "transporter": "carrier", "insurer": "bank", "financier": "bank", "payee": "bank",
}  # fmt: skip
"""Whose rules are asked of a role that shipments do not have: the desk's own choice. Lists are
asked of every role alike."""
ELSE = "intermediary"
"""The role of everybody else."""
FIELD_OF = {
    "destination": "destination_country", "stated_end_use": "stated_end_use",
    "end_use": "stated_end_use", "ordered": "order_date", "exported": "date",
    "delivered": "delivery_date", "knowledge": "exporter_knowledge",
}  # fmt: skip
"""Fields of a file, and the columns of a shipment that say the same."""


@dataclass(frozen=True)
class Listed:
    """One party in one role of a transaction, with what it is called; ``None``: not known."""

    role: str
    party: str
    names: Names | None

    @property
    def asked(self) -> str:
        """The role under which the engine knows the party."""
        return self.role if self.role in records.ROLES else ROLE_OF.get(self.role, ELSE)


@dataclass(frozen=True)
class Shipment:
    """A file ready to be judged.

    ``table`` is SHIPMENTS with every name and address; ``plain`` the same with each party
    once, for what counts firms; ``parties`` whom the rows are of.
    """

    id: str
    table: pa.Table
    plain: pa.Table
    parties: tuple[Listed, ...]


def shipment(
    file: File, parties: Mapping[str, Names], items: Mapping[str, File] | None = None
) -> Shipment:
    """The file (transaction, application, licence ...) as a shipment, one row a line of goods.

    ``parties`` and ``items`` are those of its streams that are known, by stream id.
    """
    known = items or {}
    listed = tuple(
        Listed(role, party, parties.get(party)) for role, party in in_roles(file, known)
    )
    every = [row for one in listed for row in spelt(one)]
    once = [next(spelt(one)) for one in listed]
    table, plain = (rows(file, told, known) for told in (every, once))
    return Shipment(file.id, table, plain, listed)


def in_roles(file: File, items: Mapping[str, File]) -> tuple[tuple[str, str], ...]:
    """Every (role, party) of the file, each once, wherever the file names a party.

    Those of its roles, of its route, makers of its goods, who issued and who signed it, and
    its subjects: a party that only a leg or an item names is as much a party as the others.
    """
    found = [(str(one["role"]), str(one["party"])) for one in file.fields.get("roles", ())]
    for leg in file.fields.get("legs", ()):
        found += [(role, str(leg[role])) for role in ("carrier", "vessel") if leg.get(role)]
    for line in file.fields.get("lines", ()):
        item = items.get(str(line.get("item", "")))
        if item is not None and item.fields.get("maker"):
            found.append(("manufacturer", str(item.fields["maker"])))
    issuer = file.fields.get("issuer") or {}
    named = [("issuer", issuer.get("party")), ("signatory", file.fields.get("signatory"))]
    named += [("subject", one) for one in file.fields.get("subjects", ()) if one not in items]
    found += [(role, str(party)) for role, party in named if party]
    return tuple(dict.fromkeys(found))


def spelt(one: Listed) -> Iterator[dict[str, Any]]:
    """The party once for each of its names, and for each address beyond them."""
    if one.names is None:
        yield row_of(one.asked, "", "", Names(one.party, ()))
        return
    names = one.names.names or ("",)
    for name, address in zip_longest(names, one.names.addresses):
        yield row_of(one.asked, names[0] if name is None else name, address or "", one.names)


def row_of(role: str, name: str, address: str, known: Names) -> dict[str, Any]:
    """One PARTY under one name: its numbers stand with each name, all countries as one text."""
    more = [("email", told) for told in known.emails[1:]]
    more += [("phone", told) for told in known.phones[1:]]
    held = [{"kind": kind, "value": value} for kind, value in (*known.identifiers, *more)]
    return {
        "role": role,
        "name": name,
        "country": "; ".join(known.countries),
        "address": address,
        "identifiers": held,
        "email": next(iter(known.emails), ""),
        "phone": next(iter(known.phones), ""),
    }


def rows(
    file: File, parties: Sequence[Mapping[str, Any]], items: Mapping[str, File]
) -> pa.Table:
    """SHIPMENTS of one file with these parties."""
    shared = {**dict.fromkeys(FIELD_COLUMNS), **fields(file)}
    made = [
        {
            "row": at,
            "source": file.kind,
            "source_line": at + 1,
            "id": file.id,
            "line": str(line.get("line", at + 1)),
            "parties": list(parties),
            "extra": [],
            **shared,
            **goods(file, line, items.get(str(line.get("item", "")))),
        }
        for at, line in enumerate(file.fields.get("lines") or ({},))
    ]
    return pa.Table.from_pylist(made, schema=SHIPMENTS)


def fields(file: File) -> dict[str, str | None]:
    """The columns that all lines share, and the ports of the route."""
    told = {column: cell(file.fields.get(name)) for name, column in FIELD_OF.items()}
    legs = file.fields.get("legs", ())
    if legs:
        told["loading_port"] = cell(legs[0].get("from_place"))
        told["loading_country"] = cell(legs[0].get("origin"))
        told["transit_ports"] = cell([leg.get("from_place") for leg in legs[1:]])
        told["discharge_port"] = cell(legs[-1].get("to_place"))
    return {column: value for column, value in told.items() if value}


def goods(file: File, line: Mapping[str, Any], item: File | None) -> dict[str, str | None]:
    """The columns of the goods on one line; what the line leaves out is the item's."""
    quantity, value = line.get("quantity") or {}, line.get("value") or {}
    claims = standing(item, "claim") if item else ()
    own = [item.fields.get("name")] if item else []
    described = [line.get("description"), *own, *said(claims, "description")]
    parameters = {**measured(claims), **(line.get("parameters") or {})}
    return {
        **dict.fromkeys(ITEM_COLUMNS),
        "description": cell([text for text in described if text]),
        "hs_code": cell(line.get("hs_code") or said(claims, "hs_code")[-1:]),
        "parameters": orjson.dumps(parameters).decode() if parameters else None,
        "quantity": cell(quantity.get("amount")),
        "quantity_unit": cell(quantity.get("unit")),
        "value": cell(value.get("amount")),
        "currency": cell(value.get("currency")),
        "origin_country": cell(file.fields.get("origin")),
    }


def measured(claims: Iterable[Event]) -> dict[str, str]:
    """The parameters that claims give, by name: the value with its unit."""
    found = (one.body["value"] for one in claims if one.body.get("property") == "parameter")
    return {one["name"]: f"{one['value']} {one.get('unit', '')}".strip() for one in found}


def cell(value: Any) -> str | None:
    """A value as the text of a cell; ``None`` where nothing is said, which means unknown.

    >>> cell(["MT", "OM"]), cell("")
    ('MT; OM', None)
    """
    if isinstance(value, list | tuple):
        return "; ".join(filter(None, map(cell, value))) or None
    return str(value) if value not in (None, "") else None
