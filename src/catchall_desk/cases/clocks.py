"""What a clock says of a file on a day. In: files, a day, calendars; out: readings.

Nothing is stored and no clock of the machine is read: a reading is a function of the events.
The day of the event that starts a clock is not counted. Time out of count moves the due date
by as many days; while it lasts, the due date is told as if it ended today. What is not in the
events and would be needed is told in ``Reading.unknown``.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import MINYEAR, date
from decimal import Decimal

from catchall_desk.cases.calendars import (
    Days,
    Lookup,
    add_counted,
    calendar,
    days_between,
    years_after,
)
from catchall_desk.cases.clock_table import FIELD, Clock, Selector, clocks
from catchall_desk.cases.events import Event
from catchall_desk.cases.fold import File
from catchall_desk.cases.pauses import Pauses, pauses
from catchall_desk.cases.related import (
    Sight,
    beside,
    follows,
    happened,
    lacking,
    select,
    unseen,
    value,
)
from catchall_desk.errors import CalendarError

IDLE, UNKNOWN, RUNNING, PAUSED = "idle", "unknown", "running", "paused"
PASSED, STOPPED, FROZEN = "passed", "stopped", "frozen"
KEEP = "keep."


@dataclass(frozen=True, slots=True)
class Reading:
    """What one clock says of one file.

    ``state``: ``idle`` it has not begun or does not apply; ``unknown`` it cannot be said;
    ``running``; ``paused``; ``passed`` its due day is over; ``stopped``; ``frozen`` nothing
    may be disposed of. ``elapsed`` and ``paused_days`` are in the unit of the clock. ``due``
    is the last day in time, ``prefer`` an earlier day that is asked for. ``silence`` is what
    follows when the due day passes. ``opened_by`` and ``stopped_by`` are ids of events.
    """

    clock: Clock
    file: str
    state: str
    started: date | None = None
    due: date | None = None
    prefer: date | None = None
    elapsed: int = 0
    paused_days: int = 0
    stopped: date | None = None
    opened_by: str = ""
    stopped_by: str = ""
    unknown: tuple[str, ...] = ()

    @property
    def silence(self) -> str:
        """What silence means once the due day has passed."""
        return self.clock.silence

    @property
    def basis(self) -> str:
        """The rule that the clock rests on."""
        return self.clock.source

    @property
    def seen(self) -> bool:
        """Was the text of the rule read?"""
        return self.clock.seen


@dataclass(frozen=True, slots=True)
class Start:
    """When a clock began, or why not: ``event`` is ``None`` while it has not."""

    event: Event | None = None
    day: date = date(MINYEAR, 1, 1)
    missing: frozenset[str] = frozenset()


def running(
    clock: Clock, file: File, related: Sequence[File], today: date, at: Lookup = calendar
) -> Reading:
    """What the clock says of the file on that day; ``related`` may hold more than it needs.

    Raises:
        CalendarError: never for a place: that is an unknown; see ``Reading.unknown``.
    """
    sight = Sight(file, beside(file, related), today, at)
    begun = begin(clock, sight)
    if begun.event is None:
        state = UNKNOWN if begun.missing else IDLE
        return Reading(clock, file.id, state, unknown=tuple(sorted(begun.missing)))
    stop, missing = ending(clock, sight, begun.event)
    reading = Reading(
        clock,
        file.id,
        RUNNING,
        started=begun.day,
        stopped=stop.happened_at.date() if stop else None,
        opened_by=begun.event.id,
        stopped_by=stop.id if stop else "",
        unknown=tuple(sorted(missing)),
    )
    counts, lacks = counting(clock, sight)
    try:
        return measured(reading, sight, counts) if counts else not_known(reading, lacks)
    except CalendarError as error:
        return not_known(reading, frozenset({f"{error.code}: {error.problem}"}))


def readings(
    file: File, related: Sequence[File], today: date, at: Lookup = calendar
) -> tuple[Reading, ...]:
    """What every clock says that has begun on this file, or of which that is not known."""
    found = (
        running(c, file, related, today, at) for c in clocks().values() if file.kind in c.files
    )
    return tuple(reading for reading in found if reading.state != IDLE)


def begin(clock: Clock, sight: Sight) -> Start:
    """The newest event that starts the clock, and the day from which it counts."""
    hits = select(clock.starts, sight)
    if not hits.events:
        return (
            Start(missing=hits.missing) if not known_days(clock, sight) else told(clock, sight)
        )
    event = hits.events[-1]
    for selector in clock.given:
        lacks = not_given(selector, sight, event)
        if lacks is not None:
            return Start(missing=lacks)
    day = max(event.happened_at.date(), *known_days(clock, sight), date.min)
    if clock.after:
        days = dues(clocks()[clock.after], sight)
        return Start(event, max(days)) if days else Start(missing=frozenset({clock.after}))
    return Start(event, date(day.year, 12, 31) if clock.year_end else day)


def known_days(clock: Clock, sight: Sight) -> list[date]:
    """The days that the fields of the file hold, those that have come."""
    held = (sight.file.fields.get(name) for name in clock.dates)
    days = (date.fromisoformat(one) for one in held if one)
    return [day for day in days if day <= sight.today]


def told(clock: Clock, sight: Sight) -> Start:
    """The start of a clock of which only a field of the file tells, no event."""
    lacks = lacking(sight.file, clock.starts.when, (sight.file, *sight.others))
    if lacks is None or lacks:
        return Start(missing=lacks or frozenset())
    return Start(sight.file.moves[-1], max(known_days(clock, sight)))


def not_given(selector: Selector, sight: Sight, start: Event) -> frozenset[str] | None:
    """``None``: what must have happened before the start did; else what is not known of it."""
    hits = select(selector, sight)
    day = start.happened_at.date()
    since = years_after(day, -selector.within_years) if selector.within_years else None
    for event in hits.events:
        if event.happened_at.date() <= day and (not since or event.happened_at.date() >= since):
            return None
    return hits.missing | unseen(sight, selector.file)


def dues(clock: Clock, sight: Sight) -> list[date]:
    """The due days of another clock on the files beside this one."""
    everyone = (sight.file, *sight.others)
    found = (
        running(clock, one, everyone, sight.today, sight.calendar).due
        for one in sight.others
        if one.kind in clock.files
    )
    return [due for due in found if due]


def ending(clock: Clock, sight: Sight, start: Event) -> tuple[Event | None, frozenset[str]]:
    """The first event that stops the clock, and what would have to be known to find one."""
    hits = [select(selector, sight) for selector in clock.stops]
    after = [event for hit in hits for event in hit.events if follows(event, start)]
    first = min(after, key=lambda event: (event.happened_at, event.id), default=None)
    missing = frozenset(name for hit in hits for name in hit.missing)
    return first, frozenset() if first else missing


def counting(clock: Clock, sight: Sight) -> tuple[Days | None, frozenset[str]]:
    """Which days the clock counts, or what is not known of the place where it counts."""
    if clock.unit == "calendar":
        return (lambda _: True), frozenset()
    code = clock.calendar
    if code.startswith(FIELD):
        name = code.removeprefix(FIELD)
        code = value(sight.file, name, ())
        if not code:
            return None, frozenset({f"{sight.file.kind}.{name}"})
    try:
        return sight.calendar(code).works, frozenset()
    except CalendarError:
        return None, frozenset({f"working days of {code}"})


def not_known(reading: Reading, lacks: frozenset[str]) -> Reading:
    """The reading of a clock that has begun while more must be known to measure it."""
    return replace(reading, state=UNKNOWN, unknown=tuple(sorted({*reading.unknown, *lacks})))


def measured(reading: Reading, sight: Sight, counts: Days) -> Reading:
    """The reading with its days counted."""
    start = reading.started or sight.today
    upto = min(sight.today, reading.stopped or sight.today)
    out = pauses(reading.clock.pauses, sight, (start, upto))
    span = [day for day in days_between(start, upto) if counts(day)]
    paused = sum(day in out.days for day in span)
    reading = replace(
        reading,
        due=due_day(reading, sight, lambda day: counts(day) and day not in out.days),
        prefer=preferred(reading.clock, start),
        elapsed=len(span) - paused,
        paused_days=paused,
        unknown=tuple(sorted({*reading.unknown, *out.missing})),
    )
    return replace(reading, state=state(reading, sight, out))


def due_day(reading: Reading, sight: Sight, counts: Days) -> date | None:
    """The last day in time, with time out of count and what was extended; ``None``: no end."""
    clock, start = reading.clock, reading.started or sight.today
    if clock.years is not None:
        return years_after(start, years(clock, sight))
    if clock.days is None:
        return None
    due = add_counted(start, clock.days, counts)
    if clock.extend_to is not None:
        limit = add_counted(start, clock.extend_to, counts)
        for event in happened(sight.file, {"extend"}, sight.today):
            if start <= event.happened_at.date() <= due:
                due = max(due, min(date.fromisoformat(event.body["until"]), limit))
    return due


def years(clock: Clock, sight: Sight) -> int:
    """The years of a clock; the longer time too where it is not known that it does not hold."""
    short = clock.years or 0
    if clock.longer is None:
        return short
    more, when = clock.longer
    return short if lacking(sight.file, when, ()) is None else max(short, more)


def preferred(clock: Clock, start: date) -> date | None:
    """An earlier day that the rule asks for, in calendar days."""
    return None if clock.prefer is None else add_counted(start, clock.prefer, lambda _: True)


def state(reading: Reading, sight: Sight, out: Pauses) -> str:
    """The state of a clock that has begun and been measured."""
    if reading.clock.frozen_by and freezing(clocks()[reading.clock.frozen_by], sight):
        return FROZEN
    if reading.stopped:
        return STOPPED
    if out.open:
        return PAUSED
    return PASSED if reading.due and reading.due < sight.today else RUNNING


def freezing(clock: Clock, sight: Sight) -> bool:
    """Does this clock run on a file beside this one, or is that not known?"""
    everyone = (sight.file, *sight.others)
    found = (
        running(clock, one, everyone, sight.today, sight.calendar)
        for one in sight.others
        if one.kind in clock.files
    )
    return any(reading.state in {RUNNING, UNKNOWN} for reading in found)


def may_be_disposed_of(file: File, related: Sequence[File], today: date) -> bool:
    """May the records of this file be destroyed? Only if every time to keep them has passed.

    A file of which no time to keep is known, or of which something needed for it is not known,
    may not. Source: 15 CFR 762.6 and the other rules of the ``keep`` clocks.
    """
    read = readings(file, related, today)
    kept = [reading for reading in read if reading.clock.id.startswith(KEEP)]
    return bool(kept) and all(one.state == PASSED and not one.unknown for one in kept)


@dataclass(frozen=True, slots=True)
class Share:
    """How many of the files a target asks for were in time.

    ``late`` are those stopped or still open after their due day; ``open`` are in time as yet
    and count neither way, as do the ``unknown`` ones.
    """

    clock: Clock
    within: int
    late: int
    open: int
    unknown: int

    @property
    def met(self) -> bool | None:
        """Is the target met by those that are decided or late? ``None`` if there are none."""
        counted = self.within + self.late
        return Decimal(self.within) >= Decimal(self.clock.target) * counted if counted else None


def share(clock: Clock, asked: Iterable[File], today: date, at: Lookup = calendar) -> Share:
    """How many of the files met the target of a clock, such as ``uk.sla1``."""
    counts = Counter(verdict(running(clock, file, (), today, at)) for file in asked)
    return Share(clock, counts["within"], counts["late"], counts["open"], counts["unknown"])


def verdict(reading: Reading) -> str:
    """In which of the counts of a ``Share`` a reading falls; ``idle`` falls in none."""
    if reading.due is None:
        return IDLE if reading.state == IDLE else UNKNOWN
    if (reading.stopped or reading.due) > reading.due or reading.state == PASSED:
        return "late"
    return "within" if reading.stopped else "open"
