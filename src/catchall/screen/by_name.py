"""Names against one list: the best listed name of every record, and how the score is judged.

In: names to look up and an opened index. Out: ``NameHit``s in numbers; the words are made in
``wording``. A country that differs lowers a score; it never brings a match below the threshold.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from catchall.names.index import WEAK, Index
from catchall.names.packed import Packed
from catchall.names.parts import parse
from catchall.names.retrieve import best
from catchall.names.score import score_packed
from catchall.screen.model import Asked

CANDIDATES = 50
"""Listed names compared with each reading of a name, at most."""
FLOOR = 0.5
"""Likeness from which a name below the threshold is kept for the record."""
COUNTRY_DIFFERS, BORN_DIFFERS = 0.03, 0.05
"""What is taken off for another country, and for another year of birth: no match is cleared."""
WEAK_ALIAS = 0.1
"""What is taken off for an alias that the list calls weak, unless it matches exactly."""
EXACT = 0.99
OTHER_KIND = 0.15
"""What is taken off when only one of party and record is a ship or an aircraft."""
FIRM_NO_THING = 0.22
"""The same where the party's name has a firm's legal form: LLC is no part of a ship's name."""
_THINGS = frozenset({"Vessel", "Airplane"})
_YEAR = re.compile(r"(?<!\d)(1[89]\d\d|20\d\d)(?!\d)")
_YEARS_APART = 1  # a year of birth is often an estimate, or counted otherwise


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
    born: str = "unknown"


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


def born_relation(party: str, listed: Sequence[str]) -> str:
    """How do the years of birth stand: ``agrees``, ``differs`` or ``unknown``?

    ``listed`` are dates as filed; a year more or less agrees.

    >>> born_relation("1961", ["circa 1962"]), born_relation("1961", ["14 Mar 1970"])
    ('agrees', 'differs')
    """
    years = [int(year) for text in listed for year in _YEAR.findall(text)]
    mine = _YEAR.search(party)
    if not mine or not years:
        return "unknown"
    near = any(abs(int(mine[0]) - year) <= _YEARS_APART for year in years)
    return "agrees" if near else "differs"


def _judged(name_only: float, taken_off: float, lowered_by: float, threshold: float) -> float:
    """The score after kinds, countries and dates: the last two alone never clear a match."""
    value = name_only - taken_off
    if lowered_by:
        lowered = value - lowered_by
        value = max(lowered, threshold) if value >= threshold else lowered
    return round(max(value, 0.0), 4)


def _kind_cost(asked: str, listed: str, *, firm: bool) -> float:
    if listed == "LegalEntity" or (listed in _THINGS) == (asked in _THINGS):
        return 0.0
    return FIRM_NO_THING if firm and listed in _THINGS else OTHER_KIND


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
        row, at = int(self._rows[name]), int(self._at[name])
        relation = country_relation(asked.country, self._countries[row])
        born = born_relation(asked.born, self._births(row) if asked.born else ())
        cost = _kind_cost(asked.schema, self._schemas[row], firm=_is_firm(asked.name))
        if int(self._kinds[name]) & WEAK and value < EXACT:
            cost += WEAK_ALIAS
        lowered_by = COUNTRY_DIFFERS * (relation == "differs")
        lowered_by += BORN_DIFFERS * (born == "differs")
        judged = _judged(value, cost, lowered_by, self.rules.threshold)
        return NameHit(row, at, reading, judged, round(value, 4), 0, relation, born)

    def _births(self, row: int) -> list[str]:
        dates = self.index.table["dates"][row].as_py()
        return [one["value"] for one in dates if one["kind"] == "birth"]

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
            replace(hit, others=len(matching.get(hit.row, set()) - {hit.name_at}))
            for hit in best.values()
        ]
        return sorted(counted, key=lambda hit: (-hit.score, hit.row, hit.name_at))


@lru_cache(maxsize=4096)
def _is_firm(name: str) -> bool:
    """Does the name carry a firm's legal form?"""
    return bool(parse(name).forms)


def _rank(hit: NameHit) -> tuple[float, float, int, int]:
    return (-hit.score, -hit.name_only, hit.name_at, hit.reading)
