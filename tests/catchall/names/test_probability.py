"""The share of matches at a score: a line that rises, fitted to the labelled pairs."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from party_names import calibration as fitted

from catchall.errors import LawbookError
from catchall.names.probability import IN_FORCE, calibration, probability


@given(st.floats(0, 1), st.floats(0, 1))
def test_a_higher_score_is_never_less_likely(one, two):
    assert probability(min(one, two)) <= probability(max(one, two))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[",
        "{points: [], measured: {}}",
        "{points: [[0, 0.1]], measured: {}}",
        "{points: [[0, 0.5], [1, 0.1]], measured: {}}",
        "{points: [[0.1, 0.1], [1, 0.9]], measured: {}}",
    ],
)
def test_a_file_that_is_no_rising_line_is_refused(text):
    with pytest.raises(LawbookError, match="probability"):
        calibration(text)


def test_the_line_is_what_the_labelled_pairs_give(real_eval):
    del real_eval  # where it is not, this is skipped and counted
    points, figures = fitted.measured()
    assert points == list(zip(IN_FORCE.scores, IN_FORCE.shares, strict=True))
    assert figures == IN_FORCE.measured


def test_the_line_holds_on_pairs_it_was_not_fitted_to_and_better_than_the_bare_score(real_eval):
    del real_eval
    _, figures = fitted.measured()
    assert figures["brier_other_half"] < figures["brier_of_the_bare_score"]
