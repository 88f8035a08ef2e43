"""Lists added and told."""

from datetime import date
from types import SimpleNamespace

import orjson
import pytest

from catchall.cli import watchlist


@pytest.fixture
def held():
    return SimpleNamespace(
        name="un", source="un-xml", title="T", date=date(2026, 1, 2), date_from="file",
        arrived="2026-01-03T00:00:00+00:00", confirmed="2026-01-03T00:00:00+00:00",
        effect="prohibited", records=1000, names=2000, refused=0, hash="ab",
        files=(("a.xml", "cd"),), notes=("recovered",), accept="",
    )  # fmt: skip


@pytest.fixture
def added(monkeypatch, held, rejects):
    seen = SimpleNamespace(given=None, snapshot=held, read=SimpleNamespace(rejects=rejects()))

    def add(home, name, files, **options):
        seen.given = (home, name, files, options)
        return seen

    monkeypatch.setattr(watchlist.watchlists, "add", add)
    return seen


def test_an_added_list_is_told_with_its_day_and_numbers(call, added, orders, home):
    told = call("watchlist", "add", "un", orders, "--date", "2026-01-02", "--accept", "me: why")
    assert told.out.startswith(
        "un, un-xml: 1,000 records, 2,000 names; in force from 2026-01-02"
    )
    assert "un: recovered" in told.err
    given_home, name, files, options = added.given
    assert (given_home, name, files) == (home, "un", (orders,))
    assert (options["given"], options["accept"], options["effect"]) == (
        date(2026, 1, 2),
        "me: why",
        "",
    )


def test_refused_records_are_named_and_end_with_status_3(call, added, orders, rejects):
    added.snapshot.refused = 1
    added.read.rejects = rejects(("a.xml", 9, "no name", "<x/>"))
    told = call("watchlist", "add", "un", orders)
    assert (told.status, "rejected: a.xml:9: no name: <x/>" in told.err) == (3, True)


def test_lists_held_are_told_to_programs_as_one_json_list(call, held, monkeypatch):
    monkeypatch.setattr(watchlist.snapshots, "listing", lambda _: (held,))
    (told,) = orjson.loads(call("watchlist", "list", "--json").out)
    assert (told["name"], told["date"], told["records"], told["names"]) == (
        "un",
        "2026-01-02",
        1000,
        2000,
    )


def test_lists_held_are_told_to_people_as_a_table(call, held, monkeypatch):
    monkeypatch.setattr(watchlist.snapshots, "listing", lambda _: (held,))
    assert "2,000" in call("watchlist", "list").out


def test_no_list_says_what_to_add(call):
    told = call("watchlist", "list")
    assert (told.status, told.out) == (0, "")
    assert "catchall watchlist add" in told.err


def test_no_list_is_an_empty_list_to_programs(call):
    assert orjson.loads(call("watchlist", "list", "--json").out) == []


def test_many_refused_records_are_counted_and_can_be_written(call, added, orders, rejects):
    added.snapshot.refused = 30
    added.read.rejects = rejects(*[("a.xml", at, "no name", "<x/>") for at in range(30)])
    told = call("watchlist", "add", "un", orders)
    assert "rejected: 10 more" in told.err
    assert "--rejects FILE.csv" in told.err
    where = orders.with_name("bad.csv")
    told = call("watchlist", "add", "un", orders, "--rejects", where)
    assert (told.status, len(where.read_text().splitlines())) == (3, 31)
