"""Questions about knowledge and places. In: facts and arguments; out: answers with reasons.

Countries and words come from the lawbook's dated values; none stands here.
"""

from collections.abc import Collection

from catchall.determine.answers import Args, Told, first, no, parties, shown, unknown, yes
from catchall.determine.facts import Facts
from catchall.determine.reading import words_in
from catchall.text.countries import country_name


def knowledge_is(facts: Facts, args: Args) -> Told:
    """Does the exporter state one of these degrees of knowledge, of one of the ``limbs``?

    The limb ``any`` is knowledge stated without naming the use.
    """
    state, limb = facts.values.get("knowledge"), facts.values.get("knowledge_of")
    if state is None:
        return unknown("the exporter's knowledge of the end use is not stated")
    if state not in args["states"]:
        return no(f"the exporter states: {state}")
    told = f"the exporter states: {state}, of {limb} use"
    if "limbs" not in args or limb in args["limbs"]:
        return yes(told)
    return no(told) if limb else unknown("the use that the exporter knows of is not stated")


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


def party_in(facts: Facts, args: Args) -> Told:
    """Is a party in one of the roles established in one of the countries?"""
    named = parties(facts, args["roles"])
    if not named:
        return unknown(f"no {args['roles'][0].replace('_', ' ')} named")

    def told(party: Args) -> Told:
        country = party.get("country", "")
        if not country:
            return unknown(f"country of {shown(party)} not given")
        where = f"{shown(party)} is in {country_name(country)} ({country})"
        return yes(where) if _among(country, args["values"]) else no(where)

    return first(map(told, named), no(f"{len(named)} parties elsewhere"))


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
