"""Damage done to a list file, and whether the reading accounts for it."""

import random
from collections.abc import Iterator
from pathlib import Path

from tests.catchall.intake.watchlists.samples import read_bytes

from catchall.errors import WatchlistRefusedError
from catchall.intake.watchlists import ListRead


def cuts(data: bytes, count: int = 30) -> Iterator[bytes]:
    """The file cut at spread places, never at its end."""
    step = max(1, len(data) // count)
    return (data[:end] for end in range(1, len(data.rstrip()), step))


def flips(data: bytes, count: int = 60) -> Iterator[bytes]:
    """The file with one bit turned at places drawn once."""
    places = random.Random(7)  # noqa: S311 - a fixed draw, no secret
    for _ in range(count):
        place, bit = places.randrange(len(data)), places.randrange(8)
        yield data[:place] + bytes([data[place] ^ 1 << bit]) + data[place + 1 :]


def read_or_refused(folder: Path, data: bytes, name: str = "a") -> ListRead | None:
    """What is read from the damaged file; nothing where it is refused."""
    try:
        return read_bytes(folder, {name: data})
    except WatchlistRefusedError:
        return None


def accounted(found: ListRead | None, whole: int) -> bool:
    """Is every record loaded or refused, and is it said when some are missing?"""
    if found is None:
        return True
    counts = found.counts
    told = bool(found.rejects.num_rows or found.doubts or found.notes)
    return counts["records_in"] == counts["loaded"] + counts["refused"] and (
        counts["loaded"] >= whole or told
    )
