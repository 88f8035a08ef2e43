"""A duty: something that must be done by a day. In: a file and what is told; out: a record.

A duty follows from events alone. Its due day does not depend on the day on which it is asked
for; whether it is overdue is decided when it is read, so no night job can lose one.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from catchall.errors import MarkingError
from catchall.marking import parse, render, rollup
from catchall_desk.cases.calendars import Lookup, calendar
from catchall_desk.cases.events import Event
from catchall_desk.cases.fold import File
from catchall_desk.cases.policy import LabelClass, adds_nothing


@dataclass(frozen=True, slots=True)
class ListNow:
    """A list in force: its name, its version as ``screened`` events have it, and since when."""

    name: str
    version: str
    since: date


@dataclass(frozen=True, slots=True)
class Desk:
    """What duties need to know of the desk itself.

    ``home`` is its own country, three capitals: without it every request may be ours to answer
    and ours to chase. ``lists`` are those in force. ``verify_days``: by when a delivery is to
    be verified, in days after it; the desk's own choice, no rule of law.
    """

    home: str = ""
    lists: tuple[ListNow, ...] = ()
    verify_days: int = 60
    calendar: Lookup = calendar


@dataclass(frozen=True, slots=True)
class Duty:
    """Something that must be done with a file.

    ``due`` is the last day in time; ``None`` while that cannot be said, or while the clock
    stands still: the duty stands all the same, and ``basis`` tells what is not known.
    ``opened_by`` and ``done_by`` are ids of events. ``marking`` and ``addressees`` are those of
    everything the duty rests on; who may not read the file may not read its duties either.
    """

    kind: str
    file: str
    due: date | None
    office: str
    officer: str
    basis: str
    silence: str
    marking: str
    addressees: tuple[str, ...]
    opened_by: str
    done_by: str | None


@dataclass(frozen=True, slots=True)
class Told:
    """What a rule tells of a duty; ``rests`` is what else it rests on, with its markings."""

    kind: str
    due: date | None
    basis: str
    opened_by: str
    done_by: str | None = None
    silence: str = ""
    rests: Sequence[File | Event] = ()
    office: str = ""


def made(file: File, told: Told) -> Duty:
    """The duty of a file that a rule tells of."""
    marking, addressees = label((file, *told.rests))
    return Duty(
        told.kind,
        file.id,
        told.due,
        told.office or file.office,
        "" if told.office else file.officer,
        told.basis,
        told.silence,
        marking,
        addressees,
        told.opened_by,
        told.done_by,
    )


def label(things: Sequence[File | Event]) -> tuple[str, tuple[str, ...]]:
    """One marking, with its addressees, for what rests on all of these."""
    held = LabelClass(0, things[0].marking, things[0].addressees)
    for one in things[1:]:
        other = LabelClass(0, one.marking, one.addressees)
        if adds_nothing(held, other):
            held = other
        elif not adds_nothing(other, held):
            held = together(held, other)
    return held.marking, held.addressees


def together(one: LabelClass, other: LabelClass) -> LabelClass:
    """A label for what rests on both: whom either leaves out, this leaves out.

    Of two policies that never merge the marking of the other stays: a queue shows a duty only
    to who may read its file too, so both are asked for, and the duty is not lost to everybody.

    >>> few = LabelClass(0, "SECRET//NOFORN", ("ana",))
    >>> together(LabelClass(0, "SECRET//REL TO USA, GBR"), few).marking
    'SECRET//NOFORN'
    """
    both = set(one.addressees) & set(other.addressees)
    names = (
        both if one.addressees and other.addressees else {*one.addressees, *other.addressees}
    )
    try:
        marking = render(rollup([parse(one.marking), parse(other.marking)]))
    except MarkingError:
        return other
    return LabelClass(0, marking, tuple(sorted(names)))


def overdue(duty: Duty, today: date) -> bool:
    """Is it still to be done, and its day past? A duty without a day is never overdue.

    The day itself is still in time.
    """
    return duty.done_by is None and duty.due is not None and duty.due < today
