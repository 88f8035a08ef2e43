"""Names: quality on labelled pairs, alerts on real parties, retrieval, speed. Prints a table.

Needs CATCHALL_DATA and CATCHALL_EVAL (default: ../shared/data and ../shared/eval beside the
project); without them it says so and ends with status 0. Peers come with the names issue.
"""

import csv
import json
import os
import random
import resource
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
from rich.console import Console
from rich.table import Table

from catchall.intake.watchlists import read
from catchall.names import index
from catchall.names.parts import parse
from catchall.names.score import score, score_all
from catchall.names.threshold import NAME_MATCH
from catchall.screen.model import Asked
from catchall.screen.stage import Screener
from catchall.text import normal

ROOT = Path(__file__).resolve().parents[1]
LISTS = {
    "ofac": ("lists/ofac/sdn_sancbook_2023.csv", "lists/ofac/sdn_address_sancbook_2023.csv"),
    "un": ("lists/un/UN_consolidated_watchman.xml",),
    "entity": ("lists/bis/bis_entity_list.json",),
}
SEED = 7
COMPANIES, QUERIES, RECALL_SAMPLE = 5000, 300, 300


@dataclass(frozen=True)
class _Snapshot:
    name: str
    effect: str
    date: date
    hash: str


@dataclass(frozen=True)
class _List:
    snapshot: _Snapshot
    table: pa.Table
    index: dict[str, Any]


def _folder(variable: str, name: str) -> Path:
    return Path(os.environ.get(variable, ROOT.parent / "shared" / name))


def _labelled(name: str) -> list[dict[str, Any]]:
    lines = (_folder("CATCHALL_EVAL", "eval") / "names" / name).read_text("utf-8").splitlines()
    return [json.loads(line) for line in lines if line.strip()]


def _quality(name: str) -> Iterator[tuple[str, str]]:
    rows = _labelled(name)
    got = [score(row["query"], row["candidate"], schema=row["schema"]).match for row in rows]
    both = sum(one and row["match"] for one, row in zip(got, rows, strict=True))
    recall = both / sum(row["match"] for row in rows)
    precision = both / max(sum(got), 1)
    f1 = 2 * precision * recall / (precision + recall)
    yield f"{name}: precision, recall, F1", f"{precision:.3f}, {recall:.3f}, {f1:.3f}"


def _lists(data: Path) -> tuple[list[_List], float]:
    made, spent = [], 0.0
    for name, files in LISTS.items():
        records = read([data / file for file in files], name=name).records
        start = time.process_time()
        built = index.build(records)
        spent += time.process_time() - start
        made.append(_List(_Snapshot(name, "prohibited", date(2026, 1, 1), "-"), records, built))
    return made, spent


def _parties(data: Path) -> list[str]:
    """The distinct parties of the customs rows."""
    found: set[str] = set()
    for file in sorted((data / "shipments").glob("*.csv")):
        with file.open(encoding="utf-8", newline="") as lines:
            for row in csv.DictReader(lines):
                names = (v for k, v in row.items() if k and "NAME" in k and "PRODUCT" not in k)
                found.update(v.replace("&#10;", "\n") for v in names if v and v != "NULL")
    return sorted(found)


def _companies(data: Path) -> list[str]:
    with (data / "names" / "financedb_companies.csv").open(
        encoding="utf-8", newline=""
    ) as rows:
        return sorted({row["name"] for row in csv.DictReader(rows) if row["name"]})


def _alerts(lists: Sequence[_List], names: list[str], label: str) -> Iterator[tuple[str, str]]:
    screener = Screener(lists, NAME_MATCH.value)
    start = time.process_time()
    answers = screener.names([Asked(name) for name in names])
    spent = time.process_time() - start
    alerting = sum(any(hit.match for hit in answer.hits) for answer in answers)
    yield f"{label}: alerts per 1,000 of {len(names):,}", f"{1000 * alerting / len(names):.1f}"
    yield f"{label}: names a second, one core", f"{len(names) / spent:,.0f}"


def _latency(lists: Sequence[_List], names: Sequence[str]) -> Iterator[tuple[str, str]]:
    screener, times = Screener(lists, NAME_MATCH.value), []
    for name in names:
        start = time.perf_counter()
        screener.names([Asked(name)])
        times.append(1000 * (time.perf_counter() - start))
    p50, p95 = np.percentile(times, [50, 95])
    yield "one query with explanation: p50, p95 (ms)", f"{p50:.1f}, {p95:.1f}"


def _recall(lists: Sequence[_List], queries: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Is the best of an exhaustive scan among the 50 candidates, where it is a match at all?"""
    kept = there = 0
    for one in lists:
        opened = index.open_index(one.table, one.index)
        everything = np.arange(opened.names.total, dtype=np.int32).reshape(1, -1)
        for query in queries:
            parts = [parse(query)]
            full = score_all(parts, opened.names, everything)[0]
            if full.max() >= NAME_MATCH.value:
                ids = index.candidates_of(opened, parts, 50)
                kept += score_all(parts, opened.names, ids).max() >= full.max()
                there += 1
    yield f"retrieval recall@50 of {there} matches", f"{kept / max(there, 1):.4f}"


def _rows(data: Path) -> Iterator[tuple[str, str]]:
    for name in ("pairs.jsonl", "mangled.jsonl"):
        yield from _quality(name)
    lists, spent = _lists(data)
    size = sum(array.nbytes for one in lists for array in one.index.values())
    total = sum(len(one.index["name_row"]) for one in lists)
    yield f"index of {total:,} names: seconds, MB", f"{spent:.1f}, {size / 1e6:.1f}"
    listed = {
        normal.fold(name["text"])
        for one in lists
        for names in one.table["names"].to_pylist()
        for name in names
    }
    chance = random.Random(SEED)  # noqa: S311 - a sample, no secret
    parties = [name for name in _parties(data) if normal.fold(name) not in listed]
    others = [name for name in _companies(data) if normal.fold(name) not in listed]
    companies = chance.sample(others, COMPANIES)
    yield from _alerts(lists, parties, "customs parties")
    yield from _alerts(lists, companies, "listed companies")
    yield from _latency(lists, companies[:QUERIES])
    mangled = [row["query"] for row in chance.sample(_labelled("mangled.jsonl"), RECALL_SAMPLE)]
    yield from _recall(lists, mangled)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000
    yield "peak memory (MB)", f"{peak:.0f}"


def main() -> int:
    """Print the table; 0 also when the data are not on this machine."""
    data = _folder("CATCHALL_DATA", "data")
    if not data.is_dir() or not _folder("CATCHALL_EVAL", "eval").is_dir():
        Console(stderr=True).print(
            "bench names: the real data are not on this machine: skipped"
        )
        return 0
    table = Table("names", "catchall", title=f"threshold {NAME_MATCH.value:.2f}")
    for row in _rows(data):
        table.add_row(*row)
    Console().print(table)
    return 0


if __name__ == "__main__":
    sys.exit(main())
