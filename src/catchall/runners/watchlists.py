"""Add an official list: read, compare, index, store. In: files; out: a snapshot.

What a list means is read from ``catchall_lawbook/watchlist_sources.yaml`` or from its mapping
file. A list in doubt is held with the reason, and the last good one stays in force. No clock:
when the files arrived is an argument.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from pathlib import Path

import numpy as np
import pyarrow as pa

from catchall import snapshots
from catchall.errors import (
    SnapshotDamagedError,
    UsageError,
    WatchlistDoubtError,
    WatchlistRefusedError,
)
from catchall.intake.watchlists import ListRead, read
from catchall.names import index
from catchall.runners import fitness, held
from catchall.runners.sources import EFFECTS, source_of
from catchall.snapshots import Origin, Snapshot

Build = Callable[[pa.Table], Mapping[str, np.ndarray]]

_ACCEPT = 'Check the files; if it is right, say who accepts it and why: --accept "who: why".'
_WHO_WHY = re.compile(r"\s*\w[^:]*:\s*\w.*", re.DOTALL)


@dataclass(frozen=True)
class Added:
    """What ``add`` did: the snapshot, new or confirmed, and the list as it was read."""

    snapshot: Snapshot
    read: ListRead
    new: bool = True


@dataclass(frozen=True)
class Wanted:
    """How a list is to be added.

    ``source`` is its format, ``mapping`` a file that says what its columns are; ``given`` its
    day and ``effect`` what a match asks for, where they are not taken from the list;
    ``accept`` is "who: why" of the person who answers for a list in doubt; ``history`` says
    that it is for past days only. ``today`` is the day where the user is (that of the arrival
    in UTC if left out): it dates a list that has no day of its own.
    """

    source: str = "auto"
    mapping: Path | None = None
    given: date | None = None
    effect: str = ""
    accept: str = ""
    history: bool = False
    today: date | None = None
    build: Build = index.build


def add(
    home: Path,
    name: str,
    files: Sequence[Path],
    wanted: Wanted,
    *,
    arrived: str,
) -> Added:
    """Read official files and keep them as a dated snapshot with its index.

    The day is the one given, else the one in the file, else the day of arrival. A list that
    cannot be read or is in doubt is held: its files are kept with the reason, and nothing
    else changes.

    Raises:
        UsageError: the name, the source, the effect or who accepts is not one that can be,
            or --history for a list that is not older than the one in force.
        InputError: a file is not there.
        WatchlistRefusedError: the list is held; the text says why and what to do.
    """
    snapshots.check_name(name)
    if wanted.effect not in ("", *EFFECTS):
        raise UsageError(f"effect {wanted.effect!r} is not one of {', '.join(EFFECTS)}")
    if wanted.accept and not _WHO_WHY.fullmatch(wanted.accept):
        raise UsageError(
            f'--accept {wanted.accept!r} does not say who and why: --accept "who: why"'
        )
    try:
        return _add(home, name, files, wanted, arrived)
    except WatchlistRefusedError as refused:
        kept = held.hold(home, name, files, refused, arrived)
        raise _said(home, kept, refused) from refused


def _add(home: Path, name: str, files: Sequence[Path], wanted: Wanted, arrived: str) -> Added:
    found = read(files, name=name, source=wanted.source, accepted=True, mapping=wanted.mapping)
    origin = _origin(name, found, wanted, arrived)
    if same := snapshots.confirm(home, origin, found.records):
        return Added(same, found, new=False)
    _not_to_come(origin, wanted, arrived)
    doubts = (*found.doubts, *fitness.doubts(home, origin, found, history=wanted.history))
    if doubts and not wanted.accept:
        place = "whole list"
        raise WatchlistDoubtError(found.files[0][0], place, "; ".join(doubts), _ACCEPT)
    origin = replace(origin, doubts=doubts)
    arrays = wanted.build(found.records)
    return Added(snapshots.save(home, origin, found.records, found.rejects, arrays), found)


def _origin(name: str, found: ListRead, wanted: Wanted, arrived: str) -> Origin:
    known = source_of(found)
    day, date_from = _day(found, wanted, arrived)
    return Origin(
        name=name,
        source=found.source,
        title=known.title,
        effect=wanted.effect or known.effect,
        date=day,
        date_from=date_from,
        arrived=arrived,
        files=found.files,
        notes=found.notes,
        accept=wanted.accept,
        index_format=str(index.FORMAT),
        licence=known.licence_of_list,
        authority=known.authority,
    )


def _not_to_come(origin: Origin, wanted: Wanted, arrived: str) -> None:
    """Refuse a list of a day to come: it would keep every list of a nearer day out of force."""
    today = wanted.today or datetime.fromisoformat(arrived).date()
    if origin.date > today + timedelta(days=1):
        problem = f"it is dated {origin.date}, after the day it arrived, {today}"
        raise WatchlistRefusedError(origin.files[0][0], "its day", problem, "Correct the day.")


def _said(home: Path, kept: held.Held, refused: WatchlistRefusedError) -> WatchlistRefusedError:
    """The refusal with what stays in force, and where the files are kept."""
    try:
        still = fitness.in_force(home, kept.name, date.max)
    except SnapshotDamagedError as damaged:
        stays = str(damaged)
    else:
        stays = (
            f"The list of {still.date} stays in force"
            if still
            else "No list of that name is in force"
        )
    advice = f"{stays}. The files are kept: catchall watchlist list --held. {refused.advice}"
    return type(refused)(refused.path, refused.place, refused.problem, advice)


def _day(found: ListRead, wanted: Wanted, arrived: str) -> tuple[date, str]:
    if wanted.given is not None:
        return wanted.given, "given"
    if found.published is not None:
        return found.published, "file"
    return wanted.today or datetime.fromisoformat(arrived).date(), "arrival"
