"""The form of one shipment. In: what somebody typed; out: columns of a shipment, or problems.

The columns are those of docs/reference/columns.md, so the answer is the one that a file gets.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from catchall.records import ROLES
from catchall.text.countries import country_code

SLOTS, MOST = 4, 24
"""Parties that an empty form has room for, and that any form has."""
PARTS = ("role", "name", "country", "address", "id")
USUAL = ("exporter", "consignee", "end_user", "forwarder")
KNOWLEDGE = ("informed", "aware", "suspects", "none")
AMOUNT = re.compile(r"\d+(\.\d+)?")


@dataclass(frozen=True, slots=True)
class Input:
    """A field of the form: its column, label, what it holds, and how it is written."""

    column: str
    label: str
    says: str = ""
    look: str = "text"
    options: tuple[str, ...] = ()


GOODS = (
    Input(
        "description", "Goods", "As the paper words them, with every number it gives", "long"
    ),
    Input("hs_code", "Customs code", "6 to 10 digits"),
    Input("quantity", "Quantity", "A number, such as 12"),
    Input("quantity_unit", "Unit", "kg, pieces, m"),
    Input("value", "Value", "A number, such as 48000.50"),
    Input("currency", "Currency", "Three capitals, such as EUR"),
)
ROUTE = (
    Input("origin_country", "Country of origin"),
    Input("loading_port", "Port of loading"),
    Input("transit_ports", "By way of", "Ports or towns in order, apart by ;"),
    Input("discharge_port", "Port of discharge"),
    Input("destination_country", "Country of destination"),
    Input("vessel_imo", "Ship's IMO number", "Seven digits"),
    Input("date", "Day of shipment", look="day"),
)
USE = (
    Input("stated_end_use", "Stated end use", "In the words of the papers", "long"),
    Input(
        "exporter_knowledge",
        "What the exporter knows",
        "Of a use in weapons: informed by an authority, aware, suspects, none",
        "word",
        KNOWLEDGE,
    ),
    Input("end_user_certificate", "End-user certificate", "Its number, or: none"),
    Input("licence_no", "Licence", "Its number, or: none"),
    Input("payment_terms", "Payment terms"),
)
PARTS_OF_FORM = (("Goods", GOODS), ("Route", ROUTE), ("Use and papers", USE))
COUNTRIES = ("origin_country", "destination_country")
NUMBERS = ("quantity", "value")


@dataclass(frozen=True, slots=True)
class PartyIn:
    """A party as typed; ``at`` is its place in the form, from 0."""

    at: int
    role: str
    name: str = ""
    country: str = ""
    address: str = ""
    id: str = ""

    @property
    def said(self) -> bool:
        """Was anything typed of it?"""
        return bool(self.name or self.country or self.address or self.id)


@dataclass(frozen=True, slots=True)
class Filled:
    """A form as it was filled: parties, and texts by column."""

    parties: tuple[PartyIn, ...]
    texts: Mapping[str, str]

    @property
    def named(self) -> tuple[PartyIn, ...]:
        """The parties of whom something was typed."""
        return tuple(one for one in self.parties if one.said)


def filled(sent: Mapping[str, Any]) -> Filled:
    """What somebody typed, without blanks around it; a form that was not sent is empty."""
    parties = tuple(party(sent, at) for at in range(slots(sent)))
    columns = (one.column for _, inputs in PARTS_OF_FORM for one in inputs)
    return Filled(parties, {name: text(sent, name) for name in columns})


def slots(sent: Mapping[str, Any]) -> int:
    """How many parties the form has room for."""
    asked = text(sent, "parties")
    return min(max(int(asked), SLOTS), MOST) if asked.isdecimal() else SLOTS


def party(sent: Mapping[str, Any], at: int) -> PartyIn:
    """One party of the form; a role that is none is the usual one of its place."""
    parts = {name: text(sent, f"party{at}.{name}") for name in PARTS}
    usual = USUAL[at] if at < len(USUAL) else "intermediary"
    return PartyIn(at, **{**parts, "role": parts["role"] if parts["role"] in ROLES else usual})


def text(sent: Mapping[str, Any], name: str) -> str:
    """What was typed in one field."""
    return str(sent.get(name, "")).replace("\r\n", "\n").strip()


def problems(form: Filled) -> tuple[str, ...]:
    """What must be put right before anything is screened, each with what to do.

    >>> problems(Filled((), {}))[0]
    'Nothing was typed: name a party or the goods.'
    """
    said = {name: value for name, value in form.texts.items() if value}
    if not form.named and not said:
        return ("Nothing was typed: name a party or the goods.",)
    lands = [(f"{one.role} {one.name}".strip(), one.country) for one in form.named]
    lands += [(name.replace("_", " "), said.get(name, "")) for name in COUNTRIES]
    found = [
        f"Country of {of}: {land} is no country; write its name or two letters, such as DE."
        for of, land in lands
        if land and not country_code(land)
    ]
    found += [
        f"{name.capitalize()}: {said[name]} is no number; write it as 48000.50."
        for name in NUMBERS
        if name in said and not AMOUNT.fullmatch(said[name])
    ]
    return (*found, *(wrong_day(said.get("date", ""))))


def wrong_day(said: str) -> tuple[str, ...]:
    """That a day is none."""
    try:
        _ = date.fromisoformat(said) if said else None
    except ValueError:
        return (f"Day of shipment: {said} is no day; write 2026-03-02.",)
    return ()


def row(form: Filled, reference: str) -> dict[str, str]:
    """The columns of the shipment; several parties of one role stand apart by ``;``."""
    found = {"id": reference, **{name: value for name, value in form.texts.items() if value}}
    for role in ROLES:
        mine = [one for one in form.named if one.role == role]
        for part in PARTS[1:]:
            values = [str(getattr(one, part)).replace(";", ",") for one in mine]
            if any(values):
                column = role if part == "name" else f"{role}_{part}"
                found[column] = "; ".join(values)
    return found
