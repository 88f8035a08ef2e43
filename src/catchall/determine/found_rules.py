"""Findings of the rules and flags. In: answers; out: findings, questions, unknown flags.

A rule that is YES asks for its outcome. A rule that is UNKNOWN leaves the shipment undecided
when its severity is high or not given; med is only asked about, low is not. A flag that is
UNKNOWN is counted, with what it would need.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from catchall.determine.determination import CONFIDENCE, OUTCOMES
from catchall.determine.questions import worded
from catchall.determine.ruling import Answered
from catchall.records import Answer, Finding, Outcome, Question

DOUBTS = {
    "S": "read in a secondary source only",
    "M": "from memory, not checked against the text",
}
SUPPLEMENTARY = frozenset(("med", "low"))
MEDIUM_TOGETHER = 2
"""So many flags of medium severity together are put before a person (DESIGN 4.3)."""


def _why(one: Answered) -> str:
    doubt = DOUBTS.get(one.rule.verified[:1], "")
    return f"{one.rule.title}: {one.why}" + (f" (the rule is {doubt})" if doubt else "")


def _raised(one: Answered, outcome: Outcome | None) -> Finding:
    return Finding(
        kind=one.rule.kind,
        rule=one.rule.id,
        severity=one.rule.severity or "block",
        subject=one.rule.kind.replace("_", " "),
        why=_why(one),
        outcome=outcome,
        confidence=CONFIDENCE.get(one.rule.verified[:1], CONFIDENCE["M"]),
        evidence={"verified": one.rule.verified},
        citation=one.citation,
    )


def _undecided(answered: Iterable[Answered]) -> Iterator[Finding]:
    """One finding for all rules of a kind that wait for the same fact first."""
    waiting: dict[tuple[str, str], list[Answered]] = {}
    for one in answered:
        waiting.setdefault((one.rule.kind, one.missing[0]), []).append(one)
    for (kind, missing), rules in waiting.items():
        strict = max(rules, key=lambda one: OUTCOMES[one.rule.outcome])
        ids = [one.rule.id for one in rules]
        yield Finding(
            kind=kind,
            rule=strict.rule.id,
            severity="block",
            subject=kind.replace("_", " "),
            why=f"{missing}: not decided: {', '.join(ids)}",
            outcome=None,
            incomplete=True,
            evidence={"rules": ids, "columns": list(strict.decided.columns)},
            citation=strict.citation,
        )


def _unasked(one: Answered) -> bool:
    """No question about this shipment: a table that was not given, or severity low."""
    if one.rule.kind not in ("denial", "certificate"):
        return one.rule.severity == "low"
    return all(missing.startswith("table of ") for missing in one.missing)


@lru_cache(maxsize=4096)
def _worded(asked: tuple[tuple[str, str, str, tuple[str, ...]], ...]) -> tuple[Question, ...]:
    return tuple(
        Question(column, worded(column, asks, len(columns)), (rule,), OUTCOMES[outcome])
        for rule, asks, outcome, columns in asked
        for column in columns
    )


def _questions(answered: Iterable[Answered]) -> tuple[Question, ...]:
    return _worded(
        tuple(
            (one.rule.id, one.rule.asks, one.rule.outcome, one.decided.columns)
            for one in answered
            if not _unasked(one)
        )
    )


def of_rules(answered: Sequence[Answered]) -> Iterator[Finding | Question]:
    """What the rules that are no flags found. A rule that another lifts is recorded only."""
    lifted = {one.rule.lifts for one in answered if one.answer is Answer.YES and one.rule.lifts}
    for one in answered:
        if one.answer is Answer.YES and not one.rule.lifts:
            outcome = None if one.rule.id in lifted else OUTCOMES[one.rule.outcome]
            yield _raised(one, outcome or None)
    waiting = [one for one in answered if one.answer is Answer.UNKNOWN and not one.rule.lifts]
    yield from _undecided(one for one in waiting if one.rule.severity not in SUPPLEMENTARY)
    yield from _questions(waiting)


def of_flags(answered: Sequence[Answered]) -> list[Finding]:
    """The flags raised: high, or two of medium severity, are put before a person."""
    raised = [_raised(one, None) for one in answered if one.answer is Answer.YES]
    medium = sum(one.severity == "med" for one in raised)
    asking = {"high"} | ({"med"} if medium >= MEDIUM_TOGETHER else set())
    return [
        replace(one, outcome=Outcome.REVIEW) if one.severity in asking else one
        for one in raised
    ]


def needs(answered: Iterable[Answered]) -> tuple[str, ...]:
    """What the flags that could not be computed would need, each with the flags that wait."""
    return _needs(
        tuple(
            (one.rule.id, one.rule.needs or one.decided.columns or one.missing)
            for one in answered
        )
    )


@lru_cache(maxsize=4096)
def _needs(waiting: tuple[tuple[str, tuple[str, ...]], ...]) -> tuple[str, ...]:
    flags: dict[str, list[str]] = {}
    for rule, needed in waiting:
        for need in needed:
            flags.setdefault(need, []).append(rule.rpartition(".")[2])
    return tuple(f"{need} ({', '.join(names)})" for need, names in flags.items())
