"""Many names past a short list: the same answer as comparing each with each."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from catchall.names.near import near
from catchall.names.packed import pack
from catchall.names.parts import parse
from catchall.names.retrieve import post
from catchall.names.score import score_all

FLOOR = 0.8
WORDS = st.sampled_from(
    ["kavzel", "kavsel", "moravit", "ostrelin", "dorvina", "zarvania", "optik", "optic", "41"]
)
NAMES = st.lists(st.lists(WORDS, min_size=1, max_size=4).map(" ".join), min_size=1, max_size=8)


def packed(names):
    return pack([parse(name) for name in names], [False] * len(names))


def found(listed, names):
    return near(post(packed(listed)), packed(listed), packed(names), FLOOR).tolist()


@settings(max_examples=80)
@given(listed=NAMES, names=NAMES)
def test_it_finds_what_comparing_each_with_each_finds(listed, names):
    every = np.tile(np.arange(len(listed), dtype=np.int32), (len(names), 1))
    scores = score_all([parse(name) for name in names], packed(listed), every)
    assert found(listed, names) == (scores.max(axis=1) >= FLOOR).tolist()


def test_a_name_with_a_slip_is_found_and_a_stranger_is_not():
    assert found(["Kavzel Optik"], ["KAVZLE OPTIK LLC", "Dorvina", "!"]) == [True, False, False]


def test_nothing_is_near_an_empty_list_and_no_name_gives_no_answer():
    assert found([], ["Kavzel"]) == [False]
    assert found(["Kavzel"], []) == []
