"""The worked cases of the lawbook are its tests: each must answer as it says."""

import pytest

from catchall.dates import in_force
from catchall.determine import facts, predicates, ruling
from catchall.law import load
from catchall.law.model import Case
from catchall.records import Answer

BOOK = load.load()
CASES = [case for case in BOOK.cases if case.kind != "entry"]
RULES = {rule.id: rule for rule in BOOK.rules}


def _answered(case: Case) -> str:
    everywhere = {name for rule in BOOK.rules for name in rule.jurisdictions}
    answered = ruling.answer(ruling.held(BOOK, case.day, everywhere), facts.stated(case.given))
    answer = next(one.answer for one in answered if one.rule.id == case.subject)
    words = {Answer.UNKNOWN: "ask", Answer.NO: "none"}
    raised = "raised" if case.kind == "flag" else RULES[case.subject].outcome
    return words.get(answer, raised)


@pytest.mark.parametrize(
    "case", CASES, ids=[f"{case.subject}: {case.why} ({case.day})" for case in CASES]
)
def test_a_worked_case_answers_as_it_says(case: Case) -> None:
    assert _answered(case) == case.outcome


def test_every_predicate_of_the_lawbook_is_known() -> None:
    assert load.check(BOOK, predicates.PREDICATES) == ()


def test_every_value_that_a_rule_names_is_held() -> None:
    named = {
        argument
        for rule in BOOK.rules
        for version in rule.versions
        for leaf in ruling.asked(version)
        for key, argument in leaf.args.items()
        if key.startswith("values")
    }
    assert named
    assert named <= set(BOOK.values)


def test_every_value_holds_on_every_day_its_rules_are_in_force() -> None:
    missing = [
        (rule.id, version.start, argument)
        for rule in BOOK.rules
        for version in rule.versions
        for leaf in ruling.asked(version)
        for key, argument in leaf.args.items()
        if key.startswith("values") and in_force(BOOK.values[argument], version.start) is None
    ]
    assert missing == []


@pytest.mark.parametrize(
    ("name", "values", "args", "answer"),
    [
        ("denied_before", {"denials": ()}, {"roles": ["consignee"]}, Answer.NO),
        ("certificate_missing", {"certificates": ()}, {}, Answer.YES),
        ("licence_missing", {"licences": ()}, {"values": ["issued"]}, Answer.YES),
    ],
)
def test_a_table_with_rejected_rows_settles_no_absence(
    name: str, values: dict[str, tuple[()]], args: dict[str, list[str]], answer: Answer
) -> None:
    ask = predicates.PREDICATES[name]
    stated = {"goods": ({},), "parties": {"consignee": "Orlo"}, **values}
    assert ask(facts.stated(stated), args)[0] is answer
    lost = {**stated, "rejected": frozenset(values)}
    assert ask(facts.stated(lost), args)[0] is Answer.UNKNOWN
    other = {**stated, "rejected": frozenset({"vessels"})}
    assert ask(facts.stated(other), args)[0] is answer


def test_what_a_table_with_rejected_rows_does_say_counts() -> None:
    stated = {
        "parties": {"consignee": "Orlo"},
        "denials": ({"party": "Orlo"},),
        "rejected": frozenset({"denials"}),
    }
    ask = predicates.PREDICATES["denied_before"]
    assert ask(facts.stated(stated), {"roles": ["consignee"]})[0] is Answer.YES
