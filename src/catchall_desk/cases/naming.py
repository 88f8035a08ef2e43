"""What a party is called and reached by. In: a party's folded stream; out: ``Names``.

Only standing claims count: a claim that was retracted is not seen here. What a claim says is
never judged.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from catchall_desk.cases.events import Event
from catchall_desk.cases.fold import File, standing

NAMES = ("name", "alias", "former_name", "weak_alias", "original_script")
"""Properties that name the party; the first claim of ``name`` is its primary name."""
COUNTRIES = frozenset({"country", "nationality", "jurisdiction", "flag"})
NUMBERS = frozenset({"identifier", "imo", "mmsi", "call_sign", "lei", "tax", "registration"})
"""Properties that hold a number: ``{kind, value}``, or the property itself is its kind."""


@dataclass(frozen=True, slots=True)
class Names:
    """Everything by which one party can be found; the primary name stands first.

    ``schema`` is FollowTheMoney's word (``Person``, ``Company``, ``Vessel`` ...), "" if not
    said. ``identifiers`` are (kind, value); ``people`` are names of its directors and owners.
    """

    party: str
    names: tuple[str, ...]
    schema: str = ""
    countries: tuple[str, ...] = ()
    addresses: tuple[str, ...] = ()
    emails: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()
    identifiers: tuple[tuple[str, str], ...] = ()
    people: tuple[str, ...] = ()


def names_of(party: File, people: Iterable[str] = ()) -> Names:
    """The names, addresses and numbers that a party's standing claims give, in their order.

    A country that stands in the value of an address counts too. A party nobody named yet has
    the name under which its stream was begun.
    """
    claims = standing(party, "claim")
    begun = party.moves[0].body.get("name", "") if party.moves else ""
    named = [told for kind in NAMES for told in said(claims, kind)]
    lands = [told for claim in claims for told in countries(claim)]
    return Names(
        party.id,
        distinct(named or [begun]),
        str(party.moves[0].body.get("schema", "")) if party.moves else "",
        distinct(lands),
        distinct(said(claims, "address")),
        distinct(said(claims, "email")),
        distinct(said(claims, "phone")),
        tuple(dict.fromkeys(pair for claim in claims if (pair := number(claim)))),
        distinct(people),
    )


def distinct(found: Iterable[str]) -> tuple[str, ...]:
    """The texts that say something, each once, in their order."""
    return tuple(dict.fromkeys(text.strip() for text in found if text.strip()))


def said(claims: Iterable[Event], wanted: str) -> list[str]:
    """What the claims of one property say, as text."""
    return [text(one.body) for one in claims if one.body.get("property") == wanted]


def text(claim: Mapping[str, Any]) -> str:
    """The value of a claim as text; of a value in parts, its ``text``, ``full`` or ``value``.

    >>> text({"value": {"full": "4 Quay Road", "country": "MT"}})
    '4 Quay Road'
    """
    value = claim.get("value", "")
    if isinstance(value, Mapping):
        found = (value.get(key) for key in ("text", "full", "value"))
        return str(next((one for one in found if one), ""))
    return str(value)


def countries(claim: Event) -> tuple[str, ...]:
    """The countries that a claim ties the party to."""
    value, kind = claim.body.get("value", ""), claim.body.get("property")
    if kind in COUNTRIES:
        return (text(claim.body),)
    inside = value.get("country", "") if isinstance(value, Mapping) else ""
    return (str(inside),) if inside and kind == "address" else ()


def number(claim: Event) -> tuple[str, str] | None:
    """The (kind, value) of an identifying number, or ``None`` when the claim is of none."""
    kind, value = claim.body.get("property", ""), claim.body.get("value", "")
    if kind not in NUMBERS or not text(claim.body).strip():
        return None
    if isinstance(value, Mapping):
        kind = value.get("kind") or kind
    return str(kind), text(claim.body).strip()
