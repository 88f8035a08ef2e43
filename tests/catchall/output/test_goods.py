"""One item's classification in words."""

import pytest
from rich.console import Console

from catchall.output import goods

PUMP = {
    "entry": "x.1", "verdict": "unknown", "title": "Pumps", "eu": ["2B350"], "us": [],
    "reasons": ['yes: "pump"', "unknown: flow: not given", "excluded? unknown: size"],
}  # fmt: skip
ASKED = {
    "id": "1", "outcome": "ask", "candidates": [PUMP], "ask": ["flow", "description"],
    "questions": [{"ask": "flow", "decides": ["x.1"]}],
}  # fmt: skip


def shown(answer):
    console = Console(width=120, no_color=True)
    with console.capture() as caught:
        console.print(goods.item(answer, {"flow": "greatest flow rate"}))
    return caught.get()


def test_each_entry_stands_with_its_codes_and_tests():
    told = shown(ASKED)
    assert "x.1  unknown  Pumps  (EU 2B350)" in told
    assert "unknown  flow: not given" in told
    assert "unless   size" in told


def test_questions_are_in_words_and_say_what_they_decide():
    told = shown(ASKED)
    assert "1. greatest flow rate  [flow]  -> x.1" in told
    assert "2. what are the goods?" in told


def test_entries_only_near_stand_in_one_line_and_do_not_count():
    near = {**PUMP, "entry": "x.2", "verdict": "near", "destinations": ["KP"]}
    told = shown({**ASKED, "candidates": [PUMP, near]})
    assert "not counted; a person may look: x.2 (Pumps)" in told


def test_goods_without_any_entry_say_so_and_are_not_called_free():
    answer = {"id": "1", "outcome": "not_listed", "candidates": [], "ask": []}
    told = shown({**answer, "no_entry": True, "reasons": ["no class named"]})
    assert told.startswith("1: not listed, no entry is for such goods; catch-all, end user and")
    assert told.rstrip().endswith("no class named")


@pytest.mark.parametrize("where", ["KP", "IR"])
def test_an_entry_for_one_destination_says_so(where):
    told = shown({**ASKED, "candidates": [{**PUMP, "destinations": [where]}]})
    assert f"only for {where}" in told
