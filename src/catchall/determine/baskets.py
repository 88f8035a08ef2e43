"""Goods that together point to one controlled product. In: lines of trade; out: baskets.

A set is data of the lawbook at the level of public control lists: the names and CAS numbers of
its members, each with its weight. A basket is filled when the different
members that one user receives within the window weigh enough together.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from functools import lru_cache
from typing import Any

from catchall.determine.traded import Line
from catchall.text.normal import fold

SHOWN = 10
Seen = tuple[date | None, str, str]  # day, shipment, member


@lru_cache(maxsize=256)
def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    folded = sorted({fold(word) for word in words}, key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, folded))})\b")


class _Finder:
    """Which members of which sets a description names; each description is read once."""

    def __init__(self, sets: Sequence[Mapping[str, Any]]) -> None:
        self._known: dict[str, list[tuple[str, str]]] = {}
        self._members = [
            (one["id"], member["name"], _pattern(tuple(member["words"])))
            for one in sets
            for member in one["members"]
        ]
        everything = [
            word for one in sets for member in one["members"] for word in member["words"]
        ]
        self._any = _pattern(tuple(everything))

    def __call__(self, description: str) -> list[tuple[str, str]]:
        if description not in self._known:
            text = fold(description)
            hit = self._any.search(text) is not None
            found = [
                (one, name) for one, name, pattern in self._members if pattern.search(text)
            ]
            self._known[description] = found if hit else []
        return self._known[description]


def _windows(seen: Sequence[Seen], days: int) -> Iterator[Sequence[Seen]]:
    """What was seen within so many days, for each last day; and within each shipment alone."""
    dated = sorted((day, one, member) for day, one, member in seen if day is not None)
    begin, window = 0, timedelta(days=days)
    for end, (day, _, _) in enumerate(dated):
        while day - dated[begin][0] > window:
            begin += 1
        yield list(dated[begin : end + 1])
    alone: dict[str, list[Seen]] = {}
    for entry in seen:
        alone.setdefault(entry[1], []).append(entry)
    yield from alone.values()


def _weight(run: Sequence[Seen], one: Mapping[str, Any]) -> float:
    """How much the different members of the run weigh together."""
    held = {member for _, _, member in run}
    return float(sum(member["weight"] for member in one["members"] if member["name"] in held))


def _told(run: Sequence[Seen], one: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "set": one["id"],
        "title": one["title"],
        "members": sorted({member for _, _, member in run}),
        "shipments": sorted({shipment for _, shipment, _ in run})[:SHOWN],
    }


def filled(lines: Iterable[Line], value: Mapping[str, Any]) -> dict[str, list[dict[str, Any]]]:
    """The baskets that each shipment helps to fill; ``[]`` where none is."""
    finder = _Finder(value["sets"])
    found: dict[str, dict[str, dict[str, Any]]] = {}
    seen: dict[tuple[str, str], list[Seen]] = {}
    for line in lines:
        found.setdefault(line.shipment, {})
        for one, member in finder(line.description):
            user = line.user or f"shipment {line.shipment}"
            seen.setdefault((user, one), []).append((line.day, line.shipment, member))
    sets = {one["id"]: one for one in value["sets"]}
    for (_, name), entries in seen.items():
        for run in _windows(entries, value["days"]):
            if _weight(run, sets[name]) >= sets[name]["reach"]:
                for _, shipment, _ in run:
                    found[shipment][name] = _told(run, sets[name])
    return {shipment: list(held.values()) for shipment, held in found.items()}
