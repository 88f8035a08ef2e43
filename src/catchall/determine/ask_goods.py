"""Questions about the goods. In: facts and arguments; out: answers with reasons.

They read what ``classify`` found; they classify nothing. Words, codes and limits are arguments.
"""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from catchall.determine.answers import Args, Told, first, items, no, unknown, yes
from catchall.determine.facts import Facts
from catchall.determine.goods import OPEN
from catchall.determine.reading import words_in
from catchall.text.normal import fold

Item = Mapping[str, Any]
HEADING = 4
"""Digits of a heading of the customs code."""


def _each(facts: Facts, ask: Callable[[Item], Told], otherwise: str) -> Told:
    """What any item answers; UNKNOWN when no goods are known."""
    goods = items(facts)
    return first(map(ask, goods), no(otherwise)) if goods else unknown("no goods given")


def _name(item: Item) -> str:
    return f"item {item['line']}" if item.get("line") else "the item"


def _candidates(item: Item, verdicts: Iterable[str]) -> list[Item]:
    return [one for one in item.get("candidates", ()) if one["verdict"] in verdicts]


def _unsettled(item: Item) -> bool:
    return item.get("outcome") not in ("listed", "not_listed")


def goods_meet(facts: Facts, args: Args) -> Told:
    """Do the goods meet an entry, of one of ``regimes`` when it is given?"""
    wanted = args.get("regimes")

    def ask(item: Item) -> Told:
        held = [
            one for one in item.get("candidates", ()) if not wanted or one["regime"] in wanted
        ]
        meets = [one["entry"] for one in held if one["verdict"] == "meets"]
        if meets:
            return yes(f"{_name(item)} meets {', '.join(meets)}")
        if "outcome" not in item:
            return unknown(f"{_name(item)} was not classified")
        open_ = [one["entry"] for one in held if one["verdict"] in OPEN]
        return unknown(f"{_name(item)} could meet {open_[0]}") if open_ else no("no entry met")

    return _each(facts, ask, "the goods meet no entry held")


def hs_in(facts: Facts, args: Args) -> Told:
    """Is an item filed under one of the six-digit codes?"""

    def ask(item: Item) -> Told:
        code = item.get("hs6")
        if code is None:
            return unknown(f"commodity code of {_name(item)} not given")
        return (
            yes(f"{_name(item)} is filed under {code}") if code in args["values"] else no(code)
        )

    return _each(facts, ask, "no item is filed under such a code")


def goods_of_interest(facts: Facts, args: Args) -> Told:
    """Could the goods meet an entry, or are they filed under a code of the values?"""

    def ask(item: Item) -> Told:
        if found := _candidates(item, ("meets", "judge")):
            return yes(f"{_name(item)}: {found[0]['entry']}, {found[0]['verdict']}")
        if item.get("hs6") in args["values"]:
            return yes(f"{_name(item)} is filed under {item['hs6']}")
        if _unsettled(item) or "hs6" not in item:
            return unknown(f"{_name(item)} is not classified to the end, or has no code")
        return no("of no interest")

    return _each(facts, ask, "the goods meet no entry and are under no such code")


def entry_open(facts: Facts, _args: Args) -> Told:
    """Do the goods meet an entry, or does only a person's judgement stand between?"""

    def ask(item: Item) -> Told:
        if found := _candidates(item, ("meets", "judge")):
            return yes(f"{_name(item)}: {found[0]['entry']}, {found[0]['verdict']}")
        return (
            unknown(f"{_name(item)} is not classified") if _unsettled(item) else no("no entry")
        )

    return _each(facts, ask, "the goods meet no entry held")


def generic_description(facts: Facts, args: Args) -> Told:
    """Is goods of such a code described by words that say nothing (``values``) alone?"""

    def ask(item: Item) -> Told:
        words = fold(item.get("description", "")).split()
        if "hs6" not in item or not words:
            return unknown(f"description or commodity code of {_name(item)} not given")
        empty = item["hs6"] in args["values_hs"] and set(words) <= set(args["values"])
        told = f"{_name(item)} under {item['hs6']} is described as {item['description']!r}"
        return yes(told) if empty else no(told)

    return _each(facts, ask, "the goods are described")


def cover_name(facts: Facts, _args: Args) -> Told:
    """Are the goods declared under a cover name while their parameters meet the entry?"""

    def ask(item: Item) -> Told:
        if "outcome" not in item:
            return unknown(f"{_name(item)} was not classified")
        covered = [one for one in item.get("candidates", ()) if one.get("cover")]

        def told(one: Item) -> Told:
            words = one["cover"].get("words", "")
            words = words if isinstance(words, str) else ", ".join(words)
            why = f"{_name(item)} is declared as {words!r}, a cover name; {one['entry']}"
            if one["verdict"] in ("meets", "judge"):
                return yes(f"{why}: {one['verdict']}")
            if one.get("kind_alone_open"):
                return yes(f"{why}: every parameter meets it, the name alone hides it")
            return unknown(f"{why} is open") if one["verdict"] in OPEN else no(why)

        return first(map(told, covered), no("no cover name"))

    return _each(facts, ask, "the goods go under no cover name held")


def near_threshold(facts: Facts, args: Args) -> Told:
    """Does an item fail an entry only by standing within ``values`` percent of a limit?"""

    def ask(item: Item) -> Told:
        if _unsettled(item):
            return unknown(f"{_name(item)} is not classified to the end")
        for one in _candidates(item, ("fails",)):
            for missed in one.get("near", ()):
                about = str(missed["characteristic"]).replace("_", " ")
                return yes(f"{_name(item)}: {about} is close to a limit of {one['entry']}")
        return no("not near")

    return _each(facts, ask, "no item is close to a limit")


def hs_contradicts(facts: Facts, _args: Args) -> Told:
    """Is an item filed under another chapter than its class of goods belongs to?"""

    def ask(item: Item) -> Told:
        known = [one for one in _candidates(item, ("meets", "judge")) if one.get("hs_chapters")]
        if not known or "hs6" not in item:
            return unknown("a classifier from description to commodity code")
        chapters = {code for one in known for code in one["hs_chapters"]}
        belongs = f"{known[0]['class']} belongs to chapter {', '.join(sorted(chapters))}"
        why = f"{_name(item)} is filed under {item['hs6']}; {belongs}"
        return no(why) if item["hs6"][:2] in chapters else yes(why)

    return _each(facts, ask, "the codes fit the goods")


def weight_contradicts(facts: Facts, args: Args) -> Told:
    """Does the net weight differ by more than ``factor`` from a quantity given as a mass?"""

    def ask(item: Item) -> Told:
        kilograms = args["values"].get(fold(item.get("unit") or ""))
        quantity, weight = item.get("quantity"), item.get("kg")
        if kilograms is None or not quantity or not weight:
            return unknown(f"weight of {_name(item)}, or its quantity as a mass, not given")
        ratio = weight / (quantity * kilograms)
        told = f"{_name(item)}: {weight:g} kg against {quantity:g} {item['unit']}"
        return no(told) if 1 / args["factor"] <= ratio <= args["factor"] else yes(told)

    return _each(facts, ask, "weights and quantities agree")


def beyond_small_use(facts: Facts, args: Args) -> Told:
    """Is small-scale use stated (``values.words``) of more than ``values.kg`` kilograms?"""
    use = facts.values.get("stated_end_use")
    word = words_in(use or "", args["values"]["words"])
    if not word:
        return unknown("the capacity of the stated use")

    def ask(item: Item) -> Told:
        weight = item.get("kg")
        if weight is None:
            return unknown(f"net weight of {_name(item)} not given")
        told = f"{_name(item)}: {weight:g} kg for {word!r}"
        return yes(told) if weight > args["values"]["kg"] else no(told)

    return _each(facts, ask, "small amounts")


def value_reaches(facts: Facts, args: Args) -> Told:
    """Does the shipment's value reach the limit of its currency (``values``)?"""
    goods = items(facts)
    values, money = (
        [item.get("value") for item in goods],
        {item.get("currency") for item in goods},
    )
    currency = next(iter(money)) if len(money) == 1 else None
    limit = args["values"].get(currency or "")
    total = sum(value for value in values if value is not None)
    if limit is None or not goods:
        return unknown("value in one currency for which a limit is held")
    if total >= limit:
        return yes(f"value {total:,.0f} {currency} reaches {limit:,} {currency}")
    if any(value is None for value in values):
        return unknown("value of an item not given")
    return no(f"value {total:,.0f} {currency}")


def outside_norm(facts: Facts, args: Args) -> Told:
    """Is an item's ratio ``of`` to ``per`` outside the norm of its code (``values``)?

    The norm holds (least, most) by code, six digits or four, money in ``currencies``. A code
    without a norm is outside none.
    """
    norms, rates = args["values"]["codes"], args["values"].get("currencies", {})

    def ask(item: Item) -> Told:
        code = item.get("hs6", "")
        norm = norms.get(code) or norms.get(code[:HEADING])
        if not norm:
            return no(f"no norm is held for {code or 'no code'}")
        top, bottom = item.get(args["of"]), item.get(args["per"])
        rate = rates.get(item.get("currency"), None) if args["of"] == "value" else 1
        if not top or not bottom or not rate or not _counts(item, args):
            return unknown(f"{args['of']} and {args['per']} of {_name(item)} not given")
        ratio = top * rate / bottom
        told = f"{_name(item)}, {code}: {args['of']} {ratio:.3g} for one {args['unit']}"
        return no(told) if norm[0] <= ratio <= norm[1] else yes(f"{told}, outside the norm")

    return _each(facts, ask, "the goods are within the norms held")


def _counts(item: Item, args: Args) -> bool:
    """Is the quantity told in the unit of the norm? A mass is always in kilograms."""
    return args["per"] == "kg" or fold(item.get("unit") or "") in args["units"]


QUESTIONS = {
    "goods_meet": (goods_meet, ("parameters",)),
    "entry_open": (entry_open, ("parameters",)),
    "hs_in": (hs_in, ("hs_code",)),
    "goods_of_interest": (goods_of_interest, ("parameters", "hs_code")),
    "generic_description": (generic_description, ("description", "hs_code")),
    "cover_name": (cover_name, ("parameters",)),
    "near_threshold": (near_threshold, ("parameters",)),
    "hs_contradicts": (hs_contradicts, ("hs_code",)),
    "weight_contradicts": (weight_contradicts, ("net_weight_kg", "quantity_unit")),
    "beyond_small_use": (beyond_small_use, ("stated_end_use", "net_weight_kg")),
    "outside_norm": (outside_norm, ("value", "currency", "net_weight_kg", "quantity")),
    "value_reaches": (value_reaches, ("value", "currency")),
}
"""Predicate, and the columns that would answer it."""
