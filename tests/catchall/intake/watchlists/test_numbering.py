"""A record without a number gets one that stays, and no two get the same."""

from catchall.intake.watchlists.numbering import numbered


def test_what_tells_records_apart_is_added_only_where_it_must():
    assert numbered({}, "A", "b", "c") == "A"
    assert numbered({"A"}, "A", "b", "c") == "A (b)"
    assert numbered({"A", "A (b)"}, "A", "b", "c") == "A (b) (c)"


def test_what_is_not_told_is_passed_over():
    assert numbered({"A"}, "A", "", "c") == "A (c)"


def test_the_very_same_record_gets_a_star():
    assert numbered({"A", "A*"}, "A", "") == "A**"
