"""The order of the stages, and nothing else.

In: a batch of SHIPMENTS and what they are judged by (``Given``). Out: one sealed case file a
shipment. No stage calls an earlier one; whoever needs more data gets one more argument.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

import pyarrow as pa

from catchall import casefile, classify, determine, screen, tables
from catchall.determine import facts, joins
from catchall.determine.given import ListState, SideTables
from catchall.law.model import Lawbook
from catchall.snapshots import Watchlist


@dataclass(frozen=True)
class Given:
    """What the shipments are judged by: lists, law, side tables, the day, the run's header."""

    watchlists: Sequence[Watchlist]
    lawbook: Lawbook
    side: SideTables
    series: Mapping[str, Mapping[str, Any]]
    header: casefile.Header
    day: date
    jurisdictions: Sequence[str]

    @cached_property
    def owners(self) -> screen.Owners:
        """Who stands behind whom, ready to be looked up: made once for all batches."""
        return screen.index(joins.behind_all(self.side))

    @property
    def lists(self) -> tuple[ListState, ...]:
        """The lists as the header tells them: their dates, and whether they were stale."""
        return tuple(ListState(**state) for state in self.header.body["lists"])


def run(shipments: pa.Table, given: Given) -> tuple[casefile.CaseFile, ...]:
    """Which determination does each shipment get? One sealed case file each, in their order.

    Raises:
        TableError: a table between two stages does not have its schema.
    """
    tables.check(shipments, "SHIPMENTS")
    screening = screen.run(shipments, given.watchlists, owners=given.owners)
    matches = classify.run(shipments, given.lawbook, day=given.day)
    gathered = facts.gather(shipments, screening, matches, given)
    determined = determine.run(
        gathered, given.lawbook, day=given.day, jurisdictions=given.jurisdictions
    )
    results = casefile.Results(shipments, screening, matches, given.series, determined)
    return casefile.build(results, given.header)
