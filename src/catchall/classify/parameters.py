"""What is known of a characteristic of an item. In: goods and a characteristic; out: its value.

Parameters given come first, then numbers and words of the text. A number of the text counts
only next to words that name the characteristic, or, where the lawbook says so, when it is the
only one of its dimension. Nothing found, two values, no unit: unknown, with the reason.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from fractions import Fraction
from math import inf
from typing import Any

from catchall.classify import numbers, phrases, words
from catchall.classify.derived import derive
from catchall.classify.goods import Goods
from catchall.classify.numbers import Measured
from catchall.law import units
from catchall.law.model import Characteristic
from catchall.law.units import PLAIN

Value = Measured | bool | frozenset[str]
_NEAR = 4  # tokens between a number and the words that name it
_COUNTS = {
    word: count
    for count, listed in enumerate(
        ("single one mono", "two dual double twin", "three triple tri", "four quad", "five",
         "six", "seven", "eight"),
        start=1,
    )
    for word in listed.split()
}  # fmt: skip
_NUMBER_BEFORE = re.compile(r"(?<![\d.,])(\d+(?:[.,]\d+)?)[ -]?$")
_NUMBER_BEHIND = re.compile(r"\s?[-:=]?\s?(\d+(?:[.,]\d+)?)(?![\d.,]|\s?[a-z%])")
_IMPURE = 10  # percent: a higher share is that of the main part
_GRID_WORDS = frozenset({"pixel", "element", "array", "detector", "resolution", "focal", "fpa"})
_UPPER = ("up to", "max", "to ")  # said of what a thing can do at most: the value itself
_MOST = ("max", "highest", "largest", "greatest", "up to", "rated", "peak", "capacity", "top")
NONE = "none"  # said of a size of a form that the goods do not have
_YES, _NO = frozenset({"true", "yes", "y", "1"}), frozenset({"false", "no", "n", "0"})


@dataclass(frozen=True)
class Known:
    """A value, or None, with where it is from or why not known; ``full``: there is no other."""

    value: Value | None
    why: str
    full: bool = False


def given(goods: Goods, about: Characteristic) -> Any:
    """The parameter filed for this characteristic under any of its names, or None."""
    names = (name.casefold() for name in (about.id, *about.also))
    return next(
        (goods.params[name] for name in names if goods.params.get(name) is not None), None
    )


def _stated(about: Characteristic, text: str, goods: Goods) -> list[str]:
    """The values whose words stand in a text, the longest words first on each place."""
    found = phrases.find(goods.law.phrases, words.tokens(text))
    return _values([f for f in found if f.mark.subject == f"fact:{about.id}"])


def _values(finds: list[phrases.Find] | tuple[phrases.Find, ...]) -> list[str]:
    spoken = [f for f in finds if f.mark.role.startswith("=")]
    whole = [
        f
        for f in spoken
        if not any(
            o.first <= f.first and f.last <= o.last and o.last - o.first > f.last - f.first
            for o in spoken
        )
    ]
    return list(dict.fromkeys(find.mark.role[1:] for find in whole))


def _number_given(about: Characteristic, raw: Any, goods: Goods) -> Known:
    if about.none and str(raw).strip().casefold() == NONE:
        zero = Measured(Fraction(0), Fraction(0), about.unit, NONE)
        return Known(zero, f"{about.asks}: {NONE}, as given")
    stated = isinstance(raw, str) and numbers.read(raw) is None and _stated(about, raw, goods)
    return _class(about, stated, raw) if stated else _measured_given(about, raw)


def _measured_given(about: Characteristic, raw: Any) -> Known:
    read = numbers.read(raw)
    if read is None:
        return Known(None, f"{about.asks}: {raw!r} is no number with a unit we know")
    if not read.unit and about.unit not in PLAIN:
        return Known(None, f"{about.asks}: {raw!r} has no unit")
    fitted = (read if read.unit else _plain(read, about.unit)).to(about.unit)
    if fitted is None:
        return Known(None, f"{about.asks}: {raw!r} does not measure it (wanted {about.unit})")
    return Known(fitted, f"{about.asks}: {read.words} given")


def _possible(about: Characteristic, found: Known) -> Known:
    """The same, or not known when it is below what such a quantity can be."""
    value = found.value
    if not isinstance(value, Measured) or value.words == NONE:
        return found
    least, lowest = Fraction(str(about.min)), value.high if value.low == -inf else value.low
    if lowest < least:
        return Known(None, f"{about.asks}: {value.words} is below {about.min} {about.unit}")
    if about.none and lowest == 0 and value.low == 0:
        why = f'{about.asks}: 0 is no size; say "{NONE}" where there is none'
        return Known(None, why)
    return found


def _same(one: Value, other: Value) -> bool:
    """Can what the text states and what a parameter states both be so?"""
    if isinstance(one, Measured) and isinstance(other, Measured):
        return one.low <= other.high and other.low <= one.high
    if isinstance(one, frozenset) and isinstance(other, frozenset):
        return one <= other
    return one == other


def _said(value: Value) -> str:
    if isinstance(value, Measured):
        return value.words or f"{float(value.low):g} {value.unit}"
    if isinstance(value, bool):
        return "yes" if value else "no"
    return ", ".join(sorted(value))


def _plain(read: Measured, unit: str) -> Measured:
    return Measured(read.low, read.high, unit, read.words, read.start, read.end)


def _class(about: Characteristic, stated: list[str], words_of: str) -> Known:
    if len(stated) != 1:
        return Known(None, f"{about.asks}: {words_of!r} states several")
    exact = Fraction(stated[0])
    return Known(Measured(exact, exact, about.unit, words_of), f"{about.asks}: {words_of}")


def _flag_given(about: Characteristic, raw: Any, goods: Goods) -> Known:
    text = str(raw).strip().lower()
    if text in _YES | _NO:
        return Known(text in _YES, f"{about.asks} {'yes' if text in _YES else 'no'}, as given")
    return Known(None, f"{about.asks} {raw!r} is neither yes nor no")


def _word_given(about: Characteristic, raw: Any, goods: Goods) -> Known:
    items = raw if isinstance(raw, list) else [raw]
    values: set[str] = set()
    for item in items:
        key = str(item).strip().lower()
        stated = (
            [key] if key in about.words or not about.words else _stated(about, str(item), goods)
        )
        if not stated:
            return Known(None, f"{about.asks}: {item!r} is not a word the lawbook knows")
        values.update(stated)
    return Known(
        frozenset(values), f"{about.asks}: {', '.join(sorted(values))} given", full=True
    )


def _distance(goods: Goods, number: Measured, find: phrases.Find) -> int:
    """Words between a number of the text and a phrase; 99 when either overlaps the other."""
    before = [t for t in goods.tokens if number.end <= t.start and t.end <= find.start]
    after = [t for t in goods.tokens if find.end <= t.start and t.end <= number.start]
    apart = number.end <= find.start or find.end <= number.start
    return len(before) + len(after) if apart else 99


def _of_scale(raw: Measured, about: Characteristic) -> bool:
    """A size in millimetres is no grain's; a share in percent above a tenth no impurity's."""
    if about.unit == "ppm" and raw.unit in {"percent", "wt%", "vol%"}:
        return raw.high <= _IMPURE
    line = units.linear(raw.unit, "um") if about.unit == "um" else None
    return line is None or line[0] <= 1


def _fitting(goods: Goods, about: Characteristic) -> list[tuple[Measured, Measured]]:
    """The numbers of the text that could measure it: as written, and in its unit."""
    pairs = ((number, number.to(about.unit)) for number in goods.numbers)
    return [(raw, fit) for raw, fit in pairs if fit is not None and _of_scale(raw, about)]


def _far(goods: Goods, number: Measured, find: phrases.Find) -> tuple[int, int]:
    """How far a number stands from words, and whether in another statement."""
    inside = [at for at, token in enumerate(goods.tokens) if token.start >= number.start]
    where = goods.where.statement
    other = bool(inside) and where[inside[0]] != where[find.first]
    return _distance(goods, number, find), int(other)


def _quantity(goods: Goods, about: Characteristic) -> Known | None:
    fitting = _fitting(goods, about)
    near = goods.roles(f"fact:{about.id}", "near")
    ranked = sorted(
        (min((_far(goods, raw, find) for find in near), default=(99, 0)), raw.start, fit)
        for raw, fit in fitting
    )
    close = [fit for (far, other), _, fit in ranked
             if far <= _NEAR and (far, other) <= ranked[0][0]]  # fmt: skip
    if not close and about.sole and len(fitting) == 1:
        close = [fitting[0][1]]
    if len(close) > 1:
        return Known(
            None, f"{about.asks}: {', '.join(c.words for c in close)} could each be it"
        )
    if not close:
        return None
    return Known(_at_most(close[0], about), f'{about.asks}: "{close[0].words}"')


def _at_most(value: Measured, about: Characteristic) -> Measured:
    """What a thing can do "up to" is its maximum, where the maximum is asked for."""
    asks_most = any(word in about.asks.lower() for word in _MOST)
    said_most = value.low == -inf and value.words.lower().startswith(_UPPER)
    return replace(value, low=value.high) if asks_most and said_most else value


def _before(goods: Goods, find: phrases.Find) -> Fraction | None:
    """The number just before the words: "5-axis", "three gimbal", "1.5 dB"."""
    word = goods.tokens[find.first - 1].word if find.first else ""
    if word in _COUNTS:
        return Fraction(_COUNTS[word])
    written = _NUMBER_BEFORE.search(words.fold(goods.text[: find.start]))
    return Fraction(written[1].replace(",", ".")) if written else None


def _behind(goods: Goods, find: phrases.Find) -> Fraction | None:
    """The number just after the words: "channels: 16"."""
    written = _NUMBER_BEHIND.match(words.fold(goods.text[find.end :]))
    return Fraction(written[1].replace(",", ".")) if written else None


def _count(goods: Goods, about: Characteristic) -> Known | None:
    """A plain number beside the words that name it."""
    near = goods.roles(f"fact:{about.id}", "near")
    values = {_before(goods, find) for find in near} - {None}
    values = values or {_behind(goods, find) for find in near} - {None}
    if not values and _GRID_WORDS & {token for find in near for token in _tokens(goods, find)}:
        points = numbers.grid(goods.text)
        return Known(points, f'{about.asks}: "{points.words}"') if points else None
    if len(values) != 1:
        return None
    (exact,) = values
    assert exact is not None  # noqa: S101  # taken out above
    return Known(Measured(exact, exact, about.unit), f"{about.asks}: {exact}, in the text")


def _tokens(goods: Goods, find: phrases.Find) -> set[str]:
    return {token.word for token in goods.tokens[find.first : find.last]}


def _number_text(goods: Goods, about: Characteristic) -> Known | None:
    if about.words and (stated := _values(goods.found.get(f"fact:{about.id}", ()))):
        return _class(about, stated, goods.text)
    return _count(goods, about) if about.unit in PLAIN else _quantity(goods, about)


def _flag_text(goods: Goods, about: Characteristic) -> Known | None:
    yes, no = (goods.roles(f"fact:{about.id}", role) for role in ("yes", "no"))
    if bool(yes) == bool(no):
        return None
    return Known(bool(yes), f'{about.asks} "{goods.quote((yes or no)[0])}"')


def _word_text(goods: Goods, about: Characteristic) -> Known | None:
    values = _values(goods.found.get(f"fact:{about.id}", ()))
    return (
        Known(frozenset(values), f"{about.asks}: {', '.join(values)}, in the text")
        if values
        else None
    )


_GIVEN: dict[str, Callable[[Characteristic, Any, Goods], Known]] = {
    "number": _number_given,
    "flag": _flag_given,
    "word": _word_given,
}
_TEXT: dict[str, Callable[[Goods, Characteristic], Known | None]] = {
    "number": _number_text,
    "flag": _flag_text,
    "word": _word_text,
}


def _direct(goods: Goods, about: Characteristic) -> Known:
    raw, text = given(goods, about), _TEXT[about.kind](goods, about)
    text = _possible(about, text) if text else Known(None, f"{about.asks}: not given")
    if raw is None:
        return text
    made = _possible(about, _GIVEN[about.kind](about, raw, goods))
    if made.value is None or text.value is None or _same(text.value, made.value):
        return made
    says = f"the text says {_said(text.value)}, the parameter says {_said(made.value)}"
    return Known(None, f"{about.asks}: {says}")


def known(goods: Goods, about: Characteristic) -> Known:
    """What is known of this characteristic of the item, and where that is from; read once."""
    if about.id not in goods.held:
        goods.held[about.id] = _known(goods, about)
    made = goods.held[about.id]
    assert isinstance(made, Known)  # noqa: S101  # nothing else is put there
    return made


def _known(goods: Goods, about: Characteristic) -> Known:
    direct = _direct(goods, about)
    if direct.value is not None or about.kind != "number":
        return direct

    def measured(name: str) -> Measured | None:
        other = goods.law.lawbook.characteristics.get(name)
        value = _direct(goods, other).value if other else None
        measures = isinstance(value, Measured) and value.words != NONE
        return value if measures and isinstance(value, Measured) else None

    made = derive(about.id, measured, goods)
    return Known(made, f"{about.asks}: {made.words}") if made else direct
