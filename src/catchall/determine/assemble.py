"""Rows of SHIPMENTS -> one ``Shipment`` a shipment id. In: rows; out: records, in their order.

Lines of one shipment are put together: every party once, every line an item. What the parties
and goods mean is not judged here.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import orjson
import pyarrow as pa

from catchall.records import Identifier, Item, Party, Shipment
from catchall.tables import FIELD_COLUMNS

Row = Mapping[str, Any]


def _parameters(text: str | None) -> Mapping[str, Any]:
    """The parameters of a line; intake has refused what is no JSON object."""
    try:
        value = orjson.loads(text or "{}")
    except orjson.JSONDecodeError:
        return {}
    return value if isinstance(value, dict) else {}


def _party(filed: Row) -> Party:
    return Party(
        role=filed["role"],
        name=filed["name"] or "",
        country=filed["country"] or "",
        address=filed["address"] or "",
        identifiers=tuple(
            Identifier(one["kind"] or "", one["value"] or "")
            for one in filed["identifiers"] or ()
        ),
        email=filed["email"] or "",
        phone=filed["phone"] or "",
    )


def _item(row: Row) -> Item:
    return Item(
        row=row["row"],
        line=row["line"],
        description=row["description"] or "",
        hs_code=row["hs_code"] or "",
        parameters=_parameters(row["parameters"]),
        quantity=row["quantity"] or "",
        quantity_unit=row["quantity_unit"] or "",
        net_weight_kg=row["net_weight_kg"] or "",
        value=row["value"] or "",
        currency=row["currency"] or "",
        origin_country=row["origin_country"] or "",
    )


def filed(lines: Sequence[Row], column: str) -> tuple[str, ...]:
    """What the lines say in this column, each value once, in their order."""
    return tuple(dict.fromkeys(line[column] for line in lines if line[column]))


def shipment(lines: Sequence[Row]) -> Shipment:
    """The shipment that these lines are; a field is that of the first line that has it."""
    parties = dict.fromkeys(_party(party) for line in lines for party in line["parties"])
    said = {column: filed(lines, column) for column in FIELD_COLUMNS}
    return Shipment(
        id=lines[0]["id"],
        parties=tuple(parties),
        items=tuple(_item(line) for line in lines),
        fields={column: values[0] for column, values in said.items() if values},
        differing=tuple(column for column, values in said.items() if len(values) > 1),
    )


def by_shipment(shipments: pa.Table) -> Iterator[list[dict[str, Any]]]:
    """The lines of each shipment, shipments in order of first appearance."""
    found: dict[str, list[dict[str, Any]]] = {}
    for row in shipments.to_pylist():
        found.setdefault(row["id"], []).append(row)
    yield from found.values()


def by_row(table: pa.Table) -> dict[int, list[dict[str, Any]]]:
    """The rows of HITS, SCREENED or MATCHES by the row of SHIPMENTS they are about."""
    found: dict[int, list[dict[str, Any]]] = {}
    for row in table.to_pylist():
        found.setdefault(row["row"], []).append(row)
    return found
