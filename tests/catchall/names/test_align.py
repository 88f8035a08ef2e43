"""Which words stand for each other, and the bound that leaves pairs out."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from catchall.names.packed import pack
from catchall.names.parts import parse
from catchall.names.score import explain, score_packed

WORDS = (
    "Kavzel",
    "Kavzal",
    "Moravit",
    "Trading",
    "Technology",
    "Izmir",
    "Kav",
    "Zel",
    "Moravitkav",
)
NAMES = st.lists(st.sampled_from(WORDS), min_size=1, max_size=4).map(" ".join)


def _pairs(left, right):
    return {(one.query, one.candidate) for one in explain(parse(left), parse(right)).aligned}


def test_equal_words_come_before_similar_ones():
    assert _pairs("Kavzal Kavzel", "Kavzel Kavzal") == {
        ("kavzal", "kavzal"),
        ("kavzel", "kavzel"),
    }


def test_words_run_together_are_one_group():
    assert _pairs("Kavzelmoravit", "Kavzel Moravit") == {("kavzelmoravit", "kavzel moravit")}


def test_the_stump_of_a_cut_text_stands_for_the_word_it_begins():
    found = explain(parse("Kavzel Morav", cut=True), parse("Kavzel Moravitka"))
    assert ("morav", "moravitka") in {(one.query, one.candidate) for one in found.aligned}


@settings(max_examples=300, deadline=None)
@given(NAMES, NAMES)
def test_leaving_hopeless_pairs_out_changes_no_score_that_is_wanted(left, right):
    one, other = pack([parse(left)], [False]), pack([parse(right)], [False])
    pair = np.zeros((1, 1), np.int32)
    full, bounded = score_packed(one, other, pair), score_packed(one, other, pair, least=0.5)
    assert bounded[0, 0] == full[0, 0] or max(full[0, 0], bounded[0, 0]) < 0.5
