"""``screen --parties STOCK``: hits, what is new, who was not screened; statuses."""

import orjson
import pytest
from tests.catchall.runners.stock.stocked import FIRST, SECOND, add_list, written


@pytest.fixture
def stocked(home, tmp_path):
    """A stock file, and the invented list in the store."""
    add_list(home, *FIRST)
    return written(tmp_path)


def test_hits_are_told_with_what_was_screened_against(call, stocked):
    told = call("screen", "--parties", stocked)
    assert told.status == 0
    assert all(word in told.out for word in ("c1: Kivrox Pumps LLC", "(owner)"))
    assert "screened against: exercise 2026-01-02" in told.err
    assert "4 parties, 4 looked up, 0 names not screened: 3 hits; the first" in told.err


def test_the_second_time_what_is_new_comes_first(call, stocked, home):
    call("screen", "--parties", stocked)
    add_list(home, *SECOND, day="2026-02-02")
    told = call("screen", "--parties", stocked)
    assert "1 new, 1 changed, 1 gone, 1 same" in told.err
    assert told.out.index("c2: Alder") < told.out.index("c1: Kivrox")


def test_hits_can_be_written_and_read_by_programs(call, stocked, tmp_path):
    told = call("screen", "--parties", stocked, "--json", "-o", tmp_path / "hits.csv")
    lines = [orjson.loads(line) for line in told.out.splitlines()]
    assert {line["id"] for line in lines} == {"c1", "c3", "c4"}
    assert len((tmp_path / "hits.csv").read_text().splitlines()) == 4


def test_who_was_not_screened_and_what_was_rejected_are_named(call, home, tmp_path):
    add_list(home, *FIRST)
    file = written(tmp_path, (("c1", "TO ORDER", "", ""), ("c2", "", "", "")))
    told = call("screen", "--parties", file, "--rejects", tmp_path / "bad.csv")
    assert "not screened: c1, party 'TO ORDER'" in told.err
    assert (told.status, "rejected: stock.csv:3" in told.err) == (3, True)
    assert len((tmp_path / "bad.csv").read_text().splitlines()) == 2


@pytest.mark.parametrize(("level", "status"), [("review", 4), ("stop", 0)])
def test_a_hit_is_a_review_until_a_number_proves_it(level, status, call, stocked):
    assert call("screen", "--parties", stocked, "--fail-on", level).status == status


def test_a_number_in_common_proves_who_it_is(call, home, tmp_path):
    number = {"kind": "tax", "value": "7701234567", "country": "RU"}
    add_list(home, {**FIRST[0], "identifiers": [number]})
    file = tmp_path / "s.csv"
    file.write_text("name,identifiers\nKivrox Pumps Limited,tax:7701234567\n")
    assert call("screen", "--parties", file, "--fail-on", "stop").status == 4


@pytest.mark.parametrize("option", [("--resume",), ("--report", "r.html"), ("--map", "m")])
def test_what_needs_shipments_is_refused_for_a_stock(option, call, stocked, tmp_path):
    (tmp_path / "m").write_text("{}")
    words = [tmp_path / word if word == "m" else word for word in option]
    told = call("screen", "--parties", stocked, *words)
    assert told.status == 2


def test_without_a_stock_and_without_shipments_both_ways_are_told(call):
    told = call("screen")
    assert (told.status, "--parties STOCK" in told.err) == (2, True)


def test_who_could_not_be_looked_up_is_not_clear(call, home, tmp_path):
    add_list(home, *FIRST)
    file = written(tmp_path, (("c1", "TO ORDER", "", ""),))
    assert call("screen", "--parties", file, "--fail-on", "review").status == 4


def test_a_look_back_is_told_but_not_kept(call, stocked):
    for _ in range(2):
        told = call("screen", "--parties", stocked, "--as-of", "2026-01-05")
        assert "the first screening of this stock" in told.err
