"""Has an authority informed the exporter about this? In: facts; out: an answer with its reason.

A letter binds for the party, goods and destination that it names, from its first day; what it
leaves open it does not limit. Letters are the user's own table; none stands in the lawbook.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from catchall.determine.answers import Args, Told, first, items, no, shown, unknown, whoever
from catchall.determine.facts import Facts
from catchall.determine.joins import cell
from catchall.determine.reading import after, span
from catchall.determine.same_goods import is_about
from catchall.law import tree
from catchall.records import ROLES, Answer
from catchall.text.countries import country_code
from catchall.text.firms import party_key

Row = Mapping[str, Any]


def _party(row: Row, facts: Facts) -> tuple[Answer, str]:
    """Is the party of the letter one of the shipment's, in any role?"""
    name = cell(row, "party")
    if not name:
        return Answer.YES, "any party"
    same = [one for one in whoever(facts, ROLES) if party_key(one["name"]) == party_key(name)]
    if not same:
        return Answer.NO, name
    where = country_code(cell(row, "party_country"))
    held = {one.get("country", "") for one in same}
    elsewhere = where and "" not in held and where not in held
    return (Answer.UNKNOWN if elsewhere else Answer.YES), shown(same[0])


def _goods(row: Row, facts: Facts) -> Answer:
    """Are the goods of the class that the letter names?"""
    wanted, goods = cell(row, "goods_class"), items(facts)
    if not wanted:
        return Answer.YES
    if any(is_about(wanted, item) for item in goods):
        return Answer.YES
    settled = all(item.get("outcome") in ("listed", "not_listed") for item in goods)
    return Answer.NO if goods and settled else Answer.UNKNOWN


def _destination(row: Row, facts: Facts) -> Answer:
    said = cell(row, "destination_country")
    if not said:
        return Answer.YES
    held: Sequence[str] = facts.values.get("destinations", ())
    if country_code(said) in held:
        return Answer.YES
    known = held and country_code(said) and not facts.values.get("destinations_unread")
    return Answer.NO if known else Answer.UNKNOWN


def _days(row: Row, facts: Facts) -> Answer:
    """Had it begun on the day and not ended?"""
    day = facts.values.get("date") or facts.values.get("day")
    begun = tree.opposite(after(span(cell(row, "from")), day))
    ends = cell(row, "to")
    return tree.both((begun, tree.opposite(after(day, span(ends))) if ends else Answer.YES))


def letter_stands(facts: Facts, _args: Args) -> Told:
    """Does a letter that informs the exporter cover a party, the goods and the destination?"""
    rows = facts.values.get("letters")
    if rows is None:
        return unknown("table of letters")

    def ask(row: Row) -> Told:
        party, who = _party(row, facts)
        parts = (party, _goods(row, facts), _destination(row, facts), _days(row, facts))
        use = f", {cell(row, 'use')} use" if cell(row, "use") else ""
        told = (
            f"{cell(row, 'authority')} informed on {cell(row, 'from')} about {who}{use}, "
            f"reference {cell(row, 'reference') or 'none'}"
        )
        return tree.both(parts), told

    return first(map(ask, rows), no("no letter covers this shipment"))


QUESTIONS = {"letter_stands": (letter_stands, ("--letters",))}
"""Predicate, and the table that would answer it."""
