"""The compiled comparison against an oracle in Python."""

import numpy as np
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from rapidfuzz.distance import OSA

from catchall.names import kernel
from catchall.names.letters import ALIKE, GROUPS, space
from catchall.names.packed import pack
from catchall.names.parts import parse


def _strange(word):
    """Is it compared as written? A word that has another spelling (centre) is not."""
    parts = parse(word)
    return parts.tokens == (word,) and parts.weights == (1.0,)


WORDS = st.text(alphabet="abcdeklmnorst", min_size=6, max_size=14).filter(_strange)


def _compare(left, right, *, person=False):
    scratch, scores = space(), np.zeros((1, 1))
    pairs = np.zeros((1, 1), np.int32)
    one = pack([parse(left)], [False])
    kernel.compare(one, pack([parse(right)], [person]), pairs, (scratch, 0.0), scores)
    return float(scores[0, 0]), scratch


@settings(max_examples=150, deadline=None)
@given(WORDS, WORDS)
def test_two_words_are_as_alike_as_their_edits_say(one, other):
    score, scratch = _compare(one, other)
    slips, longest = OSA.distance(one, other), max(len(one), len(other))
    if slips == 0:
        assert score == 1.0
    elif score > 0:
        # sounds can only make two words more alike than their letters
        assert scratch.sims[ALIKE, 0] >= 1 - slips / longest - 1e-9


@settings(max_examples=100, deadline=None)
@given(WORDS, st.integers(0, 5))
def test_two_neighbours_that_changed_places_are_one_slip(word, at):
    changed = word[:at] + word[at + 1 : at + 2] + word[at : at + 1] + word[at + 2 :]
    assume(_strange(changed))
    score, scratch = _compare(changed, word)
    assert score > 0.7
    assert scratch.sims[ALIKE, 0] >= 1 - 1 / len(word) - 1e-9


def test_run_together_words_form_one_group():
    score, scratch = _compare("kavzelmoravit", "kavzel moravit")
    assert score > 0.95
    assert scratch.at[GROUPS] == 1


def test_a_name_without_words_scores_nothing():
    assert _compare("", "kavzel")[0] == 0.0


def test_a_negative_pair_is_left_out():
    scores = np.full((1, 1), 7.0)
    one = pack([parse("kavzel")], [False])
    kernel.compare(one, one, np.full((1, 1), -1, np.int32), (space(), 0.0), scores)
    assert scores[0, 0] == 7.0
