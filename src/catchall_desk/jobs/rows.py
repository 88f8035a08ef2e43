"""A transaction as the engine reads it. In: the folded file, its parties, items; out: SHIPMENTS.

Every party in every role stands there under every one of its names, and at every one of its
addresses: an alias is screened as the primary name is. A party whose names are not known keeps
its row, without a name, so that it is told as not screened.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import Any

import orjson
import pyarrow as pa

from catchall import records
from catchall.tables import FIELD_COLUMNS, ITEM_COLUMNS, SHIPMENTS
from catchall_desk.cases.fold import File
from catchall_desk.cases.naming import Names

ELSE = "intermediary"
"""The engine's role of whoever has a role that shipments do not have."""
COLUMN_OF = {
    "end_use": "stated_end_use",
    "destination": "destination_country",
    "unit": "quantity_unit",
}
"""Columns of a shipment that the desk calls otherwise."""

Item = Mapping[str, Any]


@dataclass(frozen=True)
class Listed:
    """One party in one role of a transaction, with what it is called; ``None``: not known."""

    role: str
    party: str
    names: Names | None

    @property
    def asked(self) -> str:
        """The role under which the engine knows the party."""
        return self.role if self.role in records.ROLES else ELSE


@dataclass(frozen=True)
class Shipment:
    """A transaction ready to be judged.

    ``table`` is SHIPMENTS with every name and address; ``plain`` the same with each party
    once, for what counts firms; ``parties`` whom the rows are of.
    """

    id: str
    table: pa.Table
    plain: pa.Table
    parties: tuple[Listed, ...]


def shipment(
    transaction: File, parties: Mapping[str, Names], items: Sequence[Item] = ()
) -> Shipment:
    """The transaction as a shipment of the engine: one row an item, one where there is none."""
    listed = tuple(
        Listed(str(one["role"]), str(one["party"]), parties.get(str(one["party"])))
        for one in transaction.fields.get("parties", ())
    )
    every = [row for one in listed for row in spelt(one)]
    once = [next(spelt(one)) for one in listed]
    return Shipment(
        transaction.id,
        rows(transaction, every, items),
        rows(transaction, once, items),
        listed,
    )


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
    transaction: File, parties: Sequence[Mapping[str, Any]], items: Sequence[Item]
) -> pa.Table:
    """SHIPMENTS of one transaction with these parties."""
    told = {COLUMN_OF.get(name, name): value for name, value in transaction.fields.items()}
    shared = {column: cell(told.get(column)) for column in FIELD_COLUMNS}
    made = [
        {
            "row": at,
            "source": transaction.kind,
            "source_line": at + 1,
            "id": transaction.id,
            "line": str(at + 1),
            "parties": list(parties),
            "extra": [],
            **shared,
            **goods(item),
        }
        for at, item in enumerate(items or ({},))
    ]
    return pa.Table.from_pylist(made, schema=SHIPMENTS)


def goods(item: Item) -> dict[str, Any]:
    """The columns of the goods on one line."""
    told = {COLUMN_OF.get(name, name): value for name, value in item.items()}
    found = {column: cell(told.get(column)) for column in ITEM_COLUMNS}
    if isinstance(told.get("parameters"), Mapping):
        found["parameters"] = orjson.dumps(told["parameters"]).decode()
    return found


def cell(value: Any) -> str | None:
    """A value as the text of a cell; ``None`` where nothing is said, which means unknown.

    >>> cell(["MT", "OM"]), cell(""), cell({"amount": "5", "currency": "EUR"})
    ('MT; OM', None, '5')
    """
    if isinstance(value, list | tuple):
        return "; ".join(filter(None, map(cell, value))) or None
    if isinstance(value, Mapping):
        return cell(next(iter(value.values()), None))
    return str(value) if value not in (None, "") else None
