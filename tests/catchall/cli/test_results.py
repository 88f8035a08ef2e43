"""What a run gave reaches the outputs whole, and an old list is warned of."""

from dataclasses import replace
from datetime import date, datetime
from types import SimpleNamespace

import pytest
from tests import builders

from catchall.cli import results
from catchall.intake.shipments import FileReport
from catchall.runners.prepare import Job

NOW = datetime.fromisoformat("2026-01-18T09:00:00+00:00")


def job(tmp_path) -> Job:
    return Job((tmp_path / "orders.csv",), tmp_path, date(2026, 1, 18), NOW.isoformat())


def test_a_list_is_named_as_the_store_knows_it(ran):
    told = results.list_used(ran.lists[0])
    assert (told.title, told.date, told.effect) == ("A list", "2026-01-15", "prohibited")
    assert (told.records, told.names, told.hash) == (300, 900, "ab" * 32)


def test_an_invented_list_is_never_called_by_the_title_of_an_official_one(ran):
    assert results.list_used(ran.lists[0], sample=True).title == "an invented list"


def test_a_file_tells_its_counts_and_notes():
    report = FileReport("a.csv", "ab", "UTF-8", 9, 7, 2, (("Colour", ""),), ("one", "two"))
    told = results.file_read(report)
    assert (told.name, told.rows, told.rejected, told.told) == ("a.csv", 7, 2, ("one", "two"))


@pytest.mark.parametrize("sample", [True, False])
def test_a_result_holds_all_that_the_run_gave(ran, tmp_path, one_of_each, sample):
    made = results.result(ran, job(tmp_path), sample=sample)
    assert made.determinations.equals(one_of_each)
    assert (made.day, made.made) == (date(2026, 1, 18), "2026-01-18T09:00:00+00:00")
    assert ([one.name for one in made.lists], made.lawbook) == (["sample"], "1+abc")
    assert ([one.name for one in made.files], made.sample) == (["orders.csv"], sample)
    assert made.jurisdictions == ("eu", "us")


@pytest.fixture
def sealed(monkeypatch):
    """Records on disk of the five shipments; which folder was read."""
    table = builders.shipments(*[{"id": f"S-{at}"} for at in range(1, 6)])
    files = [
        SimpleNamespace(id=row["id"], content={"inputs": {"lines": [row]}})
        for row in table.to_pylist()
    ]
    read = []
    monkeypatch.setattr(results.shards, "each", lambda folder: read.append(folder) or files)
    return read


def test_shipments_that_are_not_clear_are_shown_as_they_were_sealed(ran, tmp_path, sealed):
    made = results.result(replace(ran, records=tmp_path), job(tmp_path))
    assert made.shipments["id"].to_pylist() == ["S-2", "S-3", "S-4", "S-5"]
    assert sealed == [tmp_path]


def test_without_records_no_shipment_is_shown(ran, tmp_path, sealed):
    empty = replace(ran, records=tmp_path, determinations=ran.determinations.slice(0, 0))
    for one in (ran, empty):
        assert results.result(one, job(tmp_path)).shipments is None
    assert sealed == []


@pytest.mark.parametrize(
    ("now", "told"),
    [
        ("2026-01-17T08:00:00+00:00", []),
        ("2026-01-17T10:00:00+02:00", []),
        ("2026-01-17T08:01:00+00:00", ["24 hours"]),
        ("2026-01-19T08:00:00+00:00", ["72 hours"]),
    ],
)
def test_a_list_is_old_after_a_day_wherever_the_clock_stands(ran, now, told):
    day = date.fromisoformat(now[:10])
    found = results.old_lists(ran.lists, day, datetime.fromisoformat(now))
    assert [line.partition("arrived ")[2].partition(" ago")[0] for line in found] == told
    assert all("catchall watchlist add sample FILE" in line for line in found)


def test_the_age_counts_from_the_last_time_the_same_list_arrived(ran):
    again = SimpleNamespace(**{**vars(ran.lists[0]), "confirmed": "2026-01-18T08:00:00+00:00"})
    assert results.old_lists((again,), NOW.date(), NOW) == []


def test_for_a_past_day_no_list_is_old(ran):
    assert results.old_lists(ran.lists, date(2026, 1, 17), NOW) == []
    assert len(results.old_lists(ran.lists, NOW.date(), NOW)) == 1


@pytest.mark.parametrize("at_once", [1, 2, 3, 500])
def test_sealed_shipments_read_in_parts_are_the_same(
    ran, tmp_path, sealed, monkeypatch, at_once
):
    monkeypatch.setattr(results, "FILED_AT_ONCE", at_once)
    made = results.result(replace(ran, records=tmp_path), job(tmp_path))
    assert made.shipments["id"].to_pylist() == ["S-2", "S-3", "S-4", "S-5"]
