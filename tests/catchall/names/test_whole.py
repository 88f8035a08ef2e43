"""All letters of two names against an oracle in Python."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rapidfuzz.distance import OSA

from catchall.names import whole
from catchall.names.jit import compiled
from catchall.names.packed import pack
from catchall.names.parts import parse


@compiled
def _by_letters(q, c, out):
    out[0] = whole.by_letters(q, 0, c, 0)


def _score(left, right, *, cut=False):
    out = np.zeros(1)
    _by_letters(pack([parse(left, cut=cut)], [False]), pack([parse(right)], [False]), out)
    return float(out[0])


NAMES = st.lists(st.text("abdekmnrv", min_size=3, max_size=7), min_size=2, max_size=3)


@settings(max_examples=200, deadline=None)
@given(NAMES, st.integers(0, 12), st.sampled_from("xyz"))
def test_one_letter_replaced_costs_one_slip(words, at, letter):
    name = " ".join(words)
    changed = name[:at] + letter + name[at + 1 :] if name[at : at + 1].isalpha() else name
    size = len(name.replace(" ", ""))
    if changed != name and size >= 6:
        assert _score(changed, name) == pytest.approx(1 - whole.SLIP / size)


@settings(max_examples=200, deadline=None)
@given(NAMES, NAMES)
def test_what_scores_is_at_most_two_slips_away(left, right):
    one, other = "".join(left), "".join(right)
    if 0 < _score(" ".join(left), " ".join(right)) < whole.SAME_LETTERS:
        assert 1 <= OSA.distance(one, other) <= 2


@pytest.mark.parametrize(
    ("query", "listed", "least"),
    [
        ("KavzelM oravit", "Kavzel Moravit", 0.9),  # a space that moved
        ("OOOKavzel", "OOO Kavzel", whole.SAME_LETTERS),
        ("Moravit OOO Kavzel", "OOO Kavzel Moravit", whole.SAME_WORDS),
        ("PJSCC Kavzel", "PJSC Kavzel", 0.85),
        ("Kavz3l 0ptik 5hipyard", "Kavzel Optik Shipyard", 0.9),
        ("Kvazel Moravti", "Kavzel Moravit", 0.8),
    ],
)
def test_slips_that_leave_no_words_to_align(query, listed, least):
    assert _score(query, listed) >= least


def test_two_slips_in_one_word_make_another_word():
    assert _score("Kavzel Bin", "Kavzel Hun") == 0.0


def test_a_digit_that_differs_costs_more_than_a_letter():
    assert _score("Kavzel Plant 5", "Kavzel Plant 6") < _score("Kavzel Plant", "Kavzel Plart")


def test_a_digit_doubled_or_halved_is_a_slip():
    assert _score("Institute 722", "Institute 72") > 0.85


def test_initials_that_differ_are_no_slip():
    assert _score("Pavel G Ostrelin", "Pavel W Ostrelin") == 0.0


def test_a_cut_text_may_go_on():
    assert _score("Moravit Precision Instru", "Moravit Precision Instrument", cut=True) == 0.9
    assert _score("Moravit Precision Instru", "Moravit Precision Instrument") == 0.0
