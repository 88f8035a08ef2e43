"""Many names against the lists at once: RecordBatch -> RecordBatch, and nothing else.

In: unique names, with country and kind where they are known. Out: one row for each list and
record that a name matches, in the order of the names; a name without a match has no row, one
that cannot be looked up has a row that says why. The sentences of a hit are made by ``stage``
for the few names that need them: the scores are the same.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pyarrow as pa

from catchall.names.plain import reader
from catchall.names.score import readings
from catchall.screen.by_name import NameHit
from catchall.screen.model import Asked
from catchall.screen.stage import Screener, why_unread

PART = 4096
"""Names looked up at a time: bounds the memory of the candidates."""
_Row = dict[str, Any]

ASKED = pa.schema([("name", pa.string()), ("country", pa.string()), ("schema", pa.string())])
"""What is looked up; ``country`` (ISO alpha-2) and ``schema`` may be absent or null."""
MATCHED = pa.schema(
    [
        ("row", pa.int64()),
        ("list", pa.string()),
        ("record", pa.string()),
        ("name", pa.string()),
        ("alias", pa.string()),
        ("reading", pa.string()),
        ("score", pa.float64()),
        ("name_score", pa.float64()),
        ("country", pa.string()),
        ("why_not", pa.string()),
    ]
)
"""``row`` counts the names from 0; ``reading`` is the name that was read from the field."""


def _asked(batch: pa.RecordBatch) -> list[Asked]:
    columns = [
        batch[field].to_pylist() if field in batch.schema.names else [None] * len(batch)
        for field in ASKED.names
    ]
    return [
        Asked(name or "", country or "", schema or "")
        for name, country, schema in zip(*columns, strict=True)
    ]


def _row(screener: Screener, at: int, number: int, hit: NameHit, reading: str) -> _Row:
    record = screener.indexes[number].record(hit.row)
    name = record["names"][hit.name_at]
    return {
        "row": at, "list": screener.watchlists[number].snapshot.name,
        "record": record["record"], "name": name["text"], "alias": name["kind"],
        "reading": reading, "score": hit.score, "name_score": hit.name_only,
        "country": hit.country,
    }  # fmt: skip


def _rows(screener: Screener, asked: list[Asked], first: int) -> Iterator[_Row]:
    """The rows of one part of the batch, in the order of the names."""
    packed, plain = reader().read([one.name for one in asked])
    owners = plain.tolist()
    found = screener.find_packed(asked, packed, owners)
    others = sorted(set(range(len(asked))).difference(owners))
    rest = [asked[at] for at in others]
    read = screener.read(rest)
    found |= {others[at]: one for at, one in screener.find(rest, read).items()}
    silent = {others[at] for at, one in enumerate(read) if not one}
    for at in sorted({*found, *silent}):
        if at in silent:
            yield {"row": first + at, "why_not": why_unread(asked[at].name)}
            continue
        for number, per_list in enumerate(found[at]):
            for hit in per_list.matches:
                reading = readings(asked[at].name)[hit.reading].text
                yield _row(screener, first + at, number, hit, reading)


@contextmanager
def _uncollected() -> Iterator[None]:
    """No walks of the garbage collector: no cycle is made, and many words are held."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def matches(screener: Screener, batch: pa.RecordBatch) -> pa.RecordBatch:
    """Which listed names does each name match? Best first within a name and list.

    The work for a distributed runner: a pure function of the batch and the lists in force.
    """
    asked = _asked(batch)
    with _uncollected():
        rows = [
            row
            for first in range(0, len(asked), PART)
            for row in _rows(screener, asked[first : first + PART], first)
        ]
    return pa.RecordBatch.from_pylist(rows, schema=MATCHED)
