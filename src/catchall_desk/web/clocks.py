"""Duties as screens show them. In: rows of duties; out: clocks with basis and silence."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from catchall_desk.store.labels import by_id
from catchall_desk.store.models import DutyRow
from catchall_desk.store.view import View

SOON = 7
"""A duty due within so many days stands out."""


@dataclass(frozen=True, slots=True)
class Clock:
    """One duty: of which file, due when, on what basis, and what silence does.

    ``tone`` is ``late``, ``soon``, ``far`` or ``open`` (the day is not known); ``left`` says
    the same in words.
    """

    file: str
    kind: str
    title: str
    what: str
    due: date | None
    left: str
    tone: str
    basis: str
    silence: str
    why: tuple[str, ...]
    marking: str


def clocks(view: View, rows: Sequence[DutyRow], today: date) -> tuple[Clock, ...]:
    """The clocks of these duties, with the titles of their files.

    A duty whose file the reader may not see is left out.
    """
    files = view.rows_of([row.file for row in rows])
    known = by_id()
    return tuple(
        Clock(
            file=str(row.file),
            kind=row.file_kind,
            title=files[row.file].title,
            what=row.kind.replace("_", " "),
            due=row.due,
            left=left(row.due, today),
            tone=tone(row.due, today),
            basis=row.basis,
            silence=row.silence.replace("_", " "),
            why=why_mine(row, view),
            marking=known[row.label_id].marking,
        )
        for row in rows
        if row.file in files
    )


def why_mine(row: DutyRow, view: View) -> tuple[str, ...]:
    """Why a duty is the reader's; empty when it is not."""
    reader = view.reader
    own = ("you are its officer",) if row.officer and row.officer == reader.user else ()
    office = ("your office has it",) if row.office and row.office == reader.office else ()
    return (*own, *office)


def left(due: date | None, today: date) -> str:
    """How long until a day, in words.

    >>> left(date(2026, 3, 4), date(2026, 3, 2)), left(date(2026, 3, 1), date(2026, 3, 2))
    ('in 2 days', '1 day late')
    >>> left(date(2026, 3, 2), date(2026, 3, 2)), left(None, date(2026, 3, 2))
    ('today', 'day not known')
    """
    if due is None:
        return "day not known"
    days = (due - today).days
    if days == 0:
        return "today"
    plural = "" if abs(days) == 1 else "s"
    return f"in {days} day{plural}" if days > 0 else f"{-days} day{plural} late"


def tone(due: date | None, today: date) -> str:
    """How a day stands out.

    >>> tone(date(2026, 3, 1), date(2026, 3, 2)), tone(None, date(2026, 3, 2))
    ('late', 'open')
    """
    if due is None:
        return "open"
    days = (due - today).days
    return "late" if days < 0 else "soon" if days <= SOON else "far"
