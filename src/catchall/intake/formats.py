"""Which reader takes which kind of table. In: what was opened; out: Grid."""

from collections.abc import Callable, Mapping

from catchall.intake import delimited, jsonlines, parquet, workbook
from catchall.intake.grid import Grid, Known
from catchall.intake.limits import Limits
from catchall.intake.opened import Opened

READERS: Mapping[str, Callable[[Opened, Known, Limits], Grid]] = {
    "text": delimited.read,
    "jsonl": jsonlines.read,
    "xlsx": workbook.read,
    "parquet": parquet.read,
}


def grid(opened: Opened, known: Known, limits: Limits) -> Grid:
    """The table that was opened, as rows of text.

    Raises:
        InputError: it is damaged, over the limits, or names no known column.
    """
    return READERS[opened.kind](opened, known, limits)
