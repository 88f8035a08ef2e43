"""Runs the pipeline in this process, batch by batch, so that a killed run can go on.

In: a ``Job``. Out: ``Ran``: the determinations, the rejects, and what was used. A batch holds
whole shipments; its records are on disk before the next one begins (``shards``).
"""

import gc
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc

from catchall import casefile, pipeline, tables
from catchall.intake.shipments import FileReport
from catchall.runners import shards
from catchall.runners.prepare import Job, Prepared, SideReport, prepare
from catchall.snapshots import Snapshot

BATCH = 1000
"""Shipments a batch: what is lost at most when a run is killed."""

Progress = Callable[[str, int, int], None]


@dataclass(frozen=True)
class Ran:
    """What a run gave: DETERMINATIONS, REJECTS, and what it rests on."""

    determinations: pa.Table
    rejects: pa.Table
    reports: tuple[FileReport, ...]
    lists: tuple[Snapshot, ...]
    lawbook: str
    records: Path | None
    seconds: Mapping[str, float]
    side: tuple[SideReport, ...] = ()


def quiet(_stage: str, _done: int, _total: int) -> None:
    """Progress told to nobody."""


def batches(shipments: pa.Table, size: int) -> Iterator[pa.Table]:
    """The shipments in batches of ``size``, in order of first appearance, each one whole."""
    ids = shipments["id"].combine_chunks().dictionary_encode()
    order = pc.array_sort_indices(ids.indices) if len(ids) else ids.indices
    lines = shipments.take(order)
    ordinals = ids.indices.take(order).to_numpy()
    begin = 0
    while begin < len(ordinals):
        limit = ordinals[begin] + size
        end = int(ordinals.searchsorted(limit, side="left"))
        yield lines.slice(begin, end - begin)
        begin = end


@contextmanager
def _collecting_between_batches() -> Iterator[None]:
    # a batch makes millions of short-lived objects without cycles: to look for cycles among
    # them, and each time among lists and law too, took a third of a run
    gc.collect()  # what is frozen now is never given back
    gc.freeze()
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
        gc.unfreeze()


def run(job: Job, *, progress: Progress = quiet) -> Ran:
    """Which determination does each shipment of the job get?

    ``progress`` is told (stage, shipments done, shipments in all).

    Raises:
        CatchallError: as ``prepare`` says, or the records folder cannot be resumed.
    """
    began = time.perf_counter()
    progress("reading", 0, 0)
    prepared = prepare(job)
    read = time.perf_counter()
    with _collecting_between_batches():
        determinations, records = _screen(job, prepared, progress)
    book = prepared.given.lawbook
    return Ran(
        determinations=determinations,
        rejects=prepared.rejects,
        reports=prepared.reports,
        lists=prepared.snapshots,
        lawbook=f"{book.version}+{book.hash[:12]}",
        records=records,
        seconds={"read": read - began, "screen": time.perf_counter() - read},
        side=prepared.side,
    )


def _screen(job: Job, prepared: Prepared, progress: Progress) -> tuple[pa.Table, Path | None]:
    header = prepared.given.header
    kept = None
    if job.out is not None:
        kept = shards.start(shards.records_folder(job.out), header, resume=job.resume)
        header = kept.header
    given = replace(prepared.given, header=header)
    total = pc.count_distinct(prepared.shipments["id"]).as_py()
    done, parts, number = 0, [tables.empty("DETERMINATIONS")], -1
    for number, batch in enumerate(batches(prepared.shipments, BATCH)):
        files = _batch(number, batch, given, kept)
        parts.append(casefile.table(files, header))
        done += len(files)
        gc.collect()
        progress("screening", done, total)
    if kept is not None:
        shards.finish(kept, number + 1)
    return pa.concat_tables(parts), kept.folder if kept else None


def _batch(
    number: int, batch: pa.Table, given: pipeline.Given, kept: shards.Shards | None
) -> tuple[casefile.CaseFile, ...]:
    if kept is None:
        return pipeline.run(batch, given)
    series = [given.series.get(one, {}) for one in batch["id"].unique().to_pylist()]
    key = casefile.digest([batch.to_pylist(), series])
    files = kept.load(number, key)
    if files is None:
        files = pipeline.run(batch, given)
        kept.save(number, key, files)
    return files
