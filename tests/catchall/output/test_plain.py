"""What is shown never acts."""

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from catchall.output.plain import cut, plain


@given(st.text())
def test_nothing_shown_can_steer_a_terminal(text):
    assert not [c for c in plain(text) if unicodedata.category(c) in ("Cc", "Cs")]


@given(st.text(alphabet=st.characters(categories=("L", "N"))))
def test_letters_of_every_script_are_left_alone(text):
    assert plain(text) == text


def test_a_turned_reading_direction_is_shown():
    assert plain("abc\u202ecba") == "abc<202e>cba"


@given(st.text(), st.integers(1, 20))
def test_a_cut_is_never_longer_than_asked(text, most):
    assert len(cut(text, most)) <= most
