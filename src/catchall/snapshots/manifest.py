"""The files of a snapshot on disk: written to last, hashed, sealed. In: a folder; out: facts.

The manifest holds the SHA-256 of every file and a seal over itself; its bytes must be the
canonical form of what it says, so that every flipped bit is found.
"""

import hashlib
import os
from collections.abc import Mapping
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import Any

import orjson
import pyarrow as pa

from catchall.errors import SnapshotDamagedError
from catchall.snapshots.model import FORMAT, Snapshot

MANIFEST = "manifest.json"


def write(path: Path, data: bytes | pa.Buffer) -> None:
    """Write a file and wait until it is on the disk."""
    with path.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def sync_folder(folder: Path) -> None:
    """Make the names in a folder last; systems that cannot sync a folder do it themselves."""
    if os.name == "posix":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def hashes(folder: Path) -> dict[str, str]:
    """SHA-256 of every file below a folder, by its path there."""
    parts = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): hash_of(path) for path in sorted(parts)}


def hash_of(path: Path) -> str:
    """SHA-256 of a file, or nothing when it cannot be read."""
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return ""


def sealed(snapshot: Snapshot, parts: Mapping[str, str]) -> bytes:
    """The manifest: canonical JSON with the hash of itself without the seal."""
    content = asdict(snapshot) | {"format": FORMAT, "parts": dict(parts)}
    del content["folder"]  # the folder may be moved
    seal = hashlib.sha256(_canonical(content)).hexdigest()
    return _canonical(content | {"seal": seal})


def _canonical(content: Mapping[str, Any]) -> bytes:
    return orjson.dumps(content, option=orjson.OPT_SORT_KEYS | orjson.OPT_INDENT_2)


def _manifest(folder: Path) -> dict[str, Any]:
    """The manifest of a folder, its seal checked.

    Raises:
        SnapshotDamagedError: it is missing, changed, or of another format.
    """
    path = str(folder / MANIFEST)
    try:
        data = (folder / MANIFEST).read_bytes()
        content = orjson.loads(data)
    except OSError as error:
        raise SnapshotDamagedError(path, "it cannot be read") from error
    except orjson.JSONDecodeError as error:
        raise SnapshotDamagedError(path, "its content has changed") from error
    body = dict(content) if isinstance(content, dict) else {}
    body.pop("seal", None)
    seal = hashlib.sha256(_canonical(body)).hexdigest()
    if not body or data != _canonical(body | {"seal": seal}):
        raise SnapshotDamagedError(path, "its content has changed")
    if body.get("format") != FORMAT:
        raise SnapshotDamagedError(path, f"its format is {body.get('format')}, not {FORMAT}")
    return body


def part_hashes(folder: Path) -> dict[str, str]:
    """What SHA-256 each file of a snapshot had when it was written, by its path.

    Raises:
        SnapshotDamagedError: the manifest fails its seal.
    """
    parts: dict[str, str] = _manifest(folder)["parts"]
    return parts


def open_folder(folder: Path) -> Snapshot:
    """Which snapshot is in this folder?

    Raises:
        SnapshotDamagedError: the manifest fails its seal, or belongs to another folder.
    """
    content = _manifest(folder)
    fields = {key: content[key] for key in content if key not in ("format", "parts")}
    day = date.fromisoformat(fields["date"])
    if (
        folder.name != f"{day.isoformat()}-{fields['hash'][:12]}"
        or folder.parent.name != fields["name"]
    ):
        raise SnapshotDamagedError(str(folder), "the folder does not belong to its manifest")
    found = {
        "date": day,
        "files": tuple(map(tuple, fields["files"])),
        "notes": tuple(fields["notes"]),
        "doubts": tuple(fields.get("doubts", ())),  # manifests before this field have none
        "folder": folder,
    }
    return Snapshot(**fields | found)
