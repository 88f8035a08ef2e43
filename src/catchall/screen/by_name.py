"""Names against one list: the best listed name of every record, and how the score is judged.

In: names to look up and an opened index. Out: ``NameHit``s in numbers; the words are made in
``wording``. A country that differs lowers a score; it never brings a match below the threshold.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from catchall.names.index import WEAK, Index
from catchall.names.packed import Packed
from catchall.names.retrieve import best
from catchall.names.score import score_packed
from catchall.screen.model import Asked

CANDIDATES = 32
"""Listed names compared with each reading of a name, at most."""
FLOOR = 0.5
"""Likeness from which a name below the threshold is kept for the record."""
COUNTRY_DIFFERS = 0.03
WEAK_ALIAS = 0.1
"""What is taken off for an alias that the list calls weak, unless it matches exactly."""
EXACT = 0.99
OTHER_KIND = 0.15
"""What is taken off when only one of party and record is a ship or an aircraft."""
_THINGS = frozenset({"Vessel", "Airplane"})


@dataclass(frozen=True)
class NameHit:
    """The best listed name of one record for one party, in numbers.

    ``name_only`` is the likeness of the names alone; ``others`` counts further names of the
    record at or above the threshold.
    """

    row: int
    name_at: int
    reading: int
    score: float
    name_only: float
    others: int
    country: str


class Near(NamedTuple):
    """A listed name near a reading: the number of each, and how alike they are."""

    reading: int
    name: int
    score: float


@dataclass(frozen=True)
class Rules:
    """How hits are chosen: the threshold, and how many a list and party at most."""

    threshold: float
    most: int


@dataclass(frozen=True)
class Found:
    """The hits of one party on one list: matches best first, how many more, the best below."""

    matches: tuple[NameHit, ...]
    more: int
    below: NameHit | None


NOTHING = Found((), 0, None)


def country_relation(party: str, listed: Sequence[str]) -> str:
    """How do the countries stand: ``agrees``, ``differs`` or ``unknown``?

    >>> country_relation("TR", ["IR", "TR"]), country_relation("", ["IR"])
    ('agrees', 'unknown')
    """
    if not party or not listed:
        return "unknown"
    return "agrees" if party in listed else "differs"


def _judged(name_only: float, taken_off: float, *, differs: bool, threshold: float) -> float:
    """The score after kinds and countries: the country alone never clears a match."""
    value = name_only - taken_off
    if differs:
        lowered = value - COUNTRY_DIFFERS
        value = max(lowered, threshold) if value >= threshold else lowered
    return round(max(value, 0.0), 4)


def _kind_cost(asked: str, listed: str, name_kind: int, name_only: float) -> float:
    cost = WEAK_ALIAS if name_kind & WEAK and name_only < EXACT else 0.0
    if listed != "LegalEntity" and (listed in _THINGS) != (asked in _THINGS):
        cost += OTHER_KIND
    return cost


class Looker:
    """Looks names up in one list; holds the columns it needs of it, and nothing else."""

    def __init__(self, index: Index, rules: Rules) -> None:
        self.index, self.rules = index, rules
        self._schemas: list[str] = index.table["schema"].to_pylist()
        self._countries: list[list[str]] = index.table["countries"].to_pylist()
        self._rows: NDArray[Any] = index.arrays["name_row"]
        self._kinds: NDArray[Any] = index.arrays["name_kind"]
        self._at: NDArray[Any] = index.arrays["name_at"]

    def near(self, readings: Packed) -> list[Near]:
        """The listed names near each reading that has any, in the order of the readings."""
        ids = best(self.index.postings, readings, CANDIDATES)
        least = min(self.rules.threshold, FLOOR)
        scores = score_packed(readings, self.index.names, ids, least=least)
        places = np.nonzero(scores >= least)
        found = zip(*places, ids[places].tolist(), scores[places].tolist(), strict=True)
        return [Near(int(reading), name, score) for reading, _, name, score in found]

    def find(self, asked: Asked, near: Sequence[Near]) -> Found:
        """The hits of one party, from what is near its readings."""
        if not near:
            return NOTHING
        hits = self._best_of_records(asked, near)
        matches = [hit for hit in hits if hit.score >= self.rules.threshold]
        below = next((hit for hit in hits if hit.score < self.rules.threshold), None)
        most = self.rules.most
        return Found(tuple(matches[:most]), max(len(matches) - most, 0), below)

    def _hit(self, asked: Asked, near: Near) -> NameHit:
        reading, name, value = near
        row = int(self._rows[name])
        relation = country_relation(asked.country, self._countries[row])
        cost = _kind_cost(asked.schema, self._schemas[row], int(self._kinds[name]), value)
        judged = _judged(
            value, cost, differs=relation == "differs", threshold=self.rules.threshold
        )
        at = int(self._at[name])
        return NameHit(row, at, reading, judged, round(value, 4), 0, relation)

    def _best_of_records(self, asked: Asked, near: Sequence[Near]) -> list[NameHit]:
        """One hit a record, its best name; in the order score, record, name."""
        best: dict[int, NameHit] = {}
        matching: dict[int, set[int]] = {}
        for one in near:
            hit = self._hit(asked, one)
            if hit.score >= self.rules.threshold:
                matching.setdefault(hit.row, set()).add(hit.name_at)
            held = best.get(hit.row)
            if held is None or _rank(hit) < _rank(held):
                best[hit.row] = hit
        counted = [
            NameHit(
                hit.row, hit.name_at, hit.reading, hit.score, hit.name_only,
                len(matching.get(hit.row, set()) - {hit.name_at}), hit.country,
            )
            for hit in best.values()
        ]  # fmt: skip
        return sorted(counted, key=lambda hit: (-hit.score, hit.row, hit.name_at))


def _rank(hit: NameHit) -> tuple[float, float, int, int]:
    return (-hit.score, -hit.name_only, hit.name_at, hit.reading)
