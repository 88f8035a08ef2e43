"""What is the thing itself?"""

import pytest

from catchall.classify.heads import Others, beside, is_head, layout
from catchall.classify.words import tokens

OTHERS = Others(
    after=frozenset({"chuck", "bag", "poster"}),
    before=frozenset({"toy"}),
    forms=frozenset({"block", "ingot", "part"}),
)


def placed(text, name):
    words = tokens(text)
    at = [token.word for token in words].index(name)
    return words, layout(text, words, OTHERS.forms), at, at + 1, OTHERS


@pytest.mark.parametrize(
    ("text", "name", "why"),
    [
        ("lathe", "lathe", ""),
        ("lathe chuck", "lathe", "chuck"),
        ("lathe, chuck", "lathe", ""),
        ("toy lathe", "lathe", "toy"),
        ("bag for lathe", "lathe", "for"),
        ("parts for lathe", "lathe", ""),
        ("poster of a lathe, poster of lathe", "lathe", ""),
        ("poster of lathe", "lathe", "poster"),
        ("block of graphite", "graphite", ""),
        ("lathe, 0,5 m, for wood", "lathe", ""),
    ],
)
def test_the_word_that_makes_another_thing_of_a_name_is_told(text, name, why):
    assert beside(*placed(text, name)) == why


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("carbon", True), ("carbon paper", False), ("carbon block", True),
        ("carbon 10 kg", True),
        ("block of carbon", True), ("oxides of carbon", False), ("carbon for tools", True),
    ],
)  # fmt: skip
def test_the_last_word_of_a_name_is_the_thing(text, wanted):
    assert is_head(*placed(text, "carbon")) is wanted


def test_a_decimal_comma_parts_no_statements():
    text = "rod 0,5 mm, cut"
    assert layout(text, tokens(text), ()).statement == (0, 0, 0, 0, 1)


def test_no_words_have_no_layout():
    assert layout("", (), ()).statement == ()
