"""Letters of an authority: whom, what, where and when they bind."""

from typing import Any

import pytest

from catchall.determine import ask_letters, facts
from catchall.records import Answer

ITEM = {
    "outcome": "not_listed", "description": "vacuum pumps", "hs6": "841410", "candidates": (),
}  # fmt: skip
SHIPPED = {
    "day": "2026-11-02",
    "parties": {
        "exporter": "Velm Export",
        "consignee": {"name": "Orlo Works", "country": "IN"},
    },
    "destinations": ("IN",),
    "goods": (ITEM,),
}
LETTER = {"party": "Orlo Works", "authority": "exercise office", "from": "2026-01-01"}
YES, NO, UNKNOWN = Answer.YES, Answer.NO, Answer.UNKNOWN


def asked(*letters: dict[str, str], **more: Any) -> tuple[Answer, str]:
    told = facts.stated({**SHIPPED, "letters": letters, **more})
    return ask_letters.letter_stands(told, {})


@pytest.mark.parametrize(
    ("more", "answer"),
    [
        ({}, YES),
        ({"party": ""}, YES),
        ({"party": "Another"}, NO),
        ({"party_country": "India"}, YES),
        ({"party_country": "Peru"}, UNKNOWN),
        ({"goods_class": "841410"}, YES),
        ({"goods_class": "vacuum pump"}, YES),
        ({"goods_class": "841350"}, NO),
        ({"destination_country": "India"}, YES),
        ({"destination_country": "Peru"}, NO),
        ({"destination_country": "Nowhereland"}, UNKNOWN),
        ({"from": "2026-12-01"}, NO),
        ({"from": "2026-11"}, UNKNOWN),
        ({"to": "2026-10-01"}, NO),
        ({"to": "2027-10-01"}, YES),
    ],
)
def test_a_letter_binds_for_what_it_names(more: dict[str, str], answer: Answer) -> None:
    assert asked({**LETTER, **more})[0] is answer


def test_goods_not_settled_leave_a_letter_open() -> None:
    open_ = {**ITEM, "outcome": "ask", "description": "machine"}
    assert asked({**LETTER, "goods_class": "pumps"}, goods=(open_,))[0] is UNKNOWN


def test_the_reason_names_authority_day_and_reference() -> None:
    _, why = asked({**LETTER, "reference": "X/7", "use": "nuclear"})
    assert "exercise office informed on 2026-01-01" in why
    assert "nuclear use, reference X/7" in why


def test_no_table_is_not_looked_up() -> None:
    told = facts.stated({key: value for key, value in SHIPPED.items() if key != "letters"})
    assert ask_letters.letter_stands(told, {})[0] is UNKNOWN
