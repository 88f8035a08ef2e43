"""Is a licence on record that covers the shipment? In: facts and arguments; out: an answer.

A licence covers listed goods when exporter, buyer, destination, entry, quantity, days and
status fit, and what was used of it before leaves room. What it does not tell is UNKNOWN, never
a fit. A general one that the lawbook holds covers what the lawbook says.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from catchall.determine.answers import Args, Told, items, no, parties, unknown, yes
from catchall.determine.ask_papers import in_force
from catchall.determine.destination import general
from catchall.determine.facts import Facts
from catchall.determine.joins import cell
from catchall.determine.reading import number
from catchall.determine.reading import yes as said_yes
from catchall.determine.same_goods import stems
from catchall.determine.used import Ceiling, within
from catchall.law import tree
from catchall.records import Answer
from catchall.text.countries import country_code
from catchall.text.firms import party_key
from catchall.text.normal import fold

Row = Mapping[str, Any]


def _is_general(row: Row) -> bool:
    return said_yes(row.get("general")) is Answer.YES


def _parts(row: Row, column: str) -> list[str]:
    told = cell(row, column).replace(";", ",").split(",")
    return [one.strip() for one in told if one.strip()]


def _named(row: Row, facts: Facts, role: str) -> Told:
    """Is the firm that the licence names in the role the one of the shipment?"""
    said = cell(row, role)
    keys = {party_key(one["name"]) for one in parties(facts, (role,))}
    if not said or not keys:
        return unknown(f"{role.replace('_', ' ')} in the licence and the shipment")
    return (
        yes(said)
        if keys == {party_key(said)}
        else no(f"its {role.replace('_', ' ')} is {said}")
    )


def _exporter(row: Row, facts: Facts) -> Told:
    if _is_general(row) and not cell(row, "exporter"):
        return yes("open to any exporter")
    return _named(row, facts, "exporter")


def _buyer(row: Row, facts: Facts) -> Told:
    """Every buyer that the licence names must fit; it must name one unless it is general."""
    roles = [role for role in ("consignee", "end_user") if cell(row, role)]
    if not roles:
        return yes("open to any buyer") if _is_general(row) else unknown("its consignee")
    return _all(_named(row, facts, role) for role in roles)


def _destination(row: Row, facts: Facts) -> Told:
    said = {country_code(one) for one in _parts(row, "destination_country")}
    bound = set(facts.values.get("destinations", ()))
    if bound and said and "" not in said and bound - said:
        return no(f"it is for {', '.join(sorted(said))}")
    if (licence := _held(row, facts)) and bound and not general.reaches(licence, bound):
        return no(f"{licence['name']} is not valid for {', '.join(sorted(bound))}")
    named = bool(said) and "" not in said
    if not bound or facts.values.get("destinations_unread") or not (named or licence):
        return unknown("destination in the licence and the shipment")
    return yes("the same destination")


def _codes(item: Row, facts: Facts) -> set[str]:
    """The entries that the item meets, by every number they have."""
    met = {one["entry"] for one in item.get("candidates", ()) if one["verdict"] == "meets"}
    held = [one for one in facts.matches if one["entry"] in met]
    also = {code for one in held for code in (*one["eu"], *one["us"])}
    return {code.casefold() for code in met | also}


def _covers(said: str, code: str) -> bool:
    """Is the code the one said, or below it: 1C216 covers 1C216.a."""
    return code == said or (code.startswith(said) and not code[len(said)].isalnum())


def _held(row: Row, facts: Facts) -> Row:
    """The general authorisation of the lawbook that this row names; empty when none."""
    if not _is_general(row):
        return {}
    every: Mapping[str, Row] = facts.values.get("general_licences", {})
    return every.get(cell(row, "licence_no").upper(), {})


def _general_goods(licence: Row, facts: Facts, goods: Sequence[Row]) -> Told:
    """Does the general authorisation cover every number of these goods?"""
    answers = []
    for item in goods:
        codes = _numbers(item, facts, "eu")
        answers.append(
            general.covers(licence, codes, licence["none"]) if codes else Answer.UNKNOWN
        )
    told = f"goods that {licence['name']} covers ({licence['cite']})"
    return tree.both(answers) if answers else Answer.UNKNOWN, told


def _numbers(item: Row, facts: Facts, where: str) -> tuple[str, ...]:
    """The numbers of the item on one list, of the entries that it meets."""
    met = {one["entry"] for one in item.get("candidates", ()) if one["verdict"] == "meets"}
    held = [one for one in facts.matches if one["entry"] in met]
    return tuple(dict.fromkeys(code for one in held for code in one[where]))


def _goods_fit(row: Row, facts: Facts, goods: Sequence[Row]) -> Told:
    if licence := _held(row, facts):
        return _general_goods(licence, facts, goods)
    said = [one.casefold() for one in _parts(row, "entry")]
    answers = []
    for item in goods:
        codes = _codes(item, facts)
        if said and codes:
            fits = any(_covers(one, code) for one in said for code in codes)
            wider = any(_covers(code, one) for one in said for code in codes)
            answers.append(Answer.YES if fits else Answer.UNKNOWN if wider else Answer.NO)
        else:
            words = stems(cell(row, "goods"))
            same = not said and words and words <= stems(item.get("description", ""))
            answers.append(Answer.YES if same else Answer.UNKNOWN)
    return tree.both(answers) if answers else Answer.UNKNOWN, "entry or goods of the licence"


def _ceilings(row: Row) -> list[Ceiling]:
    """What the licence limits: the quantity, the value, or both."""
    number_of, kind = cell(row, "licence_no"), "licence"
    found = []
    if cell(row, "quantity"):
        unit = fold(cell(row, "quantity_unit"))
        found.append(Ceiling(kind, number_of, number(cell(row, "quantity")), unit))
    if cell(row, "value"):
        currency = cell(row, "currency").upper()
        worth = number(cell(row, "value"))
        found.append(Ceiling(kind, number_of, worth, currency, money=True))
    return found


def _quantity(row: Row, facts: Facts, goods: Sequence[Row]) -> Told:
    """Is no more shipped than is left of the licence, by quantity and value where it tells?"""
    ceilings = _ceilings(row)
    if not ceilings:
        return (
            yes("without a limit") if _is_general(row) else unknown("quantity of the licence")
        )
    told = [within(facts, one, goods) for one in ceilings]
    if all(answer is Answer.YES for answer, _ in told):
        return yes("; ".join(why for _, why in told))
    return _all(told)


def _days(row: Row, facts: Facts) -> Told:
    day = facts.values.get("date") or facts.values.get("day")
    if not _is_general(row) and not cell(row, "expires"):
        return unknown("last day of the licence")
    return in_force(row, day), f"it runs to {cell(row, 'expires') or 'no end'}"


def _all(told: Iterable[Told]) -> Told:
    """NO with the first reason against, else the first that is open, else YES."""
    held = list(told)
    for answer in (Answer.NO, Answer.UNKNOWN):
        for one in held:
            if one[0] is answer:
                return one
    return held[0] if held else yes("it fits")


_CHECKS: tuple[Callable[[Row, Facts], Told], ...] = (_exporter, _buyer, _destination, _days)


def _fits(row: Row, facts: Facts, item: Row, args: Args) -> Told:
    """Does the licence cover the item, with all the goods of the shipment it covers?"""
    status = fold(cell(row, "status"))
    if status and status not in {fold(word) for word in args["values"]}:
        return no(f"its status is {status}")
    stated = yes(status) if status else unknown("status of the licence")
    under = [
        one for one in _listed(facts) if _goods_fit(row, facts, (one,))[0] is not Answer.NO
    ]
    checks = (
        *(check(row, facts) for check in _CHECKS),
        _goods_fit(row, facts, (item,)),
    )
    left = _quantity(row, facts, under or (item,))
    return _all((left, *checks, stated))


def _listed(facts: Facts) -> list[Row]:
    """The goods that meet an entry; all goods where none is known to."""
    goods = list(items(facts))
    met = [
        one for one in goods if any(c["verdict"] == "meets" for c in one.get("candidates", ()))
    ]
    return met or goods


def _covered(rows: Iterable[Row], facts: Facts, item: Row, args: Args) -> Told:
    """Does one of the licences cover the item? The reason names the licence."""
    told = []
    for row in rows:
        answer, why = _fits(row, facts, item, args)
        name = f"licence {cell(row, 'licence_no') or 'without number'}"
        if answer is Answer.YES:
            return yes(f"{name} is on record and fits ({why.removeprefix(f'{name}: ')})")
        told.append((answer, f"{name}: {why.removeprefix(f'{name}: ')}"))
    for answer, why in told:
        if answer is Answer.UNKNOWN:
            return unknown(f"{why} not known")
    against = told[0][1] if told else "none names a party of it"
    return no(f"no licence on record fits this shipment ({against})")


def on_record(facts: Facts, item: Row, granted: Sequence[str]) -> Told:
    """Does a licence on record cover the item? UNKNOWN when no table of licences was given.

    ``granted``: the words of a status under which a licence counts.
    """
    rows = facts.values.get("licences")
    if rows is None:
        return unknown("table of licences")
    return _covered(rows, facts, item, {"values": granted})


def licence_missing(facts: Facts, args: Args) -> Told:
    """Is no licence on record that covers the listed goods of this shipment?

    ``values`` are the words of a status under which a licence counts.
    """
    rows = facts.values.get("licences")
    if rows is None:
        return unknown("table of licences")
    answer, why = _all(_covered(rows, facts, item, args) for item in _listed(facts) or [{}])
    return tree.opposite(answer), why


QUESTIONS = {"licence_missing": (licence_missing, ("--licences",))}
"""Predicate, and the columns or tables that would answer it."""
