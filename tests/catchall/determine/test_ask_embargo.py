"""Embargoed places in papers: named, not named, or not told."""

import pytest

from catchall.determine import ask_embargo, facts
from catchall.records import Answer

NAMES = {"IR": ("iran", "tehran"), "CU": ("cuba",)}


@pytest.mark.parametrize(
    ("address", "answer"),
    [
        ("4 Sunny Lane, Tehran", Answer.YES),
        ("4 Iran Street, Porto", Answer.NO),
        ("Calle Cuba 4, Porto", Answer.NO),
        ("", Answer.NO),
    ],
)
def test_a_town_counts_and_a_street_does_not(address: str, answer: Answer) -> None:
    told = facts.stated({"parties": {"consignee": {"name": "Orlo", "address": address}}})
    args = {"roles": ["consignee"], "values": ["IR", "CU"], "values_names": NAMES}
    assert ask_embargo.address_names(told, args)[0] is answer


def test_a_field_that_is_not_given_is_open() -> None:
    args = {"fields": ["vessel_flag"], "values": ["IR"]}
    assert ask_embargo.country_named_in(facts.stated({}), args)[0] is Answer.UNKNOWN
