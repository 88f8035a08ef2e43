"""Builders of test data: rows of SHIPMENTS and WATCHLIST with everything not said left empty.

All firms, people and ships here are invented.
"""

from collections.abc import Mapping, Sequence
from typing import Any

import pyarrow as pa

from catchall import tables


def party(role: str, name: str, country: str = "", **more: Any) -> dict[str, Any]:
    """One PARTY struct; identifiers as ``[("imo", "1234567")]``."""
    identifiers = [
        {"kind": kind, "value": value} for kind, value in more.pop("identifiers", ())
    ]
    blank = {"address": "", "email": "", "phone": ""}
    return {
        "role": role,
        "name": name,
        "country": country,
        "identifiers": identifiers,
        **blank,
        **more,
    }


def shipments(*rows: Mapping[str, Any]) -> pa.Table:
    """A SHIPMENTS table; each row gives what matters, ids count up from S1."""
    filled = []
    for number, row in enumerate(rows):
        start = {
            "row": number,
            "source": "test.csv",
            "source_line": number + 2,
            "id": f"S{number + 1}",
            "line": "1",
            "parties": [],
            "extra": [],
        }
        filled.append({**start, **row})
    return pa.Table.from_pylist(filled, schema=tables.SHIPMENTS)


def record(number: str, *names: str, **more: Any) -> dict[str, Any]:
    """One WATCHLIST row; the first name is the primary one, the others aliases."""
    kinds = ["primary"] + ["alias"] * (len(names) - 1)
    blank: dict[str, Any] = {
        "list": "exercise", "schema": "Organization", "addresses": [], "countries": [],
        "identifiers": [], "dates": [], "programmes": ["EXERCISE"], "remarks": "",
        "licence_requirement": "", "citations": [], "links": [], "properties": [],
    }  # fmt: skip
    told = [
        {"text": name, "kind": kind, "quality": ""}
        for name, kind in zip(names, kinds, strict=True)
    ]
    return {"record": number, "names": told, **blank, **more}


def watchlist(*records: Mapping[str, Any]) -> pa.Table:
    """A WATCHLIST table of such records."""
    return pa.Table.from_pylist(list(records), schema=tables.WATCHLIST)


def csv(columns: Sequence[str], *rows: Sequence[str]) -> bytes:
    """A plain CSV file as bytes; no value may hold a comma or quote."""
    return "\n".join(",".join(line) for line in (columns, *rows)).encode() + b"\n"
