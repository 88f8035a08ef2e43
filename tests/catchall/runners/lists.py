"""Invented official files of any size, and lists added from them."""

from datetime import date
from pathlib import Path

import numpy as np

from catchall.runners.watchlists import Wanted, add

GOLDEN = Path(__file__).parents[2] / "golden" / "watchlists"
ARRIVED = "2026-11-22T10:00:00+00:00"
NULL = "-0- "


def stub(table):
    """An index of one array: enough where nothing is looked up."""
    return {"rows": np.arange(table.num_rows)}


def add_files(home, *names, arrived=ARRIVED, **more):
    """Add golden files, or files of a path, as the list ``test``."""
    files = [path if isinstance(path, Path) else GOLDEN / path for path in names]
    return add(home, "test", files, Wanted(**{"build": stub, **more}), arrived=arrived)


def sdn(folder, numbers, aliases=0, name="SDN.CSV", **more):
    """A main file of these invented records, each with so many names in its remarks."""
    kind, called = more.get("kind", NULL), more.get("called", "SAMPLE")
    numbers = range(numbers) if isinstance(numbers, int) else numbers
    remarks = "; ".join(f"a.k.a. 'OTHER SAMPLE {one}'" for one in range(aliases)) or NULL
    nulls = ",".join([NULL] * 7)
    lines = [f'{one},"{called} {one}",{kind},"IRAN",{nulls},"{remarks}"' for one in numbers]
    (folder / name).write_text("\r\n".join([*lines, "\x1a"]), newline="")
    return folder / name


OLD, NEW = date(2026, 1, 1), date(2026, 2, 1)
