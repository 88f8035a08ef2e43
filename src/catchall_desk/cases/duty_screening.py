"""Duties of screening: who never was, and who was on older lists. In: a file; out: duties.

A file is screened once for each marking that its names carry; the newest screening of each
counts, and each must be of the lists now in force.
"""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from catchall_desk.cases.duty import Desk, Told
from catchall_desk.cases.events import Event
from catchall_desk.cases.fields import references
from catchall_desk.cases.fold import File, standing
from catchall_desk.cases.machines import machines
from catchall_desk.cases.related import Sight

LIVE = frozenset(
    {"lead", "transaction", "case", "application", "licence", "certificate", "denial"}
)
"""Files whose parties are screened while they are open."""
SCREEN = "every party in every role is screened when it is named"
NAMED = 3
"""How many of the lists that changed are named."""
AGAIN = "open files and live licences are screened again when a list changes"


def by_screening(sight: Sight, desk: Desk) -> Iterator[Told]:
    """Who has to be screened: all at first, and again when a list changes."""
    file = sight.file
    named = parties(file)
    if file.kind not in LIVE or not named or file.state in machines()[file.kind].ends:
        return
    done = newest_screenings(file)
    covered = {one for event in done for one in screened(event.body)}
    if missing := named - covered:
        opened = file.moves[0]
        yield Told("screen", opened.happened_at.date(), SCREEN, opened.id)
    if done and not missing:
        yield from again(done, desk)


def again(done: tuple[Event, ...], desk: Desk) -> Iterator[Told]:
    """Screenings that looked at another version of a list than the one in force."""
    for event in done:
        versions = {one["list"]: one["version"] for one in event.body.get("lists") or ()}
        stale = [one for one in desk.lists if versions.get(one.name) != one.version]
        if stale:
            due: date = min(one.since for one in stale)
            names = ", ".join(sorted(one.name for one in stale)[:NAMED])
            more = f" and {len(stale) - NAMED} more" if len(stale) > NAMED else ""
            yield Told("screen_again", due, f"{AGAIN}: {names}{more}", event.id, rests=[event])


def parties(file: File) -> frozenset[str]:
    """The parties that the file names in a role."""
    found = references(file.kind, file.fields)
    return frozenset(target for name, target in found if name.startswith("role:"))


def newest_screenings(file: File) -> tuple[Event, ...]:
    """The newest standing screening of each marking."""
    newest: dict[tuple[str, tuple[str, ...]], Event] = {}
    for event in standing(file, "screened"):
        newest[event.marking, event.addressees] = event
    return tuple(newest[key] for key in sorted(newest))


def screened(body: Mapping[str, Any]) -> frozenset[str]:
    """The parties that a screening covered; those it could not screen are left out."""
    rows = [one for one in body.get("parties") or () if isinstance(one, Mapping)]
    missed = {one.get("party") for one in body.get("not_screened") or ()}
    return frozenset(
        str(one["party"]) for one in rows if one.get("party") not in missed | {None}
    )
