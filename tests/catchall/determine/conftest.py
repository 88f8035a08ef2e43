"""Builders of what ``determine`` is given: rows of the stages, side tables, a whole run."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import pyarrow as pa
import pytest
from tests import builders

from catchall import determine, tables
from catchall.determine import facts, series
from catchall.determine.given import ListState, SideTables
from catchall.law import load
from catchall.law.model import Lawbook

DAY = date(2026, 11, 22)
FRESH = ListState("sample", "ofac-sdn", "2026-11-21", "abc", 10, 20, stale=False, age_hours=5.0)
WHERE = ("eu", "us")


@dataclass(frozen=True)
class Tables:
    """HITS and SCREENED as the screening hands them on."""

    hits: pa.Table
    screened: pa.Table


@dataclass(frozen=True)
class Given:
    """A context of ``facts.gather``."""

    lawbook: Lawbook
    side: SideTables = field(default_factory=SideTables)
    series: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    lists: Sequence[ListState] = (FRESH,)
    day: date = DAY


def hit(**more: Any) -> dict[str, Any]:
    """One row of HITS: a name match above the threshold."""
    return {
        "row": 0, "role": "consignee", "party": "Orlo Works", "list": "sample",
        "list_date": "2026-11-21", "snapshot": "abc", "effect": "prohibited", "record": "R1",
        "schema": "Organization", "name": "ORLO WORKS LLC", "alias": "primary", "basis": "name",
        "score": 0.93, "match": True, "confirmed": False,
        "why": "'ORLO WORKS LLC' (its primary name), list sample of 2026-11-21, record R1",
        "evidence": '{"words": 2}', "citation": "exercise list", **more,
    }  # fmt: skip


def match(**more: Any) -> dict[str, Any]:
    """One row of MATCHES: an item that no entry is for."""
    return {
        "row": 0, "outcome": "not_listed", "no_entry": True, "entry": "", "regime": "",
        "title": "", "eu": [], "us": [], "verdict": "", "score": 0.0, "reasons": [], "ask": [],
        "evidence": "{}", "citation": "", "verified": "", **more,
    }  # fmt: skip


def entry(verdict: str, name: str = "NSG2-2.C.11", **more: Any) -> dict[str, Any]:
    """One row of MATCHES: a candidate entry with this verdict."""
    outcome = {"meets": "listed", "unknown": "ask", "fails": "not_listed", "judge": "judge"}
    told = {
        "outcome": outcome[verdict], "no_entry": False, "entry": name, "regime": "nsg",
        "title": "maraging steel", "eu": ["1C216"], "us": ["1C216"], "verdict": verdict,
        "score": 0.9, "reasons": ["yes: 2000 MPa"], "verified": "V",
        "citation": "eu-annex-i 1C216",
    }  # fmt: skip
    return match(**{**told, **more})


def plain(**more: Any) -> dict[str, Any]:
    """A shipment against which nothing stands: everything stated, nothing listed."""
    return {
        "parties": [
            builders.party("exporter", "Velm Export", "SI"),
            builders.party("consignee", "Orlo Works", "IN", address="12 Mill Road, Pune"),
            builders.party("end_user", "Orlo Works", "IN", address="12 Mill Road, Pune"),
        ],
        "description": "ceramic floor tiles", "hs_code": "690721", "value": "1000",
        "currency": "USD", "destination_country": "India", "exporter_knowledge": "none",
        "transit_ports": "Koper", "discharge_port": "Mundra, India", "date": "2026-11-01",
        "stated_end_use": "floor of a workshop", **more,
    }  # fmt: skip


def screening(shipments: pa.Table, hits: Sequence[Mapping[str, Any]] = ()) -> Tables:
    """Every named party screened, with these hits."""
    rows = [
        {
            "row": row["row"], "role": party["role"], "party": party["name"], "screened": True,
            "why_not": "", "names_tried": [party["name"]], "best_below": 0.1,
        }
        for row in shipments.to_pylist()
        for party in row["parties"]
    ]  # fmt: skip
    found = pa.Table.from_pylist(list(hits), schema=tables.HITS)
    return Tables(found, pa.Table.from_pylist(rows, schema=tables.SCREENED))


@pytest.fixture(scope="session")
def book() -> Lawbook:
    """The lawbook as installed."""
    return load.load()


Decide = Callable[..., determine.Determination]


@pytest.fixture
def gathered(book: Lawbook) -> Callable[..., tuple[facts.Facts, ...]]:
    """Facts of shipments; ``hits``, ``matches``, ``side`` and ``lists`` as given."""

    def gather(*rows: Mapping[str, Any], **given: Any) -> tuple[facts.Facts, ...]:
        shipments = builders.shipments(*rows)
        side = SideTables(**given.get("side", {}))
        found = given.get("matches", [match(row=at) for at in range(len(rows))])
        matches = pa.Table.from_pylist(found, schema=tables.MATCHES)
        context = Given(
            book, side, series.build(shipments, side, book), given.get("lists", (FRESH,))
        )
        read = given.get("screening") or screening(shipments, given.get("hits", ()))
        return facts.gather(shipments, read, matches, context)

    return gather


@pytest.fixture
def decide(book: Lawbook, gathered: Callable[..., tuple[facts.Facts, ...]]) -> Decide:
    """The determination of the first of these shipments."""

    def run(*rows: Mapping[str, Any], **given: Any) -> determine.Determination:
        where = given.pop("jurisdictions", WHERE)
        found = gathered(*rows, **given)
        return determine.run(found, book, day=DAY, jurisdictions=where)[0]

    return run
