"""The score from which a name match is put before a person, why, and what was measured at it.

In: ``threshold.yaml``, every decision about it, oldest first. Out: the one in force. One number
for all lists and all kinds of party. A decision is sealed: its figures cannot be changed and
its reason kept. Measuring does not belong here: ``bench/names.py`` does it.
"""

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from datetime import date
from importlib import resources
from typing import Any

import orjson
import yaml

from catchall.errors import LawbookError

FILE = "threshold.yaml"
SEAL = 16


@dataclass(frozen=True)
class Threshold:
    """A decision about the threshold: its value 0..1, and the figures measured at it.

    ``measured`` holds, for each set, figures by name; shares are 0..1, alerts are per 1,000.
    """

    value: float
    day: date
    author: str
    rationale: str
    measured: Mapping[str, Mapping[str, float]]
    seal: str


def seal(decision: Mapping[str, Any], before: str) -> str:
    """What seals a decision: a hash over all it says, and over the seal of the one before.

    >>> seal({"value": 0.8}, "") == seal({"value": 0.8}, "another")
    False
    """
    said = {**decision, "seal": before}
    packed = orjson.dumps(said, option=orjson.OPT_SORT_KEYS)
    return hashlib.sha256(packed).hexdigest()[:SEAL]


def _checked(rows: list[dict[str, Any]]) -> Iterator[Threshold]:
    before, day, reasons = "", date.min, set[str]()
    for number, row in enumerate(rows, start=1):
        given = {**row, "day": row["date"]}
        one = Threshold(**{one.name: given[one.name] for one in fields(Threshold)})
        place = f"decision {number}"
        if one.seal != seal(row, before):
            problem = "its seal is not of what it says: add a decision, do not edit one"
            raise LawbookError(FILE, place, problem)
        if one.day < day or one.rationale in reasons:
            problem = "it needs a reason of its own, on a day not before the last"
            raise LawbookError(FILE, place, problem)
        before, day, reasons = one.seal, one.day, {*reasons, one.rationale}
        yield one


def decisions(text: str) -> tuple[Threshold, ...]:
    """Every decision about the threshold, oldest first, from the text of the file.

    Raises:
        LawbookError: there is none; one lacks a field, is not sealed, or gives no new reason.
    """
    try:
        found = tuple(_checked(yaml.safe_load(text)))
    except (yaml.YAMLError, TypeError, KeyError) as error:
        raise LawbookError(FILE, "whole file", f"it cannot be read: {error}") from error
    if not found:
        raise LawbookError(FILE, "whole file", "it holds no decision")
    return found


def _text() -> str:
    return resources.files("catchall.names").joinpath(FILE).read_text(encoding="utf-8")


NAME_MATCH = decisions(_text())[-1]
