"""A ceiling against what is shipped and what was used: over it, within it, or not known."""

from typing import Any

import pytest

from catchall.determine import facts, used
from catchall.records import Answer

ITEM = {"quantity": 30.0, "unit": "kg", "value": 300.0, "currency": "EUR"}


def within(past: dict[str, Any], ceiling: used.Ceiling, **more: Any) -> tuple[Answer, str]:
    series = {"drawn": {"licence": {"l7": past}}, **more}
    return used.within(facts.stated({"series": series}), ceiling, [ITEM])


def kilograms(amount: float, lines: int = 1) -> dict[str, float]:
    return {"lines": lines, "stated kg": 1, "amount kg": amount}


@pytest.mark.parametrize(
    ("sure", "most", "answer"),
    [
        (kilograms(70), kilograms(70), Answer.YES),
        (kilograms(71), kilograms(71), Answer.NO),
        ({}, kilograms(71), Answer.UNKNOWN),
        (kilograms(10, lines=2), kilograms(10, lines=2), Answer.UNKNOWN),
        (kilograms(80, lines=2), kilograms(80, lines=2), Answer.NO),
    ],
)
def test_what_was_used_takes_from_the_ceiling(
    sure: dict[str, float], most: dict[str, float], answer: Answer
) -> None:
    past = {"sure": sure, "most": most, "shipments": ["H1"]}
    assert within(past, used.Ceiling("licence", "L7", 100.0, "kg"))[0] is answer


def test_the_reason_tells_ceiling_used_and_left() -> None:
    past = {"sure": kilograms(60), "most": kilograms(60), "shipments": ["H1", "H2"]}
    told = within(past, used.Ceiling("licence", "L7", 100.0, "kgs"), history=True)[1]
    assert told == (
        "licence L7: ceiling 100 kgs, used before 60 in H1, H2, left 40, shipped 30"
    )


def test_without_a_history_the_reason_says_so() -> None:
    assert used.NO_HISTORY in within({}, used.Ceiling("licence", "L7", 100.0, "kg"))[1]


@pytest.mark.parametrize(
    ("allowed", "unit", "answer"),
    [
        (300.0, "EUR", Answer.YES),
        (299.0, "EUR", Answer.NO),
        (300.0, "USD", Answer.UNKNOWN),
        (300.0, "", Answer.UNKNOWN),
        (None, "EUR", Answer.UNKNOWN),
    ],
)
def test_value_is_compared_in_one_currency(
    allowed: float | None, unit: str, answer: Answer
) -> None:
    ceiling = used.Ceiling("licence", "L7", allowed, unit, money=True)
    assert within({}, ceiling)[0] is answer
