"""Questions about parties: names, tables, payers and banks."""

from typing import Any

import pytest

from catchall.determine import ask_parties, facts
from catchall.records import Answer


def ask(name: str, values: dict[str, Any], /, **args: Any) -> Answer:
    answer: Answer = getattr(ask_parties, name)(facts.stated(values), args)[0]
    return answer


def payer(country: str, home: str, **more: Any) -> dict[str, Any]:
    named = {"payer": {"name": "Velm", "country": country}}
    return {"parties": {**named, "consignee": {"name": "Orlo", "country": home}}, **more}


@pytest.mark.parametrize(
    ("values", "answer"),
    [
        (payer("CY", "TR"), Answer.YES),
        (payer("TR", "TR"), Answer.NO),
        (payer("", "TR"), Answer.UNKNOWN),
        (payer("", "TR", payer_country="CY"), Answer.YES),
        (payer("CY", ""), Answer.UNKNOWN),
        ({"parties": {"payer": "Velm"}}, Answer.UNKNOWN),
    ],
)
def test_a_payer_is_strange_only_in_a_third_country(
    values: dict[str, Any], answer: Answer
) -> None:
    assert ask("third_country_payer", values) is answer


@pytest.mark.parametrize(
    ("bank", "home", "answer"),
    [
        ("CY", "TR", Answer.YES), ("DE", "TR", Answer.NO), ("CY", "CY", Answer.NO),
        ("CY", "", Answer.UNKNOWN), ("", "TR", Answer.UNKNOWN),
    ],
)  # fmt: skip
def test_a_bank_is_strange_only_in_a_hub_of_no_party(
    bank: str, home: str, answer: Answer
) -> None:
    values = {"parties": {"bank": {"name": "B", "country": bank},
                          "consignee": {"name": "Orlo", "country": home}}}  # fmt: skip
    assert ask("third_country_bank", values, roles=["consignee"], values=["CY"]) is answer


@pytest.mark.parametrize(
    ("founded", "ordered", "answer"),
    [
        ("2023-01-01", None, Answer.YES), ("2021-06-01", "2022-06-01", Answer.YES),
        ("2019-01-01", "2022-06-01", Answer.NO), ("2021-06-01", None, Answer.UNKNOWN),
        ("2022", "2026-06-01", Answer.UNKNOWN),
    ],
)  # fmt: skip
def test_a_firm_is_young_by_the_day_or_the_months(
    founded: str, ordered: str | None, answer: Answer
) -> None:
    values: dict[str, Any] = {
        "parties": {"consignee": {"name": "Orlo", "country": "AE"}},
        "registry": [{"name": "Orlo Ltd", "founded": founded, "country": "AE"}],
    }
    if ordered:
        values["order_date"] = ordered
    young = {"after": "2022-02-24", "countries": ["AE"]}
    assert ask("founded_lately", values, roles=["consignee"], months=24, values=young) is answer


@pytest.mark.parametrize(
    "name", ["name_says", "email_among", "registry_says", "registry_flag", "founded_lately"]
)
def test_nobody_in_the_role_is_unknown(name: str) -> None:
    args = {"roles": ["end_user"], "values": [], "column": "sector", "months": 1}
    assert ask(name, {}, **args) is Answer.UNKNOWN


def test_a_match_of_another_effect_proves_no_identity() -> None:
    hit = {"role": "consignee", "party": "Orlo", "match": True, "effect": "review",
           "confirmed": True, "basis": "identifier", "name": "ORLO", "list": "l"}  # fmt: skip
    values = {
        "hits": [hit],
        "screened": [{"role": "consignee", "party": "Orlo", "screened": True}],
    }
    assert ask("identity_confirmed", values, effects=["prohibited"]) is Answer.NO


def test_no_screening_at_all_is_unknown() -> None:
    assert ask("identity_confirmed", {}, effects=["prohibited"]) is Answer.UNKNOWN
