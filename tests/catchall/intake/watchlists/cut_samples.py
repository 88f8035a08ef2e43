"""Damaged copies of an invented file: cut short, or with one bit turned."""

from collections.abc import Callable, Iterator

from catchall.errors import WatchlistRefusedError
from catchall.intake.watchlists import ListRead

CUTS, FLIPS = 30, 40
_STEP = 7919


def _damaged(data: bytes) -> Iterator[bytes]:
    """Cuts at spread places, then copies with one bit of one byte turned."""
    for cut in range(1, CUTS + 1):
        yield data[: len(data) * cut // (CUTS + 1)]
    for flip in range(FLIPS):
        at = flip * _STEP % len(data)
        yield data[:at] + bytes([data[at] ^ 1 << flip % 8]) + data[at + 1 :]


def silent_losses(data: bytes, read: Callable[[bytes], ListRead]) -> list[bytes]:
    """The damaged copies that were read as fewer records without refusal, doubt or reject.

    Any other error than a refusal is for the test to show.
    """
    whole = read(data).counts["loaded"]
    found = []
    for damaged in _damaged(data):
        try:
            got = read(damaged)
        except WatchlistRefusedError:
            continue
        counts = got.counts
        assert counts["records_in"] == counts["loaded"] + counts["refused"]
        if counts["loaded"] < whole and not got.rejects.num_rows and not got.doubts:
            found.append(damaged)
    return found
