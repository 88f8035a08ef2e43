"""Questions about knowledge and places. In: facts and arguments; out: answers with reasons.

Countries and words come from the lawbook's dated values; none stands here.
"""

from collections.abc import Collection

from catchall.determine.answers import (
    Args,
    Told,
    first,
    no,
    parties,
    shown,
    unknown,
    whoever,
    yes,
)
from catchall.determine.facts import Facts
from catchall.determine.reading import words_in
from catchall.determine.said import ANY_USE, WIDER
from catchall.records import Answer
from catchall.text.countries import country_name


def knowledge_is(facts: Facts, args: Args) -> Told:
    """Does the exporter state one of these degrees of knowledge, of one of the ``limbs``?

    The limb ``any`` is knowledge stated without naming the use, or not readably: it may be of
    any use, so a rule about one use stays open.
    """
    state = facts.values.get("knowledge")
    unread = facts.values.get("knowledge_unread", ())
    if state is None:
        what = f": {unread[0]!r} is no statement that is known" if unread else ""
        return unknown(f"the exporter's knowledge of the end use is not stated{what}")
    sole = ((state, facts.values.get("knowledge_of", "")),)
    told = facts.values.get("knowledge_told", sole)
    asked = (_known(one, use, args) for one, use in told if one in args["states"])
    rest = no(f"the exporter states: {state}")
    if unread:
        rest = unknown(f"the exporter's statement {unread[0]!r} could not be read")
    return first(asked, rest)


def _known(state: str, use: str, args: Args) -> Told:
    told = f"the exporter states: {state}, of {use} use"
    limbs = args.get("limbs", (use,))
    if use in limbs or WIDER.get(use) in limbs:
        return yes(told)
    if use in ("", ANY_USE) or any(WIDER.get(limb) == use for limb in limbs):
        return unknown("the use that the exporter knows of is not stated")
    return no(told)


def _among(country: str, countries: Collection[str]) -> bool:
    return country in countries


def destination_in(facts: Facts, args: Args) -> Told:
    """Is a destination among the countries?"""
    held = facts.values.get("destinations", ())
    for country in held:
        if _among(country, args["values"]):
            return yes(f"destination {country_name(country)} ({country})")
    if unread := facts.values.get("destinations_unread", ()):
        return unknown(f"destination {unread[0]!r} is no country that is known")
    if not held:
        return unknown("no destination given")
    return no(f"destination {', '.join(held)}")


def _seat(party: Args, countries: Collection[str]) -> Told:
    """Is the party in one of the countries? Every country that its cell names counts."""
    held = party.get("countries", (party.get("country", ""),))
    who = shown(party)
    for country in held:
        if country in countries:
            return yes(f"{who} is in {country_name(country)} ({country})")
    if unread := party.get("unread"):
        return unknown(f"country {unread[0]!r} of {who} is no country that is known")
    if not any(held):
        return unknown(f"country of {who} not given")
    return no(f"{who} is in {country_name(held[0])} ({held[0]})")


def party_in(facts: Facts, args: Args) -> Told:
    """Is a party in one of the roles established in one of the countries?

    ``must`` names roles of which a country has to be known; with ``named_only`` a role nobody
    is named in leaves nothing open. A party without a name counts by its country.
    """
    named = whoever(facts, args["roles"])
    roles = {party["role"] for party in named}
    missing = [role for role in args.get("must", ()) if role not in roles]
    if not named and not args.get("named_only"):
        missing = missing or [args["roles"][0]]
    told = first(
        (_seat(party, args["values"]) for party in named),
        no(f"{len(named)} parties elsewhere"),
    )
    if missing and told[0] is not Answer.YES:
        return unknown(f"no {missing[0].replace('_', ' ')} named")
    return told


def route_in(facts: Facts, args: Args) -> Told:
    """Does a port of the route (``legs``) lie in one of the countries?"""

    def told(leg: str) -> Told:
        ports = facts.values.get(leg)
        if ports is None:
            return unknown(f"{leg.replace('_', ' ')} not given")
        for port in ports:
            if _among(port["country"], args["values"]):
                return yes(f"{leg.replace('_', ' ')} {port['port']} is in {port['country']}")
        unread = [port["port"] for port in ports if not port["country"]]
        return (
            unknown(f"country of port {unread[0]!r} not known") if unread else no("elsewhere")
        )

    return first(map(told, args["legs"]), no("every port of the route lies elsewhere"))


def port_abroad(facts: Facts, _args: Args) -> Told:
    """Does the discharge port lie in another country than the destination?"""
    ports, held = facts.values.get("discharge_port"), facts.values.get("destinations", ())
    if ports is None or not held or not all(port["country"] for port in ports):
        return unknown("discharge port, its country or the destination not given")
    away = [port for port in ports if port["country"] not in held]
    if away:
        return yes(f"discharged at {away[0]['port']}, destination {', '.join(held)}")
    return no("discharged in the country of destination")


def address_says(facts: Facts, args: Args) -> Told:
    """Does the address of a party in one of the roles hold one of the words?"""
    named = parties(facts, args["roles"])

    def told(party: Args) -> Told:
        if not party.get("address"):
            return unknown(f"address of {shown(party)} not given")
        word = words_in(f"{party['name']} {party['address']}", args["values"])
        return yes(f"address of {shown(party)} says {word!r}") if word else no("no such word")

    return first(map(told, named), no("no such word")) if named else unknown("no address given")


def jurisdictions_reach(facts: Facts, args: Args) -> Told:
    """Are the parties in these roles in at least so many different countries?"""
    named = parties(facts, args["roles"])
    held = {party["country"] for party in named if party.get("country")}
    open_roles = set(args["roles"]) - {party["role"] for party in named if party.get("country")}
    told = ", ".join(sorted(held)) or "none known"
    if len(held) >= args["at_least"]:
        return yes(f"parties in {len(held)} countries: {told}")
    if len(held) + len(open_roles) < args["at_least"]:
        return no(f"countries: {told}")
    return unknown(f"countries known: {told}; not known for {', '.join(sorted(open_roles))}")


QUESTIONS = {
    "knowledge_is": (knowledge_is, ("exporter_knowledge",)),
    "destination_in": (destination_in, ("destination_country",)),
    "party_in": (party_in, ("consignee_country", "end_user_country")),
    "route_in": (route_in, ("transit_ports", "discharge_port")),
    "port_abroad": (port_abroad, ("discharge_port", "destination_country")),
    "address_says": (address_says, ("consignee_address", "end_user_address")),
    "jurisdictions_reach": (
        jurisdictions_reach,
        ("consignee_country", "payer_country", "notify_party_country"),
    ),
}
"""Predicate, and the columns that would answer it."""
