"""The nouns: outcomes are ordered by strictness, and what is unknown stays apart from no."""

from dataclasses import FrozenInstanceError

import pytest

from catchall.records import ROLES, Answer, Outcome, Party


def test_the_strictest_outcome_is_the_largest():
    assert max(Outcome.CLEAR, Outcome.STOP, Outcome.LICENCE, Outcome.REVIEW) is Outcome.STOP
    assert Outcome.CLEAR < Outcome.REVIEW < Outcome.LICENCE < Outcome.STOP


def test_an_outcome_is_written_as_its_word():
    assert [outcome.word for outcome in Outcome] == ["clear", "review", "licence", "stop"]


def test_unknown_is_not_no():
    assert Answer.UNKNOWN is not Answer.NO


def test_a_party_cannot_be_changed():
    party = Party(role="consignee", name="Zarvania Optics")
    with pytest.raises(FrozenInstanceError):
        party.name = "another"


def test_no_role_stands_twice():
    assert len(set(ROLES)) == len(ROLES)
