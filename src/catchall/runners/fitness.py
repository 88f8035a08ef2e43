"""Is a list that was read fit to be put in force? In: it and the one in force; out: doubts.

A list is never quietly smaller, older, milder or another: each doubt is a sentence, and a list
with one is held until a person accepts it. Reading and storing do not belong here.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc

from catchall import snapshots
from catchall.errors import SnapshotDamagedError, UsageError
from catchall.intake.watchlists import ListRead
from catchall.intake.watchlists.entry import OPEN_END
from catchall.runners.sources import EFFECTS, list_of
from catchall.snapshots import Origin, Snapshot

FEW, MANY, SHARE = 10, 100, 0.005
"""A list is held when more than MANY of its records are gone, or FEW and more than SHARE."""

PARTS_SHARE = 0.05
"""A list is held that is short of more names, addresses or numbers: a file was left out."""

MONTH, CREEP = timedelta(days=30), 0.2
"""A list is held when more than CREEP of what it held a MONTH ago is gone, step by step."""

_PARTS = ("names", "addresses", "identifiers")


@dataclass(frozen=True)
class _Known:
    """What is compared of each record: its kind, its first name, all its names."""

    schemas: Mapping[str, str]
    first: Mapping[str, str]
    names: Mapping[str, frozenset[str]]


def doubts(home: Path, origin: Origin, found: ListRead, *, history: bool) -> tuple[str, ...]:
    """Why must this list not be put in force by itself? Nothing when it may.

    ``history`` says that it is meant to be older than the one in force.
    """
    try:
        if other := _other(home, origin):
            return (f"list {origin.name} holds {other}, these files are {origin.source}",)
        return tuple(_doubts(home, origin, found, history=history))
    except SnapshotDamagedError as error:
        if snapshots.was_kept(home, origin, found.records):
            return ()  # the damaged one itself, added anew
        return (f"the list in force is damaged and cannot be compared with: {error.path}",)


def _doubts(home: Path, origin: Origin, found: ListRead, *, history: bool) -> Iterator[str]:
    last = in_force(home, origin.name, date.max)
    if history and (last is None or origin.date >= last.date):
        raise UsageError(
            "--history keeps a list that is older than the one in force; this one is not"
        )
    if last is not None and not history:
        yield from _day(origin, found, last)
    before = in_force(home, origin.name, origin.date)
    if before is None:
        return
    if snapshots.was_kept(home, origin, found.records):
        yield f"it is the list of {origin.date} again, after another took its place"
    if EFFECTS.index(origin.effect) > EFFECTS.index(before.effect):
        yield f"a match would ask for {origin.effect} only, now it asks for {before.effect}"
    yield from _records(before, found)
    if before.source == origin.source:
        yield from _parts(before, found)
    earlier = in_force(home, origin.name, origin.date - MONTH)
    if earlier is not None and earlier != before:
        yield from _creep(earlier, found)


def _other(home: Path, origin: Origin) -> str:
    """The kind of list under that name on any day, where these files are of another one."""
    held = in_force(home, origin.name, date.max)
    same = held is None or list_of(held.source, held.name) == list_of(
        origin.source, origin.name
    )
    return "" if same or held is None else held.source


def in_force(home: Path, name: str, day: date) -> Snapshot | None:
    """What is in force under that name on that day? None when nothing is.

    Raises:
        SnapshotDamagedError: what would be is damaged.
    """
    try:
        return snapshots.in_force(home, day, [name])[0]
    except UsageError:
        return None


def _day(origin: Origin, found: ListRead, last: Snapshot) -> Iterator[str]:
    if origin.date < last.date:
        older = f"it is older ({origin.date}) than the one in force ({last.date})"
        yield f"{older}; to keep it for past days only, say --history"
    elif found.published is not None and found.published < last.date:
        yield (
            f"the file says it is of {found.published}, older than the one in force "
            f"({last.date}), whatever day it was given"
        )


def _many(count: int, size: int) -> bool:
    return count > MANY or (count >= FEW and count > size * SHARE)


def _gone(old: _Known, new: _Known, *, by_name: bool) -> int:
    """How many of the old records are not among the new?

    ``by_name``: another format may number the records of the same list in another way.
    """
    missing = [one for one in old.names if one not in new.names]
    if by_name:
        there = frozenset(name for names in new.names.values() for name in names)
        missing = [one for one in missing if not old.names[one] & there]
    return len(missing)


def _records(before: Snapshot, found: ListRead) -> Iterator[str]:
    """Which records are gone or others, beyond what a day brings?"""
    old, new = _known(snapshots.load(before).table), _known(found.records)
    both = [record for record in old.names if record in new.names]
    size = len(old.names)
    for count, what in (
        (_gone(old, new, by_name=before.source != found.source), "are gone"),
        (sum(_renamed(old, new, one) for one in both), "lost their first or most names"),
        (
            sum(old.schemas[one] != new.schemas[one] for one in both),
            "are of another kind (person, firm, ship)",
        ),
    ):
        if _many(count, size):
            yield f"{count:,} of the {size:,} records of {before.date} {what}"


def _renamed(old: _Known, new: _Known, record: str) -> bool:
    names, kept = old.names[record], old.names[record] & new.names[record]
    return old.first[record] not in kept or 2 * len(kept) < len(names)


def _parts(before: Snapshot, found: ListRead) -> Iterator[str]:
    """Is a part of the list missing? Of two formats of a list one may hold more."""
    held = snapshots.load(before).table
    for part in _PARTS:
        total = _count(held, part)
        lost = total - _count(found.records, part)
        if lost >= FEW and lost > total * PARTS_SHARE:
            yield f"{lost:,} {part} fewer than the {total:,} of {before.date}"
    ended = not any(OPEN_END in note for note in before.notes)
    yield from (note for note in found.notes if ended and OPEN_END in note)


def _creep(earlier: Snapshot, found: ListRead) -> Iterator[str]:
    """Is much of what was there a month ago gone, in steps too small to be held?"""
    old, new = _known(snapshots.load(earlier).table), _known(found.records)
    gone, size = _gone(old, new, by_name=earlier.source != found.source), len(old.names)
    if gone > size * CREEP:
        yield f"{gone:,} of the {size:,} records of {earlier.date} are gone within a month"


def _known(table: pa.Table) -> _Known:
    records, schemas = table["record"].to_pylist(), table["schema"].to_pylist()
    lists = table["names"].combine_chunks()
    texts = [_bare(text) for text in lists.flatten().field("text").to_pylist()]
    first: dict[str, str] = {}
    names: dict[str, frozenset[str]] = {}
    at = 0
    for record, count in zip(records, pc.list_value_length(lists).to_pylist(), strict=True):
        first[record] = texts[at]
        names[record] = frozenset(texts[at : at + count])
        at += count
    return _Known(dict(zip(records, schemas, strict=True)), first, names)


def _bare(name: str) -> str:
    """A name without what a correction of spelling or of a damaged file changes.

    >>> _bare("Test-Works \u2019Two\u2019, LTD."), _bare("Пример")
    ('testworkstwoltd', 'Пример')
    """
    return "".join(re.findall("[a-z0-9]", name.casefold())) or name


def _count(table: pa.Table, part: str) -> int:
    return int(pc.sum(pc.list_value_length(table[part])).as_py() or 0)
