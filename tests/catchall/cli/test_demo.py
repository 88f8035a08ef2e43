"""The demo: invented lists in a home of its own, and everything a first reader needs."""

from dataclasses import replace
from types import SimpleNamespace

import pytest

from catchall.cli import demo


@pytest.fixture
def seen(monkeypatch, ran):
    told = SimpleNamespace(lists=[], job=None, gives=ran)

    def run(job, *, progress):
        told.job = job
        return told.gives

    monkeypatch.setattr(
        demo.watchlists, "add", lambda home, name, *_, **__: told.lists.append((home, name))
    )
    monkeypatch.setattr(demo.local, "run", run)
    return told


def test_the_sample_is_screened_in_a_home_of_its_own(call, seen, home, tmp_path):
    assert call("screen", "--demo", "-o", tmp_path / "out.parquet").status == 0
    assert seen.job.home.parent == tmp_path
    assert {place for place, _ in seen.lists} == {seen.job.home}
    assert seen.job.lists == tuple(name for _, name in seen.lists)
    assert not home.exists()


def test_all_that_a_first_reader_needs_is_printed(call, seen, tmp_path):
    told = call("screen", "--demo", "-o", tmp_path / "out.parquet").out
    assert told.startswith("Everything here is invented")
    assert all(f"{one}: " in told for one in ("S-5", "S-4", "S-3"))
    assert "planted patterns: " in told
    assert f"full result: {tmp_path / 'out.parquet'}" in told
    assert (tmp_path / "out.parquet").is_file()
    assert "Sample data" in (tmp_path / "report.html").read_text()


def test_without_a_place_it_says_where_it_wrote(call, seen, monkeypatch, tmp_path):
    monkeypatch.setattr(demo.tempfile, "tempdir", str(tmp_path))
    told = call("screen", "--demo").out
    (folder,) = tmp_path.glob("catchall-demo-*")
    assert f"full result: {folder / 'out.parquet'}" in told


def test_three_are_explained_strictest_first_and_the_most_telling(determinations, row, finding):
    two = [finding(), finding(kind="goods")]
    table = determinations(
        row(id="a"),
        row(id="b", findings=two),
        row(id="c", findings=[*two, finding()]),
        row(id="d", outcome="stop"),
    )
    assert [one["id"] for one in demo.chosen(table)] == ["d", "b"]


def test_some_of_each_kind_are_listed_and_the_others_counted(
    call, seen, monkeypatch, determinations, row
):
    monkeypatch.setattr(demo, "SHOWN", 2)
    stops = [row(id=f"x{at}", outcome="stop", reads="stop") for at in range(3)]
    table = determinations(*stops, row(id="y"))
    assert demo.first_of_each(table)["id"].to_pylist() == ["x0", "x1", "y"]
    seen.gives = replace(seen.gives, determinations=table)
    assert "... and 1 more in the report" in call("screen", "--demo").out


def test_an_invented_list_is_never_called_official(call, seen, tmp_path):
    call("screen", "--demo", "-o", tmp_path / "out.parquet")
    told = (tmp_path / "report.html").read_text()
    assert "an invented list" in told
    assert "A list" not in told
