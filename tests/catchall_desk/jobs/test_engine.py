"""The engine is ready with current lists, or says that nobody was screened."""

import shutil
from datetime import date, timedelta

import pytest
from tests import builders
from tests.catchall_desk.jobs import sample

from catchall_desk.errors import EngineNotReadyError
from catchall_desk.jobs.engine import Engine


@pytest.fixture
def small(tmp_path):
    sample.keep(tmp_path, sample.LISTED)
    return Engine(tmp_path)


def test_without_a_list_nobody_was_screened(tmp_path):
    with pytest.raises(EngineNotReadyError, match="not screened: no watchlist is in force"):
        Engine(tmp_path).at(sample.NOW)


def test_a_required_list_that_is_missing_stops_it(small):
    small.required = ("exercise", "second")
    with pytest.raises(EngineNotReadyError, match="no list second"):
        small.at(sample.NOW)


def test_a_damaged_list_stops_it(tmp_path):
    kept = sample.keep(tmp_path, sample.LISTED)
    (kept.folder / "records.arrow").write_bytes(b"cut off")
    with pytest.raises(EngineNotReadyError, match="not screened"):
        Engine(tmp_path).at(sample.NOW)


def test_a_list_is_opened_anew_only_when_it_changed(small):
    first, again = small.at(sample.NOW), small.at(sample.NOW)
    assert again.lists[0].table is first.lists[0].table
    sample.keep(
        small.home, sample.LISTED, builders.record("2", "Osk Bolt"), day=date(2026, 11, 22)
    )
    assert small.at(sample.NOW).versions()["lists"][0]["records"] == 2


def test_versions_name_lists_law_and_engine(now):
    told = now.versions()
    (one,) = told["lists"]
    assert one["name"] == "exercise"
    assert one["version"] == now.snapshots[0].hash
    assert one["loaded"] == sample.NOW.isoformat()
    assert told["lawbook"]["hash"] == now.lawbook.hash
    assert now.read()[0]["list"] == "exercise"


def test_a_list_grows_old(small):
    later = small.at(sample.NOW + timedelta(hours=25))
    assert [one.stale for one in later.states] == [True]


def test_an_earlier_version_is_found_unless_it_is_gone_or_damaged(small):
    kept = sample.keep(small.home, builders.record("7", "Osk Bolt Works"), day=date(2026, 1, 2))
    assert small.earlier("exercise", kept.hash).table.num_rows == 1
    assert small.earlier("exercise", "0" * 64) is None
    (kept.folder / "records.arrow").write_bytes(b"cut off")
    assert small.earlier("exercise", kept.hash) is None


def test_a_list_that_is_taken_away_stops_it(small):
    kept = sample.keep(small.home, builders.record("7", "Osk Bolt Works"), name="second")
    assert len(small.at(sample.NOW).lists) == 2
    shutil.rmtree(kept.folder.parent)
    with pytest.raises(
        EngineNotReadyError, match="list second was in force and is not any more"
    ):
        small.at(sample.NOW)
    assert len(small.at(sample.NOW - timedelta(hours=1)).lists) == 1
