"""The lines of shipments and of the history in one light form. In: tables; out: ``Line``.

Only what is compared across shipments is kept. Nothing is compared here.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

import pyarrow as pa

from catchall.dates import Span
from catchall.determine.goods import KILOGRAMS, hs6
from catchall.determine.reading import address_key, number, phone_key, span
from catchall.text.firms import party_key
from catchall.text.normal import fold

BUYERS = ("consignee", "end_user", "intermediary")


@dataclass(frozen=True, slots=True)
class Firm:
    """A party on the buying side as it is compared: its key, and its ways to be reached."""

    role: str
    name: str
    key: str
    contacts: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Line:
    """One line of trade: who sold what to whom, when, for how much."""

    shipment: str
    exporter: str = ""
    buyers: tuple[Firm, ...] = ()
    description: str = ""
    hs6: str = ""
    day: date | None = None
    exact: bool = False  # the day itself is known, not only its month
    quantity: float | None = None
    unit: str = ""
    kilograms: float | None = None
    value: float | None = None
    currency: str = ""
    shipped: Span | None = None
    licences: tuple[str, ...] = ()  # the numbers it names, as they are compared
    certificates: tuple[str, ...] = ()

    @property
    def measures(self) -> dict[str, float]:
        """How much it is, in each unit that is stated; kilograms under one name."""
        unit = "kg" if self.unit in KILOGRAMS else self.unit
        weight = {} if self.kilograms is None else {"kg": self.kilograms}
        stated = {unit: self.quantity} if unit and self.quantity is not None else {}
        return weight | stated

    @property
    def user(self) -> str:
        """Who the goods are for: the end user, else the consignee; "" when neither is named."""
        by_role = {firm.role: firm.key for firm in reversed(self.buyers)}
        return by_role.get("end_user") or by_role.get("consignee", "")


def firm(role: str, row: Mapping[str, Any]) -> Firm:
    """The party with the ways to reach it; an address without a number is none."""
    reached = (
        ("address", address_key(row.get("address") or "")),
        ("phone", phone_key(row.get("phone") or "")),
        ("email", (row.get("email") or "").strip().casefold()),
    )
    contacts = tuple((kind, value) for kind, value in reached if value)
    return Firm(role, row["name"], party_key(row["name"]), contacts)


def numbers(text: str | None) -> tuple[str, ...]:
    """The numbers of papers in a cell, several with ``;`` between, as they are compared.

    >>> numbers("L-7; l-7;EU001")
    ('l-7', 'eu001')
    """
    told = (one.strip().casefold() for one in (text or "").split(";"))
    return tuple(dict.fromkeys(one for one in told if one))


def _line(row: Mapping[str, Any], exporter: str, buyers: tuple[Firm, ...]) -> Line:
    ordered, sent = span(row.get("order_date")), span(row.get("date"))
    when: Span | None = ordered or sent
    return Line(
        shipment=row.get("id") or "",
        exporter=party_key(exporter),
        buyers=buyers,
        description=row.get("description") or "",
        hs6=hs6(row.get("hs_code") or ""),
        day=when.first if when else None,
        exact=bool(when and when.precision == "day"),
        quantity=number(row.get("quantity")),
        unit=fold(row.get("quantity_unit") or ""),
        kilograms=number(row.get("net_weight_kg")),
        value=number(row.get("value")),
        currency=(row.get("currency") or "").strip().upper(),
        shipped=sent or ordered,
        licences=numbers(row.get("licence_no")),
        certificates=numbers(row.get("end_user_certificate")),
    )


_AT_ONCE = 1000
_COLUMNS = [
    "id", "order_date", "date", "description", "hs_code", "quantity", "quantity_unit",
    "net_weight_kg", "value", "currency", "licence_no", "end_user_certificate", "parties",
]  # fmt: skip


def from_shipments(shipments: pa.Table) -> list[Line]:
    """The lines of the input, in their order."""
    # part by part: the whole input as Python objects would take several times its own memory
    parts = shipments.select(_COLUMNS).to_batches(max_chunksize=_AT_ONCE)
    return [_told(row) for part in parts for row in part.to_pylist()]


def _told(row: Mapping[str, Any]) -> Line:
    named = [party for party in row["parties"] if party["name"]]
    exporter = next((one["name"] for one in named if one["role"] == "exporter"), "")
    buyers = tuple(firm(one["role"], one) for one in named if one["role"] in BUYERS)
    return _line(row, exporter, buyers)


def _text(value: Any) -> Any:
    return value if value is None or isinstance(value, str | date) else str(value)


def _flat(row: Mapping[str, Any], role: str) -> dict[str, str]:
    part = {
        what: str(row.get(f"{role}_{what}") or "") for what in ("address", "phone", "email")
    }
    return {"name": str(row.get(role) or row.get(f"{role}_name") or ""), **part}


def from_history(rows: Iterable[Mapping[str, Any]]) -> list[Line]:
    """The lines of the history table, whose columns are those of a shipment."""
    lines = []
    for raw in rows:
        row = {key: _text(value) for key, value in raw.items()}
        told = [(role, _flat(row, role)) for role in BUYERS]
        buyers = tuple(firm(role, one) for role, one in told if one["name"])
        lines.append(_line(row, _flat(row, "exporter")["name"], buyers))
    return lines
