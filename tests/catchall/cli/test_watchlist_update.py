"""``watchlist update``: each list by itself; what fails or is held leaves the last good one."""

import hashlib

import orjson
import pytest
from tests.catchall.runners.lists import GOLDEN, sdn
from tests.served import Served

from catchall import snapshots
from catchall.cli import watchlist_update
from catchall.fetch import Patience, fetch

XML = {"Content-Type": "text/xml"}


@pytest.fixture(autouse=True)
def impatient(monkeypatch):
    """No waiting between tries."""
    quick = Patience(tries=1, wait=0.0, connect=2.0, read=2.0)
    monkeypatch.setattr(
        watchlist_update.fetch, "fetch", lambda a, f, t, _: fetch(a, f, t, quick)
    )


def _config(home, *lines):
    home.mkdir(parents=True, exist_ok=True)
    (home / "watchlists.yaml").write_text("\n".join(["lists:", *lines]))


def _un(address):
    return f'  - {{name: un, files: ["{address}"], source: un-xml}}'


def test_a_list_of_the_web_is_fetched_and_put_in_force(call, home):
    body = (GOLDEN / "un.xml").read_bytes()
    with Served((200, {**XML, "ETag": '"1"'}, body), (304, {}, b"")) as server:
        _config(home, _un(server.address()))
        first, again = (call("watchlist", "update") for _ in range(2))
    assert (first.status, first.out.split(",")[0]) == (0, "un: new: un-xml of 2026-02-27")
    assert (again.status, again.out.split(":")[1]) == (0, " unchanged")
    assert len(snapshots.listing(home)) == 1


def test_a_list_that_fails_does_not_stop_the_others(call, home):
    with Served((500, XML, b"")) as server:
        mine = f'  - {{name: mine, files: ["{GOLDEN / "un.xml"}"]}}'
        _config(home, _un(server.address()), mine)
        told = call("watchlist", "update", "--json")
    un, mine = orjson.loads(told.out)
    assert (told.status, un["done"], mine["done"]) == (3, "", "new")
    assert "1 of 2 lists failed or are held" in told.err


def test_a_list_that_is_held_leaves_the_last_good_one_in_force(call, home, tmp_path):
    config = tmp_path / "lists.yaml"
    for size, day in ((100, "2026-01-01"), (50, "2026-02-01")):
        sdn(tmp_path, size)
        config.write_text(f'lists: [{{name: ofac, files: ["SDN.CSV"], date: {day}}}]')
        told = call("watchlist", "update", "--config", config)
    assert (told.status, "50 of the 100 records" in told.out) == (3, True)
    assert [one.records for one in snapshots.listing(home)] == [100]
    assert "SDN.CSV" in call("watchlist", "list", "--held").out


def test_an_acceptance_holds_for_the_very_files_only(call, home, tmp_path):
    config = tmp_path / "lists.yaml"
    call("watchlist", "add", "ofac", sdn(tmp_path, 100), "--date", "2026-01-01")
    digest = hashlib.sha256(sdn(tmp_path, 50).read_bytes()).hexdigest()
    config.write_text(
        'lists: [{name: ofac, files: ["SDN.CSV"], date: 2026-02-01, '
        f'accept: "desk: revoked", accepts: ["{digest}"]}}]'
    )
    told = call("watchlist", "update", "--config", config)
    assert (told.status, "accepted (desk: revoked)" in told.err) == (0, True)
    sdn(tmp_path, 20)
    assert call("watchlist", "update", "--config", config).status == 3


def test_files_are_looked_for_where_it_is_said(call, home, tmp_path):
    config = tmp_path / "lists.yaml"
    config.write_text('lists: [{name: un, files: ["un.xml"]}]')
    told = call("watchlist", "update", "un", "--config", config, "--from", GOLDEN)
    assert told.status == 0


def test_a_name_that_is_not_configured_is_wrong_use(call, home):
    _config(home, _un("https://a.example/"))
    told = call("watchlist", "update", "eu")
    assert (told.status, "there are: un" in told.err) == (2, True)


def test_refused_records_are_counted(call, home, tmp_path):
    data = (GOLDEN / "un.xml").read_bytes().replace(b"XXe.001", b"XXi.001")
    (tmp_path / "un.xml").write_bytes(data)
    config = tmp_path / "lists.yaml"
    config.write_text('lists: [{name: un, files: ["un.xml"]}]')
    assert "1 refused" in call("watchlist", "update", "--config", config).out
