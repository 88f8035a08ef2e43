"""A version of a list by what a person types. In: words; out: the version and its records.

``un`` is the one in force, ``un@2026-02-27`` the one in force on that day, ``3f9a...`` the one
with that content hash (6 signs or more), and a path an official file that is only read.
"""

import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pyarrow as pa

from catchall import snapshots
from catchall.errors import UsageError
from catchall.intake.watchlists import read
from catchall.snapshots import Snapshot

_HASH = re.compile(r"[0-9a-f]{6,64}")


@dataclass(frozen=True)
class Version:
    """One version of a list: how it is called, its day if known, its records, what to know."""

    called: str
    day: date | None
    table: pa.Table
    notes: tuple[str, ...] = ()


def version(home: Path, typed: str, day: date) -> Version:
    """Which version of which list is meant?

    Raises:
        UsageError: nothing of that name, day or hash is held, and there is no such file.
        WatchlistRefusedError: it is a file that cannot be read.
        SnapshotDamagedError: the snapshot fails its checksum.
    """
    if Path(typed).is_file():
        found = read([Path(typed)], name="file", accepted=True)
        notes = (*found.doubts, *found.notes)
        return Version(Path(typed).name, found.published, found.records, notes)
    held = _snapshot(home, typed, day)
    called = f"{held.name} {held.date} ({held.hash[:12]})"
    return Version(called, held.date, snapshots.load(held).table, held.doubts)


def _snapshot(home: Path, typed: str, day: date) -> Snapshot:
    name, _, on = typed.partition("@")
    if on:
        try:
            return snapshots.in_force(home, date.fromisoformat(on), [name])[0]
        except ValueError as error:
            raise UsageError(f"{on!r} is not a day: type it like un@2026-02-27") from error
    if _HASH.fullmatch(typed):
        found = [one for one in snapshots.listing(home) if one.hash.startswith(typed)]
        if len(found) == 1:
            return found[0]
    return snapshots.in_force(home, day, [name])[0]
