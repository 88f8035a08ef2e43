"""Questions across shipments: open without the whole input."""

import pytest

from catchall.determine import ask_series, facts
from catchall.records import Answer

ARGS = {
    "roles": ["consignee"],
    "at_least": 5,
    "what": "unit_value",
    "factor": 2,
    "deviations": 2,
}


@pytest.mark.parametrize("name", sorted(ask_series.QUESTIONS))
def test_without_the_whole_input_every_question_is_open(name: str) -> None:
    asked, _ = ask_series.QUESTIONS[name]
    assert asked(facts.stated({}), ARGS)[0] is Answer.UNKNOWN


def test_a_shared_contact_is_open_until_the_tables_are_given() -> None:
    link = {
        "role": "consignee",
        "name": "Orlo",
        "kind": "phone",
        "other": "Velm",
        "against": (),
    }
    told = facts.stated(
        {"linked": [link], "parties": {"consignee": {"name": "Orlo", "phone": "1"}}}
    )
    assert ask_series.contact_of_flagged(told, ARGS)[0] is Answer.UNKNOWN


def test_a_buyer_without_contacts_is_open() -> None:
    told = facts.stated({"linked": [], "parties": {"consignee": "Orlo"}})
    assert ask_series.contact_of_flagged(told, ARGS)[0] is Answer.UNKNOWN
