"""How predicates look at facts: the first YES wins, then what is unknown."""

from catchall.determine import answers, facts
from catchall.records import Answer


def test_a_yes_goes_before_an_unknown_and_that_before_the_rest() -> None:
    told = [answers.no("a"), answers.unknown("b"), answers.yes("c")]
    assert answers.first(told, answers.no("d")) == (Answer.YES, "c")
    assert answers.first(told[:2], answers.no("d")) == (Answer.UNKNOWN, "b")
    assert answers.first(told[:1], answers.no("d")) == (Answer.NO, "d")


def test_parties_come_in_the_order_of_the_roles_asked_for() -> None:
    told = facts.stated({"parties": {"consignee": "Orlo", "end_user": ["Velm", "Mill"]}})
    found = answers.parties(told, ("end_user", "payer", "consignee", "end_user"))
    assert [answers.shown(party) for party in found] == [
        "end user Velm", "end user Mill", "consignee Orlo",
    ]  # fmt: skip


def test_without_goods_there_is_no_item() -> None:
    assert answers.items(facts.stated({})) == ()
