"""Invented trade descriptions of all categories: numbers found, and goods missed."""

import json
from datetime import date
from pathlib import Path

import pytest

from catchall.classify import item
from catchall.law.load import load

ITEMS = [
    json.loads(line)
    for line in Path(__file__).with_name("words.jsonl").read_text(encoding="utf-8").splitlines()
]
DAY = date(2026, 8, 3)


@pytest.fixture(scope="module")
def outcomes():
    book = load()
    return [(one, item(one["text"], lawbook=book, day=DAY).as_dict()) for one in ITEMS]


def _found(wanted, made):
    shown = {code.split(".")[0] for one in made["candidates"][:5] for code in one["eu"]}
    return bool(shown & set(wanted["labels"]))


def test_number_is_among_the_best_five(outcomes):
    hits = [_found(one, made) for one, made in outcomes if one["labels"]]
    assert sum(hits) / len(hits) >= 0.95


def test_listed_goods_are_seldom_called_not_listed(outcomes):
    missed = [made["outcome"] == "not_listed" for one, made in outcomes if one["labels"]]
    assert sum(missed) / len(missed) <= 0.07
