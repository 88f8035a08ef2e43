"""Shipments as lines of an import. In: rows of SHIPMENTS; out: parties and transactions.

Which party is it? Within one marking, a party is used again when, its role apart, all that the
file says of it is the same: name but for case and blanks, country, address, numbers, e-mail and
telephone. Anything else is a party of its own, and whether two are the same firm is for a
person to link. So an upload never joins two firms by name alone, and a batch that is done
twice makes nothing twice.
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from catchall.dates import read_span
from catchall.text.countries import country_code
from catchall_desk.cases import fields
from catchall_desk.errors import InvalidBodyError
from catchall_desk.store import bulk

Row = Mapping[str, Any]
Body = dict[str, Any]
Place = tuple[str, str]

DAYS = {"date": "exported", "order_date": "ordered", "delivery_date": "delivered"}
NUMBERS = {"licence_no": "licence", "end_user_certificate": "end-user certificate"}
BESIDE = (
    "incoterm", "payment_terms", "vessel_flag", "vessel_imo", "bank_country", "payer_country",
    "free_zone", "transit_ports",
)  # fmt: skip
"""Columns that a transaction has no field for: they are kept as a note."""
GOODS_BESIDE = ("net_weight_kg", "origin_country")


@dataclass(frozen=True, slots=True)
class Batch:
    """What every line of an upload carries: its key, marking, addressees and moment."""

    key: str
    marking: str
    addressees: tuple[str, ...]
    at: str


@dataclass(frozen=True, slots=True)
class Made:
    """The lines that one shipment leads to, its transaction's word, and its rows."""

    word: str
    lines: tuple[Body, ...]
    rows: tuple[int, ...]


def made(rows: Sequence[Row], batch: Batch) -> Made:
    """The lines of an import for one shipment, whose rows these are.

    Raises:
        InvalidBodyError: a cell that cannot be taken, or what would not be a transaction;
            then no row of the shipment is taken.
    """
    roles, lines = parties(rows, batch)
    word = f"upload:{batch.key}:{rows[0]['id']}"
    values = transaction(rows, roles)
    lines += [line(("transaction", word), "report", {"set": values}, batch)]
    if text := beside(rows):
        lines += [line(("transaction", word), "note", {"text": text}, batch)]
    for one in lines:
        opening = one["type"] in ("begin", "report")
        fields.check(one["kind"], one["type"], bulk.resolved(one["body"]), opening=opening)
    return Made(word, tuple(lines), tuple(int(one["source_line"]) for one in rows))


def line(at: Place, event: str, body: Body, batch: Batch, part: str = "") -> Body:
    """One line of an import, for the stream of a kind at a word."""
    kind, word = at
    return {
        "id": f"{word}:{event}:{part}",
        "stream": word,
        "kind": kind,
        "type": event,
        "marking": batch.marking,
        "addressees": list(batch.addressees),
        "happened_at": batch.at,
        "body": body,
    }


def parties(rows: Sequence[Row], batch: Batch) -> tuple[list[Body], list[Body]]:
    """The roles of a shipment, and the lines that make their parties."""
    roles: dict[tuple[str, str], Body] = {}
    lines: dict[str, Body] = {}
    for row in rows:
        for party in row["parties"]:
            if not party["name"]:
                continue
            country = land(f"{party['role']}_country", party["country"])
            word = word_of(party, country, batch)
            roles[party["role"], word] = {"role": party["role"], "party": {"ref": word}}
            lines |= {one["id"]: one for one in of_party(party, country, word, batch)}
    return list(roles.values()), list(lines.values())


def word_of(party: Row, country: str, batch: Batch) -> str:
    """The word by which a party is known again: all that the file says of it but its role."""
    numbers = sorted([one["kind"], one["value"]] for one in party["identifiers"] or ())
    said = [
        batch.marking,
        list(batch.addressees),
        " ".join(party["name"].casefold().split()),
        country,
        numbers,
    ]
    said += [party[name] or "" for name in ("address", "email", "phone")]
    return f"party:{json.dumps(said, ensure_ascii=False)}"


def of_party(party: Row, country: str, word: str, batch: Batch) -> Iterator[Body]:
    """The lines that make a party and claim what the file says of it."""
    schema = "vessel" if party["role"] == "vessel" else "unknown"
    first = {"set": {"name": party["name"], "schema": schema}}
    yield line(("party", word), "begin", first, batch)
    claims: list[tuple[str, Any]] = [("country", country)] if country else []
    if party["address"]:
        place = {"country": country} if country else {}
        claims.append(("address", {"text": party["address"], **place}))
    claims += [
        ("identifier", {"kind": one["kind"] or "number", "value": one["value"]})
        for one in party["identifiers"] or ()
    ]
    claims += [(name, party[name]) for name in ("email", "phone") if party[name]]
    for number, (name, value) in enumerate(claims):
        body = {"property": name, "value": value, "source": {"text": "upload of shipments"}}
        yield line(("party", word), "claim", body, batch, str(number))


def transaction(rows: Sequence[Row], roles: Sequence[Body]) -> Body:
    """The fields of the transaction that the rows of one shipment make."""
    first = rows[0]
    values: Body = {
        "summary": summary(first),
        "roles": list(roles),
        "lines": [goods(row) for row in rows],
        "legs": legs(first),
        "destination": land("destination_country", first["destination_country"]),
        "stated_end_use": first["stated_end_use"],
        "knowledge": first["exporter_knowledge"],
        "applicant_ref": first["id"],
        "numbers": [
            {"kind": kind, "number": first[column]}
            for column, kind in NUMBERS.items()
            if first[column]
        ],
        **{name: day(first, column) for column, name in DAYS.items()},
    }
    return {name: value for name, value in values.items() if value}


def summary(row: Row) -> str:
    """One line that a list shows: number, goods, buyer.

    >>> summary({"id": "7", "description": "Pump", "parties": []})
    '7: Pump'
    """
    buyer = next((one["name"] for one in row["parties"] if one["role"] == "consignee"), "")
    to = f" for {buyer}" if buyer else ""
    return f"{row['id']}: {row['description'] or 'goods not described'}{to}"[:300]


def goods(row: Row) -> Body:
    """One line of goods."""
    parameters = json.loads(row["parameters"]) if row["parameters"] else {}
    values: Body = {
        "line": row["line"],
        "description": row["description"],
        "hs_code": row["hs_code"],
        "parameters": {key: plain(value) for key, value in parameters.items()},
        "quantity": amount(row, "quantity", ("unit", row["quantity_unit"] or "pieces")),
        "value": amount(row, "value", ("currency", row["currency"])),
    }
    return {name: value for name, value in values.items() if value}


def plain(value: Any) -> Any:
    """A parameter without floats: numbers that are no whole ones are text."""
    return str(value) if isinstance(value, float) else value


def amount(row: Row, column: str, unit: tuple[str, str | None]) -> Body | None:
    """An amount with its unit; ``None`` where none is said.

    Raises:
        InvalidBodyError: an amount without a unit.
    """
    name, said = unit
    if not row[column]:
        return None
    if not said:
        raise InvalidBodyError((column, f"has no {name}", f"fill in {name}"))
    return {"amount": row[column], name: said}


def legs(row: Row) -> list[Body]:
    """The way of the goods, where ports are named."""
    values: Body = {
        "origin": land("loading_country", row["loading_country"]),
        "from_place": row["loading_port"],
        "to_place": row["discharge_port"],
    }
    held = {name: value for name, value in values.items() if value}
    return [held] if held else []


def land(column: str, text: str | None) -> str:
    """The two letters of a country as filed; empty where none is said.

    Raises:
        InvalidBodyError: a text that is no country known here.
    """
    found = country_code(text or "")
    if text and not found:
        raise InvalidBodyError(
            (column, f"{text!r} is no country known", "write its two letters")
        )
    return found


def day(row: Row, column: str) -> str:
    """A day as filed, as ISO text; empty where none is said.

    Raises:
        InvalidBodyError: a text that is no day, or could be two.
    """
    text = row[column]
    found = read_span(text)
    if text and (found is None or found.first != found.last):
        raise InvalidBodyError((column, f"{text!r} is no single day", "write 2026-03-02"))
    return found.first.isoformat() if found else ""


def beside(rows: Iterable[Row]) -> str:
    """What the file says beyond the fields of a transaction, as filed."""
    told: dict[str, None] = {}
    for number, row in enumerate(rows):
        names = (*(BESIDE if number == 0 else ()), *GOODS_BESIDE)
        cells = [(name, row[name]) for name in names]
        cells += [(one["column"], one["value"]) for one in row["extra"] or ()]
        told |= {f"line {row['line']}, {name}: {text}": None for name, text in cells if text}
    return "\n".join(["As filed, beside the fields:", *told]) if told else ""
