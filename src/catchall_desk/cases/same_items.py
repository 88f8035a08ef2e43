"""Are goods those of a denial? In: lines of two files; out: an answer and what to ask.

Two lines are of the same goods when an entry of the one is, or lies below, one of the other and
their parameters are equal. What nobody has told is UNKNOWN, and asks.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any

from catchall.classify.numbers import Measured, read
from catchall.determine import same_goods
from catchall.determine.destination.codes import any_among
from catchall.law import tree
from catchall.records import Answer
from catchall.text.normal import fold
from catchall_desk.cases.events import Event
from catchall_desk.cases.fold import File, standing
from catchall_desk.cases.ports import World
from catchall_desk.cases.steps import there

NEAR = Fraction(1, 10)
"""Numbers closer than this share of the larger are put before a person: what "essentially"
means between equal and other is for him to say. The desk's own choice."""
_DUAL_USE = re.compile(r"\d[A-E]\d{3}")
_LETTERS = re.compile(r"[A-Z]*")
_SIX = 6


@dataclass(frozen=True, slots=True)
class Goods:
    """One line of goods: entries (``None``: not told), parameters, and words for it."""

    line: str
    item: str
    entries: frozenset[str] | None
    parameters: Mapping[str, Any] = field(default_factory=dict)
    description: str = ""
    hs6: str = ""
    rests_on: tuple[Event, ...] = ()


Told = tuple[Answer, tuple[str, ...]]
"""An answer, and the questions that would settle it where it is UNKNOWN."""


def goods_of(
    line: Mapping[str, Any], world: World, said: frozenset[str] | None = None
) -> Goods:
    """The goods of a line; what the line leaves out is the item's.

    ``said`` are the entries by which people classified it; they count before all else.
    """
    item = there(world, line.get("item"))
    claims = standing(item, "claim") if item else ()
    told = [one for one in claims if one.body.get("property") in ("entry", "parameter")]
    words = [line.get("description") or "", str(item.fields.get("name", "")) if item else ""]
    return Goods(
        str(line["line"]),
        str(line.get("item") or ""),
        said if said is not None else entries(line, told),
        {**claimed(told), **(line.get("parameters") or {})},
        " ".join(filter(None, words)),
        re.sub(r"\D", "", line.get("hs_code") or "")[:_SIX],
        tuple(told),
    )


def entries(line: Mapping[str, Any], claims: Iterable[Event]) -> frozenset[str] | None:
    """The entries that a line gives, else those claimed of its item; ``None``: none is told."""
    given = line.get("entries")
    if given is None:
        given = [one.body["value"] for one in claims if one.body["property"] == "entry"] or None
    return None if given is None else frozenset(str(one).strip().upper() for one in given)


def claimed(claims: Iterable[Event]) -> dict[str, Any]:
    """The parameters that claims give, by name: the value with its unit."""
    found = (one.body["value"] for one in claims if one.body["property"] == "parameter")
    return {one["name"]: f"{one['value']} {one.get('unit') or ''}".strip() for one in found}


def same(ours: Goods, denied: Goods) -> Told:
    """Are they the goods that were denied? By entry and by parameters, both.

    >>> made = {"parameters": {"bore": "80 mm"}}
    >>> one, other = (Goods("1", "", frozenset({e}), **made) for e in ("2B350", "2B350.a"))
    >>> same(other, one)[0], same(Goods("1", "", frozenset({"3A001"}), **made), one)[0]
    (<Answer.YES: 'yes'>, <Answer.NO: 'no'>)
    """
    if ours.item and ours.item == denied.item:
        return Answer.YES, ()
    found = (by_entry(ours, denied), by_parameters(ours.parameters, denied.parameters))
    answer = tree.both(one for one, _ in found)
    asks = tuple(ask for _, asked in found for ask in asked)
    return answer, asks if answer is Answer.UNKNOWN else ()


def by_entry(ours: Goods, denied: Goods) -> Told:
    """Is an entry of ours one of the denied, or below it? Across lists it is not known."""
    if not denied.entries:  # denied without a listed entry: by customs code and words
        wanted = denied.hs6 or denied.description
        row = {"line": ours.line, "description": ours.description, "hs6": ours.hs6}
        answer, _ = same_goods.about(wanted, row, ())
        asks = f"line {ours.line}: are these the goods denied as {wanted or 'not told'}?"
        return answer, (asks,) if answer is Answer.UNKNOWN else ()
    named = ", ".join(sorted(denied.entries))
    if ours.entries is None:
        return Answer.UNKNOWN, (f"line {ours.line}: which entry is it? {named} was denied",)
    answer = any_among(ours.entries, denied.entries) if ours.entries else Answer.NO
    other_list = ours.entries and not lists_of(ours.entries) & lists_of(denied.entries)
    if answer is Answer.UNKNOWN or (answer is Answer.NO and other_list):
        return Answer.UNKNOWN, (f"line {ours.line}: does it meet {named}, which was denied?",)
    return answer, ()


def lists_of(codes: Iterable[str]) -> frozenset[str]:
    """Which lists the entries are numbers of, by their shape.

    >>> sorted(lists_of(["2B350.a", "ML7"]))
    ['ML', 'dual use']
    """
    return frozenset(
        "dual use" if _DUAL_USE.match(code) else _LETTERS.match(code)[0]  # type: ignore[index]
        for code in codes
    )


def by_parameters(ours: Mapping[str, Any], denied: Mapping[str, Any]) -> Told:
    """Are all the denied parameters ours too, with equal values?"""
    if not denied:
        return Answer.UNKNOWN, ("the denial tells no parameters; what was denied?",)
    known = {fold(name): value for name, value in ours.items()}
    found = [equal(name, known.get(fold(name)), value) for name, value in denied.items()]
    return tree.both(one for one, _ in found), tuple(ask for _, ask in found if ask)


def equal(name: str, ours: Any, denied: Any) -> tuple[Answer, str]:
    """Are two values of one parameter equal? Else the question that would settle it."""
    if ours is None:
        return Answer.UNKNOWN, f"what is its {name}? {shown(denied)} was denied"
    if isinstance(ours, bool) and isinstance(denied, bool):
        return (Answer.YES if ours is denied else Answer.NO), ""
    ask = f"{name}: is {shown(ours)} essentially the {shown(denied)} that was denied?"
    if texts(ours) == texts(denied):
        return Answer.YES, ""
    left, right = read(ours), read(denied)
    answer = Answer.UNKNOWN if left is None or right is None else near(left, right)
    return answer, ask if answer is Answer.UNKNOWN else ""


def near(left: Measured, right: Measured) -> Answer:
    """Are two measured values equal? UNKNOWN when they are near, or cannot be compared."""
    other = right.to(left.unit) if left.unit and right.unit else right
    if other is None or bool(left.unit) != bool(right.unit):
        return Answer.UNKNOWN
    if left.low <= other.high and other.low <= left.high:
        return Answer.YES
    below, above = (left.high, other.low) if left.high < other.low else (other.high, left.low)
    largest = max(abs(Fraction(below)), abs(Fraction(above)))
    return Answer.UNKNOWN if above - below <= NEAR * largest else Answer.NO


def texts(value: Any) -> frozenset[str]:
    """The words of a value, as they are compared; of a list, whatever its order."""
    several = value if isinstance(value, list | tuple) else [value]
    return frozenset(fold(str(one)) for one in several)


def shown(value: Any) -> str:
    """A value as a question tells it.

    >>> shown(["a", "b"])
    'a, b'
    """
    return ", ".join(map(str, value)) if isinstance(value, list | tuple) else str(value)


def items_of(file: File, world: World) -> Iterator[Goods]:
    """The goods of every line of a file."""
    for line in file.fields.get("lines") or ():
        yield goods_of(line, world)
