"""Goods as a paper names them against an item: code, number, class, words."""

from typing import Any

import pytest

from catchall.determine import same_goods
from catchall.records import Answer

MEETS = {
    "entry": "NSG2-2.C.11", "numbers": ("1C216",), "verdict": "meets",
    "class": "maraging_steel", "called": ("martensitaushaertender stahl",),
}  # fmt: skip
STEEL: dict[str, Any] = {
    "description": "rods, grade 300", "hs6": "722830", "outcome": "listed", "line": "1",
    "candidates": (MEETS,),
}  # fmt: skip


@pytest.mark.parametrize(
    ("wanted", "answer"),
    [
        ("1C216", Answer.YES),
        ("1C116", Answer.NO),
        ("NSG2-2.C.11", Answer.YES),
        ("7228", Answer.YES),
        ("84122100", Answer.NO),
        ("maraging steel", Answer.YES),
        ("Martensitaushaertender Stahl", Answer.YES),
        ("rods", Answer.YES),
        ("centrifugal pumps", Answer.NO),
        ("pumps; 1C216", Answer.YES),
        ("parts", Answer.UNKNOWN),
        (" ", Answer.UNKNOWN),
    ],
)
def test_goods_are_named_by_code_number_class_or_words(wanted: str, answer: Answer) -> None:
    assert same_goods.about(wanted, STEEL, ["parts"])[0] is answer


@pytest.mark.parametrize("wanted", ["1C216", "7228", "pumps"])
def test_what_is_not_known_of_the_item_leaves_it_open(wanted: str) -> None:
    assert same_goods.about(wanted, {}, [])[0] is Answer.UNKNOWN
