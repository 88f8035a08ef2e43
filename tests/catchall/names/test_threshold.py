"""The threshold is a decision: sealed, with a reason, and its figures are what is measured."""

from datetime import date

import pytest
import yaml
from party_names import decision

from catchall.errors import LawbookError
from catchall.names.threshold import NAME_MATCH, decisions, seal


def sealed(*rows):
    """A file of decisions, each sealed as it stands."""
    before, made = "", []
    for row in rows:
        made.append({**row, "seal": seal(row, before)})
        before = made[-1]["seal"]
    return yaml.safe_dump(made)


ONE = {
    "value": 0.8,
    "date": date(2026, 1, 1),
    "author": "an invented author",
    "rationale": "an invented reason",
    "measured": {"pairs": {"precision": 0.9, "recall": 0.8}},
}


def test_the_threshold_in_force_has_a_day_a_reason_an_author_and_figures():
    assert 0.5 < NAME_MATCH.value < 1
    assert NAME_MATCH.day.year >= 2026
    assert len(NAME_MATCH.rationale) > 40
    assert NAME_MATCH.author
    assert {"precision", "recall"} <= set(NAME_MATCH.measured["labelled pairs, all"])


def test_the_last_decision_is_in_force():
    two = {**ONE, "value": 0.7, "rationale": "another reason"}
    assert [one.value for one in decisions(sealed(ONE, two))] == [0.8, 0.7]


def test_figures_cannot_be_changed_under_an_old_reason():
    with pytest.raises(LawbookError, match=r"decision 1.*do not edit"):
        decisions(sealed(ONE).replace("0.9", "0.95"))


@pytest.mark.parametrize(
    "more",
    [{"value": 0.7}, {"rationale": "another reason", "date": date(2025, 12, 31)}],
    ids=["the same reason", "an earlier day"],
)
def test_a_decision_needs_its_own_reason_and_day(more):
    with pytest.raises(LawbookError, match=r"decision 2.*reason of its own"):
        decisions(sealed(ONE, {**ONE, **more}))


@pytest.mark.parametrize("text", ["", "[]", "- value: 0.8", "- [", "true"])
def test_a_file_that_is_not_whole_is_refused(text):
    with pytest.raises(LawbookError, match="whole file"):
        decisions(text)


def test_the_figures_are_what_is_measured(real_data, real_eval):
    del real_data, real_eval  # where they are not, this is skipped and counted
    assert decision.measured() == NAME_MATCH.measured, (
        "the figures at the threshold moved: say why, with "
        "bench/names.py decide AUTHOR REASON [VALUE]"
    )
