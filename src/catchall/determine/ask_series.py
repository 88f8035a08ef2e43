"""Questions about what was seen across shipments. In: facts and arguments; out: answers.

SERIES is built before (``series.build``); a shipment without it leaves every question open.
"""

from collections.abc import Mapping
from typing import Any

from catchall.determine.answers import Args, Told, no, parties, unknown, yes
from catchall.determine.facts import Facts

MISSING = "the shipments of the whole input together"


def _series(facts: Facts) -> Mapping[str, Any] | None:
    held: Mapping[str, Any] | None = facts.values.get("series")
    return held


def contact_of_flagged(facts: Facts, args: Args) -> Told:
    """Does a buyer share a contact with a firm that something stands against?"""
    links = facts.values.get("linked")
    if links is None:
        return unknown(MISSING)
    for link in links:
        if link["against"]:
            who = f"{link['role'].replace('_', ' ')} {link['name']}"
            told = f"{who} shares its {link['kind']} with {link['other']}"
            return yes(f"{told}: {', '.join(link['against'])}")
    if links and not {"measures", "denials"} <= set(facts.values):
        return unknown(f"tables of measures and denials: about {links[0]['other']}")
    return _reachable(facts, args)


def _reachable(facts: Facts, args: Args) -> Told:
    """NO when a buyer gives a contact that could have been shared."""
    for party in parties(facts, args["roles"]):
        if any(party.get(kind) for kind in ("address", "phone", "email")):
            return no("no contact is shared with such a firm")
    return unknown("address, telephone or e-mail of the buyers")


def address_crowded(facts: Facts, args: Args) -> Told:
    """Do at least so many firms of different names use a buyer's address?"""
    held = _series(facts)
    crowd = None if held is None else held.get("address_firms")
    if crowd is None:
        return unknown("an address with a number, of the consignee or end user")
    told = f"{crowd} firms use the address"
    return yes(told) if crowd >= args["at_least"] else no(told)


def order_split(facts: Facts, _args: Args) -> Told:
    """Is the shipment part of a run that stays below a limit shipment by shipment?

    The reason tells neither the limit nor the window: that would tell how to stay quiet.
    """
    held = _series(facts)
    run = None if held is None else held.get("split")
    if run is None:
        return unknown("exact dates, user, code, value and currency of the shipments")
    if not run:
        return no("no run of such shipments")
    return yes(
        f"{run['count']} shipments of {run['hs6']} to one user come close to a limit together: "
        f"{', '.join(run['shipments'])}"
    )


def basket_filled(facts: Facts, _args: Args) -> Told:
    """Does the shipment help to fill a set of goods that makes one controlled product?"""
    held = _series(facts)
    found = None if held is None else held.get("baskets")
    if found is None:
        return unknown(MISSING)
    if not found:
        return no("no set of goods is filled")
    basket = found[0]
    return yes(
        f"{basket['title']}: {', '.join(basket['members'])} to one user, in shipments "
        f"{', '.join(basket['shipments'])}"
    )


def far_from_like(facts: Facts, args: Args) -> Told:
    """Does the ratio ``what`` differ from the like by ``factor`` and so many ``deviations``?"""
    held = _series(facts)
    told = None if held is None else held.get(args["what"])
    if told is None:
        return unknown("quantity, unit, code, and value with currency or weight, of the like")
    if told["of"] < args["at_least"]:
        return unknown(f"{args['at_least']} lines of the like; there are {told['of']}")
    why = (
        f"{args['what'].replace('_', ' ')} {told['factor']:g} times from the median of "
        f"{told['of']} lines of {told['group']}, {told['deviations']:g} deviations"
    )
    far = told["factor"] >= args["factor"] and told["deviations"] >= args["deviations"]
    return yes(why) if far else no(why)


QUESTIONS = {
    "contact_of_flagged": (contact_of_flagged, ("consignee_address", "--measures")),
    "address_crowded": (address_crowded, ("consignee_address",)),
    "order_split": (order_split, ("order_date", "value", "currency")),
    "basket_filled": (basket_filled, ("description",)),
    "far_from_like": (far_from_like, ("quantity", "quantity_unit", "value", "currency")),
}
"""Predicate, and the columns that would answer it."""
