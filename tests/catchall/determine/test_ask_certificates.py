"""The certificate clause by clause: what fails, what fits, what a clause leaves open."""

from typing import Any

import pytest

from catchall.determine import ask_certificates, facts
from catchall.records import Answer

PARTIES = {"consignee": "Orlo Works", "end_user": "Velm Mills"}
STEEL = {"description": "maraging steel rods", "quantity": 40.0, "unit": "kg", "line": "1"}
TILES = {"description": "floor tiles", "quantity": 40.0, "unit": "kg", "line": "2"}
KINDS = {"medical": ["hospital", "medical"], "food": ["bakery", "dairy"]}


def ask(name: str, values: dict[str, Any], /, **args: Any) -> Answer:
    told = facts.stated({"day": "2026-11-02", "parties": PARTIES, **values})
    answer: Answer = getattr(ask_certificates, name)(told, args)[0]
    return answer


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


TWO = [
    {"description": "floor tiles", "quantity": 900.0, "unit": "pcs"},
    {"description": "steel pumps", "quantity": 5.0, "unit": "pcs"},
]


@pytest.mark.parametrize(
    ("rows", "answer"),
    [
        ([{"goods": "pumps", "quantity": "5"}], Answer.NO),
        ([{"goods": "pumps", "quantity": "4"}], Answer.YES),
        ([{"goods": "", "quantity": "4"}], Answer.UNKNOWN),
        ([{"goods": "valves", "quantity": "4"}], Answer.UNKNOWN),
        ([{"goods": "pumps", "quantity": "3"}, {"goods": "pumps", "quantity": "2"}],
         Answer.UNKNOWN),
    ],
)  # fmt: skip
def test_a_certificate_is_compared_with_the_goods_it_names(
    rows: list[dict[str, str]], answer: Answer
) -> None:
    values = {"goods": TWO, "certificates": [{"quantity_unit": "PCS", **row} for row in rows]}
    assert ask("certificate_falls_short", values) is answer


@pytest.mark.parametrize(
    ("goods", "answer"),
    [
        ("maraging steel", Answer.NO),
        ("pumps", Answer.YES),
        ("parts", Answer.UNKNOWN),
        ("", Answer.UNKNOWN),
    ],
)
def test_goods_no_certificate_names_are_found(goods: str, answer: Answer) -> None:
    values = {"goods": [STEEL], "certificates": [{"certificate_no": "C1", "goods": goods}]}
    assert ask("certificate_other_goods", values, values=["parts"]) is answer


@pytest.mark.parametrize(
    ("outcome", "answer"),
    [("listed", Answer.YES), ("ask", Answer.UNKNOWN), ("not_listed", Answer.NO)],
)
def test_a_second_line_must_be_named_unless_it_is_unlisted(
    outcome: str, answer: Answer
) -> None:
    row = {"certificate_no": "C1", "goods": "maraging steel"}
    values = {"goods": [STEEL, {**TILES, "outcome": outcome}], "certificates": [row]}
    assert ask("certificate_other_goods", values, values=[]) is answer
    both = {**values, "certificates": [row, {"goods": "tiles"}]}
    assert ask("certificate_other_goods", both, values=[]) is Answer.NO


@pytest.mark.parametrize(
    ("given", "answer"),
    [({}, Answer.UNKNOWN), ({"certificates": []}, Answer.NO)],
)
def test_without_a_certificate_there_is_nothing_to_compare(
    given: dict[str, Any], answer: Answer
) -> None:
    assert ask("certificate_other_goods", {"goods": [STEEL], **given}, values=[]) is answer


@pytest.mark.parametrize(
    ("allowed", "used", "answer"),
    [
        ("100", {}, Answer.NO),
        ("79", {}, Answer.YES),
        ("100", {"sure": 21.0, "most": 21.0}, Answer.YES),
        ("100", {"sure": 20.0, "most": 20.0}, Answer.NO),
        ("100", {"most": 21.0}, Answer.UNKNOWN),
    ],
)
def test_all_lines_and_what_was_used_before_count(
    allowed: str, used: dict[str, float], answer: Answer
) -> None:
    past = {
        key: {"lines": 1, "stated kg": 1, "amount kg": amount} for key, amount in used.items()
    }
    values = {
        "goods": [STEEL, {**STEEL, "line": "2"}],
        "series": {"drawn": {"certificate": {"c1": {"shipments": ["H1"], **past}}}},
        "certificates": [{"certificate_no": "C1", "goods": "maraging steel",
                          "quantity": allowed, "quantity_unit": "kg"}],
    }  # fmt: skip
    assert ask("certificate_falls_short", values) is answer


@pytest.mark.parametrize(
    ("stated", "said", "answer"),
    [
        ("hospital ward", "medical care", Answer.NO),
        ("hospital ward", "bakery", Answer.YES),
        ("hospital ward", "as agreed", Answer.UNKNOWN),
        ("hospital ward", "", Answer.UNKNOWN),
        ("new roof of a shed", "roof", Answer.NO),
        ("repair for us", "use for ships", Answer.UNKNOWN),
    ],
)
def test_the_use_of_the_certificate_is_compared(stated: str, said: str, answer: Answer) -> None:
    values = {"stated_end_use": stated, "certificates": [{"end_use": said}]}
    found = ask("certificate_other_use", values, values=KINDS, values_not=["for", "use"])
    assert found is answer


@pytest.mark.parametrize(
    ("role", "answer"),
    [
        ("procurement agent", Answer.YES),
        ("managing director", Answer.NO),
        ("", Answer.UNKNOWN),
    ],
)
def test_the_signers_role_is_read(role: str, answer: Answer) -> None:
    values = {"certificates": [{"signer_role": role}]}
    args = {"columns": ["signer_role"], "values": ["procurement agent"]}
    assert ask("certificate_says", values, **args) is answer
