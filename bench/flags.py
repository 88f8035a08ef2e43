"""How often is each flag raised, quiet and unknown, on rows in which nothing is wrong?

Two sets: the 4,000 real customs rows (few columns; needs the real data folder, CATCHALL_DATA)
and invented rows with the base rates of ``flag_world.rates`` (``--rows``, 20,000). A third,
small set has planted diversion and measures what is found. ``--write`` writes the figures to
docs/reference/flag-rates.md and the base rates into docs/explanation/flags.md.
"""

import argparse
import csv
import os
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

from flag_world import firms, measure, page, planted, shipments, side
from rich.console import Console
from rich.table import Table

from catchall.law.load import load
from catchall.records import Answer

ROOT = Path(__file__).resolve().parents[1]
DATA = Path(os.environ.get("CATCHALL_DATA", ROOT.parent / "shared" / "data"))
ROWS = 20_000
Row = Mapping[str, str]


def put(path: Path, rows: Sequence[Row]) -> Path:
    """Write the rows as CSV under the union of their columns."""
    columns = list(dict.fromkeys(name for row in rows for name in row))
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.DictWriter(stream, fieldnames=columns, restval="")
        writer.writeheader()
        writer.writerows(rows)
    return path


def measured_rows(
    folder: Path, name: str, rows: Sequence[Row], tables: Mapping[str, Sequence[Row]]
) -> measure.Measured:
    """Write the rows and their side tables, and ask the flags of them."""
    paths = {
        kind: put(folder / f"{name}-{kind}.csv", told) for kind, told in tables.items() if told
    }
    inputs = (put(folder / f"{name}.csv", rows),)
    return measure.measure(inputs, folder / "home", paths)


def run(folder: Path, count: int) -> page.Figures:
    """Measure all sets; the real rows only where they are."""
    measure.add_lists(folder / "home")
    world = firms.world(count)
    rows = [shipments.shipment(serial, world) for serial in range(count)]
    tables = side.tables(world, rows)
    ordinary = measured_rows(folder, "ordinary", rows, tables)
    plants = planted.plants(world)
    found = measured_rows(
        folder, "planted", planted.rows(plants), planted.tables(plants, world)
    )
    real = sorted((DATA / "shipments").glob("*.csv"))
    customs = measure.measure(tuple(real), folder / "home", {}) if real else None
    return page.Figures(customs, ordinary, planted.score(plants, found))


def shown(figures: page.Figures, flags: Mapping[str, tuple[str, str]]) -> Table:
    """The rates of each flag as a table."""
    table = Table("flag", "severity", "yes", "no", "unknown", "real yes", title="Flags")
    for flag, (severity, _) in sorted(flags.items()):
        rates = [f"{figures.ordinary.share(flag, one):.2%}" for one in Answer]
        real = f"{figures.real.share(flag, Answer.YES):.2%}" if figures.real else "-"
        over = " !" if page.too_often(figures, flag, severity) else ""
        table.add_row(flag + over, severity, *rates, real)
    return table


def main() -> None:
    """Print the table, and write the pages when that is asked for."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--rows", type=int, default=ROWS)
    asked.add_argument("--write", action="store_true")
    told = asked.parse_args()
    flags = measure.severities(load(cases=False))
    with tempfile.TemporaryDirectory() as name:
        figures = run(Path(name), told.rows)
    console = Console()
    console.print(shown(figures, flags))
    for line in page.summary(figures):
        console.print(line)
    if told.write:
        page.write(ROOT / "docs", figures, flags)


if __name__ == "__main__":
    main()
