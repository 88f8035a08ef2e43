"""Duties of requests: to answer, to chase, to record silence. In: a request; out: duties.

A request addressed to our own country is to be answered. One of ours is chased when its day
comes, or, where silence means something, its lapse is recorded on the day after.
"""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from catchall_desk.cases.calendars import Lookup
from catchall_desk.cases.clock_table import clocks
from catchall_desk.cases.clocks import running
from catchall_desk.cases.duty import Desk, Told
from catchall_desk.cases.fold import File, standing
from catchall_desk.cases.related import Sight, follows, happened, value

CLOCK_OF = {
    "interagency": "us.recommend",
    "intent_to_deny": "us.rebuttal",
    "consultation.eu": "eu.identical",
    "consultation.eu14": "eu.art14",
    "rfi": "uk.rfi",
}
"""Which clock tells by when a request of this kind is to be answered."""
OPEN = frozenset({"sent", "acknowledged", "partly_answered"})
CLOSING = ("answer", "lapse", "close", "withdraw")
NO_MEANING = frozenset({"", "nothing"})
NO_BASIS = "the request names no rule"


def by_requests(sight: Sight, desk: Desk) -> Iterator[Told]:
    """What has to be done with a request that was sent, once for each time it was."""
    file = sight.file
    sent = happened(file, ("send",), sight.today)
    if file.kind != "request" or not sent:
        return
    due, basis, silence = due_of(file, sight.others, sight.calendar)
    after = (one.id for one in happened(file, CLOSING, date.max) if follows(one, sent[-1]))
    closed = next(after, None)
    opened, moved = sent[-1].id, standing(file, "extend")
    if ours(file, "to", desk):
        office = str((file.fields.get("to") or {}).get("office") or "")
        yield Told("answer", due, basis, opened, closed, silence, moved, office)
    if ours(file, "from", desk):
        kind = "chase" if silence in NO_MEANING else "record_lapse"
        day = due + timedelta(days=1) if due and kind == "record_lapse" else due
        yield Told(kind, day, basis, opened, closed, silence, moved)


def ours(request: File, side: str, desk: Desk) -> bool:
    """Is this side of the request our own country? Yes while either is not known.

    A party is no government, so it is not ours.
    """
    held = request.fields.get(side) or {}
    said = held.get("government")
    if said is None and held.get("party") and not held.get("office"):
        return False
    return said in {None, desk.home} or not desk.home


def due_of(
    request: File, others: Sequence[File], calendar: Lookup
) -> tuple[date | None, str, str]:
    """By when a request is to be answered, on what basis, and what silence means.

    The clock of its kind tells, where one applies; else the day it names itself, moved by the
    newest extension. No day: ``None``.
    """
    sent = happened(request, ("send",), date.max)
    clock = clocks().get(CLOCK_OF.get(value(request, "kind", ()), ""))
    if clock and sent:
        last = max(e.happened_at.date() for e in (*request.moves, *request.entries))
        read = running(clock, request, others, last, calendar)
        if read.started:
            return read.due, read.basis, read.silence
    named = str(request.fields.get("due") or "")
    moved = [str(event.body.get("until") or "") for event in standing(request, "extend")]
    day = max([named, *moved])
    silence = str(request.fields.get("silence_means") or "").replace("_", " ")
    basis = str(request.fields.get("basis") or "") or NO_BASIS
    return (date.fromisoformat(day) if day else None), basis, silence
