"""Many names against the lists at once: RecordBatch -> RecordBatch, and nothing else.

In: unique names, with country and kind where they are known. Out: one row for each list and
record that a name matches, in the order of the names; a name without a match has no row, one
that cannot be looked up has a row that says why. The sentences of a hit are made by ``stage``
for the few names that need them: the scores are the same.
"""

from collections.abc import Iterator
from typing import Any

import pyarrow as pa

from catchall.screen import parties
from catchall.screen.model import Asked
from catchall.screen.stage import BATCH, Screener

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


def _rows(screener: Screener, asked: list[Asked], first: int) -> Iterator[dict[str, Any]]:
    read = screener.read(asked)
    found = screener.find(asked, read)
    for at in sorted({*found, *(at for at, one in enumerate(read) if not one)}):
        if not read[at]:
            yield {"row": first + at, "why_not": parties.why_not(asked[at].name)}
            continue
        for number, per_list in enumerate(found[at]):
            for hit in per_list.matches:
                record = screener.indexes[number].record(hit.row)
                name = record["names"][hit.name_at]
                yield {
                    "row": first + at,
                    "list": screener.watchlists[number].snapshot.name,
                    "record": record["record"],
                    "name": name["text"],
                    "alias": name["kind"],
                    "reading": read[at][hit.reading].text,
                    "score": hit.score,
                    "name_score": hit.name_only,
                    "country": hit.country,
                }


def matches(screener: Screener, batch: pa.RecordBatch) -> pa.RecordBatch:
    """Which listed names does each name match? Best first within a name and list.

    The work for a distributed runner: a pure function of the batch and the lists in force.
    """
    asked = _asked(batch)
    rows = [
        row
        for first in range(0, len(asked), BATCH)
        for row in _rows(screener, asked[first : first + BATCH], first)
    ]
    return pa.RecordBatch.from_pylist(rows, schema=MATCHED)
