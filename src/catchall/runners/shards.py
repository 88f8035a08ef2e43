"""The records of a run on disk, written so that a killed run loses nothing and doubles nothing.

In: batches of case files. Out: ``OUT.records/`` with ``run.json`` (the header), one
``records-00000.jsonl`` a batch and ``manifest.jsonl``, which names each finished batch with the
hash of its input and of its file. A file is written beside its place, synced, and renamed; its
manifest line comes after. What the manifest does not name does not exist, and a manifest
without its closing line is that of a run that did not finish.
"""

import hashlib
import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import orjson

from catchall import casefile
from catchall.errors import RecordError, UsageError

RUN, MANIFEST = "run.json", "manifest.jsonl"
RESULTS = (".csv", ".jsonl", ".xlsx", ".gz", ".parquet")
"""Endings of result files, as ``records_folder`` keeps their folders apart."""


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
    """Where the records of a result file lie; two results never share a folder.

    >>> [records_folder(Path(name)).name for name in ("out.parquet", "out.csv")]
    ['out.records', 'out.csv.records']
    """
    short = out.suffix in {"", ".parquet"} and Path(out.stem).suffix not in RESULTS
    return out.with_suffix(".records") if short else out.with_name(out.name + ".records")


@dataclass(frozen=True)
class _Manifest:
    """The batches that are named, and the closing line; None while the run is not finished."""

    done: dict[int, dict[str, Any]]
    end: Mapping[str, Any] | None


def _manifest(folder: Path) -> _Manifest:
    path = folder / MANIFEST
    done, end = {}, None
    for line in path.read_bytes().splitlines() if path.is_file() else ():
        try:
            value = orjson.loads(line)
        except ValueError:
            continue  # the line that was being written when the run was killed
        end = None  # it closes the manifest only where it stands last
        if isinstance(value, dict) and value.get("end") is True:
            end = value
        elif isinstance(value, dict) and _is_line(value):
            done[value["batch"]] = value
    return _Manifest(done, end)


def _lines(done: Mapping[int, Mapping[str, Any]]) -> bytes:
    return b"".join(casefile.canonical(line) + b"\n" for _, line in sorted(done.items()))


def closing(done: Mapping[int, Mapping[str, Any]]) -> dict[str, Any]:
    """The line that closes a manifest: how many batches it names, and the hash over them."""
    return {
        "end": True,
        "batches": len(done),
        "sha256": hashlib.sha256(_lines(done)).hexdigest(),
    }


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
    except (ValueError, KeyError, AttributeError, TypeError) as error:
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
        done = _manifest(folder).done
        # written anew without a closing line and without a line cut in half: until this run has
        # finished, what is here is not finished, and the next line begins a line
        sync_write(folder / MANIFEST, _lines(done))
        return Shards(folder, held, done)
    folder.mkdir(parents=True, exist_ok=True)
    # the manifest goes first: without it no old record is taken for one of a finished run
    for old in (folder / MANIFEST, *folder.glob("records-*.jsonl")):
        old.unlink(missing_ok=True)
    sync_write(folder / RUN, casefile.canonical(header.as_json()) + b"\n")
    return Shards(folder, header, {})


def finish(shards: Shards, batches: int) -> None:
    """Close the manifest: the run is complete, and has so many batches.

    What an earlier run with more batches left is removed, so that no record is doubled.
    """
    names = [shards.done.pop(one)["file"] for one in list(shards.done) if one >= batches]
    end = casefile.canonical(closing(shards.done)) + b"\n"
    # the manifest goes first: what it names must be there
    sync_write(shards.folder / MANIFEST, _lines(shards.done) + end)
    for name in names:
        (shards.folder / name).unlink(missing_ok=True)


def _finished(folder: Path) -> dict[int, dict[str, Any]]:
    path = folder / MANIFEST
    if not path.is_file():
        raise RecordError(
            str(folder),
            f"no {MANIFEST} here: the run did not finish, or this is no .records folder; run "
            "the screening again",
        )
    read = _manifest(folder)
    if read.end is None:
        raise RecordError(
            str(path),
            "this run did not finish, or the end of its manifest was cut off: run the same "
            "screening again with --resume",
        )
    if sorted(read.done) != list(range(len(read.done))):
        raise RecordError(str(path), "a batch is missing; run the screening again")
    if dict(read.end) != closing(read.done):
        raise RecordError(
            str(path),
            "it was changed after the run had finished: its closing line names other batches; "
            "run the screening again",
        )
    return read.done


def each(folder: Path) -> Iterator[casefile.CaseFile]:
    """Every sealed record of a folder, in the order of the shipments.

    Raises:
        RecordError: the run did not finish, a file is missing, or a record was changed, taken
            out or put in after it was sealed.
    """
    for line in (done := _finished(folder)).values():
        path = folder / line["file"]
        if not path.is_file():
            raise RecordError(str(path), "the file is missing; the manifest names it")
    for _, line in sorted(done.items()):
        yield from _read(folder / line["file"], line["sha256"])


def _read(path: Path, sealed: str) -> Iterator[casefile.CaseFile]:
    data = path.read_bytes()
    files = [casefile.open_line(line, str(path)) for line in data.splitlines()]
    if hashlib.sha256(data).hexdigest() != sealed:
        raise RecordError(
            str(path),
            "records were taken out or put in after it was sealed: the manifest has another "
            "hash",
        )
    yield from files
