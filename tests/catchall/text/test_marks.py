"""What can be told of a field without taking it apart."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catchall.text import marks, normal, party
from catchall.text.marks import apart, is_plain, is_unmarked, may_end_in_place

PIECES = st.sampled_from([
    "Kavzel", "Optik", "Ltd", "IZMIR", "TURKEY", "7", "C/O", "ATTN", "Trading", "as", "of",
    "&", "the", "Korea", "North", "M.V.", "(HK)", "DL-,01", "S.A.", "No", "KavzelTradingLtd",
    "d.b.a.",
])  # fmt: skip


@given(st.lists(PIECES, min_size=1, max_size=6).map(" ".join))
def test_a_field_taken_for_plain_would_come_apart_the_same(text):
    short = party.take_apart.__wrapped__(text)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(marks, "is_unmarked", lambda *_: False)
        assert party.take_apart.__wrapped__(text) == short


@pytest.mark.parametrize("text", ["TEL 55 Kavzel", "Kavzel; Moravit", "M.V. Kavzel", "K&amp;L"])
def test_marks_are_seen(text):
    assert not is_unmarked(text, normal.fold(text))


def test_numbers_and_places_are_no_marks_but_not_plain():
    for text in ("Kavzel 7", "Kavzel Izmir", "Kavzel North Korea"):
        assert is_unmarked(text, normal.fold(text))
        assert not is_plain(text, normal.fold(text))


def test_a_short_word_is_a_place_only_with_another_before_it():
    assert not may_end_in_place(["kavzel", "a"])
    assert may_end_in_place(["kavzel", "u", "s", "a"])


def test_words_that_were_written_together_come_apart():
    assert apart("OOOKAVZEL KavzelOptik") == "OOO KAVZEL Kavzel Optik"
