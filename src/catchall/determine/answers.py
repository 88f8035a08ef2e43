"""An answer with its reason, as every predicate gives it. In: a reason; out: the pair.

Also the few ways in which predicates look at facts, so that they all read "not given" alike.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from catchall.determine.facts import Facts
from catchall.records import Answer

Told = tuple[Answer, str]
Args = Mapping[str, Any]


def yes(why: str) -> Told:
    """YES, and why."""
    return Answer.YES, why


def no(why: str) -> Told:
    """NO, and why."""
    return Answer.NO, why


def unknown(why: str) -> Told:
    """UNKNOWN, and what is missing."""
    return Answer.UNKNOWN, why


def parties(facts: Facts, roles: Iterable[str]) -> list[Mapping[str, Any]]:
    """The parties named in these roles."""
    named = facts.values.get("parties", {})
    return [
        party if "role" in party else {"role": role, **party}
        for role in dict.fromkeys(roles)
        for party in named.get(role, ())
    ]


def whoever(facts: Facts, roles: Iterable[str]) -> list[Mapping[str, Any]]:
    """The parties in these roles, also those of which only a country or address is told."""
    roles = tuple(roles)
    nameless = facts.values.get("unnamed")
    if not nameless:
        return parties(facts, roles)
    unnamed = [
        {**party, "name": "", "role": role}
        for role in roles
        for party in nameless.get(role, ())
    ]
    return [*parties(facts, roles), *unnamed]


def items(facts: Facts) -> Sequence[Mapping[str, Any]]:
    """The goods, one mapping an item; none when the facts say nothing of goods."""
    found: Sequence[Mapping[str, Any]] = facts.values.get("goods", ())
    return found


def first(told: Iterable[Told], otherwise: Told) -> Told:
    """The first YES, else the first UNKNOWN, else ``otherwise``: the answer of ``any``."""
    missing = None
    for one in told:
        if one[0] is Answer.YES:
            return one
        if one[0] is Answer.UNKNOWN and missing is None:
            missing = one
    return missing or otherwise


def shown(party: Mapping[str, Any]) -> str:
    """A party as a reason names it: role and name."""
    return f"{party['role'].replace('_', ' ')} {party['name'] or '(no name)'}"
