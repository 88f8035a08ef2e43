"""Access to the rows of a table. In: a column of markings and one user; out: words or rows.

Every distinct marking is read and decided once. A null is no marking, and denies.
"""

from collections.abc import Mapping
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from catchall.marking import access
from catchall.marking.access import Groups


def decided(markings: Any, user: Mapping[str, Any], groups: Groups | None = None) -> Any:
    """What may this user do with each row: "read", "display" or "deny"? One word a row.

    ``markings`` is an Arrow array or chunked array of text.

    >>> decided(pa.array(["(U)", None, "(S//NF)"]), {"level": "U"}).to_pylist()
    ['read', 'deny', 'deny']
    """
    chunks = markings.chunks if isinstance(markings, pa.ChunkedArray) else [markings]
    known: dict[str, str] = {}
    return pa.chunked_array(
        [_chunk(chunk, user, groups, known) for chunk in chunks], type=pa.string()
    )


def _chunk(
    chunk: Any, user: Mapping[str, Any], groups: Groups | None, known: dict[str, str]
) -> Any:
    coded = pc.dictionary_encode(chunk)
    for text in coded.dictionary.to_pylist():
        if text not in known:
            known[text] = access.may_see(user, text, groups)
    words = pa.array([known[text] for text in coded.dictionary.to_pylist()], pa.string())
    return pc.fill_null(words.take(coded.indices), access.DENY)


def visible(
    table: Any, user: Mapping[str, Any], column: str = "marking", groups: Groups | None = None
) -> Any:
    """The rows of a table that this user may read; "display" is not enough for a table.

    >>> rows = pa.table({"marking": ["(U)", "(S//NF)"], "n": [1, 2]})
    >>> visible(rows, {"level": "U", "country": "JPN"})["n"].to_pylist()
    [1]
    """
    return table.filter(pc.equal(decided(table[column], user, groups), access.READ))
