"""Phrases in another order, parted or joined."""

import pytest

from catchall.classify.heads import layout
from catchall.classify.loose import APART, CLOSE, find, loose
from catchall.classify.phrases import Mark
from catchall.classify.words import phrase, tokens

NAMES, MAY_BE = Mark("class:x", "names"), Mark("class:y", "may_be")
HELD = loose(
    [
        (phrase("double planetary mixer"), NAMES),
        (phrase("carbon carbon"), MAY_BE),
        (phrase("mixer"), MAY_BE),
        (phrase("flow forming"), Mark("class:z", "not_names")),
    ]
)


def found(text):
    words = tokens(text)
    return [(f.mark, f.how) for f in find(HELD, words, layout(text, words, ()))]


@pytest.mark.parametrize(
    ("text", "how"),
    [
        ("double planetary vacuum mixer", CLOSE),
        ("planetary mixer, double", None),
        ("mixer double planetary", APART),
        ("mixer double for planetary", None),
        ("mixer of a kind used by planetary scientists, double", None),
        ("doubleplanetarymixer", ""),
    ],
)
def test_all_words_of_a_phrase_in_one_statement(text, how):
    assert found(text) == ([] if how is None else [(NAMES, how)])


def test_a_word_needed_twice_must_stand_twice():
    assert found("carbon brush") == []
    assert found("carbon on carbon") == [(MAY_BE, CLOSE)]


def test_what_names_other_goods_is_never_read_loosely():
    assert found("forming by flow") == []
