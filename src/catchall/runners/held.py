"""Lists that were refused: the files as they came, with the reason, until a person settles it.

HOME/held/NAME/TIME-HASH12/ holds the files and held.json. Nothing here is ever screened
against; the last good list stays in force. No clock: the time of arrival is an argument.
"""

import hashlib
import shutil
import tempfile
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import orjson

from catchall import snapshots
from catchall.errors import InputError, SnapshotDamagedError, WatchlistDoubtError
from catchall.errors import WatchlistRefusedError as Refused
from catchall.snapshots import Snapshot

_NOTE = "held.json"


@dataclass(frozen=True)
class Held:
    """One list that is held: which, since when, why, and where its files are.

    ``can_be_accepted`` is whether a person may put it in force; a damaged file nobody can.
    """

    name: str
    arrived: str
    place: str
    reason: str
    can_be_accepted: bool
    files: tuple[tuple[str, str], ...]
    folder: str


def hold(home: Path, name: str, files: Sequence[Path], refused: Refused, arrived: str) -> Held:
    """Keep the files of a refused list with the reason.

    The same files for the same reason are kept once, since the first time.

    Raises:
        InputError: a file cannot be read any more, or the place cannot be written.
    """
    where = home / "held" / snapshots.check_name(name)
    try:
        given = tuple((file.name, _hash(file)) for file in files)
        key = hashlib.sha256(orjson.dumps([given, refused.problem])).hexdigest()[:12]
        for note in where.glob(f"[0-9]*-{key}/{_NOTE}"):
            return _read(note)
        time = "".join(sign for sign in arrived[:19] if sign.isalnum())
        held = Held(
            name,
            arrived,
            refused.place,
            refused.problem,
            isinstance(refused, WatchlistDoubtError),
            given,
            f"{time}-{key}",
        )
        where.mkdir(parents=True, exist_ok=True)
        _write(where, held, files)
    except OSError as error:
        problem = error.strerror or "cannot be read"
        raise InputError(
            str(error.filename or where), problem, "The list is not in force."
        ) from error
    return held


def _write(where: Path, held: Held, files: Sequence[Path]) -> None:
    """Write beside the place, then move there whole: a half-written folder is never read."""
    beside = Path(tempfile.mkdtemp(prefix=".new-", dir=where))
    try:
        for at, file in enumerate(files):
            shutil.copyfile(file, beside / f"{at}-{Path(file.name).name}")
        (beside / _NOTE).write_bytes(orjson.dumps(asdict(held), option=orjson.OPT_INDENT_2))
        if not (where / held.folder).exists():  # another process held the same
            beside.replace(where / held.folder)
    finally:
        shutil.rmtree(beside, ignore_errors=True)


def paths(home: Path, held: Held) -> tuple[Path, ...]:
    """Where the files of a held list lie, in the order they were given."""
    folder = home / "held" / held.name / held.folder
    return tuple(folder / f"{at}-{Path(file).name}" for at, (file, _) in enumerate(held.files))


def listing(home: Path, kept: Sequence[Snapshot]) -> tuple[Held, ...]:
    """Which lists are held and wait for a person? By name, then arrival.

    A held list waits until one of that name arrived, or was confirmed, after it: ``kept`` are
    the snapshots of the store.

    Raises:
        SnapshotDamagedError: the note of one cannot be read.
    """
    found = [_read(note) for note in sorted((home / "held").glob(f"*/[0-9]*/{_NOTE}"))]
    return tuple(one for one in found if not any(_settles(other, one) for other in kept))


def _settles(kept: Snapshot, held: Held) -> bool:
    """Did this snapshot come after the held list, or is it that list?"""
    after = kept.confirmed > held.arrived
    same = kept.confirmed == held.arrived and kept.files == held.files
    return kept.name == held.name and (after or same)


def _read(note: Path) -> Held:
    try:
        content = orjson.loads(note.read_bytes())
        return Held(**content | {"files": tuple(map(tuple, content["files"]))})
    except (OSError, ValueError, TypeError, KeyError) as error:
        raise SnapshotDamagedError(str(note), "it cannot be read") from error


def _hash(file: Path) -> str:
    with file.open("rb") as data:
        return hashlib.file_digest(data, "sha256").hexdigest()
