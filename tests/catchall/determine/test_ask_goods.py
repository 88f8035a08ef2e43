"""Questions about goods: any item decides, and no goods is unknown."""

from typing import Any

import pytest

from catchall.determine import ask_goods, facts
from catchall.records import Answer

MEETS = {
    "outcome": "listed",
    "candidates": [{"entry": "E", "regime": "mtcr", "verdict": "meets"}],
}
PLAIN = {"outcome": "not_listed", "hs6": "690721", "candidates": []}


def ask(name: str, goods: list[dict[str, Any]], /, **args: Any) -> Answer:
    asked = getattr(ask_goods, name)
    answer: Answer = asked(facts.stated({"goods": goods}), args)[0]
    return answer


@pytest.mark.parametrize("name", sorted(ask_goods.QUESTIONS))
def test_without_goods_every_question_is_open(name: str) -> None:
    assert ask(
        name, [], values={"words": [], "kg": 1, "USD": 5, "codes": {}}, values_hs=[], factor=2
    ) is (Answer.UNKNOWN)


def test_one_item_that_meets_is_enough() -> None:
    assert ask("goods_meet", [PLAIN, MEETS]) is Answer.YES


def test_an_item_not_classified_leaves_it_open() -> None:
    assert ask("goods_meet", [PLAIN, {}]) is Answer.UNKNOWN


def test_an_entry_of_another_regime_is_not_asked_about() -> None:
    assert ask("goods_meet", [MEETS], regimes=["nsg"]) is Answer.NO


@pytest.mark.parametrize(
    ("goods", "answer"),
    [
        ([{"value": 6.0, "currency": "USD"}, {"value": 6.0, "currency": "USD"}], Answer.YES),
        ([{"value": 6.0, "currency": "USD"}, {"currency": "USD"}], Answer.UNKNOWN),
        ([{"value": 60.0, "currency": "USD"}, {"currency": "USD"}], Answer.YES),
        (
            [{"value": 6.0, "currency": "USD"}, {"value": 6.0, "currency": "EUR"}],
            Answer.UNKNOWN,
        ),
        ([{"value": 6.0, "currency": "XAU"}], Answer.UNKNOWN),
        ([{"value": 6.0, "currency": "USD"}], Answer.NO),
    ],
)
def test_the_value_is_summed_in_one_currency(
    goods: list[dict[str, Any]], answer: Answer
) -> None:
    assert ask("value_reaches", goods, values={"USD": 10}) is answer


@pytest.mark.parametrize(
    ("kg", "answer"), [(1000.0, Answer.NO), (2100.0, Answer.YES), (400.0, Answer.YES)]
)
def test_weight_and_mass_agree_within_the_factor(kg: float, answer: Answer) -> None:
    goods = [{"kg": kg, "quantity": 1.0, "unit": "MT"}]
    assert ask("weight_contradicts", goods, factor=2, values={"mt": 1000}) is answer


def test_small_use_without_a_weight_is_open() -> None:
    told = facts.stated({"stated_end_use": "teaching", "goods": [{}]})
    args = {"values": {"words": ["teaching"], "kg": 5}}
    assert ask_goods.beyond_small_use(told, args)[0] is Answer.UNKNOWN


NORM = {"codes": {"6907": [0.03, 50], "690721": [0.1, 20]}, "currencies": {"USD": 1, "EUR": 2}}


@pytest.mark.parametrize(
    ("item", "answer"),
    [
        ({"hs6": "690721", "value": 30.0, "kg": 1.0, "currency": "USD"}, Answer.YES),
        ({"hs6": "690721", "value": 11.0, "kg": 1.0, "currency": "EUR"}, Answer.YES),
        ({"hs6": "690722", "value": 30.0, "kg": 1.0, "currency": "USD"}, Answer.NO),
        ({"hs6": "690721", "value": 30.0, "kg": 1.0, "currency": "XAU"}, Answer.UNKNOWN),
        ({"hs6": "690721", "value": 30.0, "currency": "USD"}, Answer.UNKNOWN),
        ({"hs6": "940360", "value": 30.0, "currency": "USD"}, Answer.NO),
    ],
)
def test_a_value_is_held_against_the_norm_of_its_code(
    item: dict[str, Any], answer: Answer
) -> None:
    args = {"of": "value", "per": "kg", "unit": "kg", "values": NORM}
    assert ask("outside_norm", [item], **args) is answer


@pytest.mark.parametrize(("unit", "answer"), [("PCS", Answer.YES), ("m", Answer.UNKNOWN)])
def test_a_weight_for_one_piece_needs_a_quantity_of_pieces(unit: str, answer: Answer) -> None:
    item = {"hs6": "854231", "kg": 900.0, "quantity": 10.0, "unit": unit}
    args = {"of": "kg", "per": "quantity", "unit": "piece", "units": ["pcs"]}
    assert ask("outside_norm", [item], **args, values={"codes": {"8542": [0, 1]}}) is answer
