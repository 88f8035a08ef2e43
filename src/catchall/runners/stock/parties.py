"""A stock of parties as rows that can be screened. In: rows as filed; out: SHIPMENTS rows.

One row a party, with everyone named in it: the party itself, its former name, its owners and
the body it belongs to. Looking them up does not belong here.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import orjson
import pyarrow as pa

from catchall.intake.parties import identifiers
from catchall.tables import SHIPMENTS

BESIDE = (("former_name", "former name"), ("owners", "owner"), ("affiliated_to", "body above"))
"""Columns that name others, and in which role those are screened."""


def rows(source: str, filed: Sequence[Mapping[str, str]]) -> pa.Table:
    """The parties of a stock as SHIPMENTS: row n is the nth party."""
    ids = list(_ids(filed))
    made = [
        {
            "row": at,
            "source": source,
            "source_line": 0,  # a side table keeps no lines of what it could read
            "id": ids[at],
            "line": "1",
            "parties": list(_parties(one)),
            "extra": [],
        }
        for at, one in enumerate(filed)
    ]
    return pa.Table.from_pylist(made, schema=SHIPMENTS)


def _ids(filed: Sequence[Mapping[str, str]]) -> Iterator[str]:
    """The id of each party, each once: as filed, else its name and country.

    Not its place in the file: a line put in at the top would make every party another one.
    """
    seen: dict[str, int] = {}
    for one in filed:
        said = one.get("id") or f"{one['name']} ({one.get('country') or 'no country'})"
        seen[said] = seen.get(said, 0) + 1
        yield said if seen[said] == 1 else f"{said} #{seen[said]}"


def _parties(one: Mapping[str, str]) -> Iterator[dict[str, Any]]:
    country = one.get("country", "")
    yield {
        "role": "party",
        "name": one["name"],
        "country": country,
        "address": one.get("address", ""),
        "identifiers": identifiers(one.get("identifiers"), ""),
        "email": one.get("email", ""),
        "phone": one.get("phone", ""),
    }
    for column, role in BESIDE:
        for name in filter(None, (part.strip() for part in one.get(column, "").split(";"))):
            # the owner of a firm need not be of its country: unknown, not the same
            known = country if column == "former_name" else ""
            blank = {"address": "", "identifiers": [], "email": "", "phone": ""}
            yield {"role": role, "name": name, "country": known, **blank}


def keys(stock: pa.Table) -> list[str]:
    """What each party is, as text: equal for a party that is filed just as before."""
    said = zip(stock["id"].to_pylist(), stock["parties"].to_pylist(), strict=True)
    return [orjson.dumps(one, option=orjson.OPT_SORT_KEYS).decode() for one in said]


def renumbered(table: pa.Table, places: Mapping[int, int]) -> pa.Table:
    """The rows whose ``row`` is among the places, with their new numbers, in that order."""
    old = table["row"].to_pylist()
    order = sorted((places[row], at) for at, row in enumerate(old) if row in places)
    taken = table.take(pa.array([at for _, at in order], pa.int64()))
    new = pa.array([row for row, _ in order], pa.int64())
    return taken.set_column(taken.schema.get_field_index("row"), table.schema.field("row"), new)
