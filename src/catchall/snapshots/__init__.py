"""Dated watchlist snapshots with their indexes, kept by content hash."""

from catchall.snapshots.model import Origin, Snapshot, Watchlist
from catchall.snapshots.store import (
    by_hash,
    check_name,
    confirm,
    content_hash,
    in_force,
    listing,
    load,
    save,
    shares_its_date,
    was_kept,
)

__all__ = [
    "Origin",
    "Snapshot",
    "Watchlist",
    "by_hash",
    "check_name",
    "confirm",
    "content_hash",
    "in_force",
    "listing",
    "load",
    "save",
    "shares_its_date",
    "was_kept",
]
