"""Builders of invented lists and shipments for screening."""

from collections.abc import Callable, Sequence
from datetime import date
from types import SimpleNamespace
from typing import Any

import pyarrow as pa
import pytest

from catchall.names import index
from catchall.tables import SHIPMENTS, WATCHLIST


def _record(number: str, *names: str, **given: Any) -> dict[str, Any]:
    kinds = ["primary", *["alias"] * (len(names) - 1)]
    blank: dict[str, Any] = {
        field.name: "" if pa.types.is_string(field.type) else [] for field in WATCHLIST
    }
    named = [
        {"text": text, "kind": kind, "quality": ""}
        for text, kind in zip(names, given.pop("kinds", kinds), strict=True)
    ]
    base = {"list": "invented", "record": number, "schema": "Organization", "names": named}
    return {**blank, **base, **given}


def _table(records: Sequence[dict[str, Any]]) -> pa.Table:
    return pa.Table.from_pylist(list(records), schema=WATCHLIST)


def _watchlist(*records: dict[str, Any], name: str = "invented") -> SimpleNamespace:
    made = _table(records)
    snapshot = SimpleNamespace(
        name=name, effect="prohibited", date=date(2026, 1, 15), hash="f" * 64
    )
    return SimpleNamespace(snapshot=snapshot, table=made, index=index.build(made))


def _party(role: str = "consignee", name: str | None = "", **given: Any) -> dict[str, Any]:
    blank = dict.fromkeys(("country", "address", "email", "phone"))
    return {**blank, "role": role, "name": name, "identifiers": [], **given}


def _shipments(*rows: Sequence[dict[str, Any]], **fields: Any) -> pa.Table:
    blank = dict.fromkeys(SHIPMENTS.names)
    made = [
        {
            **blank, "row": row, "source": "invented.csv", "source_line": row + 2,
            "id": str(row), "line": "1", "parties": list(parties), **fields,
        }
        for row, parties in enumerate(rows)
    ]  # fmt: skip
    return pa.Table.from_pylist(made, schema=SHIPMENTS)


@pytest.fixture
def record() -> Callable[..., dict[str, Any]]:
    return _record


@pytest.fixture
def watchlist() -> Callable[..., SimpleNamespace]:
    return _watchlist


@pytest.fixture
def party() -> Callable[..., dict[str, Any]]:
    return _party


@pytest.fixture
def shipments() -> Callable[..., pa.Table]:
    return _shipments
