"""A party and a record of a list, field by field. In: the two; out: rows of both.

A row tells whether the two agree, differ, or whether one of them says nothing: what is not
known is never a difference.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from catchall.text.countries import country_code
from catchall_desk.cases.naming import Names

SCHEMAS = {"Person": "person", "Vessel": "vessel", "Airplane": "aircraft"}
"""Words of lists for kinds of party that the desk names in its own."""
WEAK = frozenset({"weak", "low", "weak_alias"})


@dataclass(frozen=True, slots=True)
class Pair:
    """One field on both sides; ``says`` is same, different, or not known."""

    label: str
    ours: tuple[str, ...]
    theirs: tuple[str, ...]
    says: str


def pairs(party: Names, record: Mapping[str, Any]) -> tuple[Pair, ...]:
    """The fields of a party beside those of a list's record."""
    own = [f"{kind} {value}" for kind, value in party.identifiers]
    numbers = [f"{one['kind']} {one['value']}" for one in record.get("identifiers") or ()]
    theirs = str(record.get("schema", ""))
    sort = SCHEMAS.get(theirs, "organisation" if theirs == "Organization" else "")
    return (
        pair("Names", party.names, names(record)),
        pair("Kind", wide(party.schema), (sort,)),
        pair("Countries", map(code, party.countries), record.get("countries") or ()),
        pair("Addresses", party.addresses, [one["text"] for one in record["addresses"]]),
        pair("Numbers", own, numbers),
        pair("Reached by", (*party.emails, *party.phones), reached(record)),
        only("Dates", [f"{one['kind']} {one['value']}" for one in record.get("dates") or ()]),
        only("Programmes", record.get("programmes") or ()),
        only("Remarks", (str(record.get("remarks") or ""),)),
    )


def pair(label: str, ours: Iterable[str], theirs: Iterable[str]) -> Pair:
    """One field of both, compared without regard to case.

    >>> pair("Countries", ["MT"], ["mt", "AE"]).says, pair("Countries", [], ["AE"]).says
    ('same', 'not known')
    """
    own = tuple(one for one in ours if one)
    listed = tuple(one for one in theirs if one)
    if not own or not listed:
        return Pair(label, own, listed, "not known")
    shared = {one.casefold() for one in own} & {one.casefold() for one in listed}
    return Pair(label, own, listed, "same" if shared else "different")


def only(label: str, theirs: Iterable[str]) -> Pair:
    """A field that the list alone has."""
    return pair(label, (), theirs)


def names(record: Mapping[str, Any]) -> tuple[str, ...]:
    """The names of a record as it writes them."""
    return tuple(one["text"] for one in record.get("names") or ())


def reached(record: Mapping[str, Any]) -> tuple[str, ...]:
    """Telephones and e-mail addresses of a record."""
    found = record.get("identifiers") or ()
    return tuple(one["value"] for one in found if one["kind"] in ("phone", "email"))


def wide(schema: str) -> tuple[str, ...]:
    """The kind of a party in words that lists tell apart: firms and bodies are one."""
    firms = {"company": "organisation", "public_body": "organisation", "unknown": ""}
    return (firms.get(schema, schema),)


def code(country: str) -> str:
    """The two letters of a country, or the text as it is."""
    return country_code(country) or country


def is_weak(record: Mapping[str, Any], name: str) -> bool:
    """Is this name of the record one that the list itself calls weak?"""
    return any(
        one["text"] == name and (one["kind"] in WEAK or one["quality"] in WEAK)
        for one in record.get("names") or ()
    )
