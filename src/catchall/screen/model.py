"""The types of screening: what it is given and what it returns. No behaviour here."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Protocol

import pyarrow as pa
from numpy.typing import NDArray


class SnapshotInForce(Protocol):
    """What screening reads of a list's snapshot (``catchall.snapshots.Snapshot`` has it)."""

    @property
    def name(self) -> str: ...  # noqa: D102
    @property
    def effect(self) -> str: ...  # noqa: D102
    @property
    def date(self) -> date: ...  # noqa: D102
    @property
    def hash(self) -> str: ...  # noqa: D102


class ListInForce(Protocol):
    """A list with its index (``catchall.snapshots.Watchlist``)."""

    @property
    def snapshot(self) -> SnapshotInForce: ...  # noqa: D102
    @property
    def table(self) -> pa.Table: ...  # noqa: D102
    @property
    def index(self) -> Mapping[str, NDArray[Any]]: ...  # noqa: D102


@dataclass(frozen=True)
class Screening:
    """The two tables of screening: HITS, and SCREENED with one row a party and role."""

    hits: pa.Table
    screened: pa.Table


@dataclass(frozen=True)
class Occurrence:
    """One party as it stands in one row of SHIPMENTS; ``identifiers`` are (kind, value)."""

    row: int
    role: str
    name: str
    country: str = ""
    address: str = ""
    identifiers: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Asked:
    """A name to look up once, however often it occurs: name, ISO country, and what it is.

    ``schema`` is the kind of party as far as it is known: ``Vessel``, ``Person`` ... or ``""``;
    ``born`` the year of birth of a person, four digits, or ``""``.
    """

    name: str
    country: str = ""
    schema: str = ""
    born: str = ""


@dataclass(frozen=True)
class Hit:
    """One party against one record of one list, before it is written to HITS."""

    list_at: int
    record: str
    schema: str
    name: str
    alias: str
    basis: str
    score: float
    match: bool
    why: str
    evidence: Mapping[str, Any]
    citation: str
    confirmed: bool = False


@dataclass(frozen=True)
class Answer:
    """What the names of one party gave: hits, best first, what was tried, the best below."""

    hits: tuple[Hit, ...]
    names_tried: tuple[str, ...]
    best_below: float
    why_not: str = ""
