"""Damaged copies of an invented file that were read as less than it holds, without a word."""

from collections.abc import Callable

from tests.catchall.intake.watchlists.damage import cuts, flips

from catchall.errors import WatchlistRefusedError
from catchall.intake.watchlists import ListRead


def silent_losses(data: bytes, read: Callable[[bytes], ListRead]) -> list[bytes]:
    """The damaged copies that were read as fewer records without refusal, doubt or reject.

    Any other error than a refusal is for the test to show.
    """
    whole = read(data).counts["loaded"]
    found = []
    for damaged in (*cuts(data), *flips(data)):
        try:
            got = read(damaged)
        except WatchlistRefusedError:
            continue
        counts = got.counts
        assert counts["records_in"] == counts["loaded"] + counts["refused"]
        if counts["loaded"] < whole and not got.rejects.num_rows and not got.doubts:
            found.append(damaged)
    return found
