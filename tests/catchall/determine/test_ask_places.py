"""Questions about places: one of the countries, another, or not known."""

from typing import Any

import pytest

from catchall.determine import ask_places, facts
from catchall.records import Answer


def ask(name: str, values: dict[str, Any], /, **args: Any) -> Answer:
    answer: Answer = getattr(ask_places, name)(facts.stated(values), args)[0]
    return answer


@pytest.mark.parametrize(
    ("values", "answer"),
    [
        ({"destinations": ["IN", "IR"]}, Answer.YES),
        ({"destinations": ["IN"]}, Answer.NO),
        ({"destinations": ["IN"], "destinations_unread": ["Oz"]}, Answer.UNKNOWN),
        ({"destinations": ["IR"], "destinations_unread": ["Oz"]}, Answer.YES),
        ({}, Answer.UNKNOWN),
    ],
)
def test_a_destination_is_there_elsewhere_or_not_known(
    values: dict[str, Any], answer: Answer
) -> None:
    assert ask("destination_in", values, values=["IR"]) is answer


def port(country: str) -> list[dict[str, str]]:
    return [{"port": "Some Port", "country": country}]


@pytest.mark.parametrize(
    ("values", "answer"),
    [
        ({"destinations": ["IN"], "discharge_port": port("AE")}, Answer.YES),
        ({"destinations": ["IN"], "discharge_port": port("IN")}, Answer.NO),
        ({"destinations": ["IN"], "discharge_port": port("")}, Answer.UNKNOWN),
        ({"discharge_port": port("AE")}, Answer.UNKNOWN),
    ],
)
def test_a_port_is_abroad_when_it_is_not_at_the_destination(
    values: dict[str, Any], answer: Answer
) -> None:
    assert ask("port_abroad", values) is answer


def test_two_countries_and_one_unknown_could_be_three() -> None:
    parties = {
        "consignee": {"name": "A", "country": "AE"},
        "payer": {"name": "B", "country": "CY"},
    }
    args = {"roles": ["consignee", "payer", "notify_party"], "at_least": 3}
    assert ask("jurisdictions_reach", {"parties": parties}, **args) is Answer.UNKNOWN


def test_knowledge_of_a_use_not_told_is_open_for_a_rule_about_one_use() -> None:
    args = {"states": ["aware"], "limbs": ["wmd"]}
    assert ask("knowledge_is", {"knowledge": "aware"}, **args) is Answer.UNKNOWN


def test_an_address_is_asked_of_somebody() -> None:
    assert ask("address_says", {}, roles=["consignee"], values=["x"]) is Answer.UNKNOWN
