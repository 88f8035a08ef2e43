"""One list, many names: alerts per 1,000, bulk speed, recall of retrieval.

The other engines have no index of their own here: they score the listed names that share most
letters (``nearest``), ready made, and only scoring is charged to them. Times are processor
times of one thread.
"""

import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from catchall.names import index
from catchall.names.score import readings, score_all
from catchall.names.threshold import NAME_MATCH
from catchall.screen import bulk
from catchall.screen.model import Asked
from catchall.screen.stage import Screener
from party_names import data
from party_names.engines import QUERY_SCHEMA, Engine
from party_names.nearest import nearest
from party_names.table import OURS, Row, Section

CANDIDATES = 8
BULK = 1000
"""Names on which the slower engines are timed."""
TOP = 50
WARM = ("Kavzel Optik LLC", "ATTN: Moravit Group, Tbilisi, Georgia", "Zarvania JSC")
"""Invented names that are looked up before the clock starts."""


@dataclass(frozen=True)
class Ready:
    """The list as one, opened, with its names as text."""

    watchlist: data.List
    opened: index.Index
    names: list[tuple[str, str]]


def _indexed(opened: index.Index) -> list[tuple[str, str]]:
    """The listed name behind every name of the index, with its record's schema."""
    schemas, held = opened.table["schema"].to_pylist(), opened.table["names"].to_pylist()
    both = zip(
        opened.arrays["name_row"].tolist(), opened.arrays["name_at"].tolist(), strict=True
    )
    return [(held[row][at]["text"], schemas[row]) for row, at in both]


def ready(watchlist: data.List) -> Ready:
    """The list, opened."""
    opened = index.open_index(watchlist.table, watchlist.index)
    return Ready(watchlist, opened, _indexed(opened))


def timed(work: Callable[[], Any]) -> tuple[Any, float]:
    """What the work gives, and the seconds of processor time it took."""
    start = time.process_time()
    result = work()
    return result, time.process_time() - start


def forget() -> None:
    """Empty catchall's caches: what a part before has looked up must not be had for nothing."""
    modules = [one for name, one in sys.modules.items() if name.startswith("catchall")]
    for cached in {id(v): v for one in modules for v in vars(one).values()}.values():
        if clear := getattr(cached, "cache_clear", None):
            clear()


def screened(
    lists: Sequence[data.List], names: Sequence[str], threshold: float = NAME_MATCH.value
) -> tuple[float, float]:
    """Alerts per 1,000 and names a second, as a user gets them: hits with their reasons."""
    screener = Screener(lists, threshold)
    forget()
    screener.names([Asked(name) for name in WARM])  # tables of words are read only once
    answers, spent = timed(lambda: screener.names([Asked(name) for name in names]))
    alerting = sum(any(hit.match for hit in answer.hits) for answer in answers)
    return 1000 * alerting / len(names), len(names) / spent


def bulk_speed(lists: Sequence[data.List], names: Sequence[str]) -> float:
    """Names a second of the bulk function: from a RecordBatch of names to one of matches."""
    screener = Screener(lists, NAME_MATCH.value)
    warm, batch = ({"name": pa.array(some)} for some in (WARM, names))
    forget()
    bulk.matches(screener, pa.RecordBatch.from_pydict(warm))
    return (
        len(names) / timed(lambda: bulk.matches(screener, pa.RecordBatch.from_pydict(batch)))[1]
    )


def alerts_of(engine: Engine, held: Ready, names: Sequence[str]) -> float:
    """Alerts per 1,000 of another engine, on the listed names that share most letters."""
    ids = nearest(held.opened, names, CANDIDATES)
    made = {at: engine.prepare(*held.names[at]) for at in np.unique(ids).tolist()}
    alerting = 0
    for name, row in zip(names, ids.tolist(), strict=True):
        query = engine.prepare(name, QUERY_SCHEMA)
        alerting += any(engine.score(query, made[at]) >= engine.threshold for at in row)
    return 1000 * alerting / len(names)


def alerts(lists: Sequence[data.List], held: Ready, peers: Sequence[Engine]) -> Section:
    """Alerts per 1,000 real trade parties and listed companies that are not on the lists."""
    listed = data.folded(held.names)
    rows = []
    for what, names in (
        ("customs parties", data.parties(listed)),
        ("listed companies", data.companies(listed)),
    ):
        figures = {OURS: screened(lists, names)[0]}
        figures |= {engine.name: alerts_of(engine, held, names) for engine in peers}
        said = f"alerts per 1,000 {what} ({len(names):,})"
        rows.append(Row(said, figures, "<= 10", places=1, ratio_to="logic-v2"))
    note = (
        f"The others see the {CANDIDATES} listed names that share most letters with each name; "
        "catchall is its own screening. Names equal to a listed name are left out."
    )
    return Section("Alerts on real parties, SDN 2023 + UN 2026 + Entity List", rows, (note,))


def warm(engine: Engine) -> None:
    """Let the engine read its tables of words before the clock starts, as ours does."""
    for schema in ("Person", "Organization", "LegalEntity"):
        for name in WARM:
            engine.pair(name, WARM[0], schema)


def _candidate_speed(engine: Engine, held: Ready, names: Sequence[str]) -> float:
    warm(engine)
    ids = nearest(held.opened, names, CANDIDATES).tolist()
    made = {at: engine.prepare(*held.names[at]) for row in ids for at in row}

    def work() -> None:
        for name, row in zip(names, ids, strict=True):
            query = engine.prepare(name, QUERY_SCHEMA)
            for at in row:
                engine.score(query, made[at])

    return len(names) / timed(work)[1]


def _our_candidate_speed(held: Ready, names: Sequence[str]) -> float:
    """Names a second on the same candidates, from text to scores."""
    ids = nearest(held.opened, names, CANDIDATES)

    def work() -> None:
        parts = [readings(name)[:1] or readings("-") for name in names]
        score_all([one[0] for one in parts], held.opened.names, ids)

    forget()
    [readings(name) for name in WARM]
    return len(names) / timed(work)[1]


def bulk_figures(held: Ready, names: Sequence[str], peers: Sequence[Engine]) -> list[Row]:
    """Names a second: the whole job of ours, and the same candidates for all."""
    some = names[:BULK]
    same = {engine.name: _candidate_speed(engine, held, some) for engine in peers}
    ours, worded = bulk_speed([held.watchlist], names), screened([held.watchlist], names)[1]
    on_same = _our_candidate_speed(held, names)
    goal = ">= 20,000; ratio >= 20"
    scoring = f"names/s, scoring {CANDIDATES} candidates"
    return [
        Row("unique names/s, whole job", {OURS: ours, **same}, goal, 0, "logic-v2"),
        Row("the same, each hit in words", {OURS: worded, **same}, "", 0, "logic-v2"),
        Row(scoring, {OURS: on_same, **same}, places=0, ratio_to="logic-v2"),
    ]


def in_bulk(held: Ready, names: Sequence[str], peers: Sequence[Engine]) -> Section:
    """The bulk job on the real lists."""
    note = (
        f"{len(names):,} names for catchall, the first {BULK:,} of them for the others. "
        "Whole job: catchall reads each name, finds candidates and scores them; "
        f"the others only score {CANDIDATES} candidates that are handed to them ready made."
    )
    title = f"Bulk, one core, {len(held.names):,} listed names"
    return Section(title, bulk_figures(held, names, peers), (note,))


def _best(scores: NDArray[np.float64], ids: NDArray[np.int32]) -> float:
    return float(np.where(ids >= 0, scores, 0.0).max(initial=0.0))


def recall(opened: index.Index, queries: Sequence[str], top: int = TOP) -> tuple[float, int]:
    """How often is the best of an exhaustive scan among the candidates, where it matches?"""
    every = np.arange(opened.names.total, dtype=np.int32).reshape(1, -1)
    kept = there = 0
    for query in queries:
        parts = readings(query)
        full = max((score_all([one], opened.names, every).max() for one in parts), default=0.0)
        if full >= NAME_MATCH.value:
            ids = index.candidates_of(opened, parts, top)
            kept += _best(score_all(parts, opened.names, ids), ids) >= full
            there += 1
    return kept / max(there, 1), there


def retrieval(held: Ready, queries: Sequence[str]) -> Section:
    """Recall of the index against an exhaustive scan, on mangled listed names."""

    def rows() -> Iterator[Row]:
        for top in (TOP, 32, 16):
            found, there = recall(held.opened, queries, top)
            goal = ">= 0.995" if top == TOP else ""
            yield Row(f"recall@{top} of {there} matches", {OURS: found}, goal, places=4)

    note = "yente, in production: 0.983 (shared research; not measured here)."
    return Section("Retrieval against an exhaustive scan", [*rows()], (note,))
