"""What the store of lists hands in and out: origins, snapshots, opened lists. No behaviour."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import numpy as np
import pyarrow as pa

FORMAT = 1
"""Of the folder and the manifest; another number is not read."""


@dataclass(frozen=True)
class Origin:
    """Where a list comes from and what a match on it means, as the caller knows it.

    ``date_from`` says where ``date`` was found: file, given or arrival. ``arrived`` is a time
    in UTC as ISO text. ``accept`` is who accepted what was held at first, and why; ``doubts``
    are the reasons it was held for. ``licence`` is that of the list.
    """

    name: str
    source: str
    title: str
    effect: str
    date: date
    date_from: str
    arrived: str
    files: tuple[tuple[str, str], ...] = ()
    notes: tuple[str, ...] = ()
    accept: str = ""
    index_format: str = ""
    doubts: tuple[str, ...] = ()
    licence: str = ""
    authority: str = ""


@dataclass(frozen=True, kw_only=True)
class Snapshot(Origin):
    """One dated list in the store: its origin, and what was stored.

    ``hash`` is over records, source, index format and effect only. ``confirmed`` is when the
    same content last arrived; ``files`` are names and SHA-256 of the official files; ``names``
    counts every name of every record.
    """

    confirmed: str
    hash: str
    records: int
    names: int
    refused: int
    folder: Path


@dataclass(frozen=True)
class Watchlist:
    """A snapshot opened: the WATCHLIST table and the index arrays, mapped from disk."""

    snapshot: Snapshot
    table: pa.Table
    index: Mapping[str, np.ndarray]
