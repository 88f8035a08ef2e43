"""Parties against one list by what is not a name: identifiers and addresses.

In: a party and an opened index. Out: ``Hit``s. The role of the party and its name play no part:
a ship keeps its IMO number whatever it is called.
"""

from collections.abc import Iterator, Mapping
from itertools import chain, starmap
from typing import Any

from catchall.names.index import Index
from catchall.names.score import score
from catchall.screen.by_name import country_relation
from catchall.screen.model import Hit, ListInForce, Occurrence
from catchall.screen.wording import listed
from catchall.text import identifiers
from catchall.text.countries import country_code

REACHED = 0.9
"""Score of a shared e-mail address or telephone number: several parties can have it."""
ABROAD = 0.9
"""Score of a national number that nothing else bears out: perhaps another body's."""
SAME_PLACE = 0.6
"""Score of a shared address: a lead, not a match of the party."""
_SPELT = {
    "imo": "IMO number", "lei": "LEI", "email": "e-mail address", "phone": "telephone number",
    "number": "number",
}  # fmt: skip


def wrong_ship_numbers(party: Occurrence) -> tuple[str, ...]:
    """Which IMO numbers of the party have a wrong check digit?"""
    return tuple(
        value
        for kind, value in party.identifiers
        if (key := identifiers.key(kind, value)) and key[0] == "imo"
        if not identifiers.imo_is_valid(key[1])
    )


def usable(party: Occurrence) -> tuple[str, ...]:
    """Which numbers of the party can be looked up and identify someone, each with its kind?

    An e-mail address or a telephone number is looked up too, but proves no identity.
    """
    return tuple(
        f"{kind} {value}"
        for kind, value in party.identifiers
        if (found := identifiers.key(kind, value)) and found[0] not in identifiers.REACHED
        if found[0] != "imo" or identifiers.imo_is_valid(found[1])
    )


def ship_problem(party: Occurrence) -> str:
    """Why can the IMO number given of a vessel not be used? ``""`` when it can, or none is."""
    if party.role != "vessel":
        return ""
    for kind, value in party.identifiers:
        if identifiers.kind_of(kind) != "imo" or not value:
            continue
        found = identifiers.key(kind, value)
        if found is None:
            return f"not screened by number: {value!r} is no IMO number of seven digits"
        if not identifiers.imo_is_valid(found[1]):
            return f"not screened by number: IMO number {value!r} has a wrong check digit"
    return ""


def _listed_number(record: Mapping[str, Any], key: tuple[str, str]) -> Mapping[str, Any] | None:
    for held in record["identifiers"]:
        if identifiers.key(held["kind"], held["value"]) == key:
            found: Mapping[str, Any] = held
            return found
    return None


def _judge(key: tuple[str, str], relation: str, *, named: bool) -> tuple[float, bool, str]:
    """Score, whether it proves identity, and why or why not."""
    if key[0] in identifiers.REACHED:
        return REACHED, False, "several parties can share it: it proves no identity"
    if key[0] in identifiers.NATIONAL:
        return _judge_national(relation, named=named)
    if key[0] == "imo" and not identifiers.imo_is_valid(key[1]):
        return 1.0, True, "its check digit is wrong, on the list and in the shipment alike"
    return 1.0, True, "the number proves identity, whatever the name"


def _judge_national(relation: str, *, named: bool) -> tuple[float, bool, str]:
    # a person lives where he likes: number and name together prove, wherever he is; the digits
    # alone can be another body's in another country, and the country must be known to say no
    if named:
        return 1.0, True, "number and name together prove identity"
    if relation == "differs":
        return ABROAD, False, "the countries differ: the same digits can be another body's"
    if relation != "agrees":
        return ABROAD, False, "no country and another name: the digits can be another body's"
    return 1.0, True, "number and country together prove identity, whatever the name"


def _named_alike(party: Occurrence, record: Mapping[str, Any]) -> bool:
    names = (name["text"] for name in record["names"])
    schema = record["schema"]
    return bool(party.name) and any(
        score(party.name, one, schema=schema).match for one in names
    )


def _number_hit(
    where: tuple[int, ListInForce],
    party: Occurrence,
    record: Mapping[str, Any],
    key: tuple[str, str],
    held: Mapping[str, Any],
) -> Hit:
    list_at, watchlist = where
    country = country_code(party.country) if party.country else ""
    ties = [held["country"]] if held["country"] else record["countries"]
    relation = country_relation(country, ties)
    worth, proven, remark = _judge(key, relation, named=_named_alike(party, record))
    name = record["names"][0]
    kind = _SPELT.get(held["kind"]) or f"{held['kind'].replace('_', ' ')} number"
    why = f"{listed(watchlist, record, name)}: same {kind} {held['value']}; {remark}"
    evidence = {
        "identifier": {"kind": key[0], "value": key[1], "listed_as": held["kind"]},
        "check_digit": identifiers.imo_is_valid(key[1]) if key[0] == "imo" else None,
        "country": {"party": country, "record": ties, "is": relation},
    }
    return Hit(
        list_at, record["record"], record["schema"], name["text"], name["kind"], "identifier",
        score=worth, match=True, why=why, evidence=evidence,
        citation="; ".join(record["citations"]), confirmed=proven,
    )  # fmt: skip


def identifier_hits(
    list_at: int, watchlist: ListInForce, index: Index, party: Occurrence
) -> Iterator[Hit]:
    """Every record of the list that holds one of the party's numbers."""
    for key in dict.fromkeys(chain.from_iterable(starmap(identifiers.keys, party.identifiers))):
        for row in index.with_identifier(*key):
            record = index.record(row)
            if held := _listed_number(record, key):  # the digest alone could collide
                yield _number_hit((list_at, watchlist), party, record, key, held)


def address_hits(
    list_at: int, watchlist: ListInForce, index: Index, party: Occurrence
) -> Iterator[Hit]:
    """Every record of the list at the party's very address; a lead, not a match."""
    for row in index.at_address(party.address) if party.address else ():
        record = index.record(row)
        name = record["names"][0]
        why = (
            f"{listed(watchlist, record, name)}: same number, street and town; "
            "a shared address is a lead, not a match"
        )
        yield Hit(
            list_at, record["record"], record["schema"], name["text"], name["kind"], "address",
            score=SAME_PLACE, match=False, why=why, evidence={"address": party.address},
            citation="; ".join(record["citations"]),
        )  # fmt: skip
