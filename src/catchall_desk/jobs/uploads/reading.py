"""An uploaded file as shipments. In: bytes and a name; out: rows by shipment, and rejects."""

import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path, PurePath
from typing import Any

import pyarrow as pa

from catchall.intake import shipments

KINDS = (".csv", ".tsv", ".txt", ".xlsx", ".parquet", ".jsonl")
"""What may be uploaded, by the end of its name; what is inside is recognised by itself."""


@dataclass(frozen=True, slots=True)
class Parsed:
    """A file that was read: its table, which rows make each shipment, and what was not read."""

    table: pa.Table
    places: tuple[tuple[int, ...], ...]
    rejects: tuple[Mapping[str, Any], ...]
    rows: int
    notes: tuple[str, ...]

    def shipment(self, number: int) -> list[dict[str, Any]]:
        """The rows of one shipment, in the order of the file."""
        found: list[dict[str, Any]] = self.table.take(list(self.places[number])).to_pylist()
        return found

    def batches(self, start: int, size: int) -> Iterator[Sequence[list[dict[str, Any]]]]:
        """The shipments from a number on, so many at a time."""
        numbers = iter(range(start, len(self.places)))
        while some := list(islice(numbers, size)):
            flat = [at for number in some for at in self.places[number]]
            rows = iter(self.table.take(flat).to_pylist())
            yield [list(islice(rows, len(self.places[number]))) for number in some]


def parsed(data: bytes, name: str) -> Parsed:
    """The shipments of an uploaded file.

    Raises:
        InputError: the file cannot be read; it says why, and what to do.
    """
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"upload{PurePath(name).suffix.lower()}"
        path.write_bytes(data)
        found = shipments.read([path])
    places: dict[str, list[int]] = {}
    for at, key in enumerate(found.shipments["id"].to_pylist()):
        places.setdefault(key, []).append(at)
    return Parsed(
        found.shipments,
        tuple(tuple(one) for one in places.values()),
        tuple(found.rejects.to_pylist()),
        sum(one.rows for one in found.reports),
        tuple(note for one in found.reports for note in one.notes),
    )
