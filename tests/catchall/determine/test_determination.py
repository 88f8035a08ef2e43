"""The outcome table: the strictest finding wins, and undecided is not clear."""

import pytest

from catchall.determine import determination
from catchall.records import Finding, Outcome


def finding(outcome: Outcome | None, confidence: float = 1.0) -> Finding:
    return Finding("goods", "r", "low", "s", "why", outcome, confidence=confidence)


def test_the_strictest_wins_and_nothing_is_clear() -> None:
    found = (finding(None), finding(Outcome.REVIEW), finding(Outcome.LICENCE))
    assert determination.strictest(found) is Outcome.LICENCE
    assert determination.strictest(()) is Outcome.CLEAR


@pytest.mark.parametrize("outcome", list(Outcome)[1:])
def test_an_outcome_stays_readable_beside_what_is_undecided(outcome: Outcome) -> None:
    assert determination.reads(outcome, incomplete=True) == outcome.word


def test_the_confidence_is_that_of_the_surest_reason_for_the_outcome() -> None:
    found = (finding(Outcome.STOP, 0.6), finding(Outcome.STOP, 0.8), finding(Outcome.REVIEW))
    assert determination.confidence(found) == 0.8
    assert determination.confidence((finding(None),)) is None


def test_every_word_of_the_lawbook_has_an_outcome() -> None:
    assert determination.OUTCOMES["must_notify"] is Outcome.STOP
    assert determination.OUTCOMES["prohibited_or_licence"] is Outcome.LICENCE
