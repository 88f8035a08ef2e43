"""What the last screening of a stock gave, kept on disk. In: tables; out: the same, or nothing.

HOME/stock/KEY/ holds stock, hits and screened as Arrow files, the stock made ready as arrays,
and state.json with the SHA-256 of each and what it was screened by. What is damaged or of
another engine is no state: the stock is then screened whole, which gives the same result.
"""

import hashlib
import os
import shutil
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import orjson
import pyarrow as pa
from numpy.typing import NDArray

from catchall.errors import SnapshotDamagedError
from catchall.screen import delta, stock
from catchall.screen.model import Screening
from catchall.tables import HITS, SCREENED, SHIPMENTS

_STATE, _ARRAYS = "state.json", "arrays.npz"
_TABLES = {"stock": SHIPMENTS, "hits": HITS, "screened": SCREENED}


@dataclass(frozen=True)
class Kept:
    """The stock as it was, what it gave, and by what: lists (name to hash and day), engine."""

    stored: delta.Stored
    lists: Mapping[str, Sequence[str]]
    engine: str


@dataclass(frozen=True)
class State:
    """What a screening of a stock gave, to be kept when it was told: see ``save``."""

    place: Path
    tables: Mapping[str, pa.Table]
    arrays: Mapping[str, NDArray[Any]]
    by: Mapping[str, Any]


def folder(home: Path, path: Path, lists: Iterable[str]) -> Path:
    """Where the state of the stock in this file, screened by lists so asked for, is kept."""
    key = orjson.dumps([str(path.resolve()), sorted(lists)])
    digest = hashlib.sha256(key).hexdigest()
    return home / "stock" / digest[:16]


def load(place: Path, engine: str) -> Kept | None:
    """What the last screening gave; None when there is none that can be gone on from."""
    try:
        state = orjson.loads((place / _STATE).read_bytes())
        data = {name: (place / name).read_bytes() for name in state["files"]}
        if state["engine"] != engine or _hashes(data) != state["files"]:
            return None
        tables = {name: _table(data[f"{name}.arrow"], _TABLES[name]) for name in _TABLES}
        with np.load(place / _ARRAYS, allow_pickle=False) as arrays:
            ready = stock.open_stock({name: arrays[name] for name in arrays.files})
        before = Screening(tables["hits"], tables["screened"])
        return Kept(delta.Stored(tables["stock"], ready, before), state["lists"], engine)
    except (OSError, ValueError, KeyError, TypeError, pa.ArrowInvalid, SnapshotDamagedError):
        return None


def save(state: State) -> None:
    """Keep a screening (``stock``, ``hits``, ``screened``), whole or not at all.

    ``by`` has the lists (name to hash and day) and the engine. Of two at the same time one is
    kept.

    Raises:
        OSError: the place cannot be written.
    """
    place = state.place
    place.parent.mkdir(parents=True, exist_ok=True)
    beside = Path(tempfile.mkdtemp(prefix=".new-", dir=place.parent))
    try:
        for name, table in state.tables.items():
            with pa.ipc.new_file(beside / f"{name}.arrow", table.schema) as writer:
                writer.write_table(table)
        named: dict[str, Any] = dict(state.arrays)
        np.savez(beside / _ARRAYS, **named)
        files = _hashes({path.name: path.read_bytes() for path in beside.iterdir()})
        _write(beside / _STATE, orjson.dumps({"files": files, **state.by}))
        _put(beside, place)
    finally:
        shutil.rmtree(beside, ignore_errors=True)


def _put(beside: Path, place: Path) -> None:
    """The new state takes the place of the old one."""
    if place.exists():
        old = Path(tempfile.mkdtemp(prefix=".old-", dir=place.parent))
        with suppress(OSError):  # another process moved it a moment earlier
            place.replace(old / "state")
        shutil.rmtree(old, ignore_errors=True)
    with suppress(OSError):  # another process put its own there: as good
        beside.replace(place)


def _table(data: bytes, schema: pa.Schema) -> pa.Table:
    table = pa.ipc.open_file(pa.BufferReader(data)).read_all()
    if table.schema.names != schema.names:
        raise ValueError
    return table


def _hashes(data: Mapping[str, bytes]) -> dict[str, str]:
    return {name: hashlib.sha256(one).hexdigest() for name, one in sorted(data.items())}


def _write(path: Path, data: bytes) -> None:
    with path.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
