"""The records of a run on disk, written so that a killed run loses nothing and doubles nothing.

In: batches of case files. Out: ``OUT.records/`` with ``run.json`` (the header), one
``records-00000.jsonl`` a batch and ``manifest.jsonl``, which names each finished batch with the
hash of its input and of its file. A file is written beside its place, synced, and renamed; its
manifest line comes after. What the manifest does not name does not exist.
"""

import hashlib
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import orjson

from catchall import casefile
from catchall.errors import RecordError, UsageError

RUN, MANIFEST = "run.json", "manifest.jsonl"


def sync_write(path: Path, data: bytes) -> None:
    """Write the bytes so that the name holds all of them or is not there."""
    partial = path.with_name(path.name + ".partial")
    with partial.open("wb") as stream:
        stream.write(data)
        stream.flush()
        os.fsync(stream.fileno())
    partial.replace(path)
    _sync_folder(path.parent)


def _sync_folder(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


@dataclass(frozen=True)
class Shards:
    """The records folder of one run."""

    folder: Path
    header: casefile.Header
    done: dict[int, dict[str, Any]]

    def load(self, batch: int, key: str) -> tuple[casefile.CaseFile, ...] | None:
        """The case files of a finished batch; None when it must be run (again)."""
        line = self.done.get(batch)
        if line is None or line["key"] != key:
            return None
        path = self.folder / line["file"]
        data = path.read_bytes() if path.is_file() else b""
        if hashlib.sha256(data).hexdigest() != line["sha256"]:
            return None
        return tuple(casefile.open_line(one, str(path)) for one in data.splitlines())

    def save(self, batch: int, key: str, files: Sequence[casefile.CaseFile]) -> None:
        """Write one finished batch, then its line in the manifest."""
        name = _name(batch)
        data = b"".join(file.line() for file in files)
        sync_write(self.folder / name, data)
        line = {
            "batch": batch,
            "file": name,
            "key": key,
            "records": len(files),
            "sha256": hashlib.sha256(data).hexdigest(),
        }
        with (self.folder / MANIFEST).open("ab") as stream:
            stream.write(casefile.canonical(line) + b"\n")
            stream.flush()
            os.fsync(stream.fileno())
        self.done[batch] = line


def records_folder(out: Path) -> Path:
    """Where the records of a result file lie: ``out.parquet`` -> ``out.records``."""
    return out.with_suffix(".records")


def _manifest(folder: Path) -> dict[int, dict[str, Any]]:
    path = folder / MANIFEST
    done = {}
    for line in path.read_bytes().splitlines() if path.is_file() else ():
        try:
            value = orjson.loads(line)
        except ValueError:
            continue  # the line that was being written when the run was killed
        if isinstance(value, dict) and _is_line(value):
            done[value["batch"]] = value
    return done


def _is_line(value: dict[str, Any]) -> bool:
    # the name follows from the number, so that no manifest leads out of its folder
    batch, texts = value.get("batch"), [value.get(key) for key in ("file", "key", "sha256")]
    return (
        isinstance(batch, int)
        and all(isinstance(text, str) for text in texts)
        and texts[0] == _name(batch)
    )


def _name(batch: int) -> str:
    return f"records-{batch:05d}.jsonl"


def read_header(folder: Path) -> casefile.Header:
    """The header of a records folder.

    Raises:
        RecordError: there is none, or it was changed.
    """
    path = folder / RUN
    if not path.is_file():
        raise RecordError(str(folder), f"no {RUN} here; name the .records folder of a result")
    try:
        value = orjson.loads(path.read_bytes())
        return casefile.open_header(value, str(path))
    except (ValueError, KeyError, AttributeError) as error:
        raise RecordError(str(path), "the header is cut off or no JSON") from error


def _told(header: casefile.Header, key: str) -> Any:
    # how old a list is changes by the hour; the first half of the run decided it for the whole
    value = header.body.get(key)
    if key != "lists" or not isinstance(value, list):
        return value
    return [{name: one[name] for name in casefile.LIST_FIELDS} for one in value]


def start(folder: Path, header: casefile.Header, *, resume: bool) -> Shards:
    """Open the records folder for a run; with ``resume``, keep what is finished.

    Raises:
        UsageError: there is something to resume, but lists, law or engine have changed since.
    """
    if resume and (folder / RUN).is_file():
        held = read_header(folder)
        changed = [key for key in header.body if _told(header, key) != _told(held, key)]
        if changed:
            raise UsageError(
                f"cannot resume {folder}: {', '.join(changed)} changed since it was begun; "
                "run again without --resume"
            )
        return Shards(folder, held, _manifest(folder))
    folder.mkdir(parents=True, exist_ok=True)
    for old in (*folder.glob("records-*.jsonl"), folder / MANIFEST):
        old.unlink(missing_ok=True)
    sync_write(folder / RUN, casefile.canonical(header.as_json()) + b"\n")
    return Shards(folder, header, {})


def drop_after(shards: Shards, batches: int) -> None:
    """Remove what an earlier run with more batches left, so that no record is doubled."""
    late = [number for number in shards.done if number >= batches]
    names = [shards.done.pop(number)["file"] for number in late]
    if names:  # the manifest goes first: what it names must be there
        kept = [casefile.canonical(line) + b"\n" for _, line in sorted(shards.done.items())]
        sync_write(shards.folder / MANIFEST, b"".join(kept))
    for name in names:
        (shards.folder / name).unlink(missing_ok=True)


def each(folder: Path) -> Iterator[casefile.CaseFile]:
    """Every sealed record of a folder, in the order of the shipments.

    Raises:
        RecordError: a file is missing, or a record was changed, taken out or put in after it
            was sealed.
    """
    done = _manifest(folder)
    if not done:
        raise RecordError(
            str(folder), f"no {MANIFEST} here; name the .records folder of a result"
        )
    if sorted(done) != list(range(len(done))):
        raise RecordError(str(folder / MANIFEST), "a batch is missing; run the screening again")
    for batch in sorted(done):
        path = folder / done[batch]["file"]
        if not path.is_file():
            raise RecordError(str(path), "the file is missing; the manifest names it")
        data = path.read_bytes()
        files = [casefile.open_line(line, str(path)) for line in data.splitlines()]
        if hashlib.sha256(data).hexdigest() != done[batch]["sha256"]:
            raise RecordError(
                str(path),
                "records were taken out or put in after it was sealed: the manifest has "
                "another hash",
            )
        yield from files
