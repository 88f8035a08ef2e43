"""Numbers with units in text. In: text or a parameter; out: spans of value with their words.

A number that can be read in two ways (1,720) comes out as the span of both: it decides only
what both decide. What a number is about is not known here (``classify.parameters``).
"""

import re
from dataclasses import dataclass
from fractions import Fraction
from math import inf
from typing import Any

from catchall.classify.unit_words import PATTERN, as_cased, unit_of
from catchall.classify.words import fold
from catchall.law import units

Bound = Fraction | float
_NUM = r"\d{1,3}(?:[ ,.']\d{3})+(?:[.,]\d+)?(?!\d)|\d+(?:[.,]\d+)?(?:e[+-]?\d{1,3})?"
_LESS = ("<", "less than", "below", "under")
_MORE = (">", "more than", "above", "over", "exceeding", "beyond")
_UNDER = ("<=", "≤", "up to", "max.", "max", "maximum", *_LESS)
_OVER = (">=", "≥", "at least", "min.", "min", "minimum", *_MORE)
_HAIR = Fraction(1, 10**12)  # what is said to lie above a value does not lie on it
_SIGNS = "|".join(
    (r"\b" if word[0].isalpha() else "") + re.escape(word) for word in (*_UNDER, *_OVER)
)
_SIGN = f"(?P<sign>{_SIGNS})?"
_NUMBER = re.compile(
    rf"{_SIGN}\s*(?<![\w.,])(?P<low>-?(?:{_NUM}))"
    rf"(?:\s*(?P<lowunit>{PATTERN})?\s*(?:-|~|\.\.\.?|/|to)\s*(?P<high>{_NUM}))?"
    rf"\s?-?(?P<unit>{PATTERN})"
)
_PLAIN = re.compile(rf"\s*{_SIGN}\s*(?P<low>-?(?:{_NUM}))\s*")
_EXACT = re.compile(r"(-?\d+(?:[.,]\d+)?)\s*((?:[^\W\d_]|[%°µ℃\"])[^,]*)?")
_INCHES = re.compile(
    r"(?<![\w./,])(?:(?P<whole>\d{1,2})[ -])?(?P<top>\d{1,2})/(?P<below>2|4|8|16|32|64)"
    r"\s?-?(?:inch(?:es)?\b|in\b|\")"
)
_BORE = re.compile(r"\bdn ?(\d{1,4})\b")
_MESH = re.compile(r"(?P<sign>[-+<>]|\bminus |\bplus )?(?<![\d.])(?P<mesh>\d{1,4}) ?-?mesh\b")
_OPENINGS = {  # of test sieves in micrometres, by meshes to the inch (ISO 3310-1, ASTM E11)
    10: 2000, 12: 1700, 14: 1400, 16: 1180, 18: 1000, 20: 850, 25: 710, 30: 600, 35: 500,
    40: 425, 45: 355, 50: 300, 60: 250, 70: 212, 80: 180, 100: 150, 120: 125, 140: 106,
    170: 90, 200: 75, 230: 63, 270: 53, 325: 45, 400: 38, 450: 32, 500: 25, 600: 20, 635: 20,
    800: 15, 1000: 13, 1200: 12, 1250: 10, 1500: 9, 2000: 6, 2500: 5,
}  # fmt: skip
_ERROR = re.compile(rf"(?P<low>{_NUM}) ?\+ ?(?:\d+ ?\* ?)?l ?/ ?\d+ ?(?:um|microns?|mm)?")
_GRID = re.compile(
    r"(?<![\w.,])(?<![x*])(?<![x*] )(\d{2,5}) ?[x*] ?(\d{2,5})"
    r"(?![\d.,]| ?(?:[x*]|mm|cm|m\b|um|in))"
)
_GROUPED = re.compile(r"\d{1,3}([,.])\d{3}")


@dataclass(frozen=True)
class Measured:
    """A value between ``low`` and ``high``, both included, in ``unit``, and its words."""

    low: Bound
    high: Bound
    unit: str
    words: str = ""
    start: int = -1
    end: int = -1

    def to(self, unit: str) -> "Measured | None":
        """The same value in another unit; None when that unit measures something else."""
        given = _as_meant(self.unit, unit)
        line = units.linear(given, unit)
        if line is None:
            return None
        factor, offset = line
        low, high = self.low * factor + offset, self.high * factor + offset
        return Measured(low, high, unit, self.words, self.start, self.end)


def _as_meant(given: str, wanted: str) -> str:
    """``g`` of an acceleration is g_n, T of a field tesla; a bare percent is by weight."""
    if given in {"g", "mg", "ug"} and units.linear("g_n", wanted) is not None:
        return f"{given}_n"
    if given == "tonne" and wanted in {"T", "mT"}:
        return "T"
    return "wt%" if given == "percent" and wanted == "wt%" else given


def readings(text: str) -> tuple[Fraction, ...]:
    """What numbers can this be? Two when a comma or point may part thousands or decimals.

    >>> [float(r) for r in readings("1,72")], [float(r) for r in readings("1,720")]
    ([1.72], [1.72, 1720.0])
    >>> [float(r) for r in readings("1,234,567.5")]
    [1234567.5]
    """
    cleaned = text.replace(" ", "").replace("'", "")
    if cleaned.startswith("-"):
        return tuple(-value for value in readings(cleaned[1:]))
    if _GROUPED.fullmatch(cleaned) and not cleaned.startswith("0"):
        plain = cleaned.replace(",", "").replace(".", "")
        return Fraction(cleaned.replace(",", ".")), Fraction(plain)
    last = max(cleaned.rfind(","), cleaned.rfind("."))
    if last < 0 or "e" in cleaned:
        return (Fraction(cleaned.replace(",", ".")),)
    mark, other = cleaned[last], "," if cleaned[last] == "." else "."
    if cleaned.count(mark) > 1:  # 1,234,567: thousands only
        mark, other = other, mark
    return (Fraction(cleaned.replace(other, "").replace(mark, ".")),)


def _span(low: str, high: str | None, sign: str) -> tuple[Bound, Bound]:
    values = readings(low) + (readings(high) if high else ())
    first, last = min(values), max(values)
    said = sign.strip()
    if said in _UNDER:
        return -inf, last - abs(last) * _HAIR * (said in _LESS)
    if said in _OVER:
        return first + abs(first) * _HAIR * (said in _MORE), inf
    return first, last


def _measured(found: re.Match[str], text: str, unit: str) -> Measured:
    low, high = _span(found["low"], found["high"], found["sign"] or "")
    words = text[found.start() : found.end()].strip()
    return Measured(low, high, unit, words, found.start("low"), found.end())


def _inches(found: re.Match[str], text: str) -> Measured:
    size = Fraction(int(found["top"]), int(found["below"])) + int(found["whole"] or 0)
    return Measured(size, size, "inch", text[slice(*found.span())], *found.span())


def _bore(found: re.Match[str], text: str) -> Measured:
    size = Fraction(found[1])
    return Measured(size, size, "mm", text[slice(*found.span())], *found.span())


def _mesh(found: re.Match[str], text: str) -> Measured | None:
    """A powder "-325 mesh" passes the sieve; without a sign its size is about the opening."""
    opening = _OPENINGS.get(int(found["mesh"]))
    if opening is None:
        return None
    size, sign = Fraction(opening), (found["sign"] or "").strip()
    low: Bound = -inf if sign in {"-", "<", "minus"} else size
    high: Bound = inf if sign in {"+", ">", "plus"} else size
    return Measured(low, high, "um", text[slice(*found.span())].strip(), *found.span())


def _error(found: re.Match[str], text: str) -> Measured:
    """The error of a measuring machine at no length: 1.7 um in "1.7 + L/350 um"."""
    low, high = _span(found["low"], None, "")
    return Measured(low, high, "um", text[slice(*found.span())], *found.span())


def _special(folded: str, text: str) -> list[Measured]:
    made = [_inches(one, text) for one in _INCHES.finditer(folded)]
    made += [_bore(one, text) for one in _BORE.finditer(folded)]
    made += [_error(one, text) for one in _ERROR.finditer(folded)]
    meshes = (_mesh(one, text) for one in _MESH.finditer(folded))
    return made + [one for one in meshes if one is not None]


def find(text: str) -> tuple[Measured, ...]:
    """Every number with a unit in the text.

    >>> [(m.words, m.unit) for m in find("tube 80 mm, bias 0,5 deg/hr")]
    [('80 mm', 'mm'), ('0,5 deg/hr', 'deg/hour')]
    >>> [(m.words, m.unit) for m in find("valve DN50, 1 1/2 inch, -325 mesh")]
    [('1 1/2 inch', 'inch'), ('DN50', 'mm'), ('-325 mesh', 'um')]
    """
    folded = fold(text)
    special = _special(folded, text)
    plain = (
        _measured(found, text, _unit(found, text))
        for found in _NUMBER.finditer(folded)
        if not any(one.start < found.end() and found.start("low") < one.end for one in special)
    )
    return (*special, *plain)


def _unit(found: re.Match[str], text: str) -> str:
    return as_cased(unit_of(found["unit"]), text[slice(*found.span("unit"))])


def grid(text: str) -> Measured | None:
    """How many points a grid has ("640 x 480"), when one and no size stands in the text.

    >>> float(grid("camera 640x480 60 Hz").low), grid("plate 50 x 50 x 100"), grid("10 x 20 mm")
    (307200.0, None, None)
    """
    found = list(_GRID.finditer(fold(text)))
    if len(found) != 1:
        return None
    points = Fraction(int(found[0][1]) * int(found[0][2]))
    return Measured(points, points, "count", found[0][0], *found[0].span())


def _named_unit(written: str) -> str:
    """The unit of a parameter as filed; its capitals count."""
    known = unit_of(fold(written))
    return as_cased(known, written) if known else written if units.known(written) else ""


def _read_text(text: str) -> Measured | None:
    if found := _EXACT.fullmatch(text.strip()):  # as a machine writes it: the point is decimal
        values = readings(found[1]) if "," in found[1] else (Fraction(found[1]),)
        unit = (found[2] or "").strip()
        named = _named_unit(unit)
        if named or not unit:
            return Measured(min(values), max(values), named, text)
    folded = fold(text)
    if found := _NUMBER.fullmatch(folded.strip()):
        return _measured(found, text, unit_of(found["unit"]))
    if found := _PLAIN.fullmatch(folded):
        low, high = _span(found["low"], None, found["sign"] or "")
        return Measured(low, high, "", text)
    return None


def _read_pair(pair: dict[str, Any]) -> Measured | None:
    unit = pair.get("unit")
    value = read(pair.get("value"))
    if value is None or value.unit or not isinstance(unit, str):
        return value if unit is None else None
    named = _named_unit(unit)
    return Measured(value.low, value.high, named, f"{pair['value']} {unit}") if named else None


def read(value: Any) -> Measured | None:
    """A parameter as a measured value: 80, "80 mm", "1,72 g/cm3", {"value": 80, "unit": "mm"}.

    None when it cannot be read; the unit is "" when none was given.
    """
    if isinstance(value, bool):
        return None
    if isinstance(value, (int, float)):
        finite = value == value and value not in {inf, -inf}  # noqa: PLR0124  # NaN
        exact = Fraction(str(value)) if finite else None
        return None if exact is None else Measured(exact, exact, "", str(value))
    if isinstance(value, str):
        return _read_text(value)
    return _read_pair(value) if isinstance(value, dict) else None
