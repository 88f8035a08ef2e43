"""Questions about papers: certificates, licences, measures and denials by their days."""

from typing import Any

import pytest

from catchall.determine import ask_papers, facts
from catchall.records import Answer

PARTIES = {"consignee": "Orlo Works", "end_user": "Velm Mills"}


def ask(name: str, values: dict[str, Any], /, **args: Any) -> Answer:
    told = facts.stated({"day": "2026-11-02", "parties": PARTIES, **values})
    answer: Answer = getattr(ask_papers, name)(told, args)[0]
    return answer


@pytest.mark.parametrize(
    ("measure", "answer"),
    [
        ({"date": "2025-01-01"}, Answer.YES),
        ({"date": ""}, Answer.UNKNOWN),
        ({"date": "2026-12-01"}, Answer.NO),
        ({"date": "2025-01-01", "kind": "warning"}, Answer.NO),
        ({"date": "2025-01-01", "goods_class": "7229"}, Answer.YES),
        ({"date": "2025-01-01", "goods_class": "690721"}, Answer.NO),
        ({"date": "2025-01-01", "goods_class": "E"}, Answer.YES),
        ({"date": "2025-01-01", "goods_class": "steel bars"}, Answer.YES),
        ({"date": "2025-01-01", "goods_class": "pumps"}, Answer.NO),
    ],
)
def test_a_measure_counts_from_its_day_for_its_goods(
    measure: dict[str, str], answer: Answer
) -> None:
    item = {"hs6": "722990", "description": "steel bar", "outcome": "listed",
            "candidates": [{"entry": "E", "class": "maraging_steel"}]}  # fmt: skip
    values = {"measures": [{"party": "Orlo Works", "kind": "fine", **measure}], "goods": [item]}
    assert ask("measured_before", values, roles=["consignee"], kinds=["fine"]) is answer


def test_a_measure_about_other_goods_is_open_while_the_goods_are() -> None:
    measure = {
        "party": "Orlo Works",
        "kind": "fine",
        "date": "2025-01-01",
        "goods_class": "pumps",
    }
    values = {"measures": [measure], "goods": [{"outcome": "ask"}]}
    assert ask("measured_before", values, roles=["consignee"], kinds=["fine"]) is Answer.UNKNOWN


@pytest.mark.parametrize(
    ("taken", "answer"),
    [("2026-05-11", Answer.YES), ("2026-04-20", Answer.NO), ("", Answer.UNKNOWN)],
)
def test_haste_is_measured_from_the_order_to_the_measure(taken: str, answer: Answer) -> None:
    values = {"order_date": "2026-05-01", "measures": [{"party": "Orlo Works", "date": taken}]}
    assert ask("rushed_before_measure", values, roles=["consignee"], days=30) is answer


def test_haste_without_an_order_date_is_open() -> None:
    assert ask("rushed_before_measure", {"measures": []}, roles=["consignee"], days=30) is (
        Answer.UNKNOWN
    )


def test_a_measure_against_another_firm_is_no_haste() -> None:
    values = {"order_date": "2026-05-01", "measures": [{"party": "Mill", "date": "2026-05-02"}]}
    assert ask("rushed_before_measure", values, roles=["consignee"], days=30) is Answer.NO


@pytest.mark.parametrize(
    ("expires", "answer"),
    [
        ("soon", Answer.YES), ("", Answer.YES), ("2027-01-01", Answer.YES),
        ("2026-01-01", Answer.NO), ("Nov 2026", Answer.UNKNOWN),
    ],
)  # fmt: skip
def test_a_denial_runs_until_its_end_is_read(expires: str, answer: Answer) -> None:
    row = {"party": "Orlo Works", "date": "2025-01-01", "expires": expires}
    assert ask("denied_before", {"denials": [row]}, roles=["consignee"]) is answer


def test_a_denial_whose_end_cannot_be_read_asks_when_it_ends() -> None:
    told = facts.stated(
        {"parties": PARTIES, "denials": [{"party": "Orlo Works", "expires": "soon"}]}
    )
    assert "when does it end?" in ask_papers.denied_before(told, {"roles": ["consignee"]})[1]


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("week 12 2027", Answer.NO), ("CW 7/2027", Answer.NO), ("2027-W12", Answer.NO),
        ("w12 2027", Answer.NO), ("week 60 2027", Answer.YES), ("week 12", Answer.YES),
        ("when ready", Answer.YES), ("6-8 weeks after order", Answer.NO),
        ("within 30 days", Answer.NO), ("some weeks", Answer.YES),
    ],
)  # fmt: skip
def test_a_week_of_a_year_is_a_date_of_delivery(text: str, answer: Answer) -> None:
    assert ask("delivery_vague", {"delivery_date": text}) is answer


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("non-civil, military use", Answer.NO), ("civil use", Answer.YES),
        ("not civil but civil", Answer.YES), ("non-civil non-civil", Answer.NO),
    ],
)  # fmt: skip
def test_a_word_that_is_denied_is_not_said(text: str, answer: Answer) -> None:
    args = {"field": "stated_end_use", "values": ["civil"]}
    more = {"values_not": ["non civil", "not civil"]}
    assert ask("text_says", {"stated_end_use": text}, **args, **more) is answer
