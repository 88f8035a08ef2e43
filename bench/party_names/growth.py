"""How cost and recall grow with the list: 10,000, 100,000 and 1,000,000 invented names.

The list is invented from syllables by a fixed seed; so are the names that are asked: half of
them listed names with two letters changed round, half of them of no list.
"""

import gc
import random
from collections.abc import Iterator, Sequence

from catchall.names import index
from party_names import data
from party_names.engines import Engine
from party_names.job import BULK, Ready, bulk_figures, forget, ready, recall, timed
from party_names.speed import latency
from party_names.table import OURS, Row, Section

SIZES = (10_000, 100_000, 1_000_000)
ASKED = 5_000
EXHAUSTIVE = 20_000_000
"""Comparisons of the exhaustive scan: so many that a million names take a minute."""


def _asked(names: Sequence[tuple[str, str]]) -> list[str]:
    """What is asked of the list: half of it is on the list, with a slip of the pen."""
    chance = random.Random(data.SEED)  # noqa: S311 - a sample, no secret
    chosen = chance.sample([name for name, _ in names], ASKED // 2)
    strangers = [name for name, _ in data.invented(ASKED // 2, seed=data.SEED + 1)]
    both = [data.with_a_slip(name, chance) for name in chosen] + strangers
    chance.shuffle(both)
    return both


def _list(names: Sequence[tuple[str, str]]) -> tuple[Ready, float]:
    table = data.table_of(names)
    forget()
    arrays, built = timed(lambda: index.build(table))
    snapshot = data.Snapshot("invented", "prohibited", data.DAY, "-")
    return ready(data.List(snapshot, table, arrays)), built


def _rows(size: int, peers: Sequence[Engine]) -> Iterator[Row]:
    names = data.invented(size)
    held, built = _list(names)
    asked = _asked(names)
    yield from bulk_figures(held, asked, peers)
    p50, p95 = latency([held.watchlist], asked[:200])
    kept, there = recall(held.opened, asked[: max(EXHAUSTIVE // size, 20)])
    megabytes = sum(array.nbytes for array in held.watchlist.index.values()) / 1e6
    yield Row("one query p50, ms", {OURS: p50}, places=1)
    yield Row("one query p95, ms", {OURS: p95}, places=1)
    yield Row(f"recall@50 of {there} matches", {OURS: kept}, ">= 0.995", places=4)
    yield Row("build, s", {OURS: built}, places=1)
    yield Row("size, MB", {OURS: megabytes}, places=1)


def sections(peers: Sequence[Engine], sizes: Sequence[int] = SIZES) -> Iterator[Section]:
    """One section a size; the peers score the same candidates, on fewer names."""
    for size in sizes:
        note = f"{ASKED:,} names for catchall, {BULK:,} of them for the others."
        yield Section(f"Growth: {size:,} invented names", [*_rows(size, peers)], (note,))
        gc.collect()
