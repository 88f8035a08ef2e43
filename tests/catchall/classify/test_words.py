"""Words made comparable."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catchall.classify.words import fold, phrase, tokens


@given(st.text(max_size=60))
def test_folding_keeps_every_place(text):
    assert len(fold(text)) == len(text)


@given(st.text(max_size=60))
def test_tokens_stand_where_they_say(text):
    for token in tokens(text):
        assert 0 <= token.start < token.end <= len(text)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Aluminum powders", "aluminium powder"),
        ("carbon-fiber", "Carbon fibre"),
        ("machining centers", "machining centre"),
        ("GYROSCOPES", "gyro"),
        ("C-300", "c300"),
        ("707-5/T651", "707 5 T 651"),
        ("20 µm", "20 \u03bcm"),
        ("five axes", "five axis"),
        ("boxes", "box"),
        ("alloys", "alloy"),
    ],
)
def test_spellings_of_one_word_compare_equal(one, other):
    assert phrase(one) == phrase(other)


def test_each_chinese_sign_is_a_word():
    assert phrase("三轴转台") == ("三", "轴", "转", "台")


def test_glass_is_no_plural():
    assert phrase("glass gas bus") == ("glass", "gas", "bus")
