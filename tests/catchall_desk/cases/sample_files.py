"""Invented files for tests of clocks and duties. In: days and events; out: files."""

from datetime import UTC, date, datetime, timedelta

from catchall_desk.cases.events import Event
from catchall_desk.cases.fold import fold
from catchall_desk.cases.machines import machines

D = date.fromisoformat


def events(kind, fields, *steps, name="f"):
    """Events of one stream: each step is (day, type) or (day, type, body).

    The opening event is put before them unless the first step is it.
    """
    opening = machines()[kind].opening.event
    first = steps[0] if steps else ("2026-01-05", opening)
    rest = steps[1:] if steps and first[1] == opening else steps
    begun = (first[0], opening, {"set": dict(fields), "office": "licensing", "officer": "ana"})
    return tuple(
        event(kind, name, number, step) for number, step in enumerate((begun, *rest), 1)
    )


def event(kind, name, number, step):
    day, type_, *body = step
    at = datetime.combine(D(day), datetime.min.time(), UTC) + timedelta(minutes=number)
    return Event(
        id=f"{name}-{number}",
        stream=name,
        kind=kind,
        seq=number,
        type=type_,
        happened_at=at,
        recorded_at=at,
        actor="ana",
        role="officer",
        marking="UNCLASSIFIED",
        body=body[0] if body else {},
    )


def file(kind, fields, *steps, name="f"):
    """The file that these events add up to."""
    return fold(events(kind, fields, *steps, name=name))


def request(kind, *steps, name="r", **fields):
    return file("request", {"kind": kind, **fields}, *steps, name=name)


def application(*steps, name="f", law="us.ear", **fields):
    return file("application", {"law": law, **fields}, *steps, name=name)
