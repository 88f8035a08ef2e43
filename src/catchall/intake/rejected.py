"""Rejects to the table REJECTS. In: what a reader rejected; out: the table."""

from collections.abc import Sequence

import pyarrow as pa

from catchall import tables
from catchall.intake.grid import Reject


def reject_table(source: str, rejects: Sequence[Reject]) -> pa.Table:
    """The rejects of one source as REJECTS, in their order.

    >>> reject_table("in.csv", [Reject(2, "", "why", "words")])["source_line"].to_pylist()
    [2]
    """
    columns = {
        "source": [source] * len(rejects),
        "source_line": [reject.line for reject in rejects],
        "place": [reject.place for reject in rejects],
        "reason": [reject.reason for reject in rejects],
        "words": [reject.words for reject in rejects],
    }
    return pa.table(columns, schema=tables.REJECTS)
