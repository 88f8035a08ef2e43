"""Which snapshots are past the years they are kept? In: the store and a day; out: snapshots."""

import shutil
from collections.abc import Sequence
from datetime import date
from itertools import pairwise
from pathlib import Path

from catchall import snapshots
from catchall.snapshots import Snapshot


def past(home: Path, day: date, years: int) -> tuple[Snapshot, ...]:
    """Which snapshots were replaced by a later one more than so many years before the day?

    A snapshot in force is never among them, however old it is.
    """
    limit = _years_before(day, years)
    found: list[Snapshot] = []
    for name in dict.fromkeys(one.name for one in snapshots.listing(home)):
        of_list = [one for one in snapshots.listing(home) if one.name == name]
        # until the later one arrived, the earlier was in force whatever the days on them say
        found += [
            old
            for old, new in pairwise(of_list)
            if max(new.date.isoformat(), new.arrived[:10]) <= limit.isoformat()
        ]
    return tuple(found)


def _years_before(day: date, years: int) -> date:
    """The same day so many years before; 28 February for a 29th that is not there.

    >>> _years_before(date(2024, 2, 29), 1)
    datetime.date(2023, 2, 28)
    """
    try:
        return day.replace(year=day.year - years)
    except ValueError:
        return day.replace(year=day.year - years, day=28)


def remove(found: Sequence[Snapshot]) -> None:
    """Remove these snapshots from the store; half of one is never left under its name."""
    for one in found:
        gone = one.folder.with_name(f".gone-{one.folder.name}")
        one.folder.replace(gone)
        shutil.rmtree(gone)
