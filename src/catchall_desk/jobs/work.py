"""The desk's own work: it screens what is not screened. In: store and engine; out: events.

What there is to do is a question to the store, asked anew each time; nothing is kept in a queue
that a failure could empty. When the engine is not ready, nothing is recorded, and what is not
screened stays so, for everybody to see.
"""

import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from catchall_desk.cases.commands import Draft
from catchall_desk.cases.fold import File, fold, standing
from catchall_desk.cases.naming import Names, names_of
from catchall_desk.cases.policy import LabelClass, Reader, adds_nothing
from catchall_desk.jobs.engine import InForce
from catchall_desk.jobs.rescreening import carried
from catchall_desk.jobs.rows import in_roles, shipment
from catchall_desk.jobs.screening import Body, judge
from catchall_desk.store import log, screenings
from catchall_desk.store.desk import Moment, record
from catchall_desk.store.labels import by_id, kernel
from catchall_desk.store.models import ScreeningRow

DESK = Reader("desk", "kernel", "", "")
"""The actor of what the desk does by itself; no user has this role."""


@dataclass(frozen=True, slots=True)
class Due:
    """One screening to do: a file, and the label whose names are to be screened."""

    file: uuid.UUID
    label: int


def due(now: InForce, limit: int) -> tuple[Due, ...]:
    """What must be screened on the lists in force, oldest change first."""
    with kernel():
        rows = screenings.unscreened(now.read()).order_by("touched_at", "file", "label")
        return tuple(Due(row.file, row.label_id) for row in rows[:limit])


def screen_due(now: InForce, moment: Moment, limit: int = 100) -> int:
    """Screens what is due, each in a transaction of its own; answers how many were."""
    done = due(now, limit)
    for one in done:
        screen(one, now, moment)
    return len(done)


def screen(one: Due, now: InForce, moment: Moment) -> None:
    """Screens the names with one label in one file, and records it with that label."""
    with kernel():
        file = whole(str(one.file))
        row = ScreeningRow.objects.filter(file=one.file, label=one.label).first()
        if file is None or row is None:
            return
        label = by_id()[one.label]
        body = judged(file, label, now)
        drafts = [drafted(file, "screened", moment, (label, body))]
        own = (label.marking, label.addressees) == (file.marking, file.addressees)
        if own and file.kind == "transaction" and file.state == "reported":
            drafts.append(drafted(file, "screen", moment, (label, {})))
        record(drafts, DESK, moment)


def judged(file: File, label: LabelClass, now: InForce) -> Body:
    """What the engine says of the file, by the names with this label.

    Hits that stood before and were not judged by a person are carried on.
    """
    things = {
        stream: thing for stream in named(file) if (thing := whole(stream, label)) is not None
    }
    parties: Mapping[str, Names] = {
        stream: names_of(thing) for stream, thing in things.items() if thing.kind == "party"
    }
    items = {stream: thing for stream, thing in things.items() if thing.kind == "item"}
    body = judge(shipment(file, parties, items), now).body
    before = [event for event in standing(file, "screened") if event.marking == label.marking]
    return carried(dict(before[-1].body) if before else None, body)


def named(file: File) -> Sequence[str]:
    """The parties and items that the file names, each once."""
    items = [str(line["item"]) for line in file.fields.get("lines", ()) if line.get("item")]
    known = {stream: thing for stream in items if (thing := whole(stream)) is not None}
    found = [*items, *(party for _, party in in_roles(file, known))]
    return list(dict.fromkeys(found))


def whole(stream: str, label: LabelClass | None = None) -> File | None:
    """A file or thing over all its events, or over those that add nothing to a label.

    A thing whose own first event adds to the label is not there.
    """
    events = log.stream_events(stream)
    if label is None:
        return fold(events)
    kept = (
        event
        for event in events
        if adds_nothing(LabelClass(0, event.marking, event.addressees), plain(label))
    )
    return fold(kept)


def plain(label: LabelClass) -> LabelClass:
    """The label without its number, as the events carry it."""
    return LabelClass(0, label.marking, label.addressees)


def drafted(file: File, kind: str, moment: Moment, said: tuple[LabelClass, Body]) -> Draft:
    """The draft of an event that the desk itself records."""
    label, body = said
    return Draft(
        stream=file.id,
        kind=file.kind,
        type=kind,
        happened_at=moment.now,
        marking=label.marking,
        body=body,
        addressees=label.addressees,
    )
