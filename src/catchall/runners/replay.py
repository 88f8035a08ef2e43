"""Sealed records run once more. In: a records folder and ids. Out: same, or what differs.

The inputs, side tables and series come from the record, the lists from the snapshots it names
by hash, the law from the lawbook installed here: when that is another one, the answer says so.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from catchall import casefile, pipeline, snapshots
from catchall.determine.given import SideTables
from catchall.errors import RecordError, TableError
from catchall.law import load
from catchall.pipeline import Given
from catchall.runners import shards
from catchall.runners.prepare import engine

BATCH = 500


@dataclass(frozen=True)
class Replayed:
    """One record run again: the same result or not, and what differs in words.

    Another engine or lawbook is told even where the result is the same.
    """

    id: str
    same: bool
    differences: tuple[str, ...]


def replay(path: Path, ids: Sequence[str], home: Path) -> tuple[Replayed, ...]:
    """Do the same inputs, lists and law give the same result? One answer a record.

    ``ids`` empty means every record of the folder.

    Raises:
        RecordError: the folder holds no records, its run did not finish, an id is not in it, a
            record was changed after it was sealed, or a list it names is no longer held.
        SnapshotDamagedError: a list it names fails its checksum.
    """
    header = shards.read_header(path)
    wanted = set(ids)
    files = [file for file in shards.each(path) if not wanted or file.id in wanted]
    if missing := wanted - {file.id for file in files}:
        raise RecordError(str(path), f"no record of {', '.join(sorted(missing))} here")
    given, general = _given(header, home, path)
    answers: list[Replayed] = []
    for begin in range(0, len(files), BATCH):
        answers += _compare(path, files[begin : begin + BATCH], given, general)
    return tuple(answers)


def _given(header: casefile.Header, home: Path, path: Path) -> tuple[Given, tuple[str, ...]]:
    body = header.body
    watchlists = []
    for one in body["lists"]:
        found = snapshots.by_hash(home, one["snapshot"], name=one["name"], day=one["date"])
        if found is None:
            raise RecordError(
                str(path),
                f"list {one['name']} of {one['date']} ({one['snapshot'][:12]}) is not held",
            )
        watchlists.append(snapshots.load(found))
    book = load.load(cases=False)
    general = []
    if book.hash != body["lawbook"]["hash"]:
        general.append(f"lawbook: {body['lawbook']['version']} then, {book.version} here")
    if engine() != body["engine"]:
        general.append(f"engine: {body['engine']} then, {engine()} here")
    with _of_a_run(path / shards.RUN):
        by_kind: dict[str, Any] = {kind: tuple(rows) for kind, rows in body["side"].items()}
        side = SideTables(**by_kind, rejected=frozenset(body["side_rejected"]))
        day = date.fromisoformat(body["as_of"])
        given = Given(watchlists, book, side, {}, header, day, body["jurisdictions"])
        _ = given.lists  # made from the header each time it is asked for
    return given, tuple(general)


@contextmanager
def _of_a_run(path: Path) -> Iterator[None]:
    # a hash shows that nothing was changed since, not that a run wrote it
    try:
        yield
    except (KeyError, TypeError, ValueError, AttributeError, TableError) as error:
        raise RecordError(str(path), f"not as a run writes it ({error})") from error


def _compare(
    path: Path, files: Sequence[casefile.CaseFile], given: Given, general: tuple[str, ...]
) -> list[Replayed]:
    series = {file.id: file.content["inputs"]["series"] for file in files}
    with _of_a_run(path):
        shipments = casefile.shipments(files)
    again = pipeline.run(shipments, replace(given, series=series))
    answers = []
    for then, now in zip(files, again, strict=True):
        same = then.seal == now.seal
        differing = () if same else tuple(_differences(then.content, now.content, ""))
        answers.append(Replayed(then.id, same, (*general, *differing)))
    return answers


def _differences(then: Any, now: Any, place: str) -> list[str]:
    if isinstance(then, dict) and isinstance(now, dict):
        keys = sorted(then.keys() | now.keys())
        return [
            d
            for key in keys
            for d in _differences(then.get(key), now.get(key), f"{place}.{key}")
        ]
    if isinstance(then, list) and isinstance(now, list) and len(then) == len(now):
        pairs = enumerate(zip(then, now, strict=True))
        return [d for i, (a, b) in pairs for d in _differences(a, b, f"{place}[{i}]")]
    return [] if then == now else [f"{place.lstrip('.')}: {then!r} then, {now!r} here"]
