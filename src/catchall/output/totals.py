"""A finished screening as the outputs take it, counted. In: tables; out: counts and an order.

``KINDS`` is the one order in which outcomes are shown: what must be acted on first comes first.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

KINDS = ("stop", "licence", "review", "not decided", "clear")
"""What a shipment is counted as, from what must be acted on first."""

MEANING = {
    "stop": "must not go",
    "licence": "must not go without a licence",
    "review": "a person must look before it goes",
    "not decided": "a fact is missing; see the questions",
    "clear": "nothing found against it in these lists and this law",
}
"""What each kind means, in the words shown to people."""

BATCH = 1_000


@dataclass(frozen=True)
class ListUsed:
    """One list the shipments were screened against, as the run names it."""

    name: str
    source: str
    title: str
    date: str
    arrived: str
    effect: str
    records: int
    names: int
    hash: str


@dataclass(frozen=True)
class FileRead:
    """One input file: the lines judged and rejected, and what is to be told of its reading."""

    name: str
    rows: int
    rejected: int
    told: tuple[str, ...] = ()


@dataclass(frozen=True)
class Result:
    """A finished screening: its tables, and what they were judged by.

    ``made`` is the time of the run (ISO 8601, UTC); ``sample``: lists and shipments are
    invented. ``shipments`` is None where only determinations are at hand.
    """

    determinations: pa.Table
    rejects: pa.Table
    lists: tuple[ListUsed, ...]
    files: tuple[FileRead, ...]
    lawbook: str
    day: date
    made: str
    jurisdictions: tuple[str, ...] = ()
    shipments: pa.Table | None = None
    sample: bool = False


def kind(outcome: str, *, incomplete: bool) -> str:
    """What is a determination counted as? One of ``KINDS``; clear with incomplete is not clear.

    >>> kind("clear", incomplete=True)
    'not decided'
    >>> kind("licence", incomplete=True)
    'licence'
    """
    return "not decided" if outcome == "clear" and incomplete else outcome


def rows(table: pa.Table) -> Iterator[dict[str, Any]]:
    """Each row of a table as a dict, batch by batch: a large table is never all objects."""
    for batch in table.to_batches(max_chunksize=BATCH):
        yield from batch.to_pylist()


def kinds(determinations: pa.Table) -> list[str]:
    """What each determination is counted as, in their order."""
    outcomes = determinations["outcome"].to_pylist()
    incomplete = determinations["incomplete"].to_pylist()
    return [
        kind(outcome, incomplete=missing)
        for outcome, missing in zip(outcomes, incomplete, strict=True)
    ]


def count(determinations: pa.Table) -> dict[str, int]:
    """How many shipments of each kind? Every kind is there, in the order of ``KINDS``."""
    found = Counter(kinds(determinations))
    return {one: found.get(one, 0) for one in KINDS}


def non_clear(determinations: pa.Table) -> pa.Table:
    """The determinations that are not clear, what must be acted on first coming first."""
    found = kinds(determinations)
    order = [at for one in KINDS[:-1] for at, got in enumerate(found) if got == one]
    return determinations.take(pa.array(order, pa.int64()))


def meets(determinations: pa.Table, least: str) -> int:
    """How many shipments are at ``least`` (stop, licence, review) or stricter?

    A shipment not decided counts from ``review`` on: a person must look at it all the same.
    """
    words = {"stop": KINDS[:1], "licence": KINDS[:2], "review": KINDS[:4]}[least]
    return sum(one in words for one in kinds(determinations))


def embargo(determinations: pa.Table) -> dict[str, int]:
    """What came of the embargo check? Shipments checked, with a finding, and not decided."""
    column = determinations["findings"].combine_chunks()
    mine, owner = pc.list_flatten(column), pc.list_parent_indices(column)
    about = pc.equal(pc.struct_field(mine, "kind"), "embargo")
    found = pc.is_in(pc.struct_field(mine, "outcome"), value_set=pa.array(KINDS[:3]))
    missing = pc.struct_field(mine, "incomplete")
    return {
        "checked": determinations.num_rows,
        "found": _shipments(owner, pc.and_(about, found)),
        "not decided": _shipments(owner, pc.and_(about, missing)),
    }


def _shipments(owner: pa.Array, chosen: pa.Array) -> int:
    return len(pc.unique(owner.filter(chosen)))


def lines_of(
    shipments: pa.Table | None, ids: pa.ChunkedArray
) -> Mapping[str, Sequence[dict[str, Any]]]:
    """The lines of each of these shipments by its id, where shipments are at hand."""
    found: dict[str, list[dict[str, Any]]] = {}
    if shipments is not None:
        wanted = pc.is_in(shipments["id"], value_set=ids.combine_chunks())
        for row in rows(shipments.filter(wanted)):
            found.setdefault(row["id"], []).append(row)
    return found
