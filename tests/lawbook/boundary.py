"""Boundary cases made from the lawbook, and a tiny evaluator of its own to judge them.

In: a lawbook. Out: cases (an entry, parameters, the verdict wanted). Nothing here uses the
engine's conversions, comparisons or trees: only the records of the lawbook.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from itertools import combinations
from typing import Any

from catchall.law.model import Entry, Group, Lawbook, Node, Test, Version

TEN = Fraction(10)
UNITS = {  # what a unit is worth in the first of its kind
    "length": {
        "m": 1,
        "mm": TEN**-3,
        "cm": TEN**-2,
        "um": TEN**-6,
        "km": TEN**3,
        "nm": TEN**-9,
    },
    "pressure": {"Pa": 1, "kPa": TEN**3, "MPa": TEN**6, "GPa": TEN**9, "bar": TEN**5},
    "mass": {"kg": 1, "g": TEN**-3, "tonne": TEN**3, "mg": TEN**-6},
    "frequency": {"Hz": 1, "kHz": TEN**3, "MHz": TEN**6, "GHz": TEN**9},
    "force": {"N": 1, "kN": TEN**3},
    "power": {"W": 1, "kW": TEN**3, "MW": TEN**6, "mW": TEN**-3},
    "voltage": {"V": 1, "kV": TEN**3},
    "current": {"A": 1, "kA": TEN**3, "mA": TEN**-3},
    "time": {
        "s": 1,
        "ms": TEN**-3,
        "us": TEN**-6,
        "ns": TEN**-9,
        "ps": TEN**-12,
        "hour": 3600,
        "minute": 60,
    },
    "impulse": {"N*s": 1, "kN*s": TEN**3, "MN*s": TEN**6},
    "volume": {"m**3": 1, "L": TEN**-3, "mL": TEN**-6, "cm**3": TEN**-6},
    "density": {"kg/m**3": 1, "g/cm**3": TEN**3},
    "acceleration": {"g_n": 1, "ug_n": TEN**-6, "mg_n": TEN**-3},
    "energy": {"J": 1, "kJ": TEN**3, "mJ": TEN**-3},
    "particle": {"keV": 1, "MeV": TEN**3},
    "speed": {"m/s": 1, "km/s": TEN**3},
    "capacity": {"uF": 1, "nF": TEN**-3},
}
KIND_OF = {unit: kind for kind, units in UNITS.items() for unit in units}
DERIVED = frozenset(
    {
        "specific_modulus", "specific_tensile_strength", "block_a", "block_b", "block_c",
        "cylinder_d", "tube_id", "wall", "length", "thickness_or_wall", "sheet_w", "sheet_t",
        "max_linear_dim",
    }
)  # fmt: skip
WHOLE = frozenset({"class", "count"})
MOST_SUBSETS = 4  # characteristics of an entry whose every unknown subset is tried


@dataclass(frozen=True)
class Trial:
    """Parameters put to an entry, and the verdict that must come out."""

    entry: Entry
    params: dict[str, Any]
    wanted: str


def leaves(node: Node) -> Iterator[Any]:
    """Every leaf of a condition."""
    if isinstance(node, Group):
        for part in node.parts:
            yield from leaves(part)
    else:
        yield node


def tests(version: Version) -> list[Test]:
    """The technical tests of a version, exclusions too."""
    nodes = (version.when, *version.exclusions)
    return [
        leaf
        for node in nodes
        if node is not None
        for leaf in leaves(node)
        if isinstance(leaf, Test)
    ]


def _base(value: Any, unit: str) -> Fraction:
    factor = UNITS[KIND_OF[unit]][unit] if unit in KIND_OF else 1
    return Fraction(str(value)) * factor


def _holds(test: Test, known: Any) -> bool:
    if isinstance(test.value, bool):
        return known is test.value
    if not test.unit and test.comparison in {"in", "intersects", "matches"}:
        wanted = test.value if isinstance(test.value, tuple) else (test.value,)
        return known in wanted
    if isinstance(known, str):
        return known == test.value
    limits = test.value if isinstance(test.value, tuple) else (test.value,)
    low, high = (_base(limit, test.unit) for limit in (limits[0], limits[-1]))
    return {
        "<": known < low,
        "<=": known <= low,
        ">": known > low,
        ">=": known >= low,
        "==": known == low,
        "between": low <= known <= high,
        "between_ho": low <= known < high,
    }[test.comparison]


def truth(node: Node, known: dict[str, Any]) -> bool | None:
    """Does the condition hold: yes, no, or None when it is not known?"""
    if isinstance(node, Group):
        parts = [truth(part, known) for part in node.parts]
        ends = node.op == "any"  # one such part ends the question
        return ends if ends in parts else None if None in parts else not ends
    if isinstance(node, Test):
        name = node.characteristic
        return _holds(node, known[name]) if name in known else None
    # another entry is not met by goods of which only this kind is said; the rest is a person's
    return False if type(node).__name__ == "Excepted" else None


def _open(node: Node, known: dict[str, Any]) -> list[Any]:
    if isinstance(node, Group):
        still = [part for part in node.parts if truth(part, known) is None]
        return [leaf for part in still for leaf in _open(part, known)]
    return [node]


def verdict(version: Version, known: dict[str, Any]) -> str:
    """The verdict on goods of the kind of which just this is known."""
    when, out = truth(version.when, known), truth(Group("any", version.exclusions), known)
    if when is False or out is True:
        return "fails"
    if when is True:  # an exclusion takes goods off only once it is shown
        return "meets"
    human_only = _open(version.when, known)
    human = all(type(leaf).__name__ == "Judged" for leaf in human_only)
    return "judge" if human else "unknown"


def _finite(value: Fraction) -> bool:
    """Can it be written out as a decimal?"""
    below = Fraction(value).denominator
    for prime in (2, 5):
        while below % prime == 0:
            below //= prime
    return below == 1


def _written(value: Fraction, unit: str) -> str:
    exact = value.limit_denominator(10**18)
    places = 0
    while (exact * 10**places).denominator != 1 and places < 30:
        places += 1
    digits = f"{abs(int(exact * 10**places)):0{places + 1}d}"
    shown = f"{digits[:-places]}.{digits[-places:]}" if places else digits
    return f"{'-' if exact < 0 else ''}{shown} {unit}".strip()


def _around(test: Test) -> Iterator[tuple[str, Fraction, str]]:
    """Just below, at and just above each limit, in every unit of its kind."""
    limits = test.value if isinstance(test.value, tuple) else (test.value,)
    kinds = UNITS[KIND_OF[test.unit]] if test.unit in KIND_OF else {test.unit: 1}
    own = kinds[test.unit]
    for limit in limits:
        exact = Fraction(str(limit))
        for step in (-1, 0, 1):
            least = max(abs(exact), Fraction(1, 10)) / 1000
            value = exact + step * (1 if test.unit in WHOLE else least)
            for unit, worth in kinds.items() if value >= 0 else ():
                if _finite(value * own / worth):
                    yield test.characteristic, value * own, _written(value * own / worth, unit)


def _numeric(test: Test) -> bool:
    values = test.value if isinstance(test.value, tuple) else (test.value,)
    return all(isinstance(v, (int, float)) and not isinstance(v, bool) for v in values)


def _sets(book: Lawbook, version: Version) -> dict[str, tuple[Any, Any]]:
    """For each characteristic a value that meets its first test: as known, and as filed."""
    made: dict[str, tuple[Any, Any]] = {}
    for test in tests(version):
        if test.characteristic in made or test.characteristic == "cas":
            continue
        value = test.value[0] if isinstance(test.value, tuple) else test.value
        if isinstance(value, bool):
            made[test.characteristic] = value, "yes" if value else "no"
        elif _numeric(test):
            around = [one for one in _around(test) if _holds(test, one[1])]
            made |= {name: (value, filed) for name, value, filed in around[:1]}
        elif value in book.characteristics[test.characteristic].words:
            made[test.characteristic] = value, value
    return made


def _possible(book: Lawbook, name: str, value: Any) -> bool:
    about = book.characteristics[name]
    if about.kind != "number":
        return True
    return name not in DERIVED and value >= _base(about.min, about.unit) and not about.none


def trials(book: Lawbook, day: date) -> Iterator[Trial]:
    """Every limit from three sides in every unit, and every unknown subset of few facts."""
    for entry in book.entries:
        held = [v for v in entry.versions if v.start <= day and (v.end is None or day < v.end)]
        if not held or held[0].when is None:
            continue
        version = held[0]
        if any(test.characteristic in DERIVED | {"cas"} for test in tests(version)):
            continue
        for test in filter(_numeric, tests(version)):
            for name, value, filed in _around(test):
                if _possible(book, name, value):
                    yield Trial(entry, {name: filed}, verdict(version, {name: value}))
        yield from _subsets(book, entry, version)


def _subsets(book: Lawbook, entry: Entry, version: Version) -> Iterator[Trial]:
    sets = {n: v for n, v in _sets(book, version).items() if _possible(book, n, v[0])}
    for count in range(min(len(sets), MOST_SUBSETS) + 1):
        for names in combinations(list(sets)[:MOST_SUBSETS], count):
            known = {name: sets[name][0] for name in names}
            params = {name: sets[name][1] for name in names}
            yield Trial(entry, params, verdict(version, known))
