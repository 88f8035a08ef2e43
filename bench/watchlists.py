"""Lists: all of a research folder updated from nothing. Prints counts, time and memory.

Needs CATCHALL_DATA (default: ../shared/data beside the project); without it this says so and
ends with status 0. The update runs as a process of its own, as a user would start it. With
``--write`` the counts go to docs/reference/research-lists.md, which the gate compares.
"""

import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

import pyarrow.compute as pc
from rich.console import Console
from rich.table import Table

from catchall import snapshots
from catchall.snapshots import Snapshot

ROOT = Path(__file__).resolve().parents[1]
DATA = Path(os.environ.get("CATCHALL_DATA", ROOT.parent / "shared" / "data"))
CONFIG, PAGE = ROOT / "tools" / "research_lists.yaml", "docs/reference/research-lists.md"
COLUMNS = ("names", "addresses", "identifiers", "dates", "links")
HEAD = ("list", "day", "format", "records", *COLUMNS, "lines refused", "accepted")
WORDS = """# The lists of a research folder

<!-- written by bench/watchlists.py --write: run it anew when a reader changes -->

What `catchall watchlist update --config tools/research_lists.yaml --from FOLDER/lists` puts
into the store: every record and every name of every file. *Accepted* are lists in doubt
(extracts, damaged files, years between two versions) that the configuration accepts by the
SHA-256 of their files. A name in *names* may have been taken out of a joined one, which is
kept too.
"""


def update(home: Path) -> tuple[list[dict[str, Any]], float, int]:
    """Run the command in an empty home: what it tells, seconds, and peak memory in bytes."""
    words = ("watchlist", "update", "--json", "--config", str(CONFIG), "--from")
    command = [sys.executable, "-m", "catchall", *words, str(DATA / "lists")]
    began = time.perf_counter()
    done = subprocess.run(
        command,
        check=False,
        capture_output=True,
        env=os.environ | {"CATCHALL_HOME": str(home)},
    )
    seconds = time.perf_counter() - began
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * 1024
    return json.loads(done.stdout), seconds, peak


def row(one: Snapshot) -> tuple[str, ...]:
    """One line of the table: what a snapshot holds, column by column."""
    table = snapshots.load(one).table
    counts = [pc.sum(pc.list_value_length(table[name])).as_py() or 0 for name in COLUMNS]
    numbers = (one.records, *counts, one.refused)
    day = f"{one.date}" + ("" if one.date_from == "file" else f" ({one.date_from})")
    told = [f"{number:,}" for number in numbers]
    return (one.name, day, one.source, *told, "yes" if one.accept else "")


def rows(home: Path) -> list[tuple[str, ...]]:
    """Every list of the store, one line each."""
    return [row(one) for one in snapshots.listing(home)]


def page(lines: list[tuple[str, ...]]) -> str:
    """The reference page of these lines."""
    table = [HEAD, tuple("---" for _ in HEAD), *lines]
    return WORDS + "\n" + "\n".join("| " + " | ".join(one) + " |" for one in table) + "\n"


def main() -> int:
    """Prints the table and the figures; writes the page when asked to."""
    if not (DATA / "lists").is_dir():
        print(f"no lists in {DATA}: nothing measured")
        return 0
    with tempfile.TemporaryDirectory() as folder:
        told, seconds, peak = update(Path(folder))
        lines = rows(Path(folder))
    shown = Table(*HEAD, box=None)
    for line in lines:
        shown.add_row(*line)
    Console(width=160).print(shown)
    for failed in (one for one in told if one["problem"]):
        print(f"{failed['name']}: {failed['problem']}")
    if "--write" in sys.argv:
        (ROOT / PAGE).write_text(page(lines), encoding="utf-8")
    records, names = (
        sum(one[key] for one in told if not one["problem"]) for key in ("records", "names")
    )
    print(f"lists {len(lines)}, records {records:,}, names {names:,}")
    print(f"update with index build: {seconds:.1f} s (goal 60 s), {peak / 2**20:,.0f} MiB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
