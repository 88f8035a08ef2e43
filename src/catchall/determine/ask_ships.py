"""Questions about the ship. In: facts and arguments; out: answers with reasons.

A ship is known by its IMO number; its row in the table of vessels tells flag, operator and
ports. Countries are arguments, from the lawbook.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from catchall.determine.answers import Args, Told, first, no, parties, unknown, yes
from catchall.determine.facts import Facts
from catchall.determine.joins import cell, imo
from catchall.text.identifiers import imo_is_valid
from catchall.text.normal import fold

Row = Mapping[str, Any]
NO_ROW = "table of vessels: this ship"


def _rows(facts: Facts) -> Sequence[Row]:
    rows: Sequence[Row] = facts.values.get("vessels", ())
    return rows


def _named(facts: Facts) -> bool:
    return "vessel_imo" in facts.values or bool(parties(facts, ("vessel",)))


def ship_in(facts: Facts, args: Args) -> Told:
    """Does the table of vessels name one of the countries in ``columns`` of the ship?

    With ``named_only`` a shipment that names no ship leaves nothing open.
    """
    rows = _rows(facts)
    if args.get("named_only") and not rows and not _named(facts):
        return no("no ship named")
    if not rows:
        return unknown(NO_ROW)
    open_ = ""
    for row in rows:
        for column in args["columns"]:
            places = row.get(f"{column}_countries") or ()
            for place, country in places:
                if country in args["values"]:
                    return yes(f"ship {cell(row, 'name')}: {column.replace('_', ' ')} {place}")
                open_ = open_ or ("" if country else f"country of {place}")
            open_ = open_ or ("" if places else f"table of vessels: {column}")
    return unknown(open_) if open_ else no("the ship has no such tie")


def imo_fails(facts: Facts, _args: Args) -> Told:
    """Does the ship's IMO number fail its check digit, or has it not seven digits?"""
    text = facts.values.get("vessel_imo")
    if not text:
        return unknown("vessel imo not given")
    wrong = [one.strip() for one in str(text).split(";") if not imo_is_valid(imo(one))]
    return yes(f"IMO number {wrong[0]!r} fails its check digit") if wrong else no(str(text))


def ship_differs(facts: Facts, args: Args) -> Told:
    """Do the papers and the row of the ship's IMO number differ in one of ``columns``?

    ``columns`` are ``name`` and ``flag``; a row found by name alone proves nothing.
    """
    number = imo(str(facts.values.get("vessel_imo", "")))
    rows = [row for row in _rows(facts) if number and imo(cell(row, "imo")) == number]
    if not rows:
        return unknown(NO_ROW)
    asked = (_DIFFERS[column](facts, row) for row in rows for column in args["columns"])
    return first(asked, no("papers and table of vessels agree"))


def _name_differs(facts: Facts, row: Row) -> Told:
    held = {fold(party["name"]) for party in parties(facts, ("vessel",))}
    name = cell(row, "name")
    if not held or not name:
        return unknown("name of the ship in the papers and the table of vessels")
    if fold(name) in held:
        return no(name)
    return yes(f"the number is that of {name}; the papers say {', '.join(sorted(held))}")


def _flag_differs(facts: Facts, row: Row) -> Told:
    held = facts.values.get("vessel_flag")
    told = [code for _, code in row.get("flag_countries") or ()]
    if held is None or not told or "" in told:
        return unknown("flag of the ship in the papers and the table of vessels")
    if held in told:
        return no(f"flag {held}")
    return yes(f"the papers say flag {held}, the table of vessels {', '.join(told)}")


_DIFFERS: Mapping[str, Callable[[Facts, Row], Told]] = {
    "name": _name_differs,
    "flag": _flag_differs,
}


def field_in(facts: Facts, args: Args) -> Told:
    """Is the country in ``field`` one of the countries?"""
    country = facts.values.get(args["field"])
    if country is None:
        return unknown(f"{args['field'].replace('_', ' ')} not given")
    told = f"{args['field'].replace('_', ' ')} {country}"
    return yes(told) if country in args["values"] else no(told)


QUESTIONS = {
    "ship_in": (ship_in, ("--vessels", "vessel_imo")),
    "field_in": (field_in, ("vessel_flag",)),
    "imo_fails": (imo_fails, ("vessel_imo",)),
    "ship_differs": (ship_differs, ("--vessels", "vessel_imo", "vessel_flag")),
}
"""Predicate, and the columns or tables that would answer it."""
