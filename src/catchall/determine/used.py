"""Is a shipment within the ceiling of a paper that allows it? In: facts, ceiling; out: answer.

Counted are all lines of the shipment under the paper, and what SERIES says was used before.
Amounts are compared in the ceiling's own unit or currency; one that is not stated in it leaves
the answer open.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from catchall.determine.answers import Told, no, unknown, yes
from catchall.determine.facts import Facts
from catchall.determine.goods import KILOGRAMS, quantity_in

Row = Mapping[str, Any]
NO_HISTORY = "use before this input is not counted: no history was given"


@dataclass(frozen=True)
class Ceiling:
    """How much the paper allows, in its unit or currency. ``kind``: licence or certificate."""

    kind: str
    number: str
    allowed: float | None
    unit: str
    money: bool = False


def _stated(tally: Mapping[str, float], unit: str) -> tuple[float, bool]:
    """How much is stated in the unit, and whether every line states it."""
    unit = "kg" if unit in KILOGRAMS else unit
    whole = tally.get(f"stated {unit}", 0) == tally.get("lines", 0)
    return tally.get(f"amount {unit}", 0.0), whole


def _shipped(goods: Sequence[Row], ceiling: Ceiling) -> float | None:
    if not ceiling.money:
        return quantity_in(goods, ceiling.unit)
    held = [one.get("value") if one.get("currency") == ceiling.unit else None for one in goods]
    stated = [one for one in held if one is not None]
    return sum(stated) if ceiling.unit and stated and len(stated) == len(held) else None


def before(facts: Facts, kind: str, number: str) -> Mapping[str, Any]:
    """What SERIES says was used before under the paper; nothing where it says nothing."""
    drawn: Mapping[str, Any] = facts.values.get("series", {}).get("drawn", {})
    found: Mapping[str, Any] = drawn.get(kind, {}).get(number.casefold(), {})
    return found


def within(
    facts: Facts, ceiling: Ceiling, sure: Sequence[Row], most: Sequence[Row] = ()
) -> Told:
    """Is it within the ceiling? The reason tells the ceiling, what was used and what is left.

    ``sure``: the goods known to be under the paper; ``most``: these and all that may be.
    """
    unit, allowed = ceiling.unit, ceiling.allowed
    what = f"{ceiling.kind} {ceiling.number or 'without number'}"
    if allowed is None or not unit:
        return unknown(f"quantity or value, with its unit, of {what}")
    past = before(facts, ceiling.kind, ceiling.number)
    used, _ = _stated(past.get("sure", {}), unit)
    used_most, whole = _stated(past.get("most", {}), unit)
    shipped, shipped_most = _shipped(sure, ceiling), _shipped(most or sure, ceiling)
    names = f" in {', '.join(past['shipments'])}" if past.get("shipments") else ""
    told = (
        f"{what}: ceiling {allowed:g} {unit}, used before {used:g}{names}, "
        f"left {max(0.0, allowed - used):g}, shipped {_told(shipped)}"
    )
    if (shipped or 0.0) + used > allowed:
        return no(told)
    if shipped_most is None or not whole or shipped_most + used_most > allowed:
        return unknown(f"{told}: in {unit} of every line shipped under it, and its day")
    unseen = "series" in facts.values and not facts.values["series"].get("history")
    return yes(f"{told} ({NO_HISTORY})" if unseen else told)


def _told(amount: float | None) -> str:
    return "not known" if amount is None else f"{amount:g}"
