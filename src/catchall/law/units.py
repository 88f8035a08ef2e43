"""Units as the lawbook writes them. In: unit names; out: exact conversions between them.

Exact fractions, so that a value on a limit stays on it after conversion; the units met most
stand in ``unit_table``, all others are pint's.
``class`` and ``count`` are plain numbers; ``wt%`` and ``vol%`` never convert into each other.
"""

from fractions import Fraction
from functools import cache

import pint

from catchall.law.unit_table import HEAT, NO_KIND, TABLE

PLAIN = frozenset({"class", "count"})
SHARES = frozenset({"wt%", "vol%"})
_HELD = TABLE.keys() | HEAT.keys()
_STARTS = frozenset("%°µ")  # besides letters


@cache
def _registry() -> "pint.UnitRegistry[Fraction]":
    return pint.UnitRegistry(non_int_type=Fraction)


@cache
def known(unit: str) -> bool:
    """Is this a unit a test may be written in?

    One that does not start with a letter, %, ° or µ is refused: pint reads ",1 mm" as mm.

    >>> known("g/cm**3"), known("furlongish"), known(",1 mm")
    (True, False, False)
    """
    if unit in PLAIN or unit in SHARES or unit in _HELD:
        return True
    if "," in unit or not (unit[:1].isalpha() or unit[:1] in _STARTS):
        return False
    try:
        _registry().parse_units(unit)
    except (pint.PintError, ValueError, TypeError, AttributeError, SyntaxError):
        return False
    return True


@cache
def linear(given: str, wanted: str) -> tuple[Fraction, Fraction] | None:
    """Factor and offset from one unit to the other; None when they measure different things.

    >>> linear("GPa", "MPa")
    (Fraction(1000, 1), Fraction(0, 1))
    >>> linear("kg", "MPa") is None
    True
    """
    if given == wanted:
        return Fraction(1), Fraction(0)
    special = PLAIN | SHARES
    if given in special or wanted in special:
        return None
    if given in _HELD and wanted in _HELD:
        return _by_table(given, wanted)
    return _by_pint(given, wanted)


def _by_table(given: str, wanted: str) -> tuple[Fraction, Fraction] | None:
    if given in HEAT and wanted in HEAT:
        return _of_heat(given, wanted)
    (kind, worth), (other, least) = (TABLE.get(one, NO_KIND) for one in (given, wanted))
    return (worth / least, Fraction(0)) if kind == other else None


def _of_heat(given: str, wanted: str) -> tuple[Fraction, Fraction]:
    """Temperatures: a worth and where the zero lies, both in kelvin."""
    (worth, zero), (least, other) = HEAT[given], HEAT[wanted]
    return worth / least, (zero - other) / least


def _by_pint(given: str, wanted: str) -> tuple[Fraction, Fraction] | None:
    if not (known(given) and known(wanted)):
        return None
    registry = _registry()
    try:
        zero = Fraction(registry.Quantity(Fraction(0), given).to(wanted).magnitude)
        one = Fraction(registry.Quantity(Fraction(1), given).to(wanted).magnitude)
    except pint.DimensionalityError:
        return None
    return one - zero, zero
