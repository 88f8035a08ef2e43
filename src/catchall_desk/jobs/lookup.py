"""One name, looked up in the lists in force. In: a name and what is known; out: hits with why.

Weak aliases stand apart: the lists themselves say that such a name alone proves little.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from catchall.names.threshold import NAME_MATCH
from catchall.screen.model import Asked, Hit, Occurrence
from catchall.screen.stage import Screener, ordered
from catchall.text.countries import country_code
from catchall_desk.jobs.engine import InForce

MOST = 25
WEAK = "weak_alias"
SCHEMAS = ("Person", "Organization", "Vessel", "Airplane", "LegalEntity")


@dataclass(frozen=True, slots=True)
class Question:
    """Who is looked up: a name with what is known of its bearer; empty is not known."""

    name: str
    country: str = ""
    schema: str = ""
    born: str = ""
    address: str = ""
    number: str = ""


@dataclass(frozen=True, slots=True)
class Found:
    """A listed name, the list and record it stands in, and why it is near."""

    name: str
    alias: str
    list: str
    list_date: str
    effect: str
    record: str
    basis: str
    score: float
    match: bool
    why: str
    turn: str
    """What would change it."""
    citation: str
    evidence: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Lookup:
    """What a name gave: strong hits, hits on weak aliases alone, names below the threshold."""

    strong: tuple[Found, ...]
    weak: tuple[Found, ...]
    below: tuple[Found, ...]
    tried: tuple[str, ...]
    why_not: str


def lookup(asked: Question, now: InForce) -> Lookup:
    """Which listed names are near this one, by name, number or address?

    ``why_not`` says why a name cannot be looked up; it never reads as "nothing near".
    """
    screener = Screener(now.lists, NAME_MATCH.value, most=MOST)
    code = country_code(asked.country) if asked.country else ""
    one = Asked(asked.name, code, asked.schema, asked.born)
    (answer,) = screener.names([one], top_below=len(now.lists))
    hits = ordered([*answer.hits, *besides(asked, screener)])
    found = [told(hit, now) for hit in hits[:MOST]]
    counts = [one for one in found if one.match or one.basis != "name"]
    return Lookup(
        tuple(one for one in counts if one.alias != WEAK),
        tuple(one for one in counts if one.alias == WEAK),
        tuple(one for one in found if one not in counts),
        answer.names_tried,
        answer.why_not,
    )


def besides(asked: Question, screener: Screener) -> Iterator[Hit]:
    """What a number and an address give, whatever the name."""
    kind, _, value = asked.number.partition(":")
    held = (kind.strip(), value.strip()) if value.strip() else ("number", asked.number.strip())
    numbers = (held,) if held[1] else ()
    if numbers or asked.address:
        place = Occurrence(0, "", asked.name, asked.country, asked.address, numbers)
        yield from screener.others(place)


def told(hit: Hit, now: InForce) -> Found:
    """A hit with the list it stands in."""
    held = now.snapshots[hit.list_at]
    return Found(
        name=hit.name,
        alias=hit.alias,
        list=held.name,
        list_date=held.date.isoformat(),
        effect=held.effect,
        record=hit.record,
        basis=hit.basis,
        score=hit.score,
        match=hit.match,
        why=hit.why,
        turn=str(hit.evidence.get("would_change", "")),
        citation=hit.citation,
        evidence=hit.evidence,
    )
