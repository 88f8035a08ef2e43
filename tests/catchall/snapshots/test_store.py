"""Snapshots are dated, sealed, the same for the same content, and never used when damaged."""

import multiprocessing
from dataclasses import replace
from datetime import date
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.builders import record, watchlist

from catchall.errors import SnapshotDamagedError, TableError, UsageError
from catchall.snapshots import (
    Origin,
    by_hash,
    content_hash,
    in_force,
    listing,
    load,
    manifest,
    save,
    shares_its_date,
)
from catchall.tables import empty

DAY = date(2026, 1, 15)
FIRST, LATER = "2026-01-16T08:00:00+00:00", "2026-02-01T08:00:00+00:00"
ORIGIN = Origin(
    name="test",
    source="invented",
    title="Invented list",
    effect="prohibited",
    date=DAY,
    date_from="file",
    arrived=FIRST,
    files=(("a.csv", "ab" * 32),),
    notes=("a note",),
    index_format="1",
)
TABLE = watchlist(record("1", "Zarvania Optik", "Zarvania Optics"), record("2", "Testo Works"))
INDEX = {"keys": np.arange(9, dtype=np.uint32), "none": np.empty(0, dtype=np.float32)}


def _save(home, origin=ORIGIN, table=TABLE, index=INDEX):
    return save(home, origin, table, empty("REJECTS"), index)


def _dated(day: str, **more) -> Origin:
    return replace(ORIGIN, date=date.fromisoformat(day), **more)


def test_a_snapshot_comes_back_as_it_was_saved(tmp_path):
    saved = _save(tmp_path)
    opened = load(saved)
    assert opened.table.equals(TABLE)
    assert {key: array.tolist() for key, array in opened.index.items()} == {
        "keys": list(range(9)),
        "none": [],
    }
    assert listing(tmp_path) == (saved,)


def test_a_snapshot_says_what_it_holds(tmp_path):
    saved = _save(tmp_path)
    assert (saved.records, saved.names, saved.refused) == (2, 3, 0)
    assert saved.folder == tmp_path / "lists" / "test" / f"2026-01-15-{saved.hash[:12]}"
    assert (saved.files, saved.notes) == (ORIGIN.files, ORIGIN.notes)


def test_arrays_are_mapped_and_cannot_be_written(tmp_path):
    array = load(_save(tmp_path)).index["keys"]
    assert isinstance(array, np.memmap)
    with pytest.raises(ValueError, match="read-only"):
        array[0] = 7


def test_the_same_content_again_is_the_same_snapshot_confirmed(tmp_path):
    first = _save(tmp_path)
    again = _save(tmp_path, replace(ORIGIN, arrived=LATER))
    assert replace(again, confirmed=FIRST) == first
    assert again.confirmed == LATER
    assert listing(tmp_path) == (again,)
    load(again)


def test_an_earlier_arrival_does_not_take_a_confirmation_back(tmp_path):
    _save(tmp_path, replace(ORIGIN, arrived=LATER))
    assert _save(tmp_path).confirmed == LATER


def test_the_same_content_on_another_publication_day_is_another_snapshot(tmp_path):
    first, second = _save(tmp_path), _save(tmp_path, _dated("2026-02-01"))
    assert first.hash == second.hash
    assert listing(tmp_path) == (first, second)


def test_the_same_content_dated_by_arrival_only_is_confirmed(tmp_path):
    first = _save(tmp_path)
    again = _save(tmp_path, _dated("2026-02-01", date_from="arrival", arrived=LATER))
    assert (again.folder, again.confirmed) == (first.folder, LATER)


def test_the_hash_is_of_records_source_index_format_and_effect_only():
    other = watchlist({**record("1", "Zarvania Optik"), "list": "mine"})
    same = watchlist({**record("1", "Zarvania Optik"), "list": "yours"})
    assert content_hash(other, "s", "1", "e") == content_hash(same, "s", "1", "e")
    changed = [
        (TABLE, "s", "1", "e"), (other, "t", "1", "e"), (other, "s", "2", "e"),
        (other, "s", "1", "f"),
    ]  # fmt: skip
    assert content_hash(other, "s", "1", "e") not in {content_hash(*one) for one in changed}


def test_the_hash_is_the_same_on_every_machine():
    table = watchlist(record("1", "Zarvania Optik"))
    expected = "bea6b90ed6092b4bb36329a33c16dd17f9caac4de083f9e38a7eb4d71b3ef422"
    assert content_hash(table, "invented", "1", "review") == expected


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("2026-01-14", []),
        ("2026-01-15", ["2026-01-15"]),
        ("2026-01-31", ["2026-01-15"]),
        ("2026-02-01", ["2026-02-01"]),
        ("2030-01-01", ["2026-02-01"]),
    ],
)
def test_in_force_is_the_last_one_dated_that_day_or_before(day, expected, tmp_path):
    for start in ("2026-02-01", "2026-01-15"):
        _save(tmp_path, _dated(start))
    found = in_force(tmp_path, date.fromisoformat(day))
    assert [one.date.isoformat() for one in found] == expected


def test_of_two_of_one_day_the_later_arrival_holds(tmp_path):
    other = watchlist(record("1", "Zarvania Optik"))
    _save(tmp_path, replace(ORIGIN, arrived=LATER), table=other)
    _save(tmp_path)
    assert [one.records for one in in_force(tmp_path, DAY)] == [1]


def test_lists_are_in_force_side_by_side_or_as_asked(tmp_path):
    for name in ("b", "a", "c"):
        _save(tmp_path, replace(ORIGIN, name=name))
    assert [one.name for one in in_force(tmp_path, DAY)] == ["a", "b", "c"]
    assert [one.name for one in in_force(tmp_path, DAY, ["c", "a"])] == ["c", "a"]


def test_a_list_that_is_not_there_is_wrong_use(tmp_path):
    _save(tmp_path)
    with pytest.raises(UsageError, match="no list ofac; the lists are: test"):
        in_force(tmp_path, DAY, ["test", "ofac"])
    with pytest.raises(UsageError, match="none yet"):
        in_force(tmp_path / "empty", DAY, ["ofac"])


def test_a_list_asked_for_that_begins_later_is_not_passed_over(tmp_path):
    _save(tmp_path)
    with pytest.raises(UsageError, match="it begins on 2026-01-15"):
        in_force(tmp_path, date(2025, 1, 1), ["test"])


def test_an_empty_home_holds_nothing(tmp_path):
    assert listing(tmp_path) == ()
    assert in_force(tmp_path, DAY) == ()
    assert by_hash(tmp_path, "ab" * 32) is None


def test_a_snapshot_is_found_by_its_hash(tmp_path):
    saved = _save(tmp_path)
    assert by_hash(tmp_path, saved.hash) == saved
    assert by_hash(tmp_path, saved.hash[:12] + "0" * 52) is None


def test_of_two_with_the_same_content_the_one_of_the_day_is_found(tmp_path):
    first, second = _save(tmp_path), _save(tmp_path, _dated("2026-02-01"))
    for one in (first, second):
        assert by_hash(tmp_path, one.hash, name="test", day=one.date.isoformat()) == one


def test_an_effect_that_changes_makes_another_snapshot_and_leaves_the_old_one(tmp_path):
    first = _save(tmp_path)
    _save(tmp_path, _dated("2026-02-01", effect="review"))
    assert in_force(tmp_path, DAY)[0].effect == first.effect
    assert in_force(tmp_path, date(2026, 2, 1))[0].effect == "review"


def test_a_damaged_snapshot_is_told_beside_the_others(tmp_path):
    first, second = _save(tmp_path), _save(tmp_path, _dated("2026-02-01"))
    (first.folder / "manifest.json").write_bytes(b"{}")
    told = []
    assert listing(tmp_path, told) == (second,)
    assert len(told) == 1


@pytest.mark.parametrize("name", ["", "OFAC", "a b", "../x", "a/b", "x" * 33, "ö"])
def test_a_name_that_cannot_be_a_folder_is_wrong_use(name, tmp_path):
    with pytest.raises(UsageError, match="cannot name a list"):
        _save(tmp_path, replace(ORIGIN, name=name))


def test_an_array_name_that_cannot_be_a_file_is_wrong_use_and_leaves_nothing(tmp_path):
    with pytest.raises(UsageError, match="cannot name an index array"):
        _save(tmp_path, index={"../keys": INDEX["keys"]})
    assert list((tmp_path / "lists" / "test").iterdir()) == []


def test_a_table_of_another_schema_is_not_saved(tmp_path):
    with pytest.raises(TableError):
        save(tmp_path, ORIGIN, empty("REJECTS"), empty("REJECTS"), {})


def test_what_is_half_written_is_not_a_snapshot(tmp_path):
    saved = _save(tmp_path)
    saved.folder.rename(saved.folder.with_name(".new-abc"))
    (tmp_path / "lists" / "notes.txt").write_text("x")
    assert listing(tmp_path) == ()


def _files(saved) -> list[Path]:
    return sorted(path for path in saved.folder.rglob("*") if path.is_file())


def _is_found(home) -> bool:
    """Is the damage found on the way from the store to the screening?"""
    try:
        for one in in_force(home, DAY):
            load(one)
    except SnapshotDamagedError:
        return True
    return False


@pytest.fixture(scope="module")
def small(tmp_path_factory):
    """A home with one snapshot of one record, for the tests that damage it and mend it."""
    home = tmp_path_factory.mktemp("home")
    save(home, ORIGIN, watchlist(record("1", "Zarvania")), empty("REJECTS"), INDEX)
    return home


def test_every_flipped_bit_is_found(small):
    missed = []
    for path in _files(in_force(small, DAY)[0]):
        whole = path.read_bytes()
        for offset in range(0, len(whole), 1 + len(whole) // 300):
            flipped = bytearray(whole)
            flipped[offset] ^= 1 << offset % 8
            path.write_bytes(flipped)
            missed += [] if _is_found(small) else [(path.name, offset)]
        path.write_bytes(whole)
    assert missed == []
    assert not _is_found(small)


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_every_cut_file_is_found(small, data):
    path = data.draw(st.sampled_from(_files(in_force(small, DAY)[0])))
    whole = path.read_bytes()
    path.write_bytes(whole[: data.draw(st.integers(0, len(whole) - 1))])
    found = _is_found(small)
    path.write_bytes(whole)
    assert found


def test_every_missing_file_is_found(tmp_path):
    saved = _save(tmp_path)
    for path in _files(saved):
        whole = path.read_bytes()
        path.unlink()
        assert _is_found(tmp_path), path.name
        path.write_bytes(whole)


def test_a_manifest_of_another_format_is_not_read(tmp_path, monkeypatch):
    monkeypatch.setattr(manifest, "FORMAT", 99)
    _save(tmp_path)
    monkeypatch.undo()
    with pytest.raises(SnapshotDamagedError, match="its format is 99, not 1"):
        listing(tmp_path)


def test_a_snapshot_under_another_date_is_damaged(tmp_path):
    saved = _save(tmp_path)
    saved.folder.rename(saved.folder.with_name(f"2026-01-14-{saved.hash[:12]}"))
    with pytest.raises(SnapshotDamagedError, match="does not belong"):
        listing(tmp_path)


@pytest.mark.parametrize("part", ["manifest.json", "records.arrow", "index/keys.npy"])
def test_a_damaged_snapshot_is_mended_by_adding_the_list_again(part, tmp_path):
    saved = _save(tmp_path)
    (saved.folder / part).write_bytes(b"x")
    assert load(_save(tmp_path)).table.equals(TABLE)


def test_damage_in_an_older_snapshot_does_not_stop_the_newer_one(tmp_path):
    older, newer = _save(tmp_path), _save(tmp_path, _dated("2026-02-01"))
    (older.folder / "manifest.json").write_bytes(b"{}")
    assert in_force(tmp_path, date(2026, 3, 1)) == (newer,)


def _many(home: str) -> None:
    for _ in range(5):
        _save(Path(home))


def test_processes_that_add_the_same_list_at_once_leave_one_whole_snapshot(tmp_path):
    context = multiprocessing.get_context("spawn")
    workers = [context.Process(target=_many, args=(str(tmp_path),)) for _ in range(3)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join(60)
    assert [worker.exitcode for worker in workers] == [0, 0, 0]
    assert [load(one).table.num_rows for one in listing(tmp_path)] == [2]
    assert not list((tmp_path / "lists" / "test").glob(".new-*"))


def test_a_date_that_two_snapshots_have_names_neither(tmp_path):
    first = _save(tmp_path)
    assert not shares_its_date(first)
    again = _save(tmp_path, table=TABLE.slice(0, 1))
    later = _save(tmp_path, origin=_dated("2026-02-01"))
    assert shares_its_date(first)
    assert shares_its_date(again)
    assert not shares_its_date(later)
