"""``watchlist diff``: what changed, for people and for programs."""

import orjson
from tests.catchall.runners.lists import GOLDEN, sdn


def test_two_files_are_compared(call, tmp_path):
    old, new = sdn(tmp_path, 5, name="old.csv"), sdn(tmp_path, range(1, 6), name="new.csv")
    told = call("watchlist", "diff", old, new)
    assert told.out.startswith("old.csv to new.csv: +1 -1, 0 changed, 4 alike")
    assert all(word in told.out for word in ("added", "SAMPLE 5", "removed", "SAMPLE 0"))
    assert "whether it is whole cannot be told" not in told.err


def test_two_snapshots_are_compared_as_json(call, tmp_path):
    for size, day in ((5, "2026-01-01"), (6, "2026-02-01")):
        call("watchlist", "add", "ofac", sdn(tmp_path, size), "--date", day)
    told = orjson.loads(call("watchlist", "diff", "ofac@2026-01-01", "ofac", "--json").out)
    assert ([one["record"] for one in told["added"]], told["alike"]) == (["5"], 5)


def test_what_is_in_doubt_in_a_file_is_told(call, tmp_path):
    text = (GOLDEN / "un.xml").read_text("utf-8").replace("\u2019", "\x19")
    (tmp_path / "a.xml").write_text(text, "utf-8")
    told = call("watchlist", "diff", tmp_path / "a.xml", GOLDEN / "un.xml")
    assert "letters of names are lost" in told.err
