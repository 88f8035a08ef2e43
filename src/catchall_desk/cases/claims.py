"""What is known of things: claims and links. In: events of things; out: those that stand.

Both have two times: the days on which they hold, and the moment from which the desk knew them.
The answer depends on which events are handed in, never on their order: a reader's answer is
made from the events this reader may see. What was retracted does not stand; to withdraw a
retraction, claim again.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from catchall.text.identifiers import imo_is_valid, kind_of
from catchall_desk.cases.events import Event
from catchall_desk.cases.fold import is_plain

NAME_KINDS = ("primary", "alias", "former", "weak_alias", "cover")
"""Kinds of names in the order in which they are shown."""
BAD_CHECK_DIGIT = "the check digit of this IMO number is wrong"


@dataclass(frozen=True, slots=True)
class Claim:
    """A standing claim about one thing.

    ``thing`` and ``event`` are ids; ``value`` is as ``fields.yaml`` has it for the property;
    ``first`` and ``last`` are the days it holds from and to, None when open; ``confidence`` is
    an Admiralty code A1 to F6 or empty; ``doubts`` say what is odd about the value.
    """

    event: str
    thing: str
    property: str
    value: Any
    marking: str
    recorded_at: datetime
    source: Mapping[str, Any] = field(default_factory=dict)
    confidence: str = ""
    first: date | None = None
    last: date | None = None
    doubts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Link:
    """A standing link from one thing to another, with the times and marks of a claim.

    ``type`` is a word of ``link_type``; ``share`` is per cent as decimal text, or empty.
    """

    event: str
    thing: str
    type: str
    target: str
    marking: str
    recorded_at: datetime
    source: Mapping[str, Any] = field(default_factory=dict)
    confidence: str = ""
    first: date | None = None
    last: date | None = None
    share: str = ""


def claims(
    events: Iterable[Event],
    property: str | None = None,  # noqa: A002 - what a claim calls it
    valid_on: date | None = None,
    known_on: datetime | None = None,
) -> tuple[Claim, ...]:
    """The claims that stand: of one property, holding on a day, as known at a moment.

    Without a property, day or moment: all properties, whenever they hold, as known now. Oldest
    knowledge first.
    """
    found = (claim(one) for one in standing(events, "claim", known_on))
    wanted = [one for one in found if property in (None, one.property)]
    return tuple(one for one in wanted if holds(one, valid_on))


def links(
    events: Iterable[Event],
    type: str | None = None,  # noqa: A002 - what a link calls it
    valid_on: date | None = None,
    known_on: datetime | None = None,
) -> tuple[Link, ...]:
    """The links that stand: of one type, holding on a day, as known at a moment."""
    found = (link(one) for one in standing(events, "link", known_on))
    wanted = [one for one in found if type in (None, one.type)]
    return tuple(one for one in wanted if holds(one, valid_on))


def standing(events: Iterable[Event], kind: str, known_on: datetime | None) -> list[Event]:
    """The plain events of one type that were known and not retracted at a moment.

    A retraction counts only in the stream of what it retracts. What was erased by law says
    nothing any more.
    """
    told = [one for one in events if not one.body.get("erased")]
    known = [one for one in told if known_on is None or one.recorded_at <= known_on]
    gone = {(one.stream, one.body["event"]) for one in known if one.type == "retract"}
    found = {
        one.id: one
        for one in known
        if one.type == kind and is_plain(one.kind, kind) and (one.stream, one.id) not in gone
    }
    return sorted(found.values(), key=lambda one: (one.recorded_at, one.id))


def claim(event: Event) -> Claim:
    """The claim that an event makes."""
    body = event.body
    return Claim(
        event=event.id,
        thing=event.stream,
        property=body["property"],
        value=body["value"],
        marking=event.marking,
        recorded_at=event.recorded_at,
        source=body.get("source", {}),
        confidence=body.get("confidence", ""),
        first=day(body.get("from")),
        last=day(body.get("to")),
        doubts=doubts(body["property"], body["value"]),
    )


def link(event: Event) -> Link:
    """The link that an event makes."""
    body = event.body
    return Link(
        event=event.id,
        thing=event.stream,
        type=body["type"],
        target=body["to"],
        marking=event.marking,
        recorded_at=event.recorded_at,
        source=body.get("source", {}),
        confidence=body.get("confidence", ""),
        first=day(body.get("from")),
        last=day(body.get("to_day")),
        share=body.get("share", ""),
    )


def day(text: str | None) -> date | None:
    """The day that a text in ISO form names."""
    return date.fromisoformat(text) if text else None


def holds(one: Claim | Link, on: date | None) -> bool:
    """Does it hold on that day? An end that is not told is open; no day asked is a yes."""
    if on is None:
        return True
    return (one.first is None or one.first <= on) and (one.last is None or on <= one.last)


def doubts(name: str, value: Any) -> tuple[str, ...]:
    """What is odd about a value. It is kept all the same: a forged number is a finding.

    >>> doubts("identifier", {"kind": "IMO", "value": "9074728"})
    ('the check digit of this IMO number is wrong',)
    """
    if name != "identifier" or kind_of(value["kind"]) != "imo":
        return ()
    digits = "".join(sign for sign in value["value"] if sign.isdigit())
    return () if imo_is_valid(digits) else (BAD_CHECK_DIGIT,)


def names(found: Iterable[Claim]) -> tuple[tuple[str, str], ...]:
    """The names among the claims as (kind, name), each once: primary first, cover last."""
    said = [one.value for one in found if one.property == "name"]
    pairs = dict.fromkeys((value["kind"], value["name"]) for value in said)
    return tuple(sorted(pairs, key=lambda pair: (NAME_KINDS.index(pair[0]), pair[1])))


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two things said to be apart, by the links ``apart``, and joined by the links ``joined``.

    Which of them is wrong is for a person to say, so none of ``joined`` counts until then.
    """

    one: str
    other: str
    apart: tuple[str, ...]
    joined: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Identity:
    """Things that are one and the same, in groups of two or more; and what is contradicted."""

    groups: tuple[frozenset[str], ...]
    conflicts: tuple[Conflict, ...] = ()


Pair = tuple[str, str]
Edges = Mapping[Pair, tuple[str, ...]]


def identity(found: Iterable[Link]) -> Identity:
    """Which things are the same, by the links that stand?

    A merge is a claim: without its link, the groups are what they would have been without it.
    Where two things are also said not to be the same, no link on a way between them counts.
    """
    every = tuple(found)
    same, apart = edges(every, "same_as"), edges(every, "not_same_as")
    conflicts = tuple(
        Conflict(*pair, apart[pair], joined)
        for pair in sorted(apart)
        if (joined := between(same, pair))
    )
    left = {event for one in conflicts for event in one.joined}
    kept = [pair for pair, by in same.items() if not left.intersection(by)]
    return Identity(grouped(kept), conflicts)


def edges(found: Iterable[Link], wanted: str) -> Edges:
    """The pairs that links of one type tie, with the links that tie each."""
    tied: dict[Pair, list[str]] = {}
    for one in found:
        if one.type == wanted and one.thing != one.target:
            low, high = sorted((one.thing, one.target))
            tied.setdefault((low, high), []).append(one.event)
    return {pair: tuple(sorted(by)) for pair, by in tied.items()}


def between(same: Edges, pair: Pair) -> tuple[str, ...]:
    """Every link of the shortest ways between two things, then of the next, to the last."""
    free, used = set(same), set[Pair]()
    while way := shortest(free, pair):
        used |= way
        free -= way
    return tuple(sorted(event for one in used for event in same[one]))


def shortest(free: Iterable[Pair], pair: Pair) -> set[Pair]:
    """Every pair on a shortest way between two things; none when there is no way."""
    near = neighbours(free)
    far = steps(near, pair[0])
    if pair[1] not in far:
        return set()
    back = steps(near, pair[1])
    whole = far[pair[1]]
    on = {one for one in far if one in back and far[one] + back[one] == whole}
    return {(a, b) for a, b in free if a in on and b in on and abs(far[a] - far[b]) == 1}


def neighbours(tied: Iterable[Pair]) -> dict[str, set[str]]:
    """What each thing is tied to."""
    near: dict[str, set[str]] = {}
    for one, other in tied:
        near.setdefault(one, set()).add(other)
        near.setdefault(other, set()).add(one)
    return near


def steps(near: Mapping[str, Iterable[str]], start: str) -> dict[str, int]:
    """How many links away each thing is that can be reached."""
    far, ring = {start: 0}, [start]
    while ring:
        ring = list(dict.fromkeys(n for one in ring for n in near.get(one, ()) if n not in far))
        far.update(dict.fromkeys(ring, max(far.values()) + 1))
    return far


def grouped(tied: Iterable[Pair]) -> tuple[frozenset[str], ...]:
    """The things that the pairs join, in groups."""
    return tuple(sorted(gathered(neighbours(tied)), key=sorted))


def gathered(near: Mapping[str, Iterable[str]]) -> Iterator[frozenset[str]]:
    """Each group once."""
    done: set[str] = set()
    for one in near:
        if one not in done:
            group = frozenset(steps(near, one))
            done |= group
            yield group
