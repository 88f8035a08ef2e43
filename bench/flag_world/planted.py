"""Invented diversion: small patterns of public cases, planted on ordinary rows.

In: the world. Out: shipments, each with the flag it should raise. It measures what is found;
what is raised in vain is measured on the ordinary rows.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from flag_world import side
from flag_world.firms import World
from flag_world.measure import Measured
from flag_world.shipments import Row, shipment

EACH = 20
"""Shipments a pattern."""
FIRST = 900_000
CHIPS = {
    "description": "microcontrollers 32 bit",
    "hs_code": "854231",
    "parameters": "",
    "quantity": "4000",
    "quantity_unit": "pcs",
    "net_weight_kg": "9.0",
    "value": "26000.00",
}


class Pattern(NamedTuple):
    """One way of diversion, the flag that should see it, and what it changes in a row."""

    what: str
    flag: str
    change: Callable[[Row, int], Row]


def _payer(_row: Row, serial: int) -> Row:
    return {**CHIPS, "payer": f"Ferlussagni Metals {serial} LLC", "payer_country": "AE"}


def _route(_row: Row, _serial: int) -> Row:
    return {**CHIPS, "transit_ports": "AEJEA"}


def _fob(_row: Row, _serial: int) -> Row:
    return {
        "incoterm": "FOB Jebel Ali",
        "loading_port": "Jebel Ali",
        "vessel_flag": "IR",
        "discharge_port": "Mundra",
    }


def _mover(row: Row, serial: int) -> Row:
    return {
        "end_user": f"Dijkhouwen Freight Forwarding {serial}",
        "consignee": row["consignee"],
    }


def _evasive(_row: Row, _serial: int) -> Row:
    return {**CHIPS, "stated_end_use": "not disclosed"}


def _empty(_row: Row, _serial: int) -> Row:
    return {**CHIPS, "description": "spare parts"}


def _number(row: Row, _serial: int) -> Row:
    last = (int(row["vessel_imo"][6]) + 3) % 10
    return {"vessel_imo": row["vessel_imo"][:6] + str(last)}


def _cheap(row: Row, _serial: int) -> Row:
    return {**CHIPS, "value": "26.00", "currency": row["currency"]}


def _heavy(_row: Row, _serial: int) -> Row:
    return {**CHIPS, "net_weight_kg": "9000"}


def _military(_row: Row, serial: int) -> Row:
    return {"end_user": f"Naval Procurement Bureau {serial}", "stated_end_use": "civil use"}


def _young(_row: Row, serial: int) -> Row:
    name = f"Maralwadi Chips Trading {serial} FZE"
    return {
        **CHIPS,
        "consignee": name,
        "consignee_country": "AE",
        "end_user": name,
        "end_user_country": "AE",
        "destination_country": "AE",
        "payer": name,
    }


def _renamed(_row: Row, serial: int) -> Row:
    return {"consignee": f"Vegatalbera New Name {serial}", "end_user": ""}


def _refused(_row: Row, serial: int) -> Row:
    return {"end_user": f"Cormirondo Institute {serial}"}


def _again(_row: Row, serial: int) -> Row:
    return {"consignee": f"Okolimbue Fined {serial}"}


PATTERNS = (
    Pattern("a firm of a hub pays for chips", "guidance.RF16", _payer),
    Pattern("chips by way of a hub, port as a code", "guidance.RF10", _route),
    Pattern("FOB at a hub onto a ship of a proscribed flag", "guidance.RF24", _fob),
    Pattern("a forwarder is the end user", "guidance.RF03", _mover),
    Pattern("the use of chips is not disclosed", "guidance.RF12", _evasive),
    Pattern("chips described as spare parts", "guidance.RF21", _empty),
    Pattern("the ship's number fails its check digit", "guidance.RF26", _number),
    Pattern("chips at a thousandth of their price", "guidance.RF19", _cheap),
    Pattern("chips of two kilograms each", "guidance.RF20", _heavy),
    Pattern("a naval bureau with a civil claim", "guidance.RF32", _military),
    Pattern("a new firm of a hub buys chips", "guidance.RF13", _young),
    Pattern("a new name of a firm that was listed", "guidance.RF15", _renamed),
    Pattern("a buyer that a state refused", "guidance.RF37", _refused),
    Pattern("sales go on after a fine", "guidance.RF29", _again),
)


@dataclass(frozen=True)
class Plant:
    """One planted shipment."""

    pattern: Pattern
    row: Row


class Found(NamedTuple):
    """Of one pattern: how many raised its flag, any flag at all, and were planted."""

    pattern: Pattern
    right: int
    any_flag: int
    planted: int


def plants(world: World) -> list[Plant]:
    """The planted shipments, each on an ordinary one."""
    made = []
    for place, pattern in enumerate(PATTERNS):
        for turn in range(EACH):
            serial = FIRST + place * 1000 + turn
            row = shipment(serial, world)
            made.append(Plant(pattern, {**row, **pattern.change(row, serial)}))
    return made


def rows(planted: Sequence[Plant]) -> list[Row]:
    """The shipments alone; ordinary ones beside them give the like to compare with."""
    return [plant.row for plant in planted]


def _of(planted: Sequence[Plant], flag: str, role: str) -> list[str]:
    return [plant.row[role] for plant in planted if plant.pattern.flag == flag]


def tables(planted: Sequence[Plant], world: World) -> dict[str, list[Row]]:
    """The side tables of the world, with what is known of the planted firms."""
    told = side.tables(world, rows(planted))
    for name in _of(planted, "guidance.RF13", "consignee"):
        told["parties"].append({"name": name, "country": "AE", "founded": "2025-06-01"})
    for at, name in enumerate(_of(planted, "guidance.RF15", "consignee")):
        old = f"Vegatalbera Old Name {at}"
        told["parties"].append({"name": name, "country": "AE", "former_name": old})
        told["measures"].append({"party": old, "kind": "listing", "date": "2026-01-05"})
    for name in _of(planted, "guidance.RF37", "end_user"):
        told["denials"].append({"party": name, "government": "NO", "date": "2025-02-03"})
    for name in _of(planted, "guidance.RF29", "consignee"):
        told["measures"].append({"party": name, "kind": "fine", "date": "2025-02-03"})
    return told


def score(planted: Sequence[Plant], found: Measured) -> list[Found]:
    """How many of each pattern were seen, by their own flag and by any."""
    told = []
    for pattern in PATTERNS:
        mine = [plant.row["id"] for plant in planted if plant.pattern is pattern]
        raised = [found.raised.get(name, frozenset()) for name in mine]
        right = sum(pattern.flag in flags for flags in raised)
        told.append(Found(pattern, right, sum(map(bool, raised)), len(mine)))
    return told
