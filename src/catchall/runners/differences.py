"""What differs between two versions of a list, record by record. In: tables; out: words.

Records are known by the number of the list. Which records matter to a stock of parties is
``screen.delta``'s business.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import orjson
import pyarrow as pa

from catchall.tables import WATCHLIST

FIELDS = tuple(name for name in WATCHLIST.names if name not in ("list", "record"))


@dataclass(frozen=True)
class Field:
    """One field of a record: what it no longer says, and what it says now."""

    field: str
    gone: tuple[str, ...]
    new: tuple[str, ...]


@dataclass(frozen=True)
class Record:
    """One record that differs: its number, its first name, and which fields changed."""

    record: str
    name: str
    fields: tuple[Field, ...] = ()


@dataclass(frozen=True)
class Differences:
    """Records added, removed and changed, each in the order of its list; the rest are alike."""

    added: tuple[Record, ...]
    removed: tuple[Record, ...]
    changed: tuple[Record, ...]
    alike: int


def differences(old: pa.Table, new: pa.Table) -> Differences:
    """What was added to, removed from and changed in this list?

    The order of names, addresses and the like is no difference; the user's name for the list
    is none either.
    """
    before, after = _rows(old), _rows(new)
    both = [number for number in after if number in before]
    changed = [
        Record(number, _name(after[number]), fields)
        for number in both
        if (fields := _fields(before[number], after[number]))
    ]
    return Differences(
        tuple(Record(one, _name(row)) for one, row in after.items() if one not in before),
        tuple(Record(one, _name(row)) for one, row in before.items() if one not in after),
        tuple(changed),
        len(both) - len(changed),
    )


def _rows(table: pa.Table) -> dict[str, dict[str, Any]]:
    return {row["record"]: row for row in table.to_pylist()}


def _name(row: Mapping[str, Any]) -> str:
    return str(row["names"][0]["text"]) if row["names"] else ""


def _fields(before: Mapping[str, Any], after: Mapping[str, Any]) -> tuple[Field, ...]:
    found: list[Field] = []
    for name in FIELDS:
        if before[name] == after[name]:
            continue
        old, new = _values(before[name]), _values(after[name])
        gone, come = _without(old, new), _without(new, old)
        if gone or come:
            found.append(Field(name, gone, come))
    return tuple(found)


def _without(values: Sequence[str], others: Sequence[str]) -> tuple[str, ...]:
    """The values that the others do not have; one that stands twice counts twice."""
    left = list(others)
    found: list[str] = []
    for value in values:
        if value in left:
            left.remove(value)
        else:
            found.append(value)
    return tuple(found)


def _values(said: Any) -> list[str]:
    """A field as a list of texts: parts of one value joined by ``key: value`` in words."""
    if isinstance(said, str):
        return [said] if said else []
    return [one if isinstance(one, str) else _words(one) for one in said]


def _words(parts: Mapping[str, str]) -> str:
    """A struct in words, its empty parts left out.

    >>> _words({"kind": "birth", "value": "1961"}), _words({"text": "A", "city": ""})
    ('birth 1961', 'A')
    """
    return " ".join(said for said in parts.values() if said)


def as_rows(found: Differences) -> Iterator[tuple[str, ...]]:
    """The differences for people: change, record, name, field, what is gone, what is new."""
    for change, group in (("added", found.added), ("removed", found.removed)):
        for one in group:
            yield change, one.record, one.name, "", "", ""
    for one in found.changed:
        for field in one.fields:
            gone, new = "; ".join(field.gone), "; ".join(field.new)
            yield "changed", one.record, one.name, field.field, gone, new


def as_json(found: Differences) -> bytes:
    """The differences for programs: added, removed, changed with their fields, and alike."""
    return orjson.dumps(found, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE)
