"""Questions about what the papers say, and the past. In: facts and arguments; out: answers.

Measures and denials come from the side tables; a table that was not given leaves the
question open.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from catchall.dates import Span
from catchall.determine.answers import (
    Args,
    Told,
    first,
    items,
    no,
    parties,
    shown,
    unknown,
    yes,
)
from catchall.determine.facts import Facts
from catchall.determine.joins import cell
from catchall.determine.reading import after, span, words_in
from catchall.determine.same_goods import is_about
from catchall.law import tree
from catchall.records import Answer
from catchall.text.firms import party_key
from catchall.text.normal import fold

Row = Mapping[str, Any]


def text_says(facts: Facts, args: Args) -> Told:
    """Does the field hold one of the words, outside the phrases of ``values_not``?"""
    text = facts.values.get(args["field"])
    if not text:
        return unknown(f"{args['field'].replace('_', ' ')} not given")
    rest = fold(str(text))
    while struck := words_in(rest, args.get("values_not", ())):
        rest = re.sub(rf"\b{re.escape(struck)}\b", "struck", rest)
    word = words_in(rest, args["values"])
    return yes(f"{args['field'].replace('_', ' ')} says {word!r}") if word else no(text)


def text_mentions(facts: Facts, args: Args) -> Told:
    """Does a field or a description mention one of the words? Silence leaves it open."""
    texts = [str(facts.values.get(field, "")) for field in args["fields"]]
    texts += [item.get("description", "") for item in items(facts)]
    for text in texts:
        if word := words_in(text, args["values"]):
            return yes(f"the papers say {word!r}")
    return unknown(args["needs"])


def not_held(_facts: Facts, args: Args) -> Told:
    """What no column or side table tells: always open, and says what it would take."""
    return unknown(args["needs"])


def delivery_vague(facts: Facts, _args: Args) -> Told:
    """Is the delivery date something that is no date?"""
    text = facts.values.get("delivery_date")
    if not text:
        return unknown("delivery date not given")
    if span(text) or _WEEK.fullmatch(fold(str(text))) or _PERIOD.fullmatch(fold(str(text))):
        return no(f"delivery {text}")
    return yes(f"delivery date is given as {text!r}")


_WEEK = re.compile(
    r"(?:(?:calendar )?week|cw|kw|wk|w)\s?(?:0?[1-9]|[1-4]\d|5[0-3])(?: of)? (?:19|20)\d\d"
    r"|(?:19|20)\d\d (?:(?:calendar )?week |cw ?|kw ?|wk ?|w ?)(?:0?[1-9]|[1-4]\d|5[0-3])"
)
"""A week of a year, folded: exact enough to be a date of delivery."""

_PERIOD = re.compile(
    r"(?:within |in |about |approx )?\d{1,3}(?: to | )?(?:\d{1,3} )?(?:calendar |working )?"
    r"(?:day|week|month)s?(?: (?:after|from|aro|upon|of|on) ?[a-z ]*| aro)?"
)
"""So many days or weeks after the order, folded: a usual term of delivery."""


def _incoming(facts: Facts, table: str) -> Sequence[Row] | None:
    rows: Sequence[Row] | None = facts.values.get(table)
    return rows


def _each(facts: Facts, table: str, ask: Callable[[Row], Told], otherwise: str) -> Told:
    rows = _incoming(facts, table)
    if rows is None:
        return unknown(f"table of {table}")
    return first(map(ask, rows), no(otherwise))


def in_force(row: Row, day: Span | None) -> Answer:
    """Had it begun and not ended on the day? What is not stated does not bound it."""
    begun = (
        tree.opposite(after(span(row.get("from")), day)) if cell(row, "from") else Answer.YES
    )
    ends = cell(row, "expires")
    running = tree.opposite(after(day, span(ends))) if ends else Answer.YES
    return tree.both((begun, running))


def denied_before(facts: Facts, args: Args) -> Told:
    """Does a denial in force stand against a party in one of the roles?"""
    keys = {party_key(party["name"]): party for party in parties(facts, args["roles"])}
    day = facts.values.get("day")

    def ask(row: Row) -> Told:
        named = (party_key(cell(row, "party")), party_key(cell(row, "end_user")))
        party = next((keys[key] for key in named if key in keys), None)
        if party is None:
            return no("about another firm")
        told = (
            f"{shown(party)}: denied by {cell(row, 'government') or 'a government'} on "
            f"{cell(row, 'date') or 'a day not given'}, "
            f"reference {cell(row, 'reference') or 'none'}"
        )
        ends = cell(row, "expires")
        if ends and span(ends) is None:  # it counts until someone says when it ended
            return yes(f"{told}; its end is given as {ends!r}: when does it end?")
        return in_force(row, day), told

    return _each(facts, "denials", ask, "no denial stands against these parties")


def measured_before(facts: Facts, args: Args) -> Told:
    """Did a measure of these ``kinds`` against a party in the roles precede this shipment?

    A measure against a ``seller`` whose note names buyers counts for those; one that names none
    counts for all of them.
    """
    keys = {party_key(party["name"]): party for party in parties(facts, args["roles"])}
    day = facts.values.get("order_date") or facts.values.get("date") or facts.values.get("day")

    def ask(row: Row) -> Told:
        party = keys.get(party_key(cell(row, "party")))
        if party is None or not words_in(cell(row, "kind"), args["kinds"]):
            return no("another firm or kind of measure")
        told = (
            f"{shown(party)}: {cell(row, 'kind')} of {cell(row, 'date') or 'a day not given'}"
        )
        answers = [after(day, span(row.get("date"))), _same_goods(facts, row, Answer.YES)]
        if party["role"] in args.get("sellers", ()):
            answers.append(_same_buyer(facts, row))
        return tree.both(answers), told

    return _each(facts, "measures", ask, "no such measure came before")


def _same_buyer(facts: Facts, row: Row) -> Answer:
    """Was the measure about sales to a buyer of this shipment? Unknown when it names others."""
    note = cell(row, "note")
    buyers = parties(facts, ("consignee", "end_user", "intermediary"))
    if not note or any(words_in(note, [party_key(one["name"])]) for one in buyers):
        return Answer.YES
    return Answer.UNKNOWN


def _same_goods(facts: Facts, row: Row, otherwise: Answer) -> Answer:
    """NO when the measure was about another class of goods than every item is known to be."""
    wanted, goods = cell(row, "goods_class"), items(facts)
    if not wanted or any(is_about(wanted, item) for item in goods):
        return otherwise
    settled = all(item.get("outcome") in ("listed", "not_listed") for item in goods)
    return Answer.NO if settled and goods else Answer.UNKNOWN


def rushed_before_measure(facts: Facts, args: Args) -> Told:
    """Was it ordered no more than ``days`` before a measure against a party took effect?"""
    ordered = facts.values.get("order_date")
    if ordered is None:
        return unknown("order date")
    keys = {party_key(party["name"]): party for party in parties(facts, args["roles"])}

    def ask(row: Row) -> Told:
        party, taken = keys.get(party_key(cell(row, "party"))), span(row.get("date"))
        if party is None:
            return no("another firm")
        if taken is None:
            return unknown(f"date of the measure against {shown(party)}")
        days = (taken.first - ordered.last).days
        told = f"ordered {days} days before a measure against {shown(party)}"
        return yes(told) if 0 <= days <= args["days"] else no(told)

    return _each(facts, "measures", ask, "no measure followed so soon")


QUESTIONS = {
    "text_says": (text_says, ("stated_end_use", "payment_terms")),
    "text_mentions": (text_mentions, ()),
    "not_held": (not_held, ()),
    "delivery_vague": (delivery_vague, ("delivery_date",)),
    "denied_before": (denied_before, ("--denials",)),
    "measured_before": (measured_before, ("--measures",)),
    "rushed_before_measure": (rushed_before_measure, ("--measures", "order_date")),
}
"""Predicate, and the columns or tables that would answer it."""
