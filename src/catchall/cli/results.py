"""What a run gave, as the outputs take it. In: ``Ran`` and its job; out: ``totals.Result``."""

from collections.abc import Iterable
from datetime import UTC, date, datetime
from itertools import islice

import pyarrow as pa

from catchall import casefile, tables
from catchall.intake.shipments import FileReport
from catchall.output.totals import FileRead, ListUsed, Result, non_clear
from catchall.runners import shards
from catchall.runners.local import Ran
from catchall.runners.prepare import Job, SideReport
from catchall.snapshots import Snapshot

FILED_AT_ONCE = 500
"""Records held as objects at once: a record takes ten times the room of its rows."""
OLD_HOURS = 24
"""From this age of a list on a warning is given: official lists change daily."""


def list_used(one: Snapshot, *, sample: bool = False) -> ListUsed:
    """A snapshot as the outputs name it; an invented one is never called official."""
    return ListUsed(
        name=one.name,
        source=one.source,
        title="an invented list" if sample else one.title,
        date=str(one.date),
        arrived=one.arrived,
        effect=one.effect,
        records=one.records,
        names=one.names,
        hash=one.hash,
    )


def file_read(one: FileReport) -> FileRead:
    """An input file as the outputs name it, with what is worth telling of how it was read."""
    return FileRead(one.source, one.good, one.rejected, one.notes)


def side_read(one: SideReport) -> FileRead:
    """A side table as the outputs name it, with its kind: it is no file of shipments."""
    return FileRead(f"{one.source} ({one.kind})", one.good, one.rejected, one.notes)


def result(ran: Ran, job: Job, *, sample: bool = False, filed: bool = True) -> Result:
    """The finished screening as the outputs take it; ``filed``: with what a report shows."""
    return Result(
        determinations=ran.determinations,
        rejects=ran.rejects,
        lists=tuple(list_used(one, sample=sample) for one in ran.lists),
        files=(*map(file_read, ran.reports), *map(side_read, ran.side)),
        lawbook=ran.lawbook,
        day=job.day,
        made=job.now,
        jurisdictions=tuple(job.jurisdictions),
        shipments=_filed(ran) if filed else None,
        sample=sample,
    )


def _filed(ran: Ran) -> pa.Table | None:
    # what the report shows of a shipment is what was sealed, not what is read a second time
    if ran.records is None or not ran.determinations.num_rows:
        return None
    wanted = set(non_clear(ran.determinations)["id"].to_pylist())
    chosen = (one for one in shards.each(ran.records) if one.id in wanted)
    parts = []
    while part := list(islice(chosen, FILED_AT_ONCE)):
        parts.append(casefile.shipments(part))
    return pa.concat_tables([tables.empty("SHIPMENTS"), *parts])


def old_lists(lists: Iterable[Snapshot], day: date, this: datetime) -> list[str]:
    """A warning for each list older than ``OLD_HOURS``; for a past day, none."""
    if day < this.date():
        return []
    told = []
    for one in lists:
        then = datetime.fromisoformat(one.confirmed).astimezone(UTC)
        hours = (this - then).total_seconds() / 3600
        if hours > OLD_HOURS:
            told.append(
                f"warning: list {one.name} arrived {hours:.0f} hours ago; add the newest file: "
                f"catchall watchlist add {one.name} FILE..."
            )
    return told
