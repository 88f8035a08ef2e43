"""Which reason for control needs a licence to which country, and which exception is usable?"""

import pytest
from tests.catchall.determine.destination.conftest import Ask

from catchall.records import Outcome

LICENCE, REVIEW = Outcome.LICENCE, Outcome.REVIEW


@pytest.mark.parametrize(
    ("code", "to", "outcome", "words"),
    [
        ("1C107.a", "IN", LICENCE, "MT column 1"),
        ("1C107.a", "CA", None, "no mark"),
        ("2B201", "CN", LICENCE, "NP column 1"),
        ("2B201", "DE", None, "no mark"),
        ("2B350.a", "HK", LICENCE, "CB column 2"),
        ("2B350.a", "AU", None, "no mark"),
        ("3A001", "DE", REVIEW, "for a part of 3A001"),
        ("1C107.a", "IR", LICENCE, "nothing goes to IR"),
        ("USML XI", "DE", LICENCE, "munitions list"),
        ("9Z999", "DE", REVIEW, "not in the tables held"),
        ("1C107.a", "US", None, "stay"),
    ],
)
def test_the_chart_decides(
    us: Ask, code: str, to: str, outcome: Outcome | None, words: str
) -> None:
    ruling = us(code, to)
    assert ruling.outcome is outcome
    assert words in ruling.why


def test_a_paragraph_that_is_not_controlled_for_the_reason_is_left_out(us: Ask) -> None:
    inside, outside = us("6A003.a.3", "CN"), us("6A003.b.4", "CN")
    assert "NP column 1" in inside.why
    assert "NP column 1" not in outside.why


def test_an_exception_that_could_be_used_tells_its_limit(us: Ask) -> None:
    told = " ".join(us("2B350.a", "AE").general)
    assert "LVS could be used for a part of the number" in told


def test_an_exception_is_not_for_other_groups(us: Ask) -> None:
    assert "LVS is not for KP" not in " ".join(us("2B350.a", "KP").general)
    assert "LVS is not for CN" in " ".join(us("2B350.a", "CN").general)


def test_goods_made_and_sent_elsewhere_are_not_shown_to_be_under_it(us: Ask) -> None:
    made = us("1C107.a", "IN", left=("DE",), origin=("DE",), left_known=True)
    assert made.outcome is None
    assert "not checked" in made.why
    assert us("1C107.a", "IN", left=("DE",), origin=("US",), left_known=True).outcome is LICENCE
    assert us("1C107.a", "IN", left=("DE",), left_known=True).outcome is LICENCE


def test_without_a_destination_it_is_not_decided(us: Ask) -> None:
    assert us("1C107.a").incomplete


@pytest.mark.parametrize(
    ("code", "to", "words"),
    [
        ("9A610.a", "CN", "600 series"),
        ("7A611.a", "IN", "MT reasons"),
        ("3A002", "AE", "if this is such a part"),
    ],
)
def test_a_bar_on_every_exception_comes_first(us: Ask, code: str, to: str, words: str) -> None:
    assert words in " ".join(us(code, to).general)


@pytest.mark.parametrize(
    ("code", "to", "outcome", "words"),
    [
        ("5A980", "DE", REVIEW, "no reason for control of 5A980 is held"),
        ("9A117", "FR", LICENCE, "left to the munitions list"),
        ("9A991.a", "CF", REVIEW, "section 746.1(b)"),
        ("9A991.c", "CF", None, "no mark"),
        ("9A991.a", "FR", None, "no mark"),
        ("2A994", "RU", LICENCE, "no number of the list goes to RU"),
        ("1C010.b", "PK", LICENCE, "NP column 1 for a part of 1C010"),
        ("1D607.a", "JP", LICENCE, "NS column 1 for a part of 1D607"),
        ("5A001.b.5", "DE", LICENCE, "NS column 1"),
    ],
)
def test_no_mark_is_never_no_licence_where_the_text_asks_for_more(
    us: Ask, code: str, to: str, outcome: Outcome | None, words: str
) -> None:
    ruling = us(code, to)
    assert (ruling.outcome, words in ruling.why) == (outcome, True), ruling.why


@pytest.mark.parametrize(("code", "name"), [("2E018", "TSR"), ("3B002.a", "GBS")])
def test_an_exception_without_a_limit_in_money_tells_none(
    us: Ask, code: str, name: str
) -> None:
    told = " ".join(us(code, "IN").general)
    assert name in told
    assert "dollars" not in told.split(name)[1]
