"""Range traded against payload. In: a curve or stated figures; out: what a system can do.

The regime counts the longest range that trading can give, and asks whether a payload is carried
over a range at any way of loading. A curve (parameter ``range_payload_curve``, or pairs in the
text) is read; without one the stated figures bound the answer, and near a limit the answer is
left open. No limit of any list stands here: the name of a characteristic says which payload it
asks about (``range_with_payload_500_kg``).
"""

import re
from collections.abc import Callable
from fractions import Fraction
from itertools import pairwise
from math import inf
from typing import Any

from catchall.classify import numbers
from catchall.classify.goods import Goods
from catchall.classify.numbers import Bound, Measured
from catchall.classify.words import fold

Get = Callable[[str], Measured | None]
Curve = tuple[tuple[Fraction, Fraction], ...]
CURVE = "range_payload_curve"
_ASKED = re.compile(r"range_with_payload_(\d+)_kg")
_SIZE = re.compile(r"(?<![\w.,-])(\d+(?:[.,]\d+)?)\s*(kg|km)\b")
_ABOUT = re.compile(r"payload|warhead")
# Published figures are often for another payload or profile: within 20 % they settle nothing.
_SHORT = Fraction(4, 5)
_PAIR = 2
_POINTS = 2  # one point is no curve


def _point(pair: Any) -> tuple[Fraction, Fraction] | None:
    """One [payload in kg, range in km], plain numbers or with their units."""
    if not isinstance(pair, (list, tuple)) or len(pair) != _PAIR:
        return None
    found = []
    for value, unit in zip(pair, ("kg", "km"), strict=True):
        read = numbers.read(value)
        fitted = read if read is None or not read.unit else read.to(unit)
        if fitted is None or fitted.low != fitted.high or fitted.low < 0:
            return None
        found.append(Fraction(fitted.low))
    return found[0], found[1]


def _checked(points: list[tuple[Fraction, Fraction]]) -> Curve:
    """By payload; empty when it is no curve: one point, or more range with more payload."""
    ordered = sorted(points)
    falls = all(one[0] < two[0] and one[1] >= two[1] for one, two in pairwise(ordered))
    return tuple(ordered) if len(ordered) >= _POINTS and falls else ()


def _given(raw: Any) -> Curve:
    points = [_point(pair) for pair in raw] if isinstance(raw, (list, tuple)) else []
    kept = [point for point in points if point is not None]
    return _checked(kept) if len(kept) == len(points) else ()


def _stated(goods: Goods) -> Curve:
    """Pairs in the text ("500 kg to 280 km, 300 kg to 350 km"); other sizes: none."""
    words = fold(goods.text)
    sizes = [(unit, Fraction(size.replace(",", "."))) for size, unit in _SIZE.findall(words)]
    pairs = [dict(sizes[at : at + _PAIR]) for at in range(0, len(sizes), _PAIR)]
    if not _ABOUT.search(words) or any(len(pair) != _PAIR for pair in pairs):
        return ()
    return _checked([(pair["kg"], pair["km"]) for pair in pairs])


def curve(goods: Goods) -> Curve:
    """The range-payload curve of the goods, kilograms and kilometres, lightest first; or ()."""
    return _given(goods.params.get(CURVE)) or _stated(goods)


def range_at(points: Curve, payload: Fraction) -> tuple[Bound, Bound]:
    """Between what does the longest range with at least this payload lie? Kilometres.

    Between two points the low end is the straight line and the high end the range of the
    lighter one. Beyond the heaviest point the range is at most that point's; a payload far
    beyond it is not carried.

    >>> curve = ((Fraction(0), Fraction(400)), (Fraction(400), Fraction(300)))
    >>> [float(end) for end in range_at(curve, Fraction(200))]
    [350.0, 400.0]
    >>> [float(end) for end in range_at(curve, Fraction(450))]
    [0.0, 300.0]
    >>> [float(end) for end in range_at(curve, Fraction(600))]
    [0.0, 0.0]
    """
    heaviest, least = points[-1]
    if payload > heaviest:
        near = heaviest >= payload * _SHORT
        return Fraction(0), least if near else Fraction(0)
    if payload < points[0][0]:
        return points[0][1], inf
    (light, far), (heavy, less) = next(
        pair for pair in pairwise(points) if payload <= pair[1][0]
    )
    line = far + (less - far) * (payload - light) / (heavy - light)
    return line, less if payload == heavy else far


def _unloaded(points: Curve) -> tuple[Bound, Bound]:
    """The longest range; with no point at payload 0 a lighter load may go farther."""
    (light, far), *_ = points
    return far, far if light == 0 else far / _SHORT


def _traded(get: Get, goods: Goods) -> Measured | None:
    """The longest range: of the curve, else the stated one and what a margin allows."""
    if points := curve(goods):
        return Measured(*_unloaded(points), "km", f"{CURVE} given")
    stated = get("range_max")
    if stated is None:
        return None
    words = f"{stated.words}, at a payload not known to give the longest range"
    return Measured(stated.low, stated.high / _SHORT, "km", words)


def _bounded(get: Get, payload: Fraction) -> Measured | None:
    """What stated range and payload allow: range falls at most as payload grows.

    A payload short of the one asked by 20 % or less is near it. Beyond that, and above it,
    range times payload stays within the same margin: a screening bound, wide for rockets and
    aircraft alike, never a design figure.
    """
    far, load = get("range_max"), get("payload_max")
    if far is None or load is None:
        return None
    most = Fraction(load.high) / payload if load.high != inf else inf
    share = most / _SHORT if most < _SHORT else max(most, Fraction(1))
    low: Bound = far.low if load.low >= payload else Fraction(0)
    high: Bound = inf if inf in {far.high, share} else far.high / _SHORT * share
    words = f"{far.words} with {load.words}, no curve given"
    return Measured(low, max(low, high), "km", words)


def rule(name: str) -> Callable[[Get, Goods], Measured | None] | None:
    """How a characteristic of a complete system follows from range and payload, or None."""
    if name == "traded_range":
        return _traded
    asked = _ASKED.fullmatch(name)
    if asked is None:
        return None
    payload = Fraction(asked[1])

    def made(get: Get, goods: Goods) -> Measured | None:
        points = curve(goods)
        if not points:
            return _bounded(get, payload)
        return Measured(*range_at(points, payload), "km", f"{CURVE} given")

    return made
