"""Questions about the end-user certificate. In: facts and arguments; out: answers with reasons.

Parties, goods, quantity, use, promise, signer, days: each clause has its question. What it
does not say is UNKNOWN. Certificates come from the side table; without it all stays open.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
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
from catchall.determine.reading import after, kinds, number, span, words_in
from catchall.determine.reading import yes as said_yes
from catchall.determine.same_goods import about
from catchall.determine.used import Ceiling, within
from catchall.law import tree
from catchall.records import Answer
from catchall.text.countries import country_code
from catchall.text.firms import party_key
from catchall.text.normal import fold

Row = Mapping[str, Any]
KIND = "certificate"


def _rows(facts: Facts) -> Sequence[Row] | None:
    rows: Sequence[Row] | None = facts.values.get("certificates")
    return rows


def _each(facts: Facts, ask: Callable[[Row], Told], otherwise: str) -> Told:
    rows = _rows(facts)
    if rows is None:
        return unknown("table of certificates")
    return first(map(ask, rows), no(otherwise))


def _name(row: Row) -> str:
    return f"certificate {cell(row, 'certificate_no') or 'without number'}"


def certificate_missing(facts: Facts, _args: Args) -> Told:
    """Is there no certificate for the shipment, though the table of them was given?"""
    rows = _rows(facts)
    if rows is None:
        return unknown("table of certificates")
    return no(f"{len(rows)} certificates") if rows else yes("no certificate for this shipment")


def certificate_lacks(facts: Facts, args: Args) -> Told:
    """Does a certificate of the shipment lack one of the ``columns``?"""

    def ask(row: Row) -> Told:
        told = f"certificate {cell(row, 'certificate_no') or 'without number'}"
        if missing := [name for name in args["columns"] if name not in row]:
            return unknown(f"table of certificates: {', '.join(missing)}")
        lacking = [name for name in args["columns"] if not cell(row, name)]
        return yes(f"{told} has no {', '.join(lacking)}") if lacking else no(told)

    return _each(facts, ask, "no certificate lacks it")


def certificate_allows_retransfer(facts: Facts, _args: Args) -> Told:
    """Does a certificate of the shipment carry no promise not to pass the goods on?"""

    def ask(row: Row) -> Told:
        promised = said_yes(row.get("no_retransfer"))
        told = f"certificate {cell(row, 'certificate_no')}: no-retransfer {promised.value}"
        if promised is Answer.UNKNOWN:
            return unknown(told)
        return yes(told) if promised is Answer.NO else no(told)

    return _each(facts, ask, "every certificate forbids retransfer")


def certificate_expired(facts: Facts, _args: Args) -> Told:
    """Had a certificate of the shipment expired by the shipment's date, or else the day?"""
    day: Span | None = facts.values.get("date") or facts.values.get("day")

    def ask(row: Row) -> Told:
        if not cell(row, "expires"):
            return no("no end stated")
        answer = after(day, span(row.get("expires")))
        return answer, f"certificate {cell(row, 'certificate_no')} expires {row['expires']}"

    return _each(facts, ask, "no certificate had expired")


def certificate_differs(facts: Facts, args: Args) -> Told:
    """Does a certificate name another firm than the shipment in one of the ``roles``?"""

    def ask_role(row: Row, role: str) -> Told:
        named, said = parties(facts, (role,)), cell(row, role)
        if not named or not said:
            return unknown(f"{role.replace('_', ' ')} in the certificate and the shipment")
        if party_key(said) in {party_key(party["name"]) for party in named}:
            return no(said)
        return yes(
            f"the certificate names {said} as {role.replace('_', ' ')}, not {shown(named[0])}"
        )

    def ask(row: Row) -> Told:
        return first((ask_role(row, role) for role in args["roles"]), no("the same parties"))

    return _each(facts, ask, "the certificates name the same parties")


def certificate_country_differs(facts: Facts, _args: Args) -> Told:
    """Does a certificate put the end user into another country than the shipment does?"""

    def ask(row: Row) -> Told:
        said = country_code(cell(row, "end_user_country"))
        homes = {party.get("country", "") for party in parties(facts, ("end_user",))} - {""}
        if not said or not homes:
            return unknown("country of the end user in the certificate and the shipment")
        told = f"the certificate puts the end user into {said}, the shipment into"
        return no(said) if said in homes else yes(f"{told} {', '.join(sorted(homes))}")

    return _each(facts, ask, "the end user is in the same country")


def _others(row: Row, goods: Sequence[Row], dull: Iterable[str]) -> list[tuple[Row, Told]]:
    return [(item, about(cell(row, "goods"), item, dull)) for item in goods]


def certificate_other_goods(facts: Facts, args: Args) -> Told:
    """Is there an item that no certificate is for, by entry, code, class or words?

    ``values`` are words that say nothing about goods.
    """
    rows = _rows(facts)
    if rows is None:
        return unknown("table of certificates")
    if not rows:
        return no("no certificate to compare")
    if all(not cell(row, "goods") for row in rows):
        return unknown(f"goods of {_name(rows[0])}")
    goods = items(facts)
    told = [_uncovered(item, rows, args["values"]) for item in goods]
    if any(answer is Answer.NO for answer, _ in told):
        told = [_counts(item, one) for item, one in zip(goods, told, strict=True)]
    return first(told, no("the certificates are for these goods"))


def _counts(item: Row, told: Told) -> Told:
    """Beside goods that the certificate names, unlisted ones need none."""
    bears = {"not_listed": Answer.NO, "listed": Answer.YES, "judge": Answer.YES}
    return tree.both((told[0], bears.get(item.get("outcome", ""), Answer.UNKNOWN))), told[1]


def _uncovered(item: Row, rows: Sequence[Row], dull: Iterable[str]) -> Told:
    """YES when every certificate is for other goods than the item."""
    told = [about(cell(row, "goods"), item, dull) for row in rows]
    answer = tree.opposite(tree.either(one for one, _ in told))
    if answer is Answer.YES:
        return yes(f"{_name(rows[0])} is for {cell(rows[0], 'goods')!r}; {told[0][1]}")
    return answer, next((why for one, why in told if one is Answer.UNKNOWN), "its goods")


def certificate_falls_short(facts: Facts, args: Args) -> Told:
    """Is a certificate for less than all lines under it, with what was used of it before?

    Several certificates may each be for a part: that is left open. ``values`` are words that
    say nothing about goods.
    """
    alone = len(_rows(facts) or ()) == 1

    def ask(row: Row) -> Told:
        told = _others(row, items(facts), args.get("values", ()))
        sure = [item for item, (answer, _) in told if answer is Answer.YES]
        most = [item for item, (answer, _) in told if answer is not Answer.NO]
        if len(told) == 1:
            sure = most = [told[0][0]]
        allowed, unit = number(cell(row, "quantity")), fold(cell(row, "quantity_unit"))
        answer, why = within(
            facts, Ceiling(KIND, cell(row, "certificate_no"), allowed, unit), sure, most
        )
        if not alone and answer is not Answer.UNKNOWN:
            return unknown(f"{why}; which certificate each line is under")
        return tree.opposite(answer), why

    return _each(facts, ask, "the certificates are for as much")


def certificate_other_use(facts: Facts, args: Args) -> Told:
    """Does a certificate state a use of another kind than the shipment (``values``: the kinds)?

    The same words, or a kind in common, is the same use; words of no kind held leave it open.
    """
    stated = str(facts.values.get("stated_end_use", ""))

    def ask(row: Row) -> Told:
        said = cell(row, "end_use")
        if not said or not stated:
            return unknown(f"use stated in {_name(row)} and by the shipment")
        if set(fold(said).split()) & set(fold(stated).split()) - set(args["values_not"]):
            return no(said)
        here, there = kinds(stated, args["values"]), kinds(said, args["values"])
        told = f"{_name(row)} is for {said!r}, the shipment for {stated!r}"
        if not here or not there:
            return unknown(f"{told}: whether that is one use")
        return no(told) if here & there else yes(told)

    return _each(facts, ask, "the certificates state the same use")


def certificate_says(facts: Facts, args: Args) -> Told:
    """Does a certificate say one of the words in one of the ``columns``? Empty is open."""

    def ask_column(row: Row, column: str) -> Told:
        said, told = cell(row, column), column.replace("_", " ")
        if not said:
            return unknown(f"{told} of {_name(row)}")
        word = words_in(said, args["values"])
        return yes(f"{_name(row)}: {told} {said!r} says {word!r}") if word else no(said)

    def ask(row: Row) -> Told:
        return first((ask_column(row, one) for one in args["columns"]), no("no such word"))

    return _each(facts, ask, "the certificates say no such word")


def certificate_dated_after(facts: Facts, _args: Args) -> Told:
    """Was a certificate signed only after the shipment?"""
    shipped: Span | None = facts.values.get("date")

    def ask(row: Row) -> Told:
        answer = after(span(row.get("date")), shipped)
        if answer is Answer.UNKNOWN:
            return unknown("day of the certificate and of the shipment")
        return answer, f"certificate {cell(row, 'certificate_no')} is of {cell(row, 'date')}"

    return _each(facts, ask, "the certificates came before")


def certificate_signed_by_trader(facts: Facts, args: Args) -> Told:
    """Does the end user of a certificate have the name of a trader or forwarder?"""

    def ask(row: Row) -> Told:
        user = cell(row, "end_user")
        if not user:
            return unknown("end user of the certificate")
        word = words_in(user, args["values"])
        return yes(f"the certificate's end user {user}: {word!r}") if word else no(user)

    return _each(facts, ask, "end users are no traders")


QUESTIONS = {
    "certificate_missing": (certificate_missing, ("--certificates",)),
    "certificate_lacks": (certificate_lacks, ("--certificates",)),
    "certificate_says": (certificate_says, ("--certificates",)),
    "certificate_allows_retransfer": (certificate_allows_retransfer, ("--certificates",)),
    "certificate_expired": (certificate_expired, ("--certificates",)),
    "certificate_differs": (certificate_differs, ("--certificates", "end_user")),
    "certificate_country_differs": (certificate_country_differs, ("--certificates",)),
    "certificate_other_goods": (certificate_other_goods, ("--certificates", "description")),
    "certificate_other_use": (certificate_other_use, ("--certificates", "stated_end_use")),
    "certificate_falls_short": (certificate_falls_short, ("--certificates", "quantity")),
    "certificate_dated_after": (certificate_dated_after, ("--certificates", "date")),
    "certificate_signed_by_trader": (certificate_signed_by_trader, ("--certificates",)),
}
"""Predicate, and the columns or tables that would answer it."""
