"""Does an item fail an entry only narrowly? In: item, entry, share; out: the tests missed.

The entry's limits are widened by the share and the item is tested again. What the flag makes of
it, and how large the share is, the lawbook says.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from fractions import Fraction
from functools import lru_cache
from typing import Any

import orjson

from catchall.classify.evaluate import candidate, compare, shown
from catchall.classify.goods import Goods, take_apart
from catchall.classify.numbers import Measured
from catchall.classify.parameters import known
from catchall.classify.prepared import prepare
from catchall.dates import in_force
from catchall.law import tree, units
from catchall.law.model import Entry, Group, Lawbook, Node, Test
from catchall.records import Answer

Near = tuple[Mapping[str, Any], ...]
Finder = Callable[[str, str, str, str], Near]

_SIDES = {
    "<": (1,),
    "<=": (1,),
    ">": (-1,),
    ">=": (-1,),
    "between": (-1, 1),
    "between_ho": (-1, 1),
}
"""Which way each limit of a comparison gives way."""


def _wider(test: Test, percent: float) -> Test:
    if test.comparison not in _SIDES or not test.unit:
        return test
    limits = test.value if isinstance(test.value, tuple) else (test.value,)
    moved = tuple(
        float(limit) + side * abs(float(limit)) * percent / 100
        for limit, side in zip(limits, _SIDES[test.comparison], strict=True)
    )
    return replace(test, value=moved if len(moved) > 1 else moved[0])


def widened(node: Node, percent: float) -> Node:
    """The condition with every numeric limit moved outwards by so many percent."""
    if isinstance(node, Group):
        return Group(node.op, tuple(widened(part, percent) for part in node.parts))
    return _wider(node, percent) if isinstance(node, Test) else node


def _widened(entry: Entry, percent: float) -> Entry:
    versions = tuple(
        replace(one, when=widened(one.when, percent)) if one.when is not None else one
        for one in entry.versions
    )
    return replace(entry, versions=versions)


def _answer(value: Measured, test: Test, unit: str) -> Answer:
    line = units.linear(test.unit, unit)
    if line is None:
        return Answer.UNKNOWN
    limits = test.value if isinstance(test.value, tuple) else (test.value,)
    return compare(
        value,
        test.comparison,
        tuple(Fraction(str(limit)) * line[0] + line[1] for limit in limits),
    )


def _missed(test: Test, goods: Goods, percent: float) -> Mapping[str, Any] | None:
    """The test with the value that misses it narrowly, or None when it is not so."""
    about = goods.law.lawbook.characteristics.get(test.characteristic)
    if about is None or _wider(test, percent) is test:
        return None
    value = known(goods, about).value
    if not isinstance(value, Measured) or _answer(value, test, about.unit) is not Answer.NO:
        return None
    if _answer(value, _wider(test, percent), about.unit) is not Answer.YES:
        return None
    return {
        "characteristic": test.characteristic,
        "value": f"{float(value.low):g} {about.unit}",
        "threshold": shown(test),
    }


def finder(lawbook: Lawbook, day: date, percent: float) -> Finder:
    """A function of (text, code, parameters as JSON, entry id): the tests missed narrowly."""
    entries = {entry.id: entry for entry in lawbook.entries}
    wide = {name: _widened(entry, percent) for name, entry in entries.items()}
    law = prepare(lawbook)

    @lru_cache(maxsize=65_536)
    def find(text: str, code: str, parameters: str, name: str) -> Near:
        goods = take_apart(text, code, orjson.loads(parameters or "{}"), law)
        again = candidate(goods, wide[name], day)
        version = in_force(entries[name].versions, day)
        if again is None or again.verdict == "fails" or version is None or version.when is None:
            return ()
        tests = (leaf for leaf in tree.leaves(version.when) if isinstance(leaf, Test))
        missed = (_missed(test, goods, percent) for test in tests)
        return tuple(one for one in missed if one is not None)

    return find
