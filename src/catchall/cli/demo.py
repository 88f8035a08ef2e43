"""``catchall screen --demo``: invented shipments against invented lists. Out: files.

The lists are kept in a home of the demo's own: no file of a user is ever screened against them.
Prints what a first reader needs: the lists, the totals, three shipments explained, which of the
planted patterns were found, and where the full result lies.
"""

import csv
import shutil
import tempfile
from collections import Counter
from collections.abc import Mapping
from datetime import date
from importlib.resources import files as package_files
from pathlib import Path
from typing import Any

import orjson
import pyarrow as pa

from catchall.cli import results
from catchall.cli.surroundings import err, now, out
from catchall.output import demo, files, progress, report, tables
from catchall.output.totals import KINDS, Result, kinds, non_clear, rows
from catchall.runners import local, watchlists
from catchall.runners.prepare import Job
from catchall.runners.watchlists import Wanted

SHOWN, EXPLAINED, WIDEST = 3, 3, 110


def sample(name: str) -> Path:
    """The path of a file of the sample."""
    return Path(str(package_files("catchall_sample").joinpath(name)))


def run(to: Path | None, page: Path | None) -> int:
    """Screen the sample and print what was found; the exit status."""
    told = orjson.loads(sample("manifest.json").read_bytes())
    where = to or Path(tempfile.mkdtemp(prefix="catchall-demo-")) / "out.parquet"
    page = page or where.with_name("report.html")
    job = _job(told, where)
    with progress.shown(err()) as tell:
        tell("adding the sample lists", 0, 0)
        for one in told["lists"]:
            paths = [sample(name) for name in one["files"]]
            wanted = Wanted(source=one["source"])
            watchlists.add(job.home, one["name"], paths, wanted, arrived=job.now)
        ran = local.run(job, progress=tell)
    result = results.result(ran, job, sample=True)
    files.write(result.determinations, where)
    report.write(result, page)
    _show(result, sample(told["planted"]))
    _show_where(where, page, job.home, ran.records)
    return 0


def _job(told: Mapping[str, Any], where: Path) -> Job:
    home = where.with_name(f"{where.name.split('.')[0]}.home")
    # lists of an earlier sample must not stand beside these
    shutil.rmtree(home / "lists", ignore_errors=True)
    return Job(
        inputs=(sample(told["shipments"]),),
        home=home,
        day=date.fromisoformat(told["as_of"]),
        now=now().isoformat(),
        lists=tuple(one["name"] for one in told["lists"]),
        side={kind: sample(name) for kind, name in told["side_tables"].items()},
        out=where,
    )


def _show(result: Result, planted: Path) -> None:
    console = out()
    console.print("Everything here is invented: firms, people, ships, lists and shipments.")
    console.print(tables.screened_against(result.lists), soft_wrap=True)
    console.print(tables.summary(result))
    listed = non_clear(result.determinations)
    some = first_of_each(listed)
    console.print(tables.shipments(some))
    if left := listed.num_rows - some.num_rows:
        console.print(f"... and {left:,} more in the report")
    for row in chosen(result.determinations):
        console.print()
        console.print(tables.explained(row, min(console.width, WIDEST)))
    console.print()
    with planted.open(encoding="utf-8", newline="") as file:
        compared = demo.compare(result.determinations, list(csv.DictReader(file)))
    for line in demo.told(compared):
        console.print(line, soft_wrap=True)


def first_of_each(determinations: pa.Table) -> pa.Table:
    """The first ``SHOWN`` shipments of each kind, in the order given."""
    seen: Counter[str] = Counter()
    places = []
    for at, kind in enumerate(kinds(determinations)):
        seen[kind] += 1
        if seen[kind] <= SHOWN:
            places.append(at)
    return determinations.take(pa.array(places, pa.int64()))


def chosen(determinations: pa.Table) -> list[dict[str, Any]]:
    """Three shipments to explain: of each kind the most telling one, strictest first."""
    best: dict[str, tuple[tuple[int, int], dict[str, Any]]] = {}
    found = kinds(determinations)
    for kind, row in zip(found, rows(determinations), strict=True):
        score = _telling(row)
        if kind not in best or score > best[kind][0]:
            best[kind] = (score, row)
    return [best[kind][1] for kind in KINDS[:-1] if kind in best][:EXPLAINED]


def _telling(row: Mapping[str, Any]) -> tuple[int, int]:
    # many kinds of finding in few findings: much to see, little to read
    counted = [one["kind"] for one in row["findings"] if one["outcome"] not in {"", "clear"}]
    return len(set(counted)), -len(row["findings"])


def _show_where(where: Path, page: Path, home: Path, records: Path | None) -> None:
    console = out()
    console.print(f"\nfull result: {where}", soft_wrap=True)
    console.print(f"report, to open in a browser: {page}", soft_wrap=True)
    if records is not None:
        console.print(f"sealed records: {records}", soft_wrap=True)
        console.print(f"replay them: catchall replay {records} --home {home}", soft_wrap=True)
