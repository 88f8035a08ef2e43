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
    ("licence", "answer"),
    [
        ({"consignee": "Orlo Works"}, Answer.NO),
        ({"consignee": "Orlo Works", "from": "2027-01-01"}, Answer.YES),
        ({"consignee": "Orlo Works", "expires": "2026-10-01"}, Answer.YES),
        ({"consignee": "Orlo Works", "expires": "Nov 2026"}, Answer.UNKNOWN),
        ({"consignee": "Orlo Works", "status": "applied for"}, Answer.YES),
        ({"consignee": "Another"}, Answer.YES),
        ({"consignee": "", "general": "yes"}, Answer.NO),
        ({"consignee": "", "end_user": "", "licence_no": "L7"}, Answer.NO),
        ({"consignee": "Another", "licence_no": "L7"}, Answer.YES),
    ],
)
def test_a_licence_counts_while_it_runs_and_fits(
    licence: dict[str, str], answer: Answer
) -> None:
    values = {"licences": [licence], "licence_no": "L7"}
    assert ask("licence_missing", values, values=["applied"]) is answer


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


def test_a_column_that_no_certificate_has_is_open() -> None:
    values = {"certificates": [{"certificate_no": "C1"}]}
    assert ask("certificate_lacks", values, columns=["signer"]) is Answer.UNKNOWN


@pytest.mark.parametrize(
    ("row", "answer"),
    [
        ({"end_user": "Velm Mills Ltd"}, Answer.NO),
        ({"end_user": "Orlo Works"}, Answer.YES),
        ({"end_user": ""}, Answer.UNKNOWN),
    ],
)
def test_a_certificate_names_the_end_user_of_the_shipment(
    row: dict[str, str], answer: Answer
) -> None:
    assert ask("certificate_differs", {"certificates": [row]}, roles=["end_user"]) is answer


def test_a_certificate_without_end_user_leaves_the_trader_open() -> None:
    values = {"certificates": [{"certificate_no": "C1"}]}
    assert ask("certificate_signed_by_trader", values, values=["trading"]) is Answer.UNKNOWN


@pytest.mark.parametrize(
    ("places", "answer"),
    [
        ({"flag_countries": [("Iran", "IR")]}, Answer.YES),
        ({"flag_countries": [("Oman", "OM")]}, Answer.NO),
        ({"flag_countries": [("Somewhere", "")]}, Answer.UNKNOWN),
        ({}, Answer.UNKNOWN),
    ],
)
def test_a_ship_is_tied_by_what_its_row_says(places: dict[str, Any], answer: Answer) -> None:
    values = {"vessels": [{"name": "MV Orlo", **places}]}
    assert ask("ship_in", values, columns=["flag"], values=["IR"]) is answer


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
