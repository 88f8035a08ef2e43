"""What a job names, read: shipments, lists in force, lawbook, side tables; the run's header.

In: a ``Job`` (paths, names, the day, the time). Out: ``Prepared``. The only stage before the
pipeline that touches files; it decides nothing about a shipment.
"""

import dataclasses
import hashlib
import platform
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from functools import cache
from importlib.metadata import version
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

import pyarrow as pa

from catchall import casefile, snapshots
from catchall.determine import series
from catchall.determine.given import ListState, SideTables
from catchall.errors import NoListInForceError
from catchall.intake import headers, shipments, side_tables
from catchall.intake.side_tables import SideTable
from catchall.law import load
from catchall.law.model import Lawbook
from catchall.pipeline import Given
from catchall.snapshots import Snapshot

VERSIONED = ("anyascii", "numba", "numpy", "pint", "pyarrow", "pycountry", "rapidfuzz")
"""Libraries whose version can change a result; they stand in every header."""


@dataclass(frozen=True)
class Job:
    """What to screen and by what. ``now`` is the time of the run, ISO 8601 in UTC.

    ``side`` gives a file for each side table there is; ``lists`` names the lists to use, none
    meaning all in force on ``day``; ``list_age_hours`` is the age from which a list is stale.
    """

    inputs: tuple[Path, ...]
    home: Path
    day: date
    now: str
    lists: tuple[str, ...] = ()
    jurisdictions: tuple[str, ...] = ("eu", "us")
    mapping: Path | None = None
    side: Mapping[str, Path] | None = None
    list_age_hours: float = 72.0
    out: Path | None = None
    resume: bool = False


@dataclass(frozen=True)
class SideReport:
    """What was read of one side table: its rows, those rejected, and what is to be told."""

    kind: str
    source: str
    good: int
    rejected: int
    notes: tuple[str, ...]


@dataclass(frozen=True)
class Prepared:
    """Everything a run needs, and what could not be read.

    ``reports`` tells of each file of shipments, ``side`` of each side table.
    """

    shipments: pa.Table
    rejects: pa.Table
    reports: tuple[shipments.FileReport, ...]
    side: tuple[SideReport, ...]
    snapshots: tuple[Snapshot, ...]
    given: Given


@cache
def engine() -> str:
    """Which engine is this? Its version and a hash over its source: ``0.1.0+1a2b3c4d5e6f``."""
    digest = hashlib.sha256()
    for name, data in sorted(_sources(files("catchall"), "")):
        digest.update(name.encode() + b"\0" + hashlib.sha256(data).digest())
    return f"{version('catchall')}+{digest.hexdigest()[:12]}"


def _sources(folder: Traversable, prefix: str) -> list[tuple[str, bytes]]:
    found: list[tuple[str, bytes]] = []
    for child in folder.iterdir():
        if child.is_dir() and child.name != "__pycache__":
            found += _sources(child, f"{prefix}{child.name}/")
        elif child.name.endswith((".py", ".yaml", ".csv")):
            found.append((prefix + child.name, child.read_bytes()))
    return found


def lists_in_force(job: Job) -> tuple[Snapshot, ...]:
    """Which lists are in force on the job's day?

    Raises:
        NoListInForceError: there is none, so nothing may be called screened.
        UsageError: a list was named that is not held.
    """
    found = snapshots.in_force(job.home, job.day, job.lists)
    if not found:
        raise NoListInForceError(job.day.isoformat())
    return found


def _age_hours(arrived: str, now: str) -> float:
    then, this = datetime.fromisoformat(arrived), datetime.fromisoformat(now)
    return round((this.astimezone(UTC) - then.astimezone(UTC)).total_seconds() / 3600, 1)


def states(job: Job, found: tuple[Snapshot, ...]) -> tuple[ListState, ...]:
    """How old is each list? Stale when it arrived longer ago than the job allows.

    For a past day its age is that at the end of that day: "yesterday" makes no list young.
    """
    now = datetime.fromisoformat(job.now).astimezone(UTC)
    asked = datetime.combine(job.day, time.max, UTC).replace(microsecond=0)
    moment = min(now, asked).isoformat()
    return tuple(
        ListState(
            name=one.name,
            source=one.source,
            date=one.date.isoformat(),
            snapshot=one.hash,
            records=one.records,
            names=one.names,
            stale=_age_hours(one.confirmed, moment) > job.list_age_hours,
            age_hours=_age_hours(one.confirmed, moment),
            shares_date=snapshots.shares_its_date(one),
        )
        for one in found
    )


def _versions() -> dict[str, str]:
    return {
        "python": platform.python_version(),
        "unicode": unicodedata.unidata_version,
        **{name: version(name) for name in VERSIONED},
    }


def read_side(job: Job) -> tuple[SideTable, ...]:
    """The side tables of the job, as read, in the order of their kinds.

    Raises:
        InputError: one cannot be read.
    """
    return tuple(
        side_tables.read(kind, path) for kind, path in sorted((job.side or {}).items())
    )


def _side_report(one: SideTable) -> SideReport:
    return SideReport(one.kind, one.source, len(one.rows), one.rejects.num_rows, one.notes)


def header(
    job: Job,
    found: tuple[Snapshot, ...],
    book: Lawbook,
    side: SideTables,
    told: Mapping[str, Any],
) -> casefile.Header:
    """What a run by these lists, this law and these side tables is sealed with.

    ``told`` is said of the run and changes no result.
    """
    tables = {kind: rows for kind, rows in vars(side).items() if kind != "rejected"}
    body = {
        "engine": engine(),
        "versions": _versions(),
        "as_of": job.day.isoformat(),
        "jurisdictions": list(job.jurisdictions),
        "lists": [dataclasses.asdict(state) for state in states(job, found)],
        "lawbook": {"version": book.version, "hash": book.hash},
        "side": {
            kind: [dict(row) for row in rows]
            for kind, rows in sorted(tables.items())
            if rows is not None
        },
        "side_rejected": sorted(side.rejected),
    }
    return casefile.seal_header(body, told)


def prepare(job: Job) -> Prepared:
    """Everything the job names, read and sealed into the header of the run.

    Raises:
        InputError: a file cannot be read at all.
        NoListInForceError: no watchlist is in force on the day.
        SnapshotDamagedError: a stored list fails its checksum.
        LawbookError: a lawbook file breaks its rules.
    """
    found = lists_in_force(job)
    mapping = headers.load_mapping(job.mapping) if job.mapping else None
    intake = shipments.read(job.inputs, mapping=mapping)
    given_side = read_side(job)
    by_kind: dict[str, Any] = {one.kind: one.rows for one in given_side}
    rejected = frozenset(one.kind for one in given_side if one.rejects.num_rows)
    side = SideTables(**by_kind, rejected=rejected)
    book = load.load(cases=False)
    told = {
        "at": job.now,
        "inputs": [[report.source, report.hash] for report in intake.reports],
    }
    sealed = header(job, found, book, side, told)
    across = series.build(intake.shipments, side, book)
    watchlists = [snapshots.load(one) for one in found]
    given = Given(watchlists, book, side, across, sealed, job.day, job.jurisdictions)
    return Prepared(
        shipments=intake.shipments,
        rejects=pa.concat_tables([intake.rejects, *(one.rejects for one in given_side)]),
        reports=intake.reports,
        side=tuple(map(_side_report, given_side)),
        snapshots=found,
        given=given,
    )
