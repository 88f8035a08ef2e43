"""What a party is called and reached by. In: a party's folded stream; out: ``Names``.

Only standing claims count: one that was retracted is not seen here. What a claim says is not
judged, and none is left out for its age or its confidence.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from catchall_desk.cases.events import Event
from catchall_desk.cases.fold import File, standing

COUNTRIES = frozenset({"country", "flag"})
"""Properties that tie the party to a country."""
_PARTS = ("name", "text", "value")  # where a value in parts holds its text


@dataclass(frozen=True, slots=True)
class Names:
    """Everything by which one party can be found; its primary name stands first.

    ``schema`` is a word of ``party_schema`` (person, company, vessel ...), "" if not said.
    ``identifiers`` are (kind, value); ``people`` are names of its directors and owners.
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

    The name under which it was first recorded counts as one of its names. A country counts
    when a claim ties the party, one of its addresses or its flag to it.
    """
    claims = standing(party, "claim")
    primary = [one for one in claims if kind(one) == "primary"]
    first = str(party.fields.get("name", ""))
    return Names(
        party.id,
        distinct([*said(primary, "name"), first, *said(claims, "name")]),
        (said(claims, "schema") or [str(party.fields.get("schema", ""))])[-1],
        distinct(country for claim in claims for country in countries(claim)),
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
    """The value of a claim as text; of a value in parts, the part that names it.

    >>> text({"value": {"text": "4 Quay Road", "country": "MT"}})
    '4 Quay Road'
    """
    value = claim.get("value", "")
    if isinstance(value, Mapping):
        return str(next((value[part] for part in _PARTS if value.get(part)), ""))
    return str(value)


def kind(claim: Event) -> str:
    """The kind that a value in parts gives: primary or alias of a name, imo of a number."""
    value = claim.body.get("value", "")
    return str(value.get("kind", "")) if isinstance(value, Mapping) else ""


def countries(claim: Event) -> tuple[str, ...]:
    """The countries that a claim ties the party to."""
    if claim.body.get("property") in COUNTRIES:
        return (text(claim.body),)
    value = claim.body.get("value", "")
    inside = value.get("country", "") if isinstance(value, Mapping) else ""
    return (str(inside),) if inside and claim.body.get("property") == "address" else ()


def number(claim: Event) -> tuple[str, str] | None:
    """The (kind, value) of an identifying number, or ``None`` when the claim is of none."""
    if claim.body.get("property") != "identifier" or not text(claim.body).strip():
        return None
    return kind(claim) or "number", text(claim.body).strip()
