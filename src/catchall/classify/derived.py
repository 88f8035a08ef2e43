"""Characteristics that follow from others by physics. In: values; out: a value or None.

Specific strength and modulus, and what a piece can be machined to. A bound known only from one
side is a span open on the other. No limit of any list stands here.
"""

import re
from collections.abc import Callable
from fractions import Fraction
from math import inf

from catchall.classify import tradeoff
from catchall.classify.goods import Goods
from catchall.classify.numbers import Measured, readings
from catchall.classify.unit_words import PATTERN, unit_of
from catchall.classify.words import fold

Get = Callable[[str], Measured | None]
_NUM = r"(\d+(?:[.,]\d+)?)"
_BY = rf"\s*({PATTERN})?\s*[x*]\s*"
_SIDES = re.compile(rf"(?<![\w.,]){_NUM}{_BY}{_NUM}(?:{_BY}{_NUM})?\s*({PATTERN})")
_LENGTHS = ("outer_d", "cylinder_d", "length", "tube_id", "wall", "thickness_or_wall", "width")


def _ratio(get: Get, top: str, unit: str) -> Measured | None:
    """Strength or modulus over density and gravity, in metres."""
    upper, density, gravity = (
        get(top),
        get("fibre_density"),
        Measured(Fraction(1), Fraction(1), "g_n").to("m/s**2"),
    )
    pressure = upper.to("Pa") if upper else None
    weight = density.to("kg/m**3") if density else None
    if (
        pressure is None
        or weight is None
        or gravity is None
        or min(weight.low, weight.high) <= 0
    ):
        return None
    low, high = (
        pressure.low / (weight.high * gravity.low),
        pressure.high / (weight.low * gravity.low),
    )
    return Measured(low, high, unit, f"{upper.words if upper else ''} over density and gravity")


def sides(text: str) -> tuple[Measured, ...]:
    """The sides of a piece ("120 x 120 x 50 mm"), largest first, in mm; one statement only.

    >>> [float(side.low) for side in sides("block 50 x 120 x 12,5 cm")]
    [1200.0, 500.0, 125.0]
    """
    found = list(_SIDES.finditer(fold(text)))
    if len(found) != 1:
        return ()
    first, unit_1, second, unit_2, third, last = found[0].groups()
    pairs = [(first, unit_1), (second, unit_2), (third, None)]
    made = [
        Measured(min(readings(n)), max(readings(n)), unit_of(unit or last), found[0][0]).to(
            "mm"
        )
        for n, unit in pairs
        if n
    ]
    kept = [side for side in made if side is not None]
    return (
        tuple(sorted(kept, key=lambda side: side.low, reverse=True))
        if len(kept) == len(made)
        else ()
    )


def _side(goods: Goods, at: int) -> Measured | None:
    found = sides(goods.text)
    return found[at] if len(found) == 3 else None  # noqa: PLR2004  # a block has three


def _up_to(most: Measured | None, share: Fraction = Fraction(1)) -> Measured | None:
    if most is None:
        return None
    return Measured(Fraction(0), most.high * share, most.unit, f"at most, from {most.words}")


def _block(get: Get, goods: Goods, at: int) -> Measured | None:
    """A side of the block, else what a round bar leaves for one."""
    return _side(goods, at) or (_up_to(get("cylinder_d")) if at else None)


def _longest(get: Get, goods: Goods) -> Measured | None:
    given = [value.to("mm") for value in map(get, _LENGTHS) if value is not None]
    stated = [number.to("mm") for number in goods.numbers]
    lows = [m.low for m in (*given, *stated, *sides(goods.text)) if m is not None and m.low > 0]
    return Measured(max(lows), inf, "mm", "at least, from the sizes given") if lows else None


def _sheet(goods: Goods, at: int) -> Measured | None:
    found = sides(goods.text)
    formed = any(find.mark.role == "=sheet" for find in goods.found.get("fact:form", ()))
    return found[at] if formed and found else None


_DERIVED: dict[str, Callable[[Get, Goods], Measured | None]] = {
    "specific_modulus": lambda get, goods: _ratio(get, "fibre_modulus", "m"),
    "specific_tensile_strength": lambda get, goods: _ratio(get, "fibre_strength", "m"),
    "block_a": lambda get, goods: _block(get, goods, 0),
    "block_b": lambda get, goods: _block(get, goods, 1),
    "block_c": lambda get, goods: _block(get, goods, 2),
    "cylinder_d": lambda get, goods: _up_to(_side(goods, 1)),
    "tube_id": lambda get, goods: _up_to(_side(goods, 1) or get("cylinder_d")),
    "wall": lambda get, goods: _up_to(_side(goods, 1) or get("cylinder_d"), Fraction(1, 2)),
    "length": lambda get, goods: _up_to(_side(goods, 0)),
    "thickness_or_wall": lambda get, goods: get("wall") or _sheet(goods, -1),
    "sheet_w": lambda get, goods: _sheet(goods, 0),
    "sheet_t": lambda get, goods: _sheet(goods, -1),
    "max_linear_dim": _longest,
}


def derive(name: str, get: Get, goods: Goods) -> Measured | None:
    """The characteristic as it follows from others (``get``) and from sizes in the text."""
    rule = _DERIVED.get(name) or tradeoff.rule(name)
    return rule(get, goods) if rule else None
