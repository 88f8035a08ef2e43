"""Refused lists wait with their files and the reason; what is in force now does not wait."""

import pytest
from tests.catchall.runners.lists import GOLDEN, add_files

from catchall import snapshots
from catchall.errors import (
    InputError,
    SnapshotDamagedError,
    WatchlistDoubtError,
    WatchlistRefusedError,
)
from catchall.runners import held

NOON = "2026-11-22T12:00:00+00:00"


def _hold(home, file, error=WatchlistDoubtError, arrived=NOON):
    refused = error("un.xml", "whole list", "10 of the 50 records are gone", "Look at it.")
    return held.hold(home, "un", [file], refused, arrived)


def test_a_held_list_is_found_again_with_its_files_and_reason(tmp_path):
    kept = _hold(tmp_path, GOLDEN / "un.xml")
    assert held.listing(tmp_path, snapshots.listing(tmp_path)) == (kept,)
    assert (kept.reason, kept.can_be_accepted) == ("10 of the 50 records are gone", True)
    (path,) = held.paths(tmp_path, kept)
    assert path.read_bytes() == (GOLDEN / "un.xml").read_bytes()


def test_the_same_files_again_are_held_once_since_the_first_time(tmp_path):
    first = _hold(tmp_path, GOLDEN / "un.xml")
    assert _hold(tmp_path, GOLDEN / "un.xml", arrived="2026-11-23T12:00:00+00:00") == first
    assert held.listing(tmp_path, ()) == (first,)


def test_a_damaged_file_cannot_be_accepted(tmp_path):
    assert not _hold(tmp_path, GOLDEN / "un.xml", WatchlistRefusedError).can_be_accepted


def test_a_held_list_waits_until_one_of_its_name_came_after_it(tmp_path):
    refused = WatchlistDoubtError("un.xml", "whole list", "doubt", "Look.")
    for arrived, waiting in (("2026-11-22T09:00:00+00:00", 0), (NOON, 1)):
        held.hold(tmp_path, "test", [GOLDEN / "SDN.CSV"], refused, arrived)
        refused = WatchlistDoubtError("un.xml", "whole list", "another doubt", "Look.")
        add_files(tmp_path, "un.xml")
        assert len(held.listing(tmp_path, snapshots.listing(tmp_path))) == waiting


def test_what_is_half_written_is_not_held(tmp_path):
    kept = _hold(tmp_path, GOLDEN / "un.xml")
    folder = tmp_path / "held" / "un" / kept.folder
    folder.rename(folder.with_name(".new-1"))
    assert held.listing(tmp_path, ()) == ()


def test_a_file_that_is_gone_is_an_input_error_and_leaves_nothing(tmp_path):
    with pytest.raises(InputError, match="not in force"):
        _hold(tmp_path, tmp_path / "absent.xml")
    assert not list(tmp_path.rglob(".new-*"))


def test_a_note_that_is_damaged_is_told(tmp_path):
    kept = _hold(tmp_path, GOLDEN / "un.xml")
    note = tmp_path / "held" / "un" / kept.folder / "held.json"
    for text in ("{", "{}", "[]"):
        note.write_text(text)
        with pytest.raises(SnapshotDamagedError, match=r"held\.json"):
            held.listing(tmp_path, snapshots.listing(tmp_path))
