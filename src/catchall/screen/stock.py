"""Stored parties made ready to be passed by a list's news. In: parties; out: arrays of numbers.

Taking names apart costs most of a screening, and a stock of parties is asked again each day: so
it is done once. The arrays can be saved as they are, beside the stock, and mapped into memory.
Lists do not belong here: see ``delta``.
"""

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, starmap
from typing import Any

import numpy as np
from numpy.typing import NDArray

from catchall.errors import SnapshotDamagedError
from catchall.names import index
from catchall.names.packed import Packed, frozen, pack
from catchall.names.parts import Parts
from catchall.names.score import readings
from catchall.screen import parties
from catchall.screen.model import Occurrence
from catchall.text import identifiers
from catchall.text.address import address_key

FORMATS = (1, index.FORMAT)
"""Of these arrays, and of names as an index packs them: a stock of other ones is refused."""


@dataclass(frozen=True)
class Stock:
    """Stored parties: the names read from them, each once, and their numbers and addresses.

    Name ``name_of[k]`` is read from party ``party_of[k]``; ``keys[k]`` stands for a number or
    an address of party ``key_of[k]``. ``total`` counts the parties.
    """

    names: Packed
    name_of: NDArray[np.int32]
    party_of: NDArray[np.int32]
    keys: NDArray[np.uint64]
    key_of: NDArray[np.int32]
    total: int


def key(*parts: str) -> int:
    """The number that stands for an identifier (kind, value) or an address (key)."""
    digest = hashlib.blake2b("\0".join(parts).encode(), digest_size=8).digest()
    return int.from_bytes(digest, "big")


def _readings(one: Occurrence) -> Iterator[Parts]:
    """What ``stage`` looks up of the party by name, in the same way."""
    for asked in (parties.asked(one), *parties.asked_besides(one)):
        if not parties.why_not(asked.name):
            yield from readings(asked.name)


def _keys(one: Occurrence) -> Iterator[int]:
    for found in chain.from_iterable(starmap(identifiers.keys, one.identifiers)):
        yield key(*found)
    if one.address and (place := address_key(one.address)):
        yield key(place)


def prepare(stored: Sequence[Occurrence]) -> dict[str, NDArray[Any]]:
    """The stored parties as arrays; the same parties give the same bytes."""
    numbers: dict[Parts, int] = {}
    pairs = [
        (numbers.setdefault(parts, len(numbers)), at)
        for at, one in enumerate(stored)
        for parts in _readings(one)
    ]
    keys = [(value, at) for at, one in enumerate(stored) for value in _keys(one)]
    packed = pack(list(numbers), [False] * len(numbers))
    return {
        **{f"name_{field}": array for field, array in packed._asdict().items()},
        "name_of": frozen(np.array([name for name, _ in pairs], np.int32)),
        "party_of": frozen(np.array([at for _, at in pairs], np.int32)),
        "keys": frozen(np.array([value for value, _ in keys], np.uint64)),
        "key_of": frozen(np.array([at for _, at in keys], np.int32)),
        "stock": frozen(np.array([*FORMATS, len(stored)], np.int64)),
    }


def open_stock(arrays: Mapping[str, NDArray[Any]]) -> Stock:
    """The stock from its stored arrays.

    Raises:
        SnapshotDamagedError: the arrays are of another format, or some are missing.
    """
    try:
        *held, total = arrays["stock"].tolist()
        if tuple(held) != FORMATS:
            raise SnapshotDamagedError("stock", f"its format is not {FORMATS}; prepare it anew")
        plain = {name: frozen(array) for name, array in arrays.items()}
        names = Packed(*(plain[f"name_{field}"] for field in Packed._fields))
        return Stock(
            names, plain["name_of"], plain["party_of"], plain["keys"], plain["key_of"], total
        )
    except KeyError as missing:
        raise SnapshotDamagedError("stock", f"the array {missing} is missing") from missing
