"""Time that does not count. In: the files around an application; out: days, and unknowns.

15 CFR 750.4(b) names eight reasons. An application is on hold for one of them. The time of a
pre-licence check counts out only as (b)(2) has it: asked for through a government channel
within five days of the need, and reported within five days.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date

from catchall_desk.cases.calendars import days_between
from catchall_desk.cases.clock_table import Selector
from catchall_desk.cases.events import Event
from catchall_desk.cases.fold import File
from catchall_desk.cases.related import Sight, beside, follows, happened, lacking, select

CHECK = "pre_licence_check"
IN_TIME = 5
"""Days to ask for a check, and to report it: 15 CFR 750.4(b)(2)."""
GOVERNMENT = "government"
NEED = Selector(frozenset({"make"}), "determination", {"kind": frozenset({"plc_needed"})})
Span = tuple[date, date]


@dataclass(frozen=True, slots=True)
class Pauses:
    """Days out of count; ``open``: one lasts on the day asked about; what is not known."""

    days: frozenset[date] = frozenset()
    open: bool = False
    missing: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Pause:
    """One stretch out of count: after ``start`` up to ``end``, or up to now."""

    start: date
    end: date | None


def pauses(reasons: Collection[str], sight: Sight, span: Span) -> Pauses:
    """The days after the first day of a span, up to the last, that do not count."""
    if not reasons:
        return Pauses()
    found: list[Pause] = []
    missing: set[str] = set()
    for one in (*holds(reasons, sight), *checks(reasons, sight)):
        if isinstance(one, Pause):
            found.append(one)
        else:
            missing.add(one)
    first, last = span
    days = {
        day for one in found for day in days_between(max(one.start, first), one.end or last)
    }
    lasts = any(one.end is None for one in found)
    return Pauses(frozenset(day for day in days if day <= last), lasts, frozenset(missing))


def holds(reasons: Collection[str], sight: Sight) -> Iterator[Pause | str]:
    """The stretches on hold for one of the reasons; a hold without a reason, by its name."""
    moves = sorted(sight.file.moves, key=lambda event: (event.happened_at, event.seq))
    then = [event for event in moves if event.happened_at.date() <= sight.today]
    for event, after in zip(then, [*then[1:], None], strict=True):
        if event.type != "hold":
            continue
        reason = hold_reason(event, then, sight.file)
        if not reason:
            yield f"application.hold_reason of {event.id}"
        elif reason == CHECK:
            yield from () if checked(sight) else (f"request {CHECK}",)
        elif reason in reasons:
            yield Pause(event.happened_at.date(), after.happened_at.date() if after else None)


def hold_reason(hold: Event, moves: list[Event], file: File) -> str:
    """Why it was put on hold; of the last hold, what the file now says: it may be corrected."""
    if hold == [one for one in file.moves if one.type == "hold"][-1]:
        return str(file.fields.get("hold_reason") or "")
    said = [one.body.get("set", {}).get("hold_reason") for one in moves]
    return str(next((one for one in reversed(said[: moves.index(hold) + 1]) if one), ""))


def checks(reasons: Collection[str], sight: Sight) -> Iterator[Pause | str]:
    """The stretches of pre-licence checks that meet (b)(2); what is not known of others."""
    if CHECK not in reasons:
        return
    for request, sent in checked(sight):
        yield from check(request, sent, sight)


def checked(sight: Sight) -> list[tuple[File, Event]]:
    """The requests for a pre-licence check that were sent, each with the event of sending."""
    asked = [
        (one, happened(one, {"send"}, sight.today))
        for one in sight.others
        if one.kind == "request" and one.fields.get("kind") == CHECK
    ]
    return [(one, sent[-1]) for one, sent in asked if sent]


def check(request: File, sent: Event, sight: Sight) -> Iterator[Pause | str]:
    """The stretch of one check, what is not known of it, or nothing if (b)(2) is not met."""
    ends = happened(request, {"answer", "lapse", "withdraw"}, sight.today)
    end = ends[0] if ends else None
    met = (by_government(request), asked_in_time(request, sent, sight), reported(request, end))
    if False in met:
        return
    missing = [said for said in met if isinstance(said, str)]
    yield from missing
    if not missing:
        yield Pause(sent.happened_at.date(), end.happened_at.date() if end else None)


def by_government(request: File) -> bool | str:
    """Was the check asked for through a government channel? A text: what is not known."""
    lacks = lacking(request, {"channel": frozenset({GOVERNMENT})}, ())
    return False if lacks is None else ", ".join(lacks) or True


def asked_in_time(request: File, sent: Event, sight: Sight) -> bool | str:
    """Was it asked for within five days of the determination that it is needed?"""
    everyone = (sight.file, *sight.others)
    near = Sight(request, beside(request, everyone), sight.today, sight.calendar)
    needs = [one for one in select(NEED, near).events if follows(sent, one)]
    if not needs:
        return f"determination plc_needed of request {request.id}"
    return (sent.happened_at.date() - needs[-1].happened_at.date()).days <= IN_TIME


def reported(request: File, end: Event | None) -> bool | str:
    """Was it reported within five days of being carried out? Not yet answered: so far, yes."""
    if end is None:
        return True
    if end.type != "answer":
        return False
    done = request.fields.get("checked_on")
    if not done:
        return f"request.checked_on of {request.id}"
    return 0 <= (end.happened_at.date() - date.fromisoformat(done)).days <= IN_TIME
