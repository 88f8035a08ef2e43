"""A job in, determinations out; a run that was killed goes on."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests import builders
from tests.catchall.runners.conftest import add_list

from catchall import pipeline
from catchall.errors import NoListInForceError, UsageError
from catchall.runners import local, shards


def _records(job):
    return {path.name: path.read_bytes() for path in shards.records_folder(job.out).iterdir()}


def test_every_shipment_gets_one_determination(job):
    ran = local.run(job)
    assert ran.determinations["id"].to_pylist() == [f"T{n:02d}" for n in range(9)] + ["T99"]
    assert ran.rejects.num_rows == 0
    assert [one.name for one in ran.lists] == ["exercise"]


def test_the_listed_firm_is_found_and_the_others_are_clear(job):
    outcomes = local.run(job).determinations.select(["id", "outcome", "incomplete"]).to_pylist()
    assert {row["outcome"] for row in outcomes if row["id"] != "T99"} == {"clear"}
    assert [row["outcome"] for row in outcomes if row["id"] == "T99"] == ["review"]


def test_without_a_list_nothing_is_screened(job, tmp_path):
    with pytest.raises(NoListInForceError, match="catchall watchlist add"):
        local.run(replace(job, home=tmp_path / "nothing"))


def test_a_list_of_a_later_day_is_not_in_force(job):
    with pytest.raises(NoListInForceError):
        local.run(replace(job, day=date(2025, 12, 31)))


def test_a_stale_list_leaves_the_shipment_undecided(job):
    ran = local.run(replace(job, now="2026-11-22T23:00:00+00:00", list_age_hours=12.0))
    assert set(ran.determinations["incomplete"].to_pylist()) == {True}
    assert "not decided" in ran.determinations["reads"].to_pylist()


@pytest.mark.usefixtures("small_batches")
def test_progress_is_told_up_to_the_last_shipment(job):
    told = []
    local.run(job, progress=lambda *step: told.append(step))
    assert told[-1] == ("screening", 10, 10)


def test_the_size_of_a_batch_changes_nothing(job, monkeypatch):
    whole = local.run(replace(job, out=None)).determinations
    monkeypatch.setattr(local, "BATCH", 3)
    assert local.run(replace(job, out=None)).determinations.equals(whole)


class KilledError(Exception):
    """Stands for a process that ends between two batches."""


def _killed_after(job, monkeypatch, batches):
    run, calls = pipeline.run, []

    def once_more(*args):
        calls.append(1)
        if len(calls) > batches:
            raise KilledError
        return run(*args)

    monkeypatch.setattr(pipeline, "run", once_more)
    with pytest.raises(KilledError):
        local.run(job)
    monkeypatch.setattr(pipeline, "run", run)


@pytest.mark.usefixtures("small_batches")
@pytest.mark.parametrize("batches", [0, 1, 3])
def test_a_killed_run_goes_on_and_ends_as_if_never_killed(job, monkeypatch, batches):
    straight = local.run(job)
    whole = _records(job)
    _killed_after(job, monkeypatch, batches)
    resumed = local.run(replace(job, resume=True))
    assert resumed.determinations.equals(straight.determinations)
    assert _records(job) == whole


@pytest.mark.usefixtures("small_batches")
def test_a_finished_batch_is_not_run_again(job, monkeypatch):
    local.run(job)
    monkeypatch.setattr(
        pipeline, "run", lambda *_: pytest.fail("a finished batch was run again")
    )
    assert local.run(replace(job, resume=True)).determinations.num_rows == 10


@pytest.mark.usefixtures("small_batches")
def test_a_damaged_shard_is_run_again(job):
    local.run(job)
    whole = _records(job)
    path = shards.records_folder(job.out) / "records-00001.jsonl"
    path.write_bytes(path.read_bytes()[:-40])
    local.run(replace(job, resume=True))
    assert _records(job)["records-00001.jsonl"] == whole["records-00001.jsonl"]


def test_resume_is_refused_when_the_list_has_changed(job):
    local.run(job)
    add_list(job.home, builders.record("1", "KIVROX PUMPS LIMITED"), day="2026-02-03")
    with pytest.raises(UsageError, match="lists changed since"):
        local.run(replace(job, resume=True))


@given(st.lists(st.sampled_from("abcde"), max_size=30), st.integers(1, 7))
def test_batches_keep_every_line_and_every_shipment_whole(ids, size):
    table = builders.shipments(*({"id": one} for one in ids))
    parts = list(local.batches(table, size))
    seen = [set(part["id"].to_pylist()) for part in parts]
    assert sorted(row for part in parts for row in part["row"].to_pylist()) == list(
        range(len(ids))
    )
    assert sum(len(part) for part in seen) == len(set(ids))
    assert all(len(part) <= size for part in seen)
