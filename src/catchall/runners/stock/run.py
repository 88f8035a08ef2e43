"""Screen a stock of parties; go on from the last time if there is one. In: a file; out: hits.

A party that is filed as before is looked up again only where a list's news may touch it; the
result is that of a full run. What is new, gone or changed since the last time is told.
"""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from catchall import snapshots, tables
from catchall.errors import SnapshotDamagedError, UsageError
from catchall.intake import side_tables
from catchall.runners.prepare import engine
from catchall.runners.stock import kept
from catchall.runners.stock.parties import keys, renumbered, rows
from catchall.screen import delta, stage, stock
from catchall.screen.model import Screening
from catchall.screen.parties import occurrences
from catchall.snapshots import Snapshot, Watchlist

Progress = Callable[[str, int, int], None]
Key = tuple[str, str, str, str, str, str]
_TOLD = ("match", "score", "confirmed", "effect", "name", "alias", "citation")
"""What of a hit is compared with the last time; another day of the list alone is no change."""


@dataclass(frozen=True)
class Job:
    """Which stock, by which lists: the file, the store, the snapshots in force.

    ``asked`` are the lists that were named, none meaning all. ``past`` is that a past day was
    asked for: such a look back neither goes on from the last time nor is gone on from.
    """

    file: Path
    home: Path
    lists: Sequence[Snapshot]
    asked: Sequence[str] = ()
    past: bool = False


@dataclass(frozen=True)
class Ran:
    """What a screening of a stock gave.

    ``hits`` are rows for people and files: ``change`` (new, changed, gone, same; empty the
    first time), ``id`` of the party, and the columns of HITS. ``screened`` is SCREENED with the
    id. ``again`` counts the parties that were looked up this time, ``parties`` all of them.
    ``state`` is to be kept (``kept.save``) when all was told; a look back has none.
    """

    hits: pa.Table
    screened: pa.Table
    rejects: pa.Table
    notes: tuple[str, ...]
    parties: int
    again: int
    first: bool
    state: kept.State | None


def run(job: Job, progress: Progress) -> Ran:
    """Which parties of the stock may be listed, and what is new since the last time?

    Raises:
        InputError: the file cannot be read.
        UsageError: it holds no party.
        SnapshotDamagedError: a list in force fails its checksum.
    """
    progress("reading", 0, 0)
    filed = side_tables.read("parties", job.file)
    if not filed.rows:
        raise UsageError(f"{job.file}: no party could be read; its first line names columns")
    now = rows(filed.source, filed.rows)
    watchlists = [snapshots.load(one) for one in job.lists]
    place = kept.folder(job.home, job.file, job.asked)
    before = None if job.past else kept.load(place, engine())
    progress("screening", 0, now.num_rows)
    news = _news(job, before, watchlists) if before else None
    found, again = _screened(now, before, news, watchlists)
    arrays = stock.prepare(list(occurrences(now)))
    held = {"stock": now, "hits": found.hits, "screened": found.screened}
    lists = {one.name: [one.hash, one.date.isoformat()] for one in job.lists}
    state = kept.State(place, held, arrays, {"lists": lists, "engine": engine()})
    return Ran(
        hits=_compared(now, found, before, news or {}),
        screened=_with_id(now, found.screened),
        rejects=filed.rejects,
        notes=filed.notes,
        parties=now.num_rows,
        again=again,
        first=before is None,
        state=None if job.past else state,
    )


def _screened(
    now: pa.Table,
    before: kept.Kept | None,
    news: Mapping[str, delta.Changes] | None,
    watchlists: Sequence[Watchlist],
) -> tuple[Screening, int]:
    """What the parties give now, and how many were looked up for it."""
    if before is None or news is None:
        return stage.run(now, watchlists), now.num_rows
    places = _same(before.stored.shipments, now)
    stored = _stored(now, before, places)
    wanted = delta.touched(stored, list(news.values())) if news else ()
    held = delta.again(stored, wanted, watchlists) if news else stored.before
    fresh = now.filter(pc.invert(pc.is_in(now["row"], _numbers(places))))
    new = stage.run(fresh, watchlists)
    found = Screening(_in_order(held.hits, new.hits), _in_order(held.screened, new.screened))
    return found, fresh.num_rows + len(wanted)


def _numbers(places: Mapping[int, int]) -> pa.Array:
    return pa.array(sorted(places.values()), pa.int64())


def _news(
    job: Job, before: kept.Kept, watchlists: Sequence[Watchlist]
) -> dict[str, delta.Changes] | None:
    """What changed on each list; None when a list of the last time is no longer kept."""
    nothing = tables.empty("WATCHLIST")
    left = set(before.lists) - {one.snapshot.name for one in watchlists}
    # what parties have on a list that is no longer asked falls away when they are looked up
    found = {name: delta.changes(nothing, nothing) for name in left}
    for one in watchlists:
        last = before.lists.get(one.snapshot.name)
        if last == [one.snapshot.hash, one.snapshot.date.isoformat()]:
            continue
        old = tables.empty("WATCHLIST")
        if last is not None:
            held = _table(job.home, last[0])
            if held is None:
                return None
            old = held
        found[one.snapshot.name] = delta.changes(old, one.table)
    return found


def _table(home: Path, digest: str) -> pa.Table | None:
    try:
        held = snapshots.by_hash(home, digest)
        return snapshots.load(held).table if held else None
    except SnapshotDamagedError:
        return None


def _same(old: pa.Table, now: pa.Table) -> dict[int, int]:
    """The rows of parties that are filed as before: old number to new; each one once."""
    held: dict[str, list[int]] = {}
    for row, key in zip(old["row"].to_pylist(), keys(old), strict=True):
        held.setdefault(key, []).append(row)
    return {
        held[key].pop(0): row
        for row, key in zip(now["row"].to_pylist(), keys(now), strict=True)
        if held.get(key)
    }


def _stored(now: pa.Table, before: kept.Kept, places: Mapping[int, int]) -> delta.Stored:
    """The parties that stayed, under their new numbers, made ready if they are not all."""
    held = before.stored
    if len(places) == held.shipments.num_rows == now.num_rows and all(
        old == new for old, new in places.items()
    ):
        return held
    stayed = now.filter(pc.is_in(now["row"], _numbers(places)))
    ready = stock.open_stock(stock.prepare(list(occurrences(stayed))))
    gave = Screening(
        renumbered(held.before.hits, places), renumbered(held.before.screened, places)
    )
    return delta.Stored(stayed, ready, gave)


def _in_order(held: pa.Table, new: pa.Table) -> pa.Table:
    both = pa.concat_tables([held, new]).combine_chunks()
    return both.take(pc.sort_indices(both, [("row", "ascending")])) if both.num_rows else both


def _counting(stock_table: pa.Table, hits: pa.Table) -> dict[Key, dict[str, Any]]:
    """The hits that count, by party, role, name, list, record and basis."""
    ids = dict(zip(stock_table["row"].to_pylist(), stock_table["id"].to_pylist(), strict=True))
    return {
        (
            ids[hit["row"]],
            hit["role"],
            hit["party"],
            hit["list"],
            hit["record"],
            hit["basis"],
        ): {
            "id": ids[hit["row"]],
            **hit,
        }
        for hit in hits.to_pylist()
        if hit["match"] or hit["basis"] != "name"
    }


def _compared(
    now: pa.Table,
    found: Screening,
    before: kept.Kept | None,
    news: Mapping[str, delta.Changes],
) -> pa.Table:
    """The hits that count, each with what became of it since the last time."""
    altered = {(name, record) for name, one in news.items() for record in one.changed}
    current = _counting(now, found.hits)
    last = _counting(before.stored.shipments, before.stored.before.hits) if before else {}
    told = []
    for key, hit in current.items():
        was = last.get(key)
        change = "" if before is None else "new" if was is None else _change(was, hit, altered)
        told.append({"change": change, **hit})
    told += [{"change": "gone", **hit} for key, hit in last.items() if key not in current]
    return pa.Table.from_pylist(told, schema=STOCK_HITS)


def _change(
    was: Mapping[str, Any], hit: Mapping[str, Any], altered: Collection[tuple[str, str]]
) -> str:
    """A hit is the same only when the listed record says what it said before."""
    same = all(was[name] == hit[name] for name in _TOLD)
    return "same" if same and (hit["list"], hit["record"]) not in altered else "changed"


def _with_id(now: pa.Table, screened: pa.Table) -> pa.Table:
    ids = dict(zip(now["row"].to_pylist(), now["id"].to_pylist(), strict=True))
    column = pa.array([ids[row] for row in screened["row"].to_pylist()], pa.string())
    return screened.add_column(0, "id", column)


STOCK_HITS = pa.schema(
    [pa.field("change", pa.string()), pa.field("id", pa.string()), *tables.HITS]
)
