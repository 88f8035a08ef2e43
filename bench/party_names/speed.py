"""One query, the index, a fresh process, a list's news: times and sizes.

Wall time where a person waits, processor time of one thread elsewhere. A fresh process is the
command line itself, with its lists on disk.
"""

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import numpy as np
import pyarrow as pa

from catchall import snapshots
from catchall.intake.watchlists import read
from catchall.names import index
from catchall.names.threshold import NAME_MATCH
from catchall.screen import delta
from catchall.screen.model import Asked, Occurrence
from catchall.screen.stage import Screener
from catchall.screen.stock import Stock, open_stock, prepare
from catchall.tables import REJECTS
from party_names import data
from party_names.engines import QUERY_SCHEMA, Engine
from party_names.job import TOP, Ready, forget, timed, warm
from party_names.nearest import nearest
from party_names.table import OURS, Row, Section

QUERIES = 300
RUNS = 5
STORED = 200_000
UN_OLD, UN_NEW = "lists/un/UN_kebalkhadka_2025.xml", data.LISTS["un"][0]


@dataclass(frozen=True)
class Child:
    """A process that ended: seconds by the clock, most memory in MB, what it said."""

    seconds: float
    memory: float
    said: str


def latency(lists: Sequence[data.List], names: Sequence[str]) -> tuple[float, float]:
    """Milliseconds of one query with its explanation: the middle one, and 95 of 100."""
    screener, times = Screener(lists, NAME_MATCH.value), []
    screener.names([Asked(names[0])])
    for name in names:
        start = time.perf_counter()
        screener.names([Asked(name)])
        times.append(1000 * (time.perf_counter() - start))
    p50, p95 = np.percentile(times, [50, 95])
    return float(p50), float(p95)


def _engine_latency(engine: Engine, held: Ready, names: Sequence[str]) -> tuple[float, float]:
    """The same for another engine: it scores the nearest candidates, ready made."""
    times = []
    warm(engine)
    ids = nearest(held.opened, names, TOP).tolist()
    for name, row in zip(names, ids, strict=True):
        made = [engine.prepare(*held.names[at]) for at in row]
        start = time.perf_counter()
        query = engine.prepare(name, QUERY_SCHEMA)
        for one in made:
            engine.score(query, one)
        times.append(1000 * (time.perf_counter() - start))
    p50, p95 = np.percentile(times, [50, 95])
    return float(p50), float(p95)


def query(held: Ready, names: Sequence[str], peers: Sequence[Engine]) -> Section:
    """One query with its explanation, on a list of 60,000 names."""
    both = {OURS: latency([held.watchlist], names[:QUERIES])}
    both |= {engine.name: _engine_latency(engine, held, names[:QUERIES]) for engine in peers}
    rows = []
    for at, (words, goal) in enumerate((("p50", "<= 5"), ("p95", "<= 20"))):
        figures = {name: one[at] for name, one in both.items()}
        rows.append(Row(f"{words} of {QUERIES} queries, ms", figures, goal, 1, "logic-v2"))
    note = (
        f"catchall finds, scores and explains; the others score {TOP} candidates that are "
        "handed to them, without finding or explaining. yente in production: p50 475 ms, "
        "p95 2,143 ms (shared research; not measured here)."
    )
    return Section(f"One query, {len(held.names):,} listed names", rows, (note,))


def _child(home: Path, *arguments: str) -> Child:
    """The command line in a fresh process."""
    env = {**os.environ, "CATCHALL_HOME": str(home)}
    command = [sys.executable, "-m", "catchall", *arguments]
    start = time.perf_counter()
    with tempfile.TemporaryFile("w+") as said:
        process = subprocess.Popen(command, env=env, stdout=said, stderr=subprocess.STDOUT)
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        seconds = time.perf_counter() - start
        said.seek(0)
        return Child(seconds, used.ru_maxrss / 1000, said.read())


def stored(home: Path, watchlist: data.List) -> snapshots.Snapshot:
    """The list in the store, as ``watchlist add`` leaves it."""
    origin = snapshots.Origin(
        name="all", source="ofac", title="-", effect="prohibited", date=date(2026, 1, 1),
        date_from="given", arrived="2026-01-01T00:00:00+00:00", index_format=str(index.FORMAT),
    )  # fmt: skip
    none = pa.Table.from_pylist([], schema=REJECTS)
    return snapshots.save(home, origin, watchlist.table, none, watchlist.index)


def open_time(snapshot: snapshots.Snapshot) -> float:
    """Milliseconds until the index can be asked: every byte checked, then mapped."""
    times = []
    for _ in range(RUNS):
        start = time.perf_counter()
        held = snapshots.load(snapshot)
        index.open_index(held.table, held.index)
        times.append(1000 * (time.perf_counter() - start))
    return float(np.median(times))


def _fresh(home: Path, names: Sequence[str]) -> list[Row]:
    _child(home, "names", "search", names[0])  # machine code is made once after an installation
    found = [_child(home, "names", "search", name) for name in names[:RUNS]]
    asked = home / "names.jsonl"
    rows = ({"id": str(at), "name": name} for at, name in enumerate(names))
    asked.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    whole = _child(home, "names", "match", str(asked))
    if len(whole.said.splitlines()) != len(names):
        raise RuntimeError(f"names match lost rows: {whole.said[-500:]}")
    cold = float(np.median([one.seconds for one in found]))
    return [
        Row("cold start: first answer of a fresh process, s", {OURS: cold}, "<= 3", places=2),
        Row("peak memory of a bulk run, MB", {OURS: whole.memory}, "<= 1,000", places=0),
    ]


def the_index(held: Ready, names: Sequence[str]) -> Section:
    """Build, size, open, cold start, memory."""
    forget()
    arrays, built = timed(lambda: index.build(held.watchlist.table))
    size = sum(array.nbytes for array in arrays.values()) / 1e6
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        opened = open_time(stored(home, held.watchlist))
        rows = [
            Row("build, s", {OURS: built}, "<= 3", places=2),
            Row("size, MB", {OURS: size}, "<= 20", places=1),
            Row("open, every byte checked, ms", {OURS: opened}, "<= 50", places=1),
            *_fresh(home, names),
        ]
    return Section(f"Index, {len(held.names):,} listed names", rows)


def _stock(names: Sequence[str]) -> tuple[Stock, float]:
    parties = [Occurrence(at, "consignee", name) for at, name in enumerate(names)]
    forget()
    made, spent = timed(lambda: open_stock(prepare(parties)))
    return made, spent


def _streamed(stock: Stock, news: pa.Table, what: str) -> Row:
    delta.near(stock, news)
    found, spent = timed(lambda: delta.near(stock, news))
    total = sum(map(len, news["names"].to_pylist()))
    words = f"{what}: {news.num_rows:,} records, {total:,} names; {len(found):,} near"
    return Row(f"stored names/s, {words}", {OURS: stock.total / spent}, ">= 500,000", places=0)


def _as_in_full(held: Ready) -> Row:
    """Of the parties that a full run matches with each 20th record: share delta finds."""
    fresh = held.watchlist.table.take(np.arange(0, held.watchlist.table.num_rows, 20))
    numbers = set(fresh["record"].to_pylist())
    asked = [Asked(row["query"]) for row in data.labelled("mangled.jsonl")]
    answers = Screener([held.watchlist], NAME_MATCH.value).names(asked)
    wanted = {
        at
        for at, answer in enumerate(answers)
        if any(hit.match and hit.record in numbers for hit in answer.hits)
    }
    found = set(delta.near(_stock([one.name for one in asked])[0], fresh).tolist())
    share = len(wanted & found) / len(wanted)
    return Row(
        f"found of the {len(wanted)} that a full run matches", {OURS: share}, "1", places=4
    )


def news(held: Ready, names: Sequence[str]) -> Section:
    """Stored names past a small and a large change of a list."""
    many = [*names, *(name for name, _ in data.invented(max(STORED - len(names), 0)))]
    stock, spent = _stock(many)
    rows = [
        _streamed(stock, held.watchlist.table.slice(first, size), "a change")
        for first, size in ((12_500, 5), (13_000, 20), (13_500, 100), (14_000, 500))
    ]
    files = [data.data() / file for file in (UN_OLD, UN_NEW)]
    if all(file.exists() for file in files):
        old, new = (read([file], name="un").records for file in files)
        change = delta.changes(old, new)
        rows.append(_streamed(stock, change.news, f"UN, {old.num_rows} -> {new.num_rows}"))
    rows.append(Row("stored names/s made ready, once", {OURS: len(many) / spent}, places=0))
    rows.append(_as_in_full(held))
    note = (
        "Speeds are those of finding the stored names near what was added or changed; "
        "those few are then screened again in full, at the speed of bulk."
    )
    return Section(f"Delta, {len(many):,} stored names, one core", rows, (note,))
