"""Parties against one list by what is not a name: identifiers and addresses.

In: a party and an opened index. Out: ``Hit``s. The role of the party and its name play no part:
a ship keeps its IMO number whatever it is called.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from catchall.names.index import Index
from catchall.screen.by_name import country_relation
from catchall.screen.model import Hit, ListInForce, Occurrence
from catchall.screen.wording import listed
from catchall.text import identifiers
from catchall.text.countries import country_code

REACHED = 0.9
"""Score of a shared e-mail address or telephone number: several parties can have it."""
ABROAD = 0.9
"""Score of a national number where the countries differ: perhaps another body's."""
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


def _listed_number(record: Mapping[str, Any], key: tuple[str, str]) -> Mapping[str, Any] | None:
    for held in record["identifiers"]:
        if identifiers.key(held["kind"], held["value"]) == key:
            found: Mapping[str, Any] = held
            return found
    return None


def _judge(key: tuple[str, str], relation: str) -> tuple[float, bool, str]:
    """Score, whether it proves identity, and why not."""
    if key[0] in identifiers.REACHED:
        return REACHED, False, "several parties can share it: it proves no identity"
    if key[0] in identifiers.NATIONAL and relation == "differs":
        return ABROAD, False, "the countries differ: the same digits can be another body's"
    if key[0] == "imo" and not identifiers.imo_is_valid(key[1]):
        return 1.0, True, "its check digit is wrong, on the list and in the shipment alike"
    return 1.0, True, "the number proves identity, whatever the name"


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
    score, proven, remark = _judge(key, relation)
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
        score=score, match=True, why=why, evidence=evidence,
        citation="; ".join(record["citations"]), confirmed=proven,
    )  # fmt: skip


def identifier_hits(
    list_at: int, watchlist: ListInForce, index: Index, party: Occurrence
) -> Iterator[Hit]:
    """Every record of the list that holds one of the party's numbers."""
    for kind, value in party.identifiers:
        key = identifiers.key(kind, value)
        if key is None:
            continue
        for row in index.with_identifier(kind, value):
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
