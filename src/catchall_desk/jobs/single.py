"""Screening shipments at once. In: rows as people file them; out: sealed records.

The rows are read as every file is, so an answer here is the one that ``catchall screen`` gives.
Nothing is kept.
"""

import json
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from catchall import pipeline
from catchall.casefile import CaseFile, Header
from catchall.determine import series
from catchall.determine.given import SideTables
from catchall.errors import InputError
from catchall.intake import shipments
from catchall.intake.shipments import Intake
from catchall.runners.prepare import header
from catchall_desk.errors import InvalidBodyError
from catchall_desk.jobs.engine import InForce

NAME = "shipments.jsonl"
Rows = Sequence[Mapping[str, Any]]


def screen(rows: Rows, now: InForce) -> tuple[Header, tuple[CaseFile, ...]]:
    """What do the lists and the law in force say of these lines of shipments?

    Raises:
        InvalidBodyError: a line cannot be read; every one is named.
    """
    read = taken(rows)
    side = SideTables()
    reports = [[report.source, report.hash] for report in read.reports]
    sealed = header(
        now.job, now.snapshots, now.lawbook, side, {"at": now.job.now, "inputs": reports}
    )
    given = pipeline.Given(
        now.lists,
        now.lawbook,
        side,
        series.build(read.shipments, side, now.lawbook),
        sealed,
        now.job.day,
        now.job.jurisdictions,
    )
    return sealed, pipeline.run(read.shipments, given)


def taken(rows: Rows) -> Intake:
    """The lines as shipments.

    Raises:
        InvalidBodyError: a line cannot be read.
    """
    text = "".join(json.dumps(dict(row)) + "\n" for row in rows)
    with tempfile.TemporaryDirectory(prefix="catchall-") as folder:
        path = Path(folder) / NAME
        path.write_text(text, "utf-8")
        try:
            read = shipments.read([path])
        except InputError as error:
            raise InvalidBodyError(("body", error.problem, error.advice)) from error
    if read.rejects.num_rows:
        told = read.rejects.to_pylist()
        raise InvalidBodyError(
            *((f"line {one['source_line']}", one["reason"], "correct it") for one in told)
        )
    return read
