"""What ``screen`` asks of the runner, prints, writes and ends with."""

from dataclasses import replace
from datetime import UTC, date, datetime
from types import SimpleNamespace

import orjson
import pyarrow.parquet as pq
import pytest

from catchall.cli import results, screen, surroundings
from catchall.errors import InputError, NoListInForceError
from catchall.runners.prepare import SideReport


def test_everything_typed_reaches_the_runner(call, jobs, orders, home, tmp_path):
    side = tmp_path / "vessels.csv"
    side.write_text("imo\n")
    out = tmp_path / "out.parquet"
    words = ("--as-of", "2026-02-01", "--jurisdiction", "eu, us,eu", "--lists", "un,ofac")
    more = ("--vessels", side, "--list-age", "200", "--resume", "-o", out)
    assert call("screen", orders, *words, *more).status == 0
    (job,) = jobs.asked
    assert (job.inputs, job.home, job.day) == ((orders,), home, date(2026, 2, 1))
    assert (job.jurisdictions, job.lists) == (("eu", "us"), ("un", "ofac"))
    assert (job.side, job.list_age_hours) == ({"vessels": side}, 200)
    assert (job.out, job.resume) == (out, True)


def test_the_day_is_today_where_the_user_is(call, jobs, orders, monkeypatch):
    monkeypatch.setattr(surroundings, "now", lambda: datetime(2026, 5, 6, 12, tzinfo=UTC))
    call("screen", orders)
    assert jobs.asked[0].day == date(2026, 5, 6)


def test_lists_totals_and_what_is_not_clear_are_printed(call, jobs, orders):
    told = call("screen", orders).out
    assert "screened against: sample 2026-01-15 (300 records, 900 names)" in told
    assert "embargo check: 5 checked" in told
    assert [f"S-{n}" in told for n in (1, 2, 3, 4, 5)] == [False, True, True, True, True]


def test_today_is_no_day_to_come(call, jobs, orders):
    assert call("screen", orders, "--as-of", "2026-11-22").status == 0


def test_many_shipments_are_shown_in_several_tables(call, jobs, orders, monkeypatch):
    monkeypatch.setattr(screen, "SHOWN_AT_ONCE", 3)
    told = call("screen", orders).out
    assert told.count("first reason") == 2
    assert [f"S-{n}" in told for n in (1, 2, 3, 4, 5)] == [False, True, True, True, True]


def test_an_unknown_column_of_a_side_table_is_named(call, jobs, orders, tmp_path):
    side = SideReport("parties", "firms.csv", 3, 0, ("Colour: unknown header, kept",))
    jobs.gives = replace(jobs.gives, side=(side,))
    page = tmp_path / "r.html"
    told = call("screen", orders, "--report", page)
    assert "firms.csv (parties): Colour: unknown header, kept" in told.err
    assert "Colour: unknown header, kept" in page.read_text()


def test_an_unknown_column_is_named(call, jobs, orders):
    assert "orders.csv: COLOUR: unknown header, kept as extra" in call("screen", orders).err


def test_json_alone_is_on_standard_output(call, jobs, orders, one_of_each):
    told = call("screen", orders, "--json")
    lines = [orjson.loads(line) for line in told.out.splitlines()]
    assert [one["id"] for one in lines] == one_of_each["id"].to_pylist()
    assert "screened against" in told.err


def test_all_outputs_are_written_and_named(call, jobs, orders, tmp_path, one_of_each):
    out, page, bad = (tmp_path / name for name in ("o.parquet", "r.html", "bad.csv"))
    told = call("screen", orders, "-o", out, "--report", page, "--rejects", bad).out
    assert pq.read_table(out).equals(one_of_each)
    assert page.read_text().startswith("<!doctype html>")
    assert all(f"written: {path}" in told for path in (out, page, bad))
    assert "S-5" not in told


def test_every_rejected_line_is_named_and_ends_with_status_3(call, jobs, orders, rejects):
    jobs.gives = replace(
        jobs.gives, rejects=rejects(*[("orders.csv", n, "NUL", "x") for n in range(9)])
    )
    told = call("screen", orders)
    assert told.status == 3
    assert [f"rejected: orders.csv:{n}: NUL: x" in told.err for n in range(9)] == [True] * 9


@pytest.mark.parametrize("least", ["stop", "licence", "review"])
def test_fail_on_comes_before_rejects(call, jobs, orders, rejects, least):
    jobs.gives = replace(jobs.gives, rejects=rejects(("orders.csv", 1, "NUL", "x")))
    assert call("screen", orders, "--fail-on", least).status == 4


def test_fail_on_that_is_not_met_ends_well(call, jobs, orders, one_of_each):
    jobs.gives = replace(jobs.gives, determinations=one_of_each.slice(0, 1))
    assert call("screen", orders, "--fail-on", "review").status == 0


@pytest.mark.parametrize(
    ("error", "status"),
    [
        (NoListInForceError("2026-01-01"), 5),
        (InputError("a.csv", "is empty", "Give another"), 2),
    ],
)
def test_an_error_is_one_line_with_its_status(call, jobs, orders, error, status):
    jobs.gives = error
    told = call("screen", orders)
    assert (told.status, told.out, told.err) == (status, "", f"catchall: {error}\n")


WRONG = [
    ([], "no file to screen"),
    (["--demo", "ORDERS"], "never a file of yours"),
    (["--demo", "--lists", "un"], "--demo takes only"),
    (["--demo", "--vessels", "ORDERS"], "--demo takes only"),
    (["--demo", "--json"], "--demo takes only"),
    (["--demo", "--as-of", "2026-01-01"], "--demo takes only"),
    (["ORDERS", "--resume"], "name it with -o"),
    (["ORDERS", "-o", "out.txt"], "must end in"),
    (["ORDERS", "-o", "ORDERS"], "is read as input"),
    (["ORDERS", "--history", "OTHER", "--rejects", "OTHER"], "is read as input"),
    (["ORDERS", "-o", "no/out.csv"], "mkdir -p"),
    (["ORDERS", "-o", "a.csv", "--rejects", "a.csv"], "the same name"),
    (["ORDERS", "--as-of", "01/02/2026"], "type it like 2026-11-22"),
    (["ORDERS", "--as-of", "2026-11-23"], "--as-of 2026-11-23 is still to come"),
    (["ORDERS", "--report", "r.txt"], "must end in .html"),
    (["--demo", "--report", "r"], "must end in .html"),
    (["ORDERS", "--lists", " , "], "type names separated by commas"),
    (["ORDERS", "--jurisdiction", "eu,ue"], "no jurisdiction ue; it has: eu, un, us"),
    (["ORDERS", "--list-age", "0"], "list-age"),
    (["ORDERS", "--list-age", "nan"], "'nan' is not a number"),
    (["ORDERS", "--runner", "spark"], "runner"),
    (["missing.csv"], "does not exist"),
]


@pytest.mark.parametrize(("words", "said"), WRONG)
def test_wrong_use_is_one_line_and_nothing_runs(call, jobs, orders, words, said):
    (orders.parent / "other.csv").write_text("id\n")
    paths = {"ORDERS": orders, "OTHER": orders.parent / "other.csv"}
    told = call("screen", *[paths.get(word, word) for word in words])
    assert (told.status, told.out, jobs.asked) == (2, "", [])
    assert said in told.err
    assert told.err.count("\n") == 1


def test_an_old_list_is_warned_of(call, jobs, orders, monkeypatch):
    monkeypatch.setattr(screen, "now", lambda: datetime(2026, 1, 18, 9, tzinfo=UTC))
    monkeypatch.setattr(screen, "today", lambda: date(2026, 1, 18))
    assert "warning: list sample arrived 49 hours ago" in call("screen", orders).err


@pytest.mark.parametrize("words", [["--as-of", "2026-01-16"], []])
def test_a_past_day_or_a_new_list_is_no_cause_for_a_warning(
    call, jobs, orders, monkeypatch, words
):
    hour = 9 if not words else 23
    monkeypatch.setattr(
        screen, "now", lambda: datetime(2026, 1, 16 + len(words), hour, tzinfo=UTC)
    )
    monkeypatch.setattr(screen, "today", lambda: date(2026, 1, 16))
    assert "warning" not in call("screen", orders, *words).err


def test_a_report_shows_the_goods_as_sealed(call, jobs, orders, tmp_path, monkeypatch):
    line = {"id": "S-3", **dict.fromkeys(("source", "line"), "a"), "row": 0, "source_line": 2}
    record = {"inputs": {"lines": [{**line, "parties": [], "description": "sealed goods"}]}}
    files = [SimpleNamespace(id="S-3", content=record), SimpleNamespace(id="S-1", content=None)]
    monkeypatch.setattr(results.shards, "each", lambda _: files)
    jobs.gives = replace(jobs.gives, records=tmp_path)
    call("screen", orders, "--report", tmp_path / "r.html")
    assert "sealed goods" in (tmp_path / "r.html").read_text()
    assert jobs.asked[0].out is not None


def test_without_a_report_or_output_nothing_is_sealed(call, jobs, orders):
    call("screen", orders)
    assert jobs.asked[0].out is None
