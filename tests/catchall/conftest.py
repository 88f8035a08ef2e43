"""Builders for finished screenings: what outputs and the command line are tested with."""

from collections.abc import Callable
from datetime import date
from typing import Any

import orjson
import pyarrow as pa
import pytest

from catchall import tables
from catchall.output.totals import FileRead, ListUsed, Result

FINDING = {
    "kind": "party",
    "rule": "party.name",
    "severity": "high",
    "subject": "end_user",
    "outcome": "review",
    "incomplete": False,
    "confidence": 0.93,
    "why": "end user Zarvania Optics is like the listed name Zarwania Optik",
    "evidence": orjson.dumps({"tokens": [["zarvania", "zarwania"]], "score": 0.9312}).decode(),
    "citation": "an invented order, art. 1",
    "list": "sample",
    "list_date": "2026-01-15",
}
QUESTION = {
    "asks": "end_user",
    "text": "Who is the end user?",
    "decides": ["xx.rule"],
    "could_become": "licence",
    "subject": "end_user",
}
PARTY = {
    "role": "end_user",
    "party": "Zarvania Optics",
    "screened": True,
    "why_not": "",
    "names_tried": ["Zarvania Optics"],
    "best_below": 0.71,
}
ROW = {
    "id": "S-1",
    "outcome": "review",
    "incomplete": False,
    "reads": "review",
    "confidence": 0.93,
    "lines": ["orders.csv:2"],
    "findings": [FINDING],
    "questions": [],
    "flags_unknown": 3,
    "flags_need": ["vessels"],
    "embargo": "no embargo on the destination in the lawbook",
    "screened_parties": [PARTY],
    "lists": [
        {
            "name": "sample",
            "source": "sample",
            "date": "2026-01-15",
            "snapshot": "ab" * 32,
            "records": 300,
            "names": 900,
        }
    ],
    "lawbook": "1+abc",
    "jurisdictions": ["eu", "us"],
    "as_of": "2026-02-01",
    "engine": "0.1.0+abc",
    "inputs_hash": "cd" * 32,
    "record": "ef" * 32,
    "extra": [],
}

Row = dict[str, Any]


@pytest.fixture(scope="session")
def row() -> Callable[..., Row]:
    """A row of DETERMINATIONS, with what the test changes in it."""
    return lambda **changes: {**ROW, **changes}


@pytest.fixture(scope="session")
def finding() -> Callable[..., Row]:
    """A finding, with what the test changes in it."""
    return lambda **changes: {**FINDING, **changes}


@pytest.fixture(scope="session")
def determinations() -> Callable[..., pa.Table]:
    """A DETERMINATIONS table of these rows."""

    def made(*rows: Row) -> pa.Table:
        table = pa.Table.from_pylist(list(rows), schema=tables.DETERMINATIONS)
        return tables.check(table, "DETERMINATIONS")

    return made


@pytest.fixture(scope="session")
def one_of_each(row, finding, determinations) -> pa.Table:
    """Five shipments: clear, not decided, review, licence and stop, in that order."""
    stop = finding(outcome="stop", kind="embargo", subject="destination", why="all goods to it")
    return determinations(
        row(id="S-1", outcome="clear", reads="clear", findings=[]),
        row(
            id="S-2",
            outcome="clear",
            incomplete=True,
            reads="not decided",
            findings=[
                finding(outcome="", incomplete=True, kind="embargo", why="no destination")
            ],
            questions=[QUESTION],
        ),
        row(id="S-3"),
        row(
            id="S-4",
            outcome="licence",
            reads="licence",
            findings=[
                finding(outcome="licence", kind="goods", why="meets an entry"),
                finding(outcome="", why="recorded only"),
            ],
        ),
        row(id="S-5", outcome="stop", reads="stop", findings=[finding(), stop]),
    )


@pytest.fixture(scope="session")
def rejects() -> Callable[..., pa.Table]:
    """A REJECTS table of (source, line, reason, words)."""

    def made(*lines: tuple[str, int, str, str]) -> pa.Table:
        keys = ("source", "source_line", "reason", "words")
        rows = [{**dict(zip(keys, line, strict=True)), "place": ""} for line in lines]
        return pa.Table.from_pylist(rows, schema=tables.REJECTS)

    return made


@pytest.fixture(scope="session")
def result(one_of_each, rejects) -> Callable[..., Result]:
    """A finished screening of ``one_of_each``, with what the test changes in it."""

    def made(**changes: Any) -> Result:
        given = {
            "determinations": one_of_each,
            "rejects": rejects(),
            "lists": (
                ListUsed(
                    "sample",
                    "sample",
                    "Invented list",
                    "2026-01-15",
                    "2026-01-16T08:00:00+00:00",
                    "prohibited",
                    300,
                    900,
                    "ab" * 32,
                ),
            ),
            "files": (FileRead("orders.csv", 5, 0, ("columns not known: COLOUR",)),),
            "lawbook": "1+abc",
            "day": date(2026, 2, 1),
            "made": "2026-02-01T09:00:00+00:00",
            "jurisdictions": ("eu", "us"),
        }
        return Result(**{**given, **changes})

    return made
