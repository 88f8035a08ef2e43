"""Dated watchlist snapshots with their indexes, by content hash. In: tables; out: the same.

HOME/lists/NAME/DATE-HASH12/ holds manifest.json, records.arrow, rejects.arrow and index/*.npy.
A snapshot is written beside its place and moved there whole, and never changed afterwards but
for the time when the same content was last confirmed. Every byte is covered by a hash: the
files by the manifest, the manifest by its own seal. Reading list files and building indexes do
not belong here, nor does any clock.
"""

import hashlib
import os
import re
import shutil
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import numpy as np
import orjson
import pyarrow as pa
import pyarrow.compute as pc

from catchall.errors import SnapshotDamagedError, UsageError
from catchall.snapshots.manifest import (
    MANIFEST,
    hash_of,
    hashes,
    open_folder,
    part_hashes,
    sealed,
    sync_folder,
    write,
)
from catchall.snapshots.model import FORMAT, Origin, Snapshot, Watchlist
from catchall.tables import check

_NAME = re.compile(r"[a-z0-9-]{1,32}")
_KEY = re.compile(r"[a-z0-9_]{1,64}")
_FOLDER = re.compile(r"(\d{4}-\d\d-\d\d)-([0-9a-f]{12})")
_RECORDS, _REJECTS = "records.arrow", "rejects.arrow"


def check_name(name: str) -> str:
    """Is this a name for a list? Returns it unchanged.

    Raises:
        UsageError: it has other characters than a-z, 0-9 and "-", or more than 32.
    """
    if not _NAME.fullmatch(name):
        raise UsageError(
            f"{name!r} cannot name a list: take 1 to 32 of a-z, 0-9 and '-', for example ofac"
        )
    return name


def content_hash(table: pa.Table, source: str, index_format: str, effect: str) -> str:
    """Which hash does this content have? The same on every machine and with every library.

    What a match asks for is part of it: a list raised from review to prohibited is another.
    """
    digest = hashlib.sha256(orjson.dumps([FORMAT, source, index_format, effect]))
    for batch in table.to_batches(max_chunksize=4096):
        for row in batch.to_pylist():
            # the name a user gave the list is no part of its content
            digest.update(orjson.dumps(row | {"list": ""}, option=orjson.OPT_SORT_KEYS))
    return digest.hexdigest()


def save(
    home: Path,
    origin: Origin,
    table: pa.Table,
    rejects: pa.Table,
    index: Mapping[str, np.ndarray],
) -> Snapshot:
    """Store a list as a snapshot. The same content again gives the same one, confirmed anew.

    Raises:
        UsageError: the name of the list or of an index array cannot be a file name.
        TableError: a table does not have its schema.
    """
    check(table, "WATCHLIST")
    check(rejects, "REJECTS")
    lists = home / "lists" / check_name(origin.name)
    whole = content_hash(table, origin.source, origin.index_format, origin.effect)
    if (held := _held(home, whole, origin)) is not None:
        return _confirm(held, origin)
    lists.mkdir(parents=True, exist_ok=True)
    folder = lists / f"{origin.date.isoformat()}-{whole[:12]}"
    beside = Path(tempfile.mkdtemp(prefix=".new-", dir=lists))
    try:
        _write_parts(beside, table, rejects, index)
        snapshot = Snapshot(
            **vars(origin),
            confirmed=origin.arrived,
            hash=whole,
            records=table.num_rows,
            names=pc.sum(pc.list_value_length(table["names"])).as_py() or 0,
            refused=rejects.num_rows,
            folder=folder,
        )
        write(beside / MANIFEST, sealed(snapshot, hashes(beside)))
        sync_folder(beside)
        return _put(beside, folder, snapshot)
    finally:
        shutil.rmtree(beside, ignore_errors=True)


def confirm(home: Path, origin: Origin, table: pa.Table) -> Snapshot | None:
    """Is this very list in force on its day? The snapshot, confirmed anew; else None.

    Nothing is done when the content was in force once and another took its place since.

    Raises:
        UsageError: the name of the list cannot be a folder.
    """
    check_name(origin.name)
    whole = content_hash(table, origin.source, origin.index_format, origin.effect)
    held = _held(home, whole, origin)
    return _confirm(held, origin) if held is not None else None


def was_kept(home: Path, origin: Origin, table: pa.Table) -> bool:
    """Was this very content ever kept for that day, sound or damaged?"""
    whole = content_hash(table, origin.source, origin.index_format, origin.effect)
    name = f"{origin.date.isoformat()}-{whole[:12]}"
    return (home / "lists" / check_name(origin.name) / name).is_dir()


def listing(home: Path, damaged: list[str] | None = None) -> tuple[Snapshot, ...]:
    """Which snapshots are there? By list name, then date, then arrival.

    ``damaged`` takes what is wrong with those whose manifest fails its seal.

    Raises:
        SnapshotDamagedError: a manifest fails its seal, and ``damaged`` is None.
    """
    found: list[Snapshot] = []
    for folder in (one for name in _names(home) for one in _folders(home / "lists" / name)):
        try:
            found.append(open_folder(folder))
        except SnapshotDamagedError as error:
            if damaged is None:
                raise
            damaged.append(str(error))
    return tuple(sorted(found, key=lambda one: (one.name, one.date, one.arrived)))


def in_force(home: Path, day: date, names: Sequence[str] = ()) -> tuple[Snapshot, ...]:
    """Which snapshots hold on that day? Of each list the last one dated that day or before.

    Without names, every list that has one; with names, those, and each must have one.

    Raises:
        UsageError: a list asked for is not there, or has no snapshot that old.
        SnapshotDamagedError: the manifest of one that would hold fails its seal.
    """
    there = _names(home)
    if missing := [name for name in names if name not in there]:
        known = ", ".join(there) or "none yet; add one with catchall watchlist add"
        raise UsageError(f"no list {', '.join(missing)}; the lists are: {known}")
    found: list[Snapshot] = []
    for name in names or there:
        folders = _folders(home / "lists" / name)
        dates = [folder.name[:10] for folder in folders if folder.name[:10] <= day.isoformat()]
        last = [
            open_folder(folder)
            for folder in folders
            if dates and folder.name[:10] == max(dates)
        ]
        if last:
            found.append(max(last, key=lambda one: (one.arrived, one.hash)))
        elif names:
            first = min(folder.name[:10] for folder in folders)
            raise UsageError(
                f"list {name} has nothing of {day} or before; it begins on {first}"
            )
    return tuple(found)


def by_hash(home: Path, wanted: str, *, name: str = "", day: str = "") -> Snapshot | None:
    """The snapshot with that content hash, or None when it is not held.

    Of several with the same content, the one of that name and day (ISO text) comes first.

    Raises:
        SnapshotDamagedError: its manifest fails its seal.
    """
    folders = [folder for name in _names(home) for folder in _folders(home / "lists" / name)]
    named = [open_folder(folder) for folder in folders if folder.name[11:] == wanted[:12]]
    same = [found for found in named if found.hash == wanted]
    same.sort(key=lambda one: (one.name != name, one.date.isoformat() != day))
    return same[0] if same else None


def shares_its_date(snapshot: Snapshot) -> bool:
    """Has another snapshot of the list the same date? Then the date names no version."""
    dates = [folder.name[:10] for folder in _folders(snapshot.folder.parent)]
    return dates.count(snapshot.date.isoformat()) > 1


def load(snapshot: Snapshot) -> Watchlist:
    """Open a snapshot: every file is checked against the manifest, then mapped, not read.

    Raises:
        SnapshotDamagedError: a file is missing or not as it was written.
    """
    parts = part_hashes(snapshot.folder)
    for part, wanted in parts.items():
        if hash_of(snapshot.folder / part) != wanted:
            raise SnapshotDamagedError(str(snapshot.folder / part), "its content has changed")
    with pa.memory_map(str(snapshot.folder / _RECORDS)) as mapped:
        table = pa.ipc.open_file(mapped).read_all()
    arrays = {
        Path(part).stem: np.load(snapshot.folder / part, mmap_mode="r", allow_pickle=False)
        for part in parts
        if part.startswith("index/")
    }
    return Watchlist(snapshot, table, arrays)


def _names(home: Path) -> list[str]:
    """The names of the lists that have a snapshot."""
    lists = home / "lists"
    there = sorted(entry.name for entry in lists.iterdir()) if lists.is_dir() else []
    return [name for name in there if _NAME.fullmatch(name) and _folders(lists / name)]


def _folders(lists: Path) -> list[Path]:
    """The folders of one list's snapshots; what is being written has another name."""
    there = lists.iterdir() if lists.is_dir() else iter(())
    return sorted(folder for folder in there if _FOLDER.fullmatch(folder.name))


def _held(home: Path, whole: str, origin: Origin) -> Snapshot | None:
    """The sound snapshot of this very content that is in force on its day.

    Where only its arrival dates the content, the day is any, and it must be the last of all: a
    publisher may go back to an earlier content, and then that is news.
    """
    arrival = origin.date_from == "arrival"
    for folder in _folders(home / "lists" / origin.name):
        if folder.name[11:] != whole[:12]:
            continue
        if not arrival and folder.name[:10] != origin.date.isoformat():
            continue
        try:
            load(held := open_folder(folder))
            day = date.max if arrival else held.date
            last = in_force(home, day, [origin.name])[0]
        except SnapshotDamagedError:
            continue  # written anew in its place
        if held.hash == whole == last.hash and held.date == last.date:
            return held
    return None


def _confirm(held: Snapshot, origin: Origin) -> Snapshot:
    """Note that the same content arrived again."""
    return _rewritten(replace(held, confirmed=max(held.confirmed, origin.arrived)))


def _rewritten(snapshot: Snapshot) -> Snapshot:
    """Replace the manifest in one step."""
    beside = snapshot.folder / f".{MANIFEST}-{os.getpid()}"
    write(beside, sealed(snapshot, part_hashes(snapshot.folder)))
    beside.replace(snapshot.folder / MANIFEST)
    return snapshot


def _put(beside: Path, folder: Path, snapshot: Snapshot) -> Snapshot:
    """Move the finished folder to its place in one step."""
    if folder.exists():
        try:
            load(held := open_folder(folder))
        except SnapshotDamagedError:
            shutil.move(folder, beside.with_name(f".damaged-{beside.name[5:]}"))
        else:
            if held.arrived >= snapshot.arrived:
                return held  # another process wrote the same at the same time
            # in force again after another took its place: its arrival is the new one
            return _rewritten(snapshot)
    try:
        beside.rename(folder)
    except OSError:
        return open_folder(folder)  # the same, a moment earlier
    sync_folder(folder.parent)
    return snapshot


def _write_parts(
    beside: Path, table: pa.Table, rejects: pa.Table, index: Mapping[str, np.ndarray]
) -> None:
    for part, content in ((_RECORDS, table), (_REJECTS, rejects)):
        sink = pa.BufferOutputStream()
        with pa.ipc.new_file(sink, content.schema) as writer:
            writer.write_table(content.combine_chunks())
        write(beside / part, sink.getvalue())
    (beside / "index").mkdir()
    for key, array in index.items():
        if not _KEY.fullmatch(key):
            raise UsageError(f"{key!r} cannot name an index array: take a-z, 0-9 and '_'")
        with (beside / "index" / f"{key}.npy").open("xb") as file:
            np.save(file, array, allow_pickle=False)
            file.flush()
            os.fsync(file.fileno())
    sync_folder(beside / "index")
