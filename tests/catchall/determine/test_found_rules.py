"""Findings of rules: lifted, waiting for facts, asked about or not."""

from datetime import date
from typing import Any

from catchall.determine import facts, found_rules, ruling
from catchall.law.model import Asked, Lawbook, Rule, Version
from catchall.records import Answer, Finding, Outcome, Question

DAY = date(2026, 11, 2)


def rule(name: str, states: list[str], **more: Any) -> Rule:
    asked = Asked("knowledge_is", {"states": states}, "source art. 2")
    start = Version(date(2020, 1, 1), None, asked)
    told = {
        "id": f"eu.{name}", "kind": "catch_all", "title": f"rule {name}", "asks": f"{name}?",
        "outcome": "licence_required", "severity": "", "jurisdictions": (), "verified": "V",
        "versions": (start,), "cite": "source art. 1",
    }  # fmt: skip
    return Rule(**{**told, **more})


def answered(values: dict[str, Any], *rules: Rule) -> list[ruling.Answered]:
    book = Lawbook("1", "h", (), rules, {}, {})
    return ruling.answer(ruling.held(book, DAY, ("eu",)), facts.stated(values))


def found(values: dict[str, Any], *rules: Rule) -> tuple[list[Finding], list[Question]]:
    told = list(found_rules.of_rules(answered(values, *rules)))
    findings = [one for one in told if isinstance(one, Finding)]
    return findings, [one for one in told if isinstance(one, Question)]


KNOWN = {"knowledge": "aware", "knowledge_of": "any"}


def test_a_rule_that_holds_asks_for_its_outcome() -> None:
    ((one,), questions) = found(KNOWN, rule("a", ["aware"]))
    assert (one.outcome, one.citation, questions) == (
        Outcome.LICENCE, "source art. 1; source art. 2", [],
    )  # fmt: skip


def test_a_rule_from_memory_says_so() -> None:
    ((one,), _) = found(KNOWN, rule("a", ["aware"], verified="M, dates"))
    assert "from memory" in one.why
    assert one.confidence < 1


def test_a_rule_that_another_lifts_is_recorded_only() -> None:
    lifting = rule("b", ["aware"], lifts="eu.a", outcome="none")
    (findings, _) = found(KNOWN, rule("a", ["aware"]), lifting)
    assert [(one.rule, one.outcome) for one in findings] == [("eu.a", None)]


def test_rules_that_wait_for_the_same_fact_are_one_finding() -> None:
    ((one,), questions) = found(
        {}, rule("a", ["aware"]), rule("b", ["informed"], outcome="prohibited")
    )
    assert one.incomplete
    assert one.evidence["rules"] == ["eu.a", "eu.b"]
    assert {one.could_become for one in questions} == {Outcome.LICENCE, Outcome.STOP}


def test_a_supplementary_rule_is_asked_about_but_leaves_nothing_undecided() -> None:
    findings, questions = found({}, rule("a", ["aware"], severity="med"))
    assert findings == []
    assert [one.asks for one in questions] == ["exporter_knowledge"]


def test_a_rule_of_low_severity_is_not_asked_about() -> None:
    assert found({}, rule("a", ["aware"], severity="low")) == ([], [])


def test_a_certificate_table_not_given_is_no_question() -> None:
    missing = Version(date(2020, 1, 1), None, Asked("certificate_expired", {}, "source art. 2"))
    made = rule("a", [], kind="certificate", severity="med", versions=(missing,))
    assert found({}, made) == ([], [])


def test_what_flags_need_is_told_once_with_the_flags_that_wait() -> None:
    flags = [rule(name, ["aware"], kind="flag", severity="low") for name in ("RF1", "RF2")]
    waiting = answered({}, *flags)
    assert {one.answer for one in waiting} == {Answer.UNKNOWN}
    assert found_rules.needs(waiting) == ("exporter_knowledge (RF1, RF2)",)


def test_flags_of_medium_severity_ask_for_review_only_together() -> None:
    flags = [rule(name, ["aware"], kind="flag", severity="med") for name in ("RF1", "RF2")]
    alone = found_rules.of_flags(answered(KNOWN, flags[0]))
    both = found_rules.of_flags(answered(KNOWN, *flags))
    assert [one.outcome for one in alone] == [None]
    assert [one.outcome for one in both] == [Outcome.REVIEW, Outcome.REVIEW]
