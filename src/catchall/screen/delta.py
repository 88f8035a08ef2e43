"""What is new on a list, against parties that were screened before: only what changed is done.

In: two versions of a WATCHLIST table; stored parties, and what they gave. Out: what they give
now. A stored party is screened again when a record that was added or changed may be it, or when
it had a hit that counts; every other keeps what it had. So every match is as in a full run, its
score too: how alike two names are does not depend on what else is on the list. What is below
the threshold is no match; there an answer tells of the version it was found on.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import orjson
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from catchall.names import index
from catchall.names.near import near as like
from catchall.names.packed import Packed
from catchall.names.threshold import NAME_MATCH
from catchall.screen import stage
from catchall.screen.model import ListInForce, Screening
from catchall.screen.parties import occurrences
from catchall.screen.stock import Stock, key
from catchall.text import identifiers
from catchall.text.address import address_key

MARGIN = 0.05
"""How far below the threshold the names alone may lie for a party to be screened again."""


@dataclass(frozen=True)
class Stored:
    """Parties that were screened before: the table, the same made ready, and what it gave."""

    shipments: pa.Table
    stock: Stock
    before: Screening


@dataclass(frozen=True)
class Changes:
    """What differs between two versions of a list: numbers of records, and their new rows."""

    added: tuple[str, ...]
    changed: tuple[str, ...]
    removed: tuple[str, ...]
    news: pa.Table


def _seals(table: pa.Table) -> dict[str, bytes]:
    """What each record says, as bytes; the user's name for the list is no part of it."""
    rows = table.drop_columns(["list"]).to_pylist()
    return {row["record"]: orjson.dumps(row, option=orjson.OPT_SORT_KEYS) for row in rows}


def changes(old: pa.Table, new: pa.Table) -> Changes:
    """Which records were added, changed in any field, or removed? Each in its list's order."""
    before, after = _seals(old), _seals(new)
    added = tuple(number for number in after if number not in before)
    changed = tuple(n for n, said in after.items() if n in before and before[n] != said)
    removed = tuple(number for number in before if number not in after)
    fresh = pc.is_in(new["record"], pa.array([*added, *changed], pa.string()))
    return Changes(added, changed, removed, new.filter(fresh))


def _alike(names: Packed, news: pa.Table, floor: float) -> NDArray[np.bool_]:
    """Which of the names are like a name of these records?"""
    opened = index.open_index(news, index.build(news))
    return like(opened.postings, opened.names, names, floor)


def _listed_keys(news: pa.Table) -> NDArray[np.uint64]:
    """What stands for the numbers and addresses of these records, as in a stock."""
    numbers = [
        key(*found)
        for held in news["identifiers"].to_pylist()
        for one in held
        if (found := identifiers.key(one["kind"], one["value"]))
    ]
    places = [
        key(place)
        for held in news["addresses"].to_pylist()
        for one in held
        if (place := address_key(one["text"]))
    ]
    return np.array([*numbers, *places], np.uint64)


def near(
    stock: Stock, news: pa.Table, *, threshold: float = NAME_MATCH.value
) -> NDArray[np.int32]:
    """Which stored parties may a record of ``news`` be, by name, number or address?

    Their places in the stock, ascending. Every party that matches one of the records is among
    them, and some that come near.
    """
    named = stock.party_of[_alike(stock.names, news, threshold - MARGIN)[stock.name_of]]
    numbered = stock.key_of[np.isin(stock.keys, _listed_keys(news))]
    return np.unique(np.concatenate([named, numbered]))


def _that_count(hits: pa.Table) -> set[int]:
    """The rows with a hit that counts: a match, or a number or an address in common."""
    counts = pc.or_(hits["match"], pc.not_equal(hits["basis"], "name"))
    return set(hits.filter(counts)["row"].to_pylist())


def _merged(before: pa.Table, again: pa.Table, rows: pa.Array) -> pa.Table:
    """The table with what these rows give now, in the order of a full run."""
    kept = before.filter(pc.invert(pc.is_in(before["row"], rows)))
    # rows are whole on one side or the other, and the sort keeps the order within each
    both = pa.concat_tables([kept, again]).combine_chunks()
    return both.take(np.argsort(both["row"].to_numpy(), kind="stable"))


def touched(
    stored: Stored, news: Sequence[Changes], *, threshold: float = NAME_MATCH.value
) -> tuple[int, ...]:
    """Which rows must be looked up again? Those that news may touch, and those with a hit."""
    places = [near(stored.stock, one.news, threshold=threshold) for one in news]
    if not places:
        return ()
    owners = np.array([one.row for one in occurrences(stored.shipments)], np.int64)
    wanted = {int(row) for found in places for row in owners[found]}
    return tuple(sorted(wanted | _that_count(stored.before.hits)))


def again(
    stored: Stored,
    rows: Sequence[int],
    watchlists: Sequence[ListInForce],
    *,
    threshold: float = NAME_MATCH.value,
    top_below: int = 1,
) -> Screening:
    """What do the stored parties give, when only these rows are looked up again?"""
    wanted = pa.array(rows, pa.int64())
    part = stored.shipments.filter(pc.is_in(stored.shipments["row"], wanted))
    found = stage.run(part, watchlists, threshold=threshold, top_below=top_below)
    return Screening(
        _merged(stored.before.hits, found.hits, wanted),
        _merged(stored.before.screened, found.screened, wanted),
    )


def run(
    stored: Stored,
    news: Sequence[Changes],
    watchlists: Sequence[ListInForce],
    *,
    threshold: float = NAME_MATCH.value,
    top_below: int = 1,
) -> Screening:
    """What do the stored parties give on the lists in force now?

    ``news`` holds, of each list that is not as it was, what ``changes`` found; a list that is
    new is all news. Threshold and ``top_below`` must be those of the screening before.
    """
    rows = touched(stored, news, threshold=threshold)
    return again(stored, rows, watchlists, threshold=threshold, top_below=top_below)
