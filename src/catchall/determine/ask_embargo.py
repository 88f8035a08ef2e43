"""Questions about embargoed countries and regions. In: facts, arguments; out: answers.

They look at every place the papers name: parties in any role, addresses, flags, banks, origin
and ports. Countries, regions and their names are arguments, from the lawbook.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

from catchall.determine.answers import Args, Told, first, no, shown, unknown, whoever, yes
from catchall.determine.facts import Facts
from catchall.determine.reading import words_in
from catchall.text.countries import country_name
from catchall.text.normal import fold

_WAYS = (
    "street|str|st|road|rd|avenue|ave|lane|drive|way|square|plaza|boulevard|blvd|strasse|gate"
)
_BEFORE = "calle|rua|rue|avenida|via|avenue|av|plaza|hotel|strada|ulitsa|ul|south"


@lru_cache(maxsize=1024)
def _names(names: tuple[str, ...]) -> re.Pattern[str]:
    """The names as places: not as the name of a street."""
    words = "|".join(sorted(map(re.escape, map(fold, names)), key=len, reverse=True)) or "(?!)"
    ways = "".join(rf"(?<!\b{word} )" for word in _BEFORE.split("|"))
    return re.compile(rf"{ways}\b({words})\b(?! (?:{_WAYS})\b)")


@lru_cache(maxsize=65_536)
def _place_in(address: str, names: tuple[str, ...]) -> str:
    found = _names(names).search(fold(address))
    return found[1] if found else ""


def _said_of(facts: Facts, field: str, countries: Collection[str]) -> Told:
    """Does a country that the papers give in this field count among the countries?"""
    values, words = facts.values, field.replace("_", " ")
    held = values.get(f"{field}_all") or ((values[field],) if field in values else ())
    for country in held:
        if country in countries:
            return yes(f"{words} {country_name(country)} ({country})")
    if unread := values.get(f"{field}_unread"):
        return unknown(f"{words} {unread[0]!r} is no country that is known")
    return no(f"{words} elsewhere")


def country_named_in(facts: Facts, args: Args) -> Told:
    """Is one of the countries named in one of the ``fields``?"""
    told = [_said_of(facts, field, args["values"]) for field in args["fields"]]
    absent = [
        field.replace("_", " ")
        for field in args["fields"]
        if not any(f"{field}{end}" in facts.values for end in ("", "_all", "_unread"))
    ]
    rest = unknown(f"{', '.join(absent)} not given") if absent else no("no such country there")
    return first(told, rest)


def address_names(facts: Facts, args: Args) -> Told:
    """Does an address of a party in one of the roles name one of the countries or its towns?

    ``values_names`` holds the names by country. An address not given names none.
    """
    names = _of(args["values_names"], args["values"])
    for party in whoever(facts, args["roles"]):
        address = party.get("address")
        if address and (word := _place_in(address, names)):
            return yes(f"the address of {shown(party)} names {word!r}")
    return no("no address names such a country")


def _of(names: Mapping[str, Collection[str]], countries: Collection[str]) -> tuple[str, ...]:
    return tuple(name for country in countries for name in names.get(country, ()))


def _could_lie(party: Args, countries: Collection[str]) -> bool:
    """Could the party be in one of the countries? One that is not known could."""
    held = [one for one in party.get("countries", (party.get("country"),)) if one]
    return not held or any(one in countries for one in held) or bool(party.get("unread"))


def _texts(facts: Facts, args: Args) -> Iterator[tuple[str, str, bool]]:
    """Every text that may name the region, what it is, and whether it surely is such a place.

    An address is sure in a country it can be written with, and open where none is known.
    """
    if text := facts.values.get("destination_text"):
        yield "destination", text, True
    for party in whoever(facts, args["roles"]):
        if not _could_lie(party, args["values_in"]):
            continue
        if text := party.get("country_text"):
            yield f"country of {shown(party)}", text, True
        if text := party.get("address"):
            yield f"address of {shown(party)}", text, _seated(party, args["values_in"])
    for leg in args["legs"]:
        for port in facts.values.get(leg, ()):
            yield leg.replace("_", " "), port["port"], True


def region_named(facts: Facts, args: Args) -> Told:
    """Does the destination, a party or a port (``legs``) name one of the regions or its towns?

    The ``values_in`` are the countries that such an address may be written with.
    """

    def told(what: str, text: str, sure: bool) -> Told:  # noqa: FBT001
        word = words_in(text, args["values"])
        if not word:
            return no(f"{what} names no such region")
        why = f"{what} names {word!r}"
        return yes(why) if sure else unknown(f"{why}; its country is not known")

    found = (told(*one) for one in _texts(facts, args))
    return first(found, _unsaid(facts, args))


def _unsaid(facts: Facts, args: Args) -> Told:
    """What is not told could name the region: an address, the destination."""
    for party in whoever(facts, args["roles"]):
        if not party.get("address") and _could_lie(party, args["values_in"]):
            return unknown(f"address of {shown(party)} not given, which could lie there")
    if "destination_text" not in facts.values:
        return unknown("no destination given")
    return no("no such region is named")


def _seated(party: Args, countries: Collection[str]) -> bool:
    held = party.get("countries", (party.get("country", ""),))
    return any(one in countries for one in held)


def region_open(facts: Facts, args: Args) -> Told:
    """Could the goods go to one of the regions, as no paper says where in the country they go?

    Open where the destination or a party in the roles (``or_roles``: one of these besides) is
    in one of the countries ``home`` and no address there is told, and where a place is named
    (``values``) that lies partly inside. With ``named_only`` the destination is not looked at.
    """
    held = whoever(facts, args["roles"])
    for party in held:
        if _could_lie(party, args["home"]) and not party.get("address"):
            return unknown(f"address of {shown(party)} not given, which could lie there")
    for what, text, _ in _texts(facts, args):
        if word := words_in(text, args["values"]):
            return unknown(f"{what} names {word!r}, which lies partly in an embargoed region")
    if args.get("named_only"):
        return no("no address lies there")
    return _bound(facts, args["home"], [*held, *whoever(facts, args.get("or_roles", ()))])


def _bound(facts: Facts, home: Sequence[str], held: Iterable[Args]) -> Told:
    destinations = facts.values.get("destinations", ())
    if not destinations:
        return unknown("no destination given")
    if any(one in home for one in destinations) and not any(_seated(one, home) for one in held):
        return unknown(f"where in {country_name(home[0])} the goods go is not given")
    return no("nothing leads to such a region")


PLACES = (
    "destination_country", "consignee_address", "end_user_address", "discharge_port",
)  # fmt: skip
QUESTIONS = {
    "country_named_in": (country_named_in, ("vessel_flag", "bank_country", "origin_country")),
    "address_names": (address_names, ("consignee_address", "end_user_address")),
    "region_named": (region_named, PLACES),
    "region_open": (region_open, ("consignee_address",)),
}
"""Predicate, and the columns that would answer it."""
