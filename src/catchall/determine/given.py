"""What the facts are gathered from besides the shipments: frozen records, no logic.

In: nothing; out: types. Side tables are read by ``intake.side_tables``; their columns are told
in ``docs/reference/shipment-columns.md``. None means not given: unknown, not empty.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Protocol

from catchall.law.model import Lawbook

Rows = tuple[Mapping[str, Any], ...]


@dataclass(frozen=True)
class SideTables:
    """The tables a user may give beside the shipments; None means not given, so unknown.

    A row that was rejected was not looked up: its kind stands in ``rejected``.
    """

    measures: Rows | None = None
    denials: Rows | None = None
    licences: Rows | None = None
    certificates: Rows | None = None
    parties: Rows | None = None
    vessels: Rows | None = None
    owners: Rows | None = None
    decisions: Rows | None = None
    letters: Rows | None = None
    history: Rows | None = None
    rejected: frozenset[str] = frozenset()  # kinds of which a row could not be read


@dataclass(frozen=True)
class ListState:
    """One watchlist as used: which snapshot, how large, and how old (hours) it was.

    ``shares_date``: another snapshot of the list has the same date, which so names no version.
    """

    name: str
    source: str
    date: str
    snapshot: str
    records: int
    names: int
    stale: bool
    age_hours: float | None = None
    shares_date: bool = False


class Context(Protocol):
    """What ``facts.gather`` needs to know beside the tables of the stages."""

    @property
    def side(self) -> SideTables: ...  # noqa: D102

    @property
    def series(self) -> Mapping[str, Mapping[str, Any]]: ...  # noqa: D102

    @property
    def lists(self) -> Sequence[ListState]: ...  # noqa: D102

    @property
    def lawbook(self) -> Lawbook: ...  # noqa: D102

    @property
    def day(self) -> date: ...  # noqa: D102
