"""Add an official list: read, compare, index, store. In: files; out: a snapshot.

What a list means is read from ``catchall_lawbook/watchlist_sources.yaml``. No clock: when the
files arrived is an argument.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from importlib import resources
from pathlib import Path

import numpy as np
import pyarrow as pa
import yaml

from catchall import snapshots
from catchall.errors import (
    LawbookError,
    SnapshotDamagedError,
    UsageError,
    WatchlistRefusedError,
)
from catchall.intake.watchlists import ListRead, read
from catchall.names import index
from catchall.snapshots import Origin, Snapshot

SOURCES = "watchlist_sources.yaml"

FEW, MANY, SHARE = 10, 100, 0.005
"""A list is refused that is short of more than MANY records, or FEW and more than SHARE."""

NAMES_SHARE = 0.05
"""A list is refused that is short of more names than this: a file of aliases was left out."""

Build = Callable[[pa.Table], Mapping[str, np.ndarray]]


@dataclass(frozen=True)
class Added:
    """What ``add`` did: the snapshot, new or confirmed, and the list as it was read."""

    snapshot: Snapshot
    read: ListRead


@dataclass(frozen=True)
class Source:
    """What the lawbook says of a kind of list."""

    list: str
    title: str
    authority: str
    effect: str
    licence_of_list: str
    cite: str


def sources() -> Mapping[str, Source]:
    """What is each kind of official list, and what does a confirmed match mean?

    Raises:
        LawbookError: the file is not as it must be.
    """
    text = resources.files("catchall_lawbook").joinpath(SOURCES).read_text(encoding="utf-8")
    try:
        return {name: Source(**said) for name, said in yaml.safe_load(text).items()}
    except (yaml.YAMLError, TypeError, AttributeError) as error:
        raise LawbookError(SOURCES, "whole file", str(error)) from error


def add(  # noqa: PLR0913 - the options of the command, all by name
    home: Path,
    name: str,
    files: Sequence[Path],
    *,
    arrived: str,
    source: str = "auto",
    given: date | None = None,
    effect: str = "",
    accept: str = "",
    build: Build | None = None,
) -> Added:
    """Read official files and keep them as a dated snapshot with its index.

    The day is the one given, else the one in the file, else the day of arrival. A list dated
    before the one in force becomes history: it holds only for days before the later one.

    Raises:
        UsageError: the name, the source or the effect is not one that can be.
        InputError: a file is not there.
        WatchlistRefusedError: a file is damaged, another list, or much shorter than before.
    """
    snapshots.check_name(name)
    found = read(files, name=name, source=source)
    known = sources()[found.source]
    if effect not in ("", "prohibited", "licence_required", "review"):
        raise UsageError(f"effect {effect!r} is not prohibited, licence_required or review")
    day, date_from = _day(found, given, arrived)
    origin = Origin(
        name=name,
        source=found.source,
        title=known.title,
        effect=effect or known.effect,
        date=day,
        date_from=date_from,
        arrived=arrived,
        files=found.files,
        notes=found.notes,
        accept=accept,
        index_format=str(index.FORMAT),
    )
    if not accept:
        _compare(home, origin, found)
    arrays = (build or index.build)(found.records)
    return Added(snapshots.save(home, origin, found.records, found.rejects, arrays), found)


def _day(found: ListRead, given: date | None, arrived: str) -> tuple[date, str]:
    if given is not None:
        return given, "given"
    if found.published is not None:
        return found.published, "file"
    return datetime.fromisoformat(arrived).date(), "arrival"


def _compare(home: Path, origin: Origin, found: ListRead) -> None:
    """Refuse another list under the same name, and one that lost records or names."""
    advice = 'Check the files; if it is right, say who accepts it: --accept "who: why".'
    if other := _other(home, origin):
        problem = f"list {origin.name} holds {other}, these files are {origin.source}"
        raise WatchlistRefusedError(origin.files[0][0], "whole file", problem, advice)
    before = _before(home, origin)
    if before is None:
        return
    short = before.records - found.records.num_rows
    names = before.names - found.counts["names"]
    if short > MANY or (short >= FEW and short > before.records * SHARE):
        problem = f"{short:,} records fewer than the {before.records:,} of {before.date}"
        raise WatchlistRefusedError(origin.files[0][0], "whole list", problem, advice)
    if names >= FEW and names > before.names * NAMES_SHARE:
        problem = f"{names:,} names fewer than the {before.names:,} of {before.date}"
        raise WatchlistRefusedError(origin.files[0][0], "whole list", problem, advice)


def _other(home: Path, origin: Origin) -> str:
    """The kind of list under that name on any day, where these files are of another one."""
    try:
        held = snapshots.in_force(home, date.max, [origin.name])
    except (SnapshotDamagedError, UsageError):
        return ""
    known = sources()
    same = (known[one.source].list == known[origin.source].list for one in held)
    return "" if all(same) else held[0].source


def _before(home: Path, origin: Origin) -> Snapshot | None:
    """What is in force under that name on that day; None when nothing, or it is damaged."""
    try:
        return snapshots.in_force(home, origin.date, [origin.name])[0]
    except (SnapshotDamagedError, UsageError):
        return None
