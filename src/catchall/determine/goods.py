"""The goods of one shipment as facts. In: items and their MATCHES; out: one mapping an item.

A candidate keeps what the rules ask for: verdict, class of goods, how near a threshold it is,
which cover name it goes under. Verdicts come from ``classify``; nothing is decided here.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import orjson

from catchall.dates import in_force
from catchall.determine import near
from catchall.determine.reading import number, words_in
from catchall.law.model import Entry, GoodsClass, Lawbook
from catchall.records import Item
from catchall.text.normal import fold

Row = Mapping[str, Any]
SIX = 6  # digits: the part of a commodity code that all countries share
OPEN = frozenset({"meets", "unknown", "judge"})
"""The verdicts under which an entry still bears on the goods."""


KILOGRAMS = frozenset(("kg", "kgs", "kgm", "kilo", "kilos", "kilogram", "kilograms"))
"""The unit in which the column net_weight_kg answers a quantity."""

NEAR = "guidance.near_threshold"
"""The dated value that says within how many percent of a limit a value stands beside it."""


@dataclass(frozen=True)
class Book:
    """What of the lawbook the goods are read with."""

    entries: Mapping[str, Entry]
    classes: Mapping[str, GoodsClass]
    near: near.Finder | None
    asks: Mapping[str, str]  # how to ask for each characteristic


def book(lawbook: Lawbook, day: date) -> Book:
    """The entries and classes of the lawbook by id, and how to find what fails narrowly."""
    percent = in_force(lawbook.values.get(NEAR, ()), day)
    return Book(
        {entry.id: entry for entry in lawbook.entries},
        lawbook.classes,
        near.finder(lawbook, day, percent.value) if percent else None,
        {name: about.asks for name, about in lawbook.characteristics.items()},
    )


def hs6(code: str) -> str:
    """The first six digits of a commodity code, "" when it has fewer.

    >>> hs6("6907.21.90"), hs6("69")
    ('690721', '')
    """
    digits = re.sub(r"\D", "", code)
    return digits[:SIX] if len(digits) >= SIX else ""


def _near(item: Item, match: Row, held: Book) -> near.Near:
    """The tests that the item misses narrowly; none where it is of another kind of goods."""
    wrong_kind = match["verdict"] != "fails" or not match["score"]
    if held.near is None or wrong_kind or match["entry"] not in held.entries:
        return ()
    parameters = orjson.dumps(item.parameters, option=orjson.OPT_SORT_KEYS).decode()
    return held.near(item.description, item.hs_code, parameters, match["entry"])


def _cover(item: Item, entry: Entry | None) -> dict[str, str]:
    """The cover name that the description goes under, unless it names the goods as well."""
    if entry is None or not (words := words_in(item.description, entry.cover_names)):
        return {}
    return {} if words_in(item.description, entry.aliases) else {"words": words}


def _candidate(item: Item, match: Row, held: Book) -> dict[str, Any]:
    entry = held.entries.get(match["entry"])
    gate = entry.gate if entry else ""
    chapters = {code[:2] for code in (entry.hs if entry else ())}
    if gate in held.classes:
        chapters |= {code[:2] for code in held.classes[gate].hs}
    return {
        "entry": match["entry"],
        "regime": match["regime"],
        "title": match["title"],
        "verdict": match["verdict"],
        "class": gate,
        "called": held.classes[gate].names if gate in held.classes else (),
        "numbers": (*match["eu"], *match["us"]),
        "hs_chapters": tuple(sorted(chapters)),
        "near": _near(item, match, held),
        "cover": _cover(item, entry),
        "kind_alone_open": match["verdict"] == "unknown"
        and set(match["ask"]) <= {"description"},
        "score": match["score"],
    }


def _item(item: Item, matches: Sequence[Row], held: Book) -> dict[str, Any]:
    found: dict[str, Any] = {
        "line": item.line,
        "description": item.description,
        "unit": item.quantity_unit,
        "currency": item.currency.upper(),
        "candidates": tuple(
            _candidate(item, match, held) for match in matches if match["entry"]
        ),
    }
    numbers = {
        "quantity": number(item.quantity),
        "kg": number(item.net_weight_kg),
        "value": number(item.value),
    }
    found |= {name: value for name, value in numbers.items() if value is not None}
    if code := hs6(item.hs_code):
        found["hs6"] = code
    if matches:
        found["outcome"] = matches[0]["outcome"]
    return found


def quantity_in(goods: Sequence[Row], unit: str) -> float | None:
    """How much are the goods together in the unit? None unless each states it in that unit."""
    mass = unit in KILOGRAMS
    same = KILOGRAMS if mass else {unit} - {""}
    held = [
        one.get("quantity") if fold(one.get("unit", "")) in same
        else one.get("kg") if mass else None
        for one in goods
    ]  # fmt: skip
    stated = [one for one in held if one is not None]
    return sum(stated) if stated and len(stated) == len(held) else None


def bound(
    matches: Mapping[int, Sequence[Row]], destinations: Sequence[str], held: Book
) -> dict[int, list[Row]]:
    """The candidates that bind here: an entry for other destinations is left out."""
    return {
        row: [one for one in found if _binds(held.entries.get(one["entry"]), destinations)]
        for row, found in matches.items()
    }


def _binds(entry: Entry | None, destinations: Sequence[str]) -> bool:
    return (
        entry is None or not entry.destinations or bool({*entry.destinations} & {*destinations})
    )


def items(
    filed: Sequence[Item], matches: Mapping[int, Sequence[Row]], held: Book
) -> tuple[dict[str, Any], ...]:
    """One mapping an item: what it is filed as, and the entries that could be about it."""
    return tuple(_item(item, matches.get(item.row, ()), held) for item in filed)
