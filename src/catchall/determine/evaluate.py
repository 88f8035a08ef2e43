"""Facts and law to determinations. In: facts, the lawbook, a day; out: one determination each.

The order below is the order of DESIGN 4.3: parties, goods, rules, flags; then the strictest of
the findings, and the questions in the order in which answers would change it.
"""

from collections.abc import Iterable, Sequence
from datetime import date

from catchall.determine import (
    destination,
    determination,
    embargo,
    found_facts,
    found_goods,
    found_owners,
    found_parties,
    found_rules,
)
from catchall.determine.destination import Desk
from catchall.determine.determination import Determination
from catchall.determine.facts import Facts
from catchall.determine.questions import OWN_WORDS, text
from catchall.determine.ruling import Rulebook, answer, held
from catchall.law.model import Lawbook
from catchall.records import Answer, Finding, Outcome, Question

KINDS = ("embargo", "party", "goods", "catch_all", "denial", "licence", "certificate", "flag")


def _weight(finding: Finding) -> tuple[int, bool, int]:
    return -(finding.outcome or 0), not finding.incomplete, KINDS.index(finding.kind)


def _together(asked: Sequence[Question]) -> Question:
    """One question for all that ask for the same; its words are of no single rule then."""
    if len(asked) == 1:
        return asked[0]
    strict = max(asked, key=lambda one: one.could_become)
    same = all(one.text == strict.text for one in asked)
    decides = tuple(dict.fromkeys(rule for one in asked for rule in one.decides))
    return Question(
        strict.asks,
        strict.text if same else text(strict.asks, strict.text),
        decides,
        strict.could_become,
        strict.subject,
    )


def ordered(questions: Iterable[Question], outcome: Outcome) -> tuple[Question, ...]:
    """Each question once, those first whose answer could make the outcome strictest."""
    merged: dict[tuple[str, ...], list[Question]] = {}
    for one in questions:
        own = (one.text,) if one.asks in OWN_WORDS else ()
        merged.setdefault((one.asks, one.subject, *own), []).append(one)
    return tuple(
        sorted(
            map(_together, merged.values()),
            key=lambda one: (
                one.could_become <= outcome,
                -one.could_become,
                -len(one.decides),
                one.asks,
                one.subject,
            ),
        )
    )


def _determine(
    facts: Facts, rules: Rulebook, desk: Desk, day: date, where: Sequence[str]
) -> Determination:
    answered = answer(rules, facts)
    flags = [one for one in answered if one.rule.kind == "flag"]
    owned = [one for one in answered if one.rule.kind == "party"]
    others = [one for one in answered if one.rule.kind not in ("flag", "party")]
    told = [
        *found_parties.found(facts),
        *found_owners.found(facts, owned),
        *found_goods.found(facts, desk),
        *found_facts.found(facts),
        *found_rules.of_rules(others),
        *found_rules.of_flags(flags),
    ]
    findings = tuple(sorted((one for one in told if isinstance(one, Finding)), key=_weight))
    outcome = determination.strictest(findings)
    incomplete = any(one.incomplete for one in findings)
    unknown = [one for one in flags if one.answer is Answer.UNKNOWN]
    line = embargo.line(
        [one for one in others if one.rule.kind == "embargo"], facts, day, where
    )
    return Determination(
        id=facts.shipment.id,
        outcome=outcome,
        incomplete=incomplete,
        reads=determination.reads(outcome, incomplete=incomplete),
        confidence=determination.confidence(findings),
        findings=findings,
        questions=ordered((one for one in told if isinstance(one, Question)), outcome),
        flags_unknown=len(unknown),
        flags_need=found_rules.needs(unknown),
        embargo=line,
    )


def run(
    facts: Sequence[Facts], lawbook: Lawbook, *, day: date, jurisdictions: Sequence[str]
) -> tuple[Determination, ...]:
    """What must be done with each shipment, and why? In the order of the facts."""
    rules = held(lawbook, day, jurisdictions)
    desk = destination.held(lawbook, day, jurisdictions)
    return tuple(_determine(one, rules, desk, day, jurisdictions) for one in facts)
