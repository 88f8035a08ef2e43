"""A share is an exact number of percent, not known, or refused with the reason."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catchall.text.shares import read_share


@pytest.mark.parametrize(
    ("text", "share"),
    [
        ("50", "50"), ("49.99 %", "49.99"), ("33,333", "33.333"), ("0", "0"), ("100", "100"),
        ("0.6 %", "0.6"), ("1 percent", "1"), ("35.0", "35.0"),
    ],
)  # fmt: skip
def test_a_share_is_read_exactly(text, share):
    assert read_share(text) == Decimal(share)


@pytest.mark.parametrize("text", ["", " ", "Unknown", "?", "not  known"])
def test_a_share_not_told_is_not_known(text):
    assert read_share(text) is None


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("101", "over 100"), ("100.01%", "over 100"), ("-5", "negative"),
        ("half", "no number"), ("25-30", "no number"), (">50", "no number"),
        ("1e1", "no number"), ("25 30", "no number"), ("0.6", "write the % sign"),
        ("1", "write the % sign"),
    ],
)  # fmt: skip
def test_a_bad_share_says_what_is_wrong(text, problem):
    with pytest.raises(ValueError, match=problem):
        read_share(text)


@given(st.text(max_size=12))
def test_whatever_is_read_lies_between_none_and_all(text):
    try:
        share = read_share(text)
    except ValueError:
        return
    assert share is None or 0 <= share <= 100
