"""Markings: time of one decision, of a million rows, of parsing and rolling up. Prints a table.

The bounds are those of the issue: 5 microseconds a decision for a parsed label, 2 seconds for a
million rows as an Arrow column. Everything is invented; no data is needed.
"""

import random
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pyarrow as pa
from rich.console import Console
from rich.table import Table

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from tests.marking import brute_force

from catchall import marking
from catchall.marking.columns import visible

SEED, PAPERS, DECISIONS, ROWS, REPEATS = 7, 5000, 200_000, 1_000_000, 5
GROUPS = {"NATO": ["GBR", "USA", "DEU"], "MTCR": ["GBR", "USA", "IND"]}


def _best(work: Callable[[], object], count: int) -> float:
    """The least processor time of several runs, in seconds for one of ``count``."""
    times = []
    for _ in range(REPEATS):
        start = time.process_time()
        work()
        times.append(time.process_time() - start)
    return min(times) / count


def _decisions(texts: list[str], rng: random.Random) -> Iterator[tuple[str, str]]:
    labels = [marking.parse(text) for text in texts]
    users = [brute_force.draw_user(rng) for _ in range(50)]
    pairs = [(rng.choice(users), rng.choice(labels)) for _ in range(DECISIONS)]
    for name, groups in (("no groups", None), ("with groups", GROUPS)):
        spent = _best(lambda g=groups: [marking.may_see(u, x, g) for u, x in pairs], DECISIONS)  # type: ignore[misc]
        yield f"may_see, parsed label, {name}", f"{spent * 1e6:.2f} us (bound 5)"
    worst = marking.parse(f"TOP SECRET//REL TO USA, {', '.join(sorted(GROUPS))}, AUS, CAN, NZL")
    user = {"level": "TS", "country": "IND"}
    spent = _best(
        lambda: [marking.may_see(user, worst, GROUPS) for _ in range(DECISIONS)], DECISIONS
    )
    yield "may_see, a list gone through to its end", f"{spent * 1e6:.2f} us (bound 5)"


def _rows(texts: list[str], rng: random.Random) -> Iterator[tuple[str, str]]:
    user = {"level": "TS", "country": "GBR", "readins": ["SI", "TK"], "on_dissem_list": True}
    for distinct in (100, PAPERS):
        marks = rng.choices(texts[:distinct], k=ROWS)
        table = pa.table({"marking": marks, "n": range(ROWS)})
        spent = _best(lambda t=table: visible(t, user, groups=GROUPS), 1)  # type: ignore[misc]
        yield (
            f"{ROWS:,} rows filtered, {len(set(marks)):,} distinct marks",
            f"{spent:.3f} s (bound 2)",
        )


def _others(texts: list[str]) -> Iterator[tuple[str, str]]:
    spent = _best(lambda: [marking.parse(text) for text in texts], len(texts))
    yield "parse", f"{spent * 1e6:.0f} us"
    labels: list[Any] = [marking.parse(text) for text in texts]
    papers = [labels[i : i + 10] for i in range(0, len(labels), 10)]
    spent = _best(lambda: [marking.rollup(paper) for paper in papers], len(papers))
    yield "rollup of ten parsed portions", f"{spent * 1e6:.0f} us"


def main() -> None:
    """Print the table."""
    rng = random.Random(SEED)  # noqa: S311 - cases, not keys
    texts = [brute_force.text(brute_force.draw(rng)) for _ in range(PAPERS)]
    table = Table(title="Markings")
    table.add_column("what")
    table.add_column("figure", justify="right")
    for row in (*_decisions(texts, rng), *_rows(texts, rng), *_others(texts)):
        table.add_row(*row)
    Console().print(table)


if __name__ == "__main__":
    main()
