"""Many names at once, against the same lists."""

import pyarrow as pa
import pytest

from catchall.screen import bulk
from catchall.screen.model import Asked
from catchall.screen.stage import Screener


@pytest.fixture
def screener(watchlist, record):
    listed = record("1", "Kavzel Optik", countries=["IR"]), record("2", "Moravit Shipping")
    return Screener([watchlist(*listed)], 0.8)


def _matched(screener, *names, **columns):
    batch = pa.RecordBatch.from_pydict({"name": list(names), **columns})
    return bulk.matches(screener, batch).to_pylist()


def test_each_match_has_the_number_of_its_name(screener):
    rows = _matched(screener, "Dorvina", "Kavzel Optic", "MORAVIT SHIPPING LLC")
    assert [(row["row"], row["record"]) for row in rows] == [(1, "1"), (2, "2")]


def test_a_name_that_cannot_be_looked_up_says_why(screener):
    (row,) = _matched(screener, "TO ORDER", "Dorvina")
    assert (row["row"], row["record"], row["why_not"]) == (0, None, "'TO ORDER' names no one")


def test_scores_are_those_of_one_name_at_a_time(screener):
    names, country = ["Kavzel Optic", "ATTN: Kavzel Optik"], ["TR", "IR"]
    rows = _matched(screener, *names, country=country)
    asked = [Asked(name, code) for name, code in zip(names, country, strict=True)]
    one_by_one = [screener.names([one])[0].hits[0] for one in asked]
    assert [row["score"] for row in rows] == [hit.score for hit in one_by_one]
    assert [row["country"] for row in rows] == ["differs", "agrees"]


def test_more_names_than_a_batch_keep_their_numbers(screener, monkeypatch):
    monkeypatch.setattr(bulk, "PART", 2)
    rows = _matched(screener, *["Dorvina"] * 4, "Kavzel Optik")
    assert [row["row"] for row in rows] == [4]
