"""Whatever happens to the files of a snapshot, its manifest finds it."""

import random
from pathlib import Path

import pytest
from tests.catchall.runners.lists import GOLDEN

from catchall import snapshots
from catchall.errors import SnapshotDamagedError
from catchall.runners.watchlists import Wanted, add
from catchall.snapshots.manifest import hash_of, hashes, open_folder, part_hashes


@pytest.fixture(scope="module")
def real(tmp_path_factory):
    """A snapshot with its real index."""
    home = tmp_path_factory.mktemp("home")
    return add(
        home, "un", [GOLDEN / "un.xml"], Wanted(), arrived="2026-11-22T10:00:00+00:00"
    ).snapshot


def _damages(files, count):
    """Cuts and flips of one bit, spread over all the files, always the same ones."""
    draw = random.Random(3)  # noqa: S311 - no secret
    for number in range(count):
        path: Path = draw.choice(files)
        whole = path.read_bytes()
        at = draw.randrange(len(whole))
        flipped = bytearray(whole)
        flipped[at] ^= 1 << draw.randrange(8)
        yield path, whole, whole[:at] if number % 2 else bytes(flipped)


def _is_found(folder):
    try:
        snapshots.load(open_folder(folder))
    except SnapshotDamagedError:
        return True
    return False


def test_five_hundred_cuts_and_flips_are_five_hundred_found(real):
    files = sorted(path for path in real.folder.rglob("*") if path.is_file())
    assert len(files) > 10
    found = 0
    for path, whole, damaged in _damages(files, 500):
        path.write_bytes(damaged)
        found += _is_found(real.folder)
        path.write_bytes(whole)
    assert (found, _is_found(real.folder)) == (500, False)


def test_every_file_but_the_manifest_is_under_its_hash(real):
    known = part_hashes(real.folder)
    assert {**known, "manifest.json": hash_of(real.folder / "manifest.json")} == hashes(
        real.folder
    )


def test_a_file_that_is_not_there_has_no_hash(tmp_path):
    assert hash_of(tmp_path / "absent") == ""


def test_a_manifest_written_before_lists_had_doubts_is_read(real):
    assert open_folder(real.folder).doubts == ()
