"""What can be seen only across shipments. In: the whole input and its history; out: SERIES.

One mapping a shipment id, plain enough for JSON, because it is sealed with the case file:
``shared`` contacts, ``address_firms``, ``split`` orders, ``baskets``, ``unit_value`` and
``unit_weight`` against the like, what was ``drawn`` under licences and certificates before,
where such a table was given, and whether a ``history`` was. A key that is absent could not be
computed. Which of it matters is asked by the predicates; the sizes of windows are values of the
lawbook.
"""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

import pyarrow as pa

from catchall.determine import baskets, drawdown, orders, spread
from catchall.determine.contacts import Contacts
from catchall.determine.given import Rows, SideTables
from catchall.determine.joins import cell
from catchall.determine.traded import Line, from_history, from_shipments
from catchall.law.model import Lawbook
from catchall.text.firms import party_key

SPLIT, BASKETS = "guidance.split_orders", "guidance.baskets"


def latest(lawbook: Lawbook, name: str) -> Any:
    """The newest version of a value: these are our own sizes of windows, not dated law."""
    versions = lawbook.values.get(name, ())
    return versions[-1].value if versions else None


def _merge(into: dict[str, dict[str, Any]], key: str, found: Mapping[str, Any]) -> None:
    for shipment, value in found.items():
        if shipment in into:
            into[shipment][key] = value


def _per_line(lines: Iterable[Line], numerator: str) -> dict[str, dict[str, Any]]:
    """Ratio of value or weight to quantity, against all lines of the same code and unit."""
    like: dict[tuple[str, ...], list[tuple[str, float]]] = {}
    for line in lines:
        top = line.value if numerator == "value" else line.kilograms
        money = line.currency if numerator == "value" else "kg"
        if line.hs6 and line.unit and money and top and line.quantity:
            group = (line.hs6, line.unit, money)
            like.setdefault(group, []).append((line.shipment, top / line.quantity))
    return spread.outlying(like)


def _by_key(rows: Rows, columns: Iterable[str], number: str) -> dict[str, list[str]]:
    """The numbers of a table's papers by the firms that they name, or by other cells."""
    found: dict[str, list[str]] = {}
    for row in rows:
        for column in columns:
            text = cell(row, column)
            key = text.casefold() if column == "shipment_id" else party_key(text)
            if key:
                found.setdefault(key, []).append(cell(row, number).casefold())
    return found


def _drawn(now: list[Line], past: list[Line], side: SideTables) -> dict[str, dict[str, Any]]:
    """What was used up before, by kind of paper and shipment; nothing without such a table."""
    found = {}
    if side.licences is not None:
        firms = _by_key(side.licences, ("exporter", "consignee", "end_user"), "licence_no")
        keys: Callable[[Line], list[str]] = lambda line: [  # noqa: E731
            number
            for firm in (line.exporter, *(one.key for one in line.buyers))
            for number in firms.get(firm, ())
        ]
        found["licence"] = drawdown.drawn(now, past, lambda line: line.licences, keys)
    if side.certificates is not None:
        ids = _by_key(side.certificates, ("shipment_id",), "certificate_no")
        found["certificate"] = drawdown.drawn(
            now,
            past,
            lambda line: line.certificates,
            lambda line: ids.get(line.shipment.casefold(), ()),
        )
    return found


def build(
    shipments: pa.Table, side: SideTables, lawbook: Lawbook
) -> dict[str, Mapping[str, Any]]:
    """What is seen across shipments, by shipment id; every id of the input has its mapping."""
    now = from_shipments(shipments)
    past = from_history(side.history or ())
    lines = now + past
    found: dict[str, dict[str, Any]] = {line.shipment: {} for line in now}
    contacts = Contacts(lines, side.parties or ())
    _merge(found, "shared", contacts.shared(now))
    _merge(found, "address_firms", contacts.crowds(now))
    if (sizes := latest(lawbook, SPLIT)) is not None:
        _merge(found, "split", orders.split(lines, sizes))
    if (sets := latest(lawbook, BASKETS)) is not None:
        _merge(found, "baskets", baskets.filled(lines, sets))
    _merge(found, "unit_value", _per_line(lines, "value"))
    _merge(found, "unit_weight", _per_line(lines, "weight"))
    papers = _drawn(now, past, side)
    for shipment, value in found.items() if papers else ():
        value["drawn"] = {kind: of[shipment] for kind, of in papers.items()}
        value["history"] = side.history is not None
    return {shipment: dict(value) for shipment, value in found.items()}
