"""The index of one list: which of its names, numbers and addresses are near a party's?

In: a WATCHLIST table. Out: arrays of numbers only, so that they can be saved as they are and
mapped into memory, and ``Index``, which reads them beside the table. Scoring is ``score``.
"""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from catchall.errors import SnapshotDamagedError
from catchall.names.packed import Packed, frozen, pack
from catchall.names.parts import Parts, parse
from catchall.names.retrieve import Postings, best, post
from catchall.names.score import is_person
from catchall.text import identifiers
from catchall.text.address import address_key
from catchall.text.party import alternatives

FORMAT = 2
"""Raise it when the arrays change: a snapshot of another format is indexed anew."""
WEAK, FORMER = 1, 2
_KIND_BITS = {"weak_alias": WEAK, "former": FORMER}
_KEY = np.dtype([("key", np.uint64), ("row", np.int32)])


def _digest(*parts: str) -> int:
    joined = "\0".join(parts).encode()
    return int.from_bytes(hashlib.blake2b(joined, digest_size=8).digest(), "big")


def _sorted_keys(pairs: Iterable[tuple[int, int]], name: str) -> dict[str, NDArray[Any]]:
    table = np.array(sorted(set(pairs)), dtype=_KEY)
    return {
        f"{name}_key": frozen(np.ascontiguousarray(table["key"])),
        f"{name}_row": frozen(np.ascontiguousarray(table["row"])),
    }


def _identifier_keys(column: Sequence[Sequence[Mapping[str, str]]]) -> list[tuple[int, int]]:
    return [
        (_digest(*key), row)
        for row, held in enumerate(column)
        for one in held
        if (key := identifiers.key(one["kind"], one["value"]))
    ]


def _address_keys(column: Sequence[Sequence[Mapping[str, str]]]) -> list[tuple[int, int]]:
    return [
        (_digest(key), row)
        for row, held in enumerate(column)
        for one in held
        if (key := address_key(one["text"]))
    ]


def build(table: pa.Table) -> dict[str, NDArray[Any]]:
    """The index of a WATCHLIST table, as arrays; the same table gives the same bytes."""
    schemas, held = table["schema"].to_pylist(), table["names"].to_pylist()
    listed = [
        (parse(text), row, at, _KIND_BITS.get(name["kind"], 0))
        for row, names in enumerate(held)
        for at, name in enumerate(names)
        for text in alternatives(name["text"])
    ]
    packed = pack([one[0] for one in listed], [is_person(schemas[one[1]]) for one in listed])
    postings = post(packed)
    arrays: dict[str, NDArray[Any]] = {
        **{f"name_{key}": array for key, array in packed._asdict().items()},
        **{f"gram_{key}": array for key, array in postings._asdict().items()},
        "name_row": frozen(np.array([one[1] for one in listed], np.int32)),
        "name_at": frozen(np.array([one[2] for one in listed], np.int32)),
        "name_kind": frozen(np.array([one[3] for one in listed], np.uint8)),
        "format": frozen(np.array([FORMAT], np.int32)),
    }
    arrays |= _sorted_keys(_identifier_keys(table["identifiers"].to_pylist()), "identifier")
    return arrays | _sorted_keys(_address_keys(table["addresses"].to_pylist()), "address")


@dataclass(frozen=True)
class Index:
    """A list opened for look-ups: its table and its arrays."""

    table: pa.Table
    arrays: Mapping[str, NDArray[Any]]
    names: Packed
    postings: Postings

    def record(self, row: int) -> dict[str, Any]:
        """One record of the list as plain values."""
        found: dict[str, Any] = self.table.slice(row, 1).to_pylist()[0]
        return found

    def with_identifier(self, kind: str, value: str) -> tuple[int, ...]:
        """The rows of the records that hold this number, whatever their names."""
        key = identifiers.key(kind, value)
        return self._rows("identifier", _digest(*key)) if key else ()

    def at_address(self, text: str) -> tuple[int, ...]:
        """The rows of the records with this very address."""
        key = address_key(text)
        return self._rows("address", _digest(key)) if key else ()

    def _rows(self, name: str, key: int) -> tuple[int, ...]:
        keys = self.arrays[f"{name}_key"]
        first = int(np.searchsorted(keys, np.uint64(key), "left"))
        past = int(np.searchsorted(keys, np.uint64(key), "right"))
        return tuple(int(row) for row in self.arrays[f"{name}_row"][first:past])


def open_index(table: pa.Table, arrays: Mapping[str, NDArray[Any]]) -> Index:
    """The index of a list from its table and its stored arrays.

    Raises:
        SnapshotDamagedError: the arrays are of another format, or some are missing.
    """
    try:
        if int(arrays["format"][0]) != FORMAT:
            raise SnapshotDamagedError("index", f"its format is not {FORMAT}")
        plain = {key: frozen(array) for key, array in arrays.items()}
        names = Packed(*(plain[f"name_{key}"] for key in Packed._fields))
        postings = Postings(*(plain[f"gram_{key}"] for key in Postings._fields))
    except KeyError as missing:
        raise SnapshotDamagedError("index", f"the array {missing} is missing") from missing
    return Index(table, plain, names, postings)


def candidates(index: Index, names: Sequence[str], top: int) -> NDArray[np.int32]:
    """Which listed names are worth comparing with each name, best first? -1 fills a row."""
    return candidates_of(index, [parse(name) for name in names], top)


def candidates_of(index: Index, parts: Sequence[Parts], top: int) -> NDArray[np.int32]:
    """The same for names already taken apart."""
    return best(index.postings, pack(parts, [False] * len(parts)), top)
