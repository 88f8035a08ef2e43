"""The goods of one shipment as facts. In: items and their MATCHES; out: one mapping an item.

A candidate keeps what the rules ask for: verdict, class of goods, how near a threshold it is,
which cover name it goes under. Verdicts come from ``classify``; nothing is decided here.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import orjson

from catchall.determine.reading import number
from catchall.law.model import Entry, GoodsClass, Lawbook
from catchall.records import Item

Row = Mapping[str, Any]
OPEN = frozenset({"meets", "unknown", "judge"})
"""The verdicts under which an entry still bears on the goods."""


@dataclass(frozen=True)
class Book:
    """What of the lawbook the goods are read with."""

    entries: Mapping[str, Entry]
    classes: Mapping[str, GoodsClass]


def book(lawbook: Lawbook) -> Book:
    """The entries and classes of the lawbook by id."""
    return Book({entry.id: entry for entry in lawbook.entries}, lawbook.classes)


def hs6(code: str) -> str:
    """The first six digits of a commodity code, "" when it has fewer.

    >>> hs6("6907.21.90"), hs6("69")
    ('690721', '')
    """
    digits = re.sub(r"\D", "", code)
    return digits[:6] if len(digits) >= 6 else ""


def _evidence(text: str) -> Mapping[str, Any]:
    try:
        value = orjson.loads(text or "{}")
    except orjson.JSONDecodeError:
        return {}
    return value if isinstance(value, dict) else {}


def _candidate(match: Row, held: Book) -> dict[str, Any]:
    entry = held.entries.get(match["entry"])
    evidence = _evidence(match["evidence"])
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
        "hs_chapters": tuple(sorted(chapters)),
        "near": tuple(evidence.get("near") or ()),
        "cover": evidence.get("cover") or {},
        "score": match["score"],
    }


def _item(item: Item, matches: Sequence[Row], held: Book) -> dict[str, Any]:
    found: dict[str, Any] = {
        "line": item.line,
        "description": item.description,
        "unit": item.quantity_unit,
        "currency": item.currency.upper(),
        "candidates": tuple(_candidate(match, held) for match in matches if match["entry"]),
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


def items(
    filed: Sequence[Item], matches: Mapping[int, Sequence[Row]], held: Book
) -> tuple[dict[str, Any], ...]:
    """One mapping an item: what it is filed as, and the entries that could be about it."""
    return tuple(_item(item, matches.get(item.row, ()), held) for item in filed)
