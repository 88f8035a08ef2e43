"""The threshold is a decision: it has a day, a reason and what was measured."""

from datetime import date

from catchall.names.threshold import NAME_MATCH


def test_the_threshold_is_dated_and_reasoned():
    assert date.fromisoformat(NAME_MATCH.day).year >= 2026
    assert len(NAME_MATCH.rationale) > 40
    assert "precision" in NAME_MATCH.measured
