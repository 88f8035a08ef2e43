"""A stated use against goods and user, and the words of a programme."""

from typing import Any

import pytest

from catchall.determine import ask_use, facts
from catchall.records import Answer

WORDS = {"food": ("bakery",), "metal": ("dies",), "medical": ("clinic",)}
MEETS = {"outcome": "listed", "candidates": ({"entry": "X-1.C.2", "verdict": "meets"},)}
MAY_MEET = {"candidates": ({"entry": "X-1.C.2", "verdict": "unknown"},)}


def ask(name: str, values: dict[str, Any], /, **args: Any) -> Answer:
    told = facts.stated({"parties": {"end_user": "Orlo Works"}, **values})
    answer: Answer = getattr(ask_use, name)(told, args)[0]
    return answer


@pytest.mark.parametrize(
    ("use", "table", "answer"),
    [
        ("ovens of a bakery", {"X-1": ("food",)}, Answer.YES),
        ("ovens of a bakery", {"X-1": ("food",), "X-1.C": ("medical",)}, Answer.NO),
        ("dies of a bakery", {"X-1": ("food",)}, Answer.NO),
        ("as agreed", {"X-1": ("food",)}, Answer.UNKNOWN),
        ("ovens of a bakery", {"Y-1": ("food",)}, Answer.NO),
        ("", {"X-1": ("food",)}, Answer.UNKNOWN),
    ],
)
def test_a_use_is_strange_only_when_every_kind_it_names_is(
    use: str, table: dict[str, Any], answer: Answer
) -> None:
    values = {"stated_end_use": use, "goods": [MEETS]}
    assert ask("use_strange", values, values=WORDS, values_strange=table) is answer


def test_goods_that_only_may_meet_the_entry_leave_a_strange_use_open() -> None:
    values = {"stated_end_use": "ovens of a bakery", "goods": [MAY_MEET]}
    args = {"values": WORDS, "values_strange": {"X-1": ("food",)}}
    assert ask("use_strange", values, **args) is Answer.UNKNOWN


@pytest.mark.parametrize(
    ("sector", "answer"),
    [
        ("bakery", Answer.YES),
        ("dies", Answer.NO),
        ("trading, bakery", Answer.NO),
        ("stamps", Answer.UNKNOWN),
        ("", Answer.UNKNOWN),
    ],
)
def test_the_use_is_compared_with_the_users_business(sector: str, answer: Answer) -> None:
    rows = [{"name": "Orlo Works", "sector": sector}]
    values = {"stated_end_use": "dies", "registry": rows}
    args = {"roles": ["end_user"], "values": WORDS, "values_any": ["trading"]}
    assert ask("use_unlike_business", values, **args) is answer


def test_a_use_of_no_kind_held_leaves_the_business_open() -> None:
    values = {"stated_end_use": "ours", "registry": [{"name": "ORLO WORKS", "sector": "dies"}]}
    args = {"roles": ["end_user"], "values": WORDS, "values_any": ["trading"]}
    assert ask("use_unlike_business", values, **args) is Answer.UNKNOWN


@pytest.mark.parametrize(
    ("values", "answer"),
    [
        ({"stated_end_use": "missile parts"}, Answer.YES),
        ({"stated_end_use": "missile toys and missile parts"}, Answer.YES),
        ({"stated_end_use": "missile toys"}, Answer.NO),
        ({}, Answer.UNKNOWN),
        ({"registry": [{"name": "Orlo Works", "sector": "missile"}]}, Answer.YES),
    ],
)
def test_a_programme_is_named_by_use_or_business(
    values: dict[str, Any], answer: Answer
) -> None:
    args = {
        "roles": ["end_user"],
        "kinds": ["missile", "other"],
        "values": {"missile": {"en": ("missile",)}},
        "values_not": ("missile toys",),
    }
    assert ask("programme_named", values, **args) is answer
