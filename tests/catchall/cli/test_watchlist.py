"""Lists added and told."""

from datetime import date
from types import SimpleNamespace

import orjson
import pytest
from tests.catchall.runners.lists import GOLDEN, sdn

from catchall.cli import watchlist
from catchall.errors import WatchlistDoubtError, WatchlistRefusedError
from catchall.runners.held import hold


@pytest.fixture
def held():
    return SimpleNamespace(
        name="un", source="un-xml", title="T", date=date(2026, 1, 2), date_from="file",
        arrived="2026-01-03T00:00:00+00:00", confirmed="2026-01-03T00:00:00+00:00",
        effect="prohibited", records=1000, names=2000, refused=0, hash="ab", authority="A",
        files=(("a.xml", "cd"),), notes=("recovered",), accept="", licence="free",
        doubts=(),
    )  # fmt: skip


@pytest.fixture
def only(monkeypatch, held):
    """The one list of the store."""
    monkeypatch.setattr(watchlist.snapshots, "listing", lambda *_: (held,))
    return held


@pytest.fixture
def added(monkeypatch, held, rejects):
    seen = SimpleNamespace(given=None, snapshot=held, read=SimpleNamespace(rejects=rejects()))

    def add(home, name, files, wanted, *, arrived):
        seen.given = (home, name, files, wanted)
        return seen

    monkeypatch.setattr(watchlist.watchlists, "add", add)
    return seen


def test_an_added_list_is_told_with_its_day_and_numbers(call, added, orders, home):
    told = call("watchlist", "add", "un", orders, "--date", "2026-01-02", "--accept", "me: why")
    assert told.out.startswith(
        "un, un-xml: 1,000 records, 2,000 names; in force from 2026-01-02"
    )
    assert "un: recovered" in told.err
    given_home, name, files, wanted = added.given
    assert (given_home, name, files) == (home, "un", (orders,))
    assert (wanted.given, wanted.accept, wanted.effect, wanted.history) == (
        date(2026, 1, 2),
        "me: why",
        "",
        False,
    )


def test_what_a_person_accepted_is_told_with_the_list(call, added, orders):
    added.snapshot.accept, added.snapshot.doubts = "me: why", ("20 records are gone",)
    told = call("watchlist", "add", "un", orders)
    assert "un: accepted (me: why): 20 records are gone" in told.err


def test_refused_records_are_named_and_end_with_status_3(call, added, orders, rejects):
    added.snapshot.refused = 1
    added.read.rejects = rejects(("a.xml", 9, "no name", "<x/>"))
    told = call("watchlist", "add", "un", orders)
    assert (told.status, "rejected: a.xml:9: no name: <x/>" in told.err) == (3, True)


@pytest.mark.usefixtures("only")
def test_lists_held_are_told_to_programs_as_one_json_list(call):
    (told,) = orjson.loads(call("watchlist", "list", "--json").out)
    assert (told["name"], told["date"], told["records"], told["names"]) == (
        "un",
        "2026-01-02",
        1000,
        2000,
    )


@pytest.mark.usefixtures("only")
def test_lists_held_are_told_to_people_as_a_table(call):
    told = call("watchlist", "list").out
    assert all(word in told for word in ("2,000", "yes", "free"))


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


def _refused(home, error):
    """An invented list that was refused, under the name ``un``."""
    refused = error("un.xml", "whole list", "10 of the 50 records are gone", "Look at it.")
    return hold(home, "un", [GOLDEN / "un.xml"], refused, "2026-11-22T10:00:00+00:00")


@pytest.mark.usefixtures("only")
def test_a_list_that_waits_for_a_person_is_told_beside_the_others(call, home):
    _refused(home, WatchlistDoubtError)
    assert "1 refused and waiting" in call("watchlist", "list").err


def test_refused_lists_are_told_with_why_and_where_their_files_are(call, home):
    _refused(home, WatchlistDoubtError)
    told = call("watchlist", "list", "--held").out
    assert "10 of the 50 records are gone" in told
    assert "to accept it: " in told
    (row,) = orjson.loads(call("watchlist", "list", "--held", "--json").out)
    assert (row["name"], row["paths"][0].endswith("0-un.xml")) == ("un", True)


def test_a_damaged_list_is_told_as_one_nobody_can_accept(call, home):
    _refused(home, WatchlistRefusedError)
    assert "cannot be accepted" in call("watchlist", "list", "--held").out


def test_no_refused_list_is_told_so(call):
    assert "no list is held back" in call("watchlist", "list", "--held").err


def test_a_damaged_snapshot_is_named_and_the_others_listed(call, home, tmp_path):
    for name in ("bad", "good"):
        call("watchlist", "add", name, sdn(tmp_path, 20))
    manifest = next((home / "lists" / "bad").glob("*/manifest.json"))
    manifest.write_text("{}")
    told = call("watchlist", "list")
    assert (told.status, "good" in told.out, str(manifest.name) in told.err) == (5, True, True)
