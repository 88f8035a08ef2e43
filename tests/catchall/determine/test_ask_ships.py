"""Questions about the ship: its number, its row in the table of vessels, its ties."""

from typing import Any

import pytest

from catchall.determine import ask_ships, facts
from catchall.records import Answer

ROW = {"imo": "9074729", "name": "MV Orlo", "flag_countries": [("Portugal", "PT")]}


def ask(name: str, values: dict[str, Any], /, **args: Any) -> Answer:
    answer: Answer = getattr(ask_ships, name)(facts.stated(values), args)[0]
    return answer


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


def test_a_shipment_without_a_ship_leaves_nothing_open_where_only_named_ones_count() -> None:
    args = {"columns": ["flag"], "values": ["IR"], "named_only": True}
    assert ask("ship_in", {}, **args) is Answer.NO
    assert ask("ship_in", {"vessel_imo": "9074729"}, **args) is Answer.UNKNOWN


@pytest.mark.parametrize(
    ("number", "answer"),
    [
        ("9074729", Answer.NO), ("IMO 9074728", Answer.YES), ("90747", Answer.YES),
        ("9074729; 9074728", Answer.YES), ("", Answer.UNKNOWN),
    ],
)  # fmt: skip
def test_a_number_whose_check_digit_is_wrong_fails(number: str, answer: Answer) -> None:
    assert ask("imo_fails", {"vessel_imo": number}) is answer


@pytest.mark.parametrize(
    ("told", "answer"),
    [
        ({"parties": {"vessel": "mv orlo"}, "vessel_flag": "PT"}, Answer.NO),
        ({"parties": {"vessel": "MV Vell"}, "vessel_flag": "PT"}, Answer.YES),
        ({"parties": {"vessel": "MV Orlo"}, "vessel_flag": "PA"}, Answer.YES),
        ({"parties": {"vessel": "MV Orlo"}}, Answer.UNKNOWN),
        ({"vessel_flag": "PT"}, Answer.UNKNOWN),
    ],
)
def test_papers_and_table_agree_on_the_ship_of_a_number(
    told: dict[str, Any], answer: Answer
) -> None:
    values = {"vessel_imo": "9074729", "vessels": [ROW], **told}
    assert ask("ship_differs", values, columns=["name", "flag"]) is answer


def test_a_row_found_by_its_name_alone_proves_no_difference() -> None:
    values = {"vessels": [ROW], "parties": {"vessel": "MV Orlo"}, "vessel_flag": "PA"}
    assert ask("ship_differs", values, columns=["flag"]) is Answer.UNKNOWN


@pytest.mark.parametrize(
    ("flag", "answer"), [("IR", Answer.YES), ("PT", Answer.NO), (None, Answer.UNKNOWN)]
)
def test_a_field_is_among_the_countries(flag: str | None, answer: Answer) -> None:
    values = {"vessel_flag": flag} if flag else {}
    assert ask("field_in", values, field="vessel_flag", values=["IR"]) is answer
