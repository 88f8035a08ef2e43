"""The table of units against pint."""

from itertools import combinations

import pytest

from catchall.law import units
from catchall.law.unit_table import HEAT, TABLE

ONE_DIMENSION = (  # pint converts them, a list never means that
    {"angle", "share", "level", "beam"},
    {"frequency", "turning", "activity", "data rate"},
    {"length", "unbalance"},
    {"mass", "atomic mass"},
    {"pressure", "heat in volume"},
    {"speed", "specific impulse", "wear"},
    {"acceleration", "specific force"},
)


@pytest.mark.parametrize("unit", sorted(TABLE))
def test_every_row_is_what_pint_says(unit):
    kind, worth = TABLE[unit]
    first = next(one for one, (other, _) in TABLE.items() if other == kind)
    assert units._by_pint(unit, first) == (worth / TABLE[first][1], 0)


@pytest.mark.parametrize("pair", list(combinations(HEAT, 2)))
def test_temperatures_are_what_pint_says(pair):
    assert units.linear(*pair) == units._by_pint(*pair)
    assert units.linear(pair[0], "mm") is None


def test_kinds_that_stand_apart_cannot_be_converted():
    firsts = {}
    for unit, (kind, _) in TABLE.items():
        firsts.setdefault(kind, unit)
    for (one, first), (other, second) in combinations(firsts.items(), 2):
        assert units.linear(first, second) is None
        if not any({one, other} <= same for same in ONE_DIMENSION):
            assert units._by_pint(first, second) is None, (first, second)
