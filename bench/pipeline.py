"""How fast is a whole run, how much memory does it take, and how do both grow with the rows?

Prints two tables. First the real customs rows against three real lists, from nothing (code
compiled, lists read, index built, rows screened) and with the index on disk; needs the real
data folder (CATCHALL_DATA). Then rows made from the invented sample shipments, 1,000 to 100,000
of them, every firm name varied so that no row is a mere repeat. Each run is its own process.
"""

import csv
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from importlib.resources import as_file, files
from pathlib import Path

from rich.console import Console
from rich.table import Table

ROOT = Path(__file__).resolve().parents[1]
DATA = Path(os.environ.get("CATCHALL_DATA", ROOT.parent / "shared" / "data"))
SIZES = (1_000, 4_000, 10_000, 30_000, 100_000)
NAMES = ("exporter", "consignee", "end_user", "intermediary", "notify_party")


def catchall(home: Path, *args: str | Path) -> tuple[float, float]:
    """Run the command; seconds and the peak memory of it in MB.

    Raises:
        SystemExit: the command ended with an error; its words are shown.
    """
    command = [sys.executable, "-m", "catchall.cli", *map(str, args)]
    began = time.perf_counter()
    process = subprocess.Popen(
        command,
        # compiled code of its own too: the first run pays for the compiling, as a user's does
        env={
            **os.environ,
            "CATCHALL_HOME": str(home),
            "NUMBA_CACHE_DIR": str(home.with_name("numba")),
        },
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
    )
    _, status, usage = os.wait4(process.pid, 0)
    if os.waitstatus_to_exitcode(status) not in (0, 3):
        raise SystemExit(process.stderr.read().decode() if process.stderr else "failed")
    return time.perf_counter() - began, _megabytes(usage)


def _megabytes(usage: resource.struct_rusage) -> float:
    return usage.ru_maxrss / 1024


def real(folder: Path, table: Table) -> None:
    """The issue's run: 4,000 real rows against OFAC, the UN list and the Entity List."""
    lists, home = DATA / "lists", folder / "home"
    rows = sorted((DATA / "shipments").glob("*.csv"))
    ofac = (lists / "ofac/sdn_sancbook_2023.csv", lists / "ofac/sdn_address_sancbook_2023.csv")
    added = [
        catchall(home, "watchlist", "add", "ofac", *ofac, "--date", "2023-02-01"),
        catchall(home, "watchlist", "add", "un", lists / "un/UN_consolidated_watchman.xml"),
        catchall(home, "watchlist", "add", "entity-list", lists / "bis/bis_entity_list.json"),
    ]
    out = folder / "out.parquet"
    first = catchall(home, "screen", *rows, "-o", out)
    again = catchall(home, "screen", *rows, "-o", out)
    built = sum(seconds for seconds, _ in added)
    peak = max(memory for _, memory in (*added, first))
    table.add_row(
        "4,000 real rows, from nothing", f"{built + first[0]:.1f}", f"{peak:.0f}", "60"
    )
    table.add_row("4,000 real rows, index on disk", f"{again[0]:.1f}", f"{again[1]:.0f}", "15")


def make_rows(path: Path, count: int) -> None:
    """Write ``count`` rows: the sample shipments over and over, firm names and ids varied."""
    with as_file(files("catchall_sample") / "shipments.csv") as sample:
        rows = list(csv.DictReader(sample.open(encoding="utf-8", newline="")))
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.DictWriter(stream, fieldnames=list(rows[0]))
        writer.writeheader()
        for number in range(count):
            row = dict(rows[number % len(rows)], id=f"B{number:06d}")
            turn = number // len(rows)
            for role in NAMES:
                if turn and row.get(role):
                    row[role] = f"{row[role]} {_suffix(turn)}"
            writer.writerow(row)


def _suffix(turn: int) -> str:
    letters = "bdfgklmnprstvz"
    vowels = "aeiou"
    return "".join(
        letters[(turn * 7 + place * 5) % 14] + vowels[(turn + place * 3) % 5]
        for place in range(3)
    ).title()


def growth(folder: Path, table: Table, sizes: Sequence[int]) -> None:
    """Rows per second and peak memory by number of rows, against the sample lists."""
    home = folder / "sample-home"
    sample = files("catchall_sample")
    with (
        as_file(sample / "sample-prohibited.xml") as one,
        as_file(sample / "sample-licence.json") as two,
    ):
        catchall(home, "watchlist", "add", "sample-prohibited", one)
        catchall(home, "watchlist", "add", "sample-licence", two)
    for size in sizes:
        path = folder / f"rows-{size}.csv"
        make_rows(path, size)
        seconds, memory = catchall(home, "screen", path, "-o", folder / "grown.parquet")
        table.add_row(f"{size:,}", f"{seconds:.1f}", f"{size / seconds:,.0f}", f"{memory:.0f}")


def main() -> None:
    """Print both tables."""
    console = Console()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        if DATA.is_dir():
            table = Table(
                "run", "seconds", "peak MB", "goal, seconds", title="Real rows and lists"
            )
            real(folder, table)
            console.print(table)
        else:
            console.print(
                "Real rows: not measured, the folder named by CATCHALL_DATA is not here."
            )
        table = Table("rows", "seconds", "rows/s", "peak MB", title="Growth (invented rows)")
        growth(folder, table, SIZES)
        console.print(table)


if __name__ == "__main__":
    main()
