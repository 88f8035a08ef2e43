"""From events to a file. In: events of one stream in order; out: what they add up to.

A reader's view of a file is folded from the events that this reader may see, so nothing that
is hidden can show through. Events that move the machine or set a field carry the marking of
the file itself; what must be kept closer is a note, a claim, a link or an answer with a marking
of its own, and moves nothing.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

from catchall_desk.cases.events import FILES, Event
from catchall_desk.cases.machines import machines

PLAIN = {
    "amend": "fields of the file get new values: body {set: {field: value}}",
    "assign": "an office or an officer is to do it: body {office, officer}",
    "note": "a remark: body {text}",
    "claim": "a claim about a thing: body {property, value, source, from, to, confidence}",
    "retract": "a claim, link, note or answer no longer stands: body {event, why}",
    "link": "a typed edge to another thing: body {type, to, source, from, to_day, confidence}",
    "screened": "the parties were screened: body {parties, lists, outcome, record, inputs}",
    "recurrence": "a party may be one with measures: body {party, of, measures, score, why}",
    "drafted": "a message and what is proposed of it: body {text, proposals}",
    "verdict": "what a person says of a proposal: body {key, says, why, stream}",
    "position": "the position of an office: body {office, says, cites, text}",
    "clearance": "an office clears it, or does not: body {office, says, text}",
    "consent": "an originator consents to a release: body {originator, to, says, text}",
    "classified": "goods were classified: body {item, entries, parameters, record}",
    "respond": "a government answers points: body {by, answers: [{point, says, text}]}",
    "draw": "goods leave under a licence or certificate: body {line, quantity, transaction}",
    "extend": "a due date moves: body {until, why}",
    "consulted": "a denial was consulted on: body {denial, request, outcome}",
    "begin": "a thing of the world is first recorded: body {set: {name, schema}}",
    "erase": "its text was erased by law: body {basis, why}; the chain still verifies",
    "release": "a copy was released to a reader: body {to, approved_by, hash}",
}
"""Events that move no machine; every file and thing may have them where it makes sense."""

MOVING = frozenset({"amend", "assign"})
"""Plain events that change what a list of files shows; they carry the marking of the file."""


def is_plain(kind: str, event: str) -> bool:
    """Does an event of this name leave the machine of such a file as it is?

    Where a machine has an event of the same name, as a lead has ``link``, that one is meant.

    >>> is_plain("case", "link"), is_plain("lead", "link")
    (True, False)
    """
    return event in PLAIN and not (kind in FILES and event in machines()[kind].transitions)


@dataclass(frozen=True, slots=True)
class File:
    """What the events of one stream add up to for one reader.

    ``fields`` are the values now in force; ``author`` opened it; ``entries`` are the other
    plain events still standing (not retracted), in order; ``moves`` are the opening and the
    steps of the machine, ``amends`` what amended it; ``last`` is the id of the newest event
    seen and ``count`` how many were seen: together they make the tag for ``If-Match``.
    A thing of the world has the state ``known``.
    """

    id: str
    kind: str
    state: str
    marking: str
    author: str
    opened_at: datetime
    changed_at: datetime
    last: str
    count: int
    fields: Mapping[str, Any] = field(default_factory=dict)
    office: str = ""
    officer: str = ""
    entries: tuple[Event, ...] = ()
    moves: tuple[Event, ...] = ()
    addressees: tuple[str, ...] = ()
    amends: tuple[Event, ...] = ()


def fold(events: Iterable[Event]) -> File | None:
    """The file that the events add up to; ``None`` when the first of them is not there.

    A stream whose opening event is not seen is not there at all, whatever else is seen.
    """
    file: File | None = None
    for event in events:
        file = step(file, event)
        if file is None:
            return None
    return file


def step(file: File | None, event: Event) -> File | None:
    """The file after one more event; ``None`` when the stream does not begin here."""
    if file is None:
        return opened(event) if event.seq == 1 else None
    moved = replace(file, last=event.id, count=file.count + 1)
    if is_plain(event.kind, event.type):
        return plain(moved, event)
    target = machines()[file.kind].transitions[event.type].target
    return replace(
        moved,
        state=target,
        fields=values_after(file, event),
        moves=(*file.moves, event),
        changed_at=event.recorded_at,
    )


def opened(event: Event) -> File:
    """The file that an opening event makes."""
    return File(
        id=event.stream,
        kind=event.kind,
        state=machines()[event.kind].start if event.kind in FILES else "known",
        marking=event.marking,
        author=event.actor,
        opened_at=event.recorded_at,
        changed_at=event.recorded_at,
        last=event.id,
        count=1,
        fields=dict(event.body.get("set", {})),
        office=event.body.get("office", ""),
        officer=event.body.get("officer", ""),
        moves=(event,),
        addressees=event.addressees,
    )


def values_after(file: File, event: Event) -> dict[str, Any]:
    """The values now in force: ``null`` empties a field, and an erased body sets none."""
    values = {**file.fields, **event.body.get("set", {})}
    return {name: value for name, value in values.items() if value is not None}


def plain(file: File, event: Event) -> File:
    """The file after an event that moves no machine."""
    if event.type == "amend":
        fields = values_after(file, event)
        amends = (*file.amends, event)
        return replace(file, fields=fields, changed_at=event.recorded_at, amends=amends)
    if event.type == "assign":
        office = event.body.get("office", file.office)
        officer = event.body.get("officer", file.officer)
        return replace(file, office=office, officer=officer, changed_at=event.recorded_at)
    if event.type == "retract":
        standing = tuple(one for one in file.entries if one.id != event.body.get("event"))
        return replace(file, entries=(*standing, event))
    return replace(file, entries=(*file.entries, event))


def standing(file: File, kind: str) -> tuple[Event, ...]:
    """The plain events of one type that still stand, oldest first."""
    return tuple(event for event in file.entries if event.type == kind)


def moved(file: File, *types: str) -> Event | None:
    """The newest event of these types that moved the file, if any."""
    found = [event for event in file.moves if event.type in types]
    return found[-1] if found else None
