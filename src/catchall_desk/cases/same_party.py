"""Is a party the denied one? In: parties of the world; out: an answer and what it rests on.

Every name of everybody tied to either by ``same_as`` is compared, and every number. What of it
a person may not read stays told beside the answer, as markings.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from catchall.names.score import score
from catchall.text import identifiers
from catchall_desk.cases.events import Event
from catchall_desk.cases.fold import File, standing
from catchall_desk.cases.naming import number, text
from catchall_desk.cases.ports import World
from catchall_desk.cases.steps import Move

PERSON = {"person": "Person"}
"""The engine's word for the kind of party that it reads in its own way."""


@dataclass(frozen=True, slots=True)
class Tied:
    """One stream of a group of parties that are the same, and the links that say so."""

    party: File
    links: tuple[Event, ...] = ()

    @property
    def id(self) -> str:
        """The id of its stream."""
        return self.party.id


@dataclass(frozen=True, slots=True)
class Called:
    """One name or number of a group, and whatever says that it is one."""

    value: str
    schema: str
    rests_on: tuple[Event | File, ...]
    key: tuple[str, str] = ("", "")


def group_of(stream: str, world: World) -> tuple[Tied, ...]:
    """The party and all that standing ``same_as`` links tie to it, either way, step by step."""
    first = world.file(stream)
    found: dict[str, Tied] = {} if first is None else {first.id: Tied(first)}
    waiting = list(found.values())
    while waiting:
        one = waiting.pop(0)
        for other, link in ties(one.party, world):
            if other.id not in found:
                found[other.id] = Tied(other, (*one.links, link))
                waiting.append(found[other.id])
    return tuple(found.values())


def ties(party: File, world: World) -> Iterator[tuple[File, Event]]:
    """The parties that a ``same_as`` link ties to this one, from here or from there."""
    for link in same_as(party):
        other = world.file(str(link.body["to"]))
        if other is not None:
            yield other, link
    for other in world.naming(party.id, "party"):
        for link in same_as(other):
            if link.body["to"] == party.id:
                yield other, link


def same_as(party: File) -> tuple[Event, ...]:
    """The standing links that say the party is another's."""
    return tuple(one for one in standing(party, "link") if one.body.get("type") == "same_as")


def called(group: tuple[Tied, ...], move: Move) -> tuple[Called, ...]:
    """Every name and number of a group; those that the actor may read stand first."""
    found = [one for tied in group for one in (*names(tied), *numbers(tied))]
    return tuple(sorted(found, key=lambda one: not all(map(move.reads, one.rests_on))))


def names(tied: Tied) -> Iterator[Called]:
    """The names of one stream, of whatever kind: an alias counts as the primary name does."""
    party = tied.party
    schema = PERSON.get(str(party.fields.get("schema", "")), "")
    if first := str(party.fields.get("name") or ""):
        yield Called(first, schema, (party, *tied.links))
    for claim in standing(party, "claim"):
        if claim.body.get("property") == "name" and text(claim.body).strip():
            yield Called(text(claim.body), schema, (party, claim, *tied.links))


def numbers(tied: Tied) -> Iterator[Called]:
    """The numbers of one stream that identify somebody, in each of their spellings."""
    for claim in standing(tied.party, "claim"):
        for key in identifiers.keys(*(number(claim) or ("", ""))):
            yield Called("", "", (tied.party, claim, *tied.links), key)


def same(ours: str, theirs: str, move: Move, world: World) -> tuple[Event | File, ...] | None:
    """What says that two parties are the same; ``None``: nothing does.

    They are when they are one stream or one group, when a number is common to both, or when
    two of their names match at the engine's threshold. What the actor may read is tried first.
    """
    mine, other = group_of(ours, world), group_of(theirs, world)
    shared = [one for one in mine if one.id in {their.id for their in other}]
    if shared:
        ends = next(their for their in other if their.id == shared[0].id)
        return (shared[0].party, *shared[0].links, *ends.links)
    for left in called(mine, move):
        for right in called(other, move):
            if alike(left, right):
                return (*left.rests_on, *right.rests_on)
    return None


def alike(left: Called, right: Called) -> bool:
    """Are two names or two numbers those of one party?"""
    if left.key[0] or right.key[0]:
        return left.key == right.key
    schema = left.schema or right.schema
    return (
        score(left.value, right.value, schema=schema).match
        or score(right.value, left.value, schema=schema).match
    )
