"""Candidates against an exhaustive scan."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from catchall.names import retrieve, score
from catchall.names.packed import pack
from catchall.names.parts import parse

WORDS = ("Kavzel", "Moravit", "Ostrelin", "Zarvania", "Optik", "Trading", "Shipping", "Dorvina")
LISTED = [f"{one} {other}" for one in WORDS for other in WORDS if one != other]
PARTS = [parse(name) for name in LISTED]
PACKED = pack(PARTS, [False] * len(PARTS))
POSTINGS = retrieve.post(PACKED)


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(LISTED), st.integers(0, 12))
def test_the_best_of_an_exhaustive_scan_is_among_the_candidates(name, at):
    query = [parse(name[:at] + name[at + 1 :])]
    everything = np.arange(len(LISTED), dtype=np.int32).reshape(1, -1)
    full = score.score_all(query, PACKED, everything)[0]
    ids = retrieve.best(POSTINGS, pack(query, [False]), 10)
    found = score.score_all(query, PACKED, ids)[0]
    assert full.max() < 0.8 or found.max() == full.max()


def test_candidates_come_best_first_and_fill_up_with_none():
    ids = retrieve.best(POSTINGS, pack([parse("Kavzel Moravit")], [False]), 200)[0]
    assert LISTED[ids[0]] in {"Kavzel Moravit", "Moravit Kavzel"}
    assert ids[-1] == -1


def test_of_equal_candidates_the_lower_number_comes_first():
    same = [parse("Kavzel Optik")] * 5
    packed = pack(same, [False] * 5)
    ids = retrieve.best(retrieve.post(packed), pack(same[:1], [False]), 3)
    assert ids[0].tolist() == [0, 1, 2]


def test_a_list_without_names_has_no_candidates():
    empty = pack([], [])
    ids = retrieve.best(retrieve.post(empty), pack([parse("Kavzel")], [False]), 3)
    assert ids.tolist() == [[-1, -1, -1]]
