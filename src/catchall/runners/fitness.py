"""Is a list that was read fit to be put in force? In: it and the one in force; out: doubts.

A list is never quietly smaller, older, or another: each doubt is a sentence, and a list with
one is held until a person accepts it. Reading and storing do not belong here.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc

from catchall import snapshots
from catchall.errors import SnapshotDamagedError, UsageError
from catchall.intake.watchlists import ListRead
from catchall.runners.sources import list_of
from catchall.snapshots import Origin, Snapshot
from catchall.tables import empty

FEW, MANY, SHARE = 10, 100, 0.005
"""A list is held when more than MANY of its records are gone, or FEW and more than SHARE."""

PARTS_SHARE = 0.05
"""A list is held that is short of more names, addresses or numbers: a file was left out."""

_PARTS = ("names", "addresses", "identifiers")
_DAMAGED = (SnapshotDamagedError, UsageError)


@dataclass(frozen=True)
class _Known:
    """What is compared of each record: its kind and its names."""

    schemas: Mapping[str, str]
    names: Mapping[str, frozenset[str]]


def doubts(home: Path, origin: Origin, found: ListRead, *, history: bool) -> tuple[str, ...]:
    """Why must this list not be put in force by itself? Nothing when it may.

    ``history`` says that it is meant to be older than the one in force.
    """
    if other := _other(home, origin):
        return (f"list {origin.name} holds {other}, these files are {origin.source}",)
    said = [*_day(home, origin, history=history)]
    before = in_force(home, origin.name, origin.date)
    if before is not None:
        said += _records(before, found)
        said += _parts(before, found) if before.source == origin.source else ()
    return tuple(said)


def _other(home: Path, origin: Origin) -> str:
    """The kind of list under that name on any day, where these files are of another one."""
    held = in_force(home, origin.name, date.max)
    same = held is None or list_of(held.source, held.name) == list_of(
        origin.source, origin.name
    )
    return "" if same or held is None else held.source


def in_force(home: Path, name: str, day: date) -> Snapshot | None:
    """What is in force under that name on that day? None when nothing, or it is damaged."""
    try:
        return snapshots.in_force(home, day, [name])[0]
    except _DAMAGED:
        return None


def _day(home: Path, origin: Origin, *, history: bool) -> Sequence[str]:
    arrived = datetime.fromisoformat(origin.arrived).date()
    if origin.date > arrived + timedelta(days=1):
        return (f"it is dated {origin.date}, after the day it arrived, {arrived}",)
    last = in_force(home, origin.name, date.max)
    if last is not None and origin.date < last.date and not history:
        older = f"it is older ({origin.date}) than the one in force ({last.date})"
        return (f"{older}; to keep it for past days only, say --history",)
    return ()


def _table(before: Snapshot) -> pa.Table:
    """The records of the list in force; none when they are damaged."""
    try:
        return snapshots.load(before).table
    except SnapshotDamagedError:
        return empty("WATCHLIST")


def _records(before: Snapshot, found: ListRead) -> Sequence[str]:
    """Which records are gone or others, beyond what a day brings?"""
    held = _table(before)
    old, new = _known(held), _known(found.records)
    both = [record for record in old.names if record in new.names]
    missing = [one for one in old.names if one not in new.names]
    if before.source != found.source:
        # another format may number the records of the same list in another way
        there = frozenset(name for names in new.names.values() for name in names)
        missing = [one for one in missing if not old.names[one] & there]
    gone = len(missing)
    renamed = sum(not old.names[one] & new.names[one] for one in both)
    other_kind = sum(old.schemas[one] != new.schemas[one] for one in both)
    size = len(old.names)
    return [
        f"{count:,} of the {size:,} records of {before.date} {what}"
        for count, what in (
            (gone, "are gone"),
            (renamed, "have none of their names any more"),
            (other_kind, "are of another kind (person, firm, ship)"),
        )
        if count > MANY or (count >= FEW and count > size * SHARE)
    ]


def _parts(before: Snapshot, found: ListRead) -> Sequence[str]:
    """Which parts of the records are fewer? Of two formats of a list one may hold more."""
    held = _table(before)
    return [
        f"{lost:,} {part} fewer than the {total:,} of {before.date}"
        for part in _PARTS
        for total in (_count(held, part),)
        for lost in (total - _count(found.records, part),)
        if lost >= FEW and lost > total * PARTS_SHARE
    ]


def _known(table: pa.Table) -> _Known:
    records, schemas = table["record"].to_pylist(), table["schema"].to_pylist()
    lists = table["names"].combine_chunks()
    texts = lists.flatten().field("text").to_pylist()
    ends = [0, *pc.list_value_length(lists).to_pylist()]
    names: dict[str, frozenset[str]] = {}
    at = 0
    for record, count in zip(records, ends[1:], strict=True):
        names[record] = frozenset(map(_bare, texts[at : at + count]))
        at += count
    return _Known(dict(zip(records, schemas, strict=True)), names)


def _bare(name: str) -> str:
    """A name without what a correction of spelling or of a damaged file changes.

    >>> _bare("Test-Works \u2019Two\u2019, LTD."), _bare("Пример")
    ('testworkstwoltd', 'Пример')
    """
    return "".join(re.findall("[a-z0-9]", name.casefold())) or name


def _count(table: pa.Table, part: str) -> int:
    return int(pc.sum(pc.list_value_length(table[part])).as_py() or 0)
