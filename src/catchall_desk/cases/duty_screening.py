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
JUDGE = "a person says whether a hit is the party"
KERNEL = "kernel"
"""The role of the desk itself, which judges no hit."""
NAMED = 3
"""How many of the lists that changed are named."""
AGAIN = "open files and live licences are screened again when a list changes"


def by_screening(sight: Sight, desk: Desk) -> Iterator[Told]:
    """Who has to be screened: all at first, and again when a list changes."""
    file = sight.file
    named = parties(file)
    if file.kind not in LIVE or file.state in machines()[file.kind].ends:
        return
    done = newest_screenings(file)
    yield from hits(done, sight)
    covered = {one for event in done for one in screened(event.body)}
    if missing := named - covered:
        opened = file.moves[0]
        yield Told("screen", opened.happened_at.date(), SCREEN, opened.id)
    if done and not missing:
        yield from again(done, desk)


def hits(done: tuple[Event, ...], sight: Sight) -> Iterator[Told]:
    """Hits that a person must judge, also those that are gone from their list; judged or not.

    The duty names no party: a screening's names can be erased, and the duty stands.
    """
    told: dict[tuple[str, str], Told] = {}
    for event in done:
        for subject, rule in open_places(event.body):
            made = judged(subject, rule, sight)
            due, basis = event.happened_at.date(), f"{JUDGE}: {rule}"
            end = made.moves[0].id if made else None
            rests: list[File | Event] = [event, *([made] if made else [])]
            told.setdefault(
                (subject, rule), Told("judge_hit", due, basis, event.id, end, "", rests)
            )
    yield from told.values()


def open_places(body: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """The party (empty: somebody behind one) and the record of each hit, gone ones too."""
    for row in body.get("parties") or ():
        for hit in row.get("hits") or () if isinstance(row, Mapping) else ():
            yield str(row.get("party") or ""), f"{hit['list']}:{hit['record']}"
    for hit in body.get("gone") or ():
        yield str(hit.get("party") or ""), f"{hit['list']}:{hit['record']}"


def judged(subject: str, rule: str, sight: Sight) -> File | None:
    """The standing determination that a person made on a hit, about the party or the file."""
    for one in sight.others:
        person = one.kind == "determination" and one.moves[0].role != KERNEL
        said = person and one.fields.get("kind") == "match" and one.fields.get("rule") == rule
        if (
            said
            and one.state == "made"
            and one.fields.get("subject") in (subject, sight.file.id)
        ):
            return one
    return None


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
