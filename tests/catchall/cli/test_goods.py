"""Goods in words or lines."""

import io
from types import SimpleNamespace

import orjson
import pytest

from catchall.cli import goods


@pytest.fixture(autouse=True)
def classifier(monkeypatch):
    def rows(asked, _book, _day, texts):
        return iter(
            {
                "id": one["id"],
                "outcome": "not_listed",
                "text": one["text"],
                "candidates": [],
                "ask": [],
                "texts": sorted(texts.by_code),
            }
            for one in asked
        )

    monkeypatch.setattr(goods.api, "rows", rows)
    monkeypatch.setattr(goods.load, "load", lambda **_: SimpleNamespace(characteristics={}))


def test_goods_in_words_are_told_in_words(call):
    assert call("goods", "classify", "tinned fish").out == (
        "goods: not listed; catch-all, end user and embargo still count\n"
    )


def test_goods_for_programs_are_json(call):
    told = orjson.loads(call("goods", "classify", "tinned fish", "--json").out)
    assert (told["text"], told["outcome"]) == ("tinned fish", "not_listed")


def test_a_file_is_answered_line_by_line(call, tmp_path):
    path = tmp_path / "items.jsonl"
    path.write_text('{"id": "1", "text": "a"}\n{"id": "2", "text": "b"}\n')
    told = call("goods", "classify", path)
    assert [orjson.loads(line)["text"] for line in told.out.splitlines()] == ["a", "b"]


def test_a_file_that_is_not_there_is_not_taken_for_goods(call):
    told = call("goods", "classify", "missing.jsonl")
    assert (told.status, "is not there" in told.err) == (2, True)


def test_lines_come_from_standard_input_too(call, monkeypatch):
    line = io.TextIOWrapper(io.BytesIO(b'{"id": "1", "text": "a"}'))
    monkeypatch.setattr("sys.stdin", line)
    assert orjson.loads(call("goods", "classify", "-").out)["text"] == "a"


def test_official_texts_of_the_user_are_handed_on(call, tmp_path):
    path = tmp_path / "texts.jsonl"
    path.write_text('{"entry": "1C107", "text": "a paragraph"}')
    told = call("goods", "classify", "fish", "--texts", path, "--json")
    assert orjson.loads(told.out)["texts"] == ["1C107"]
