"""The project's own goods set: what holds today is not lost tomorrow.

The descriptions were written from general knowledge of the trade before the entries' words.
The floors lie under what ``bench/goods.py`` prints; the goals stand in the manual.
"""

import csv
from datetime import date

import pytest
from goods import OWN, deciding, figures, read, scored

from catchall.classify import item
from catchall.law.load import load

DAY = date(2026, 8, 3)
BOOK = load()
FLOORS = {"recall@1": 0.85, "recall@5": 0.95, "outcome": 0.9, "outcome, strict": 0.6}
CEILINGS = {"false not_listed": 0.03, "false alarm": 0.12}


@pytest.fixture(scope="module")
def done():
    return scored(read(OWN), BOOK)


def test_the_set_is_large_and_has_goods_of_every_category(done):
    codes = {code[:2] for one in done for code in one.item["labels"]}
    assert len(done) >= 150
    assert {f"{number}A" for number in range(10)} <= codes
    assert sum(not one.item["labels"] for one in done) >= 40


def test_the_figures_of_the_set_hold(done):
    made = figures(done)
    assert {name for name, least in FLOORS.items() if made[name] < least} == set()
    assert {name for name, most in CEILINGS.items() if made[name] > most} == set()


def test_the_first_question_can_decide(done):
    asked = [item(one.item["text"], lawbook=BOOK, day=DAY) for one in done
             if one.done["outcome"] == "ask"]  # fmt: skip
    assert sum(map(deciding, asked)) >= 0.9 * len(asked)


def test_goods_of_every_day_are_not_listed(real_data):
    path = real_data / "ref" / "harmonized-system.csv"
    with path.open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["level"] == "6"]
    food = [row["description"] for row in rows if row["hscode"] < "25"]
    alarms = [
        text for text in food if item(text, lawbook=BOOK, day=DAY).outcome != "not_listed"
    ]
    assert len(alarms) <= len(food) // 100
