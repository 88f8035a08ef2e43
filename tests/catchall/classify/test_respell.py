"""Slips of spelling, put right against the words known."""

import pytest

from catchall.classify.respell import meant, mended, read, vocabulary

HELD = vocabulary(
    ["graphite", "block", "heat", "exchanger", "valve", "centrifuge", "sulphate", "graphit",
     "титановый", "сплав", "aluminium", "fluoride", "тахометр"],
    real=["heating"],
)  # fmt: skip


@pytest.mark.parametrize(
    ("word", "wanted"),
    [
        ("centirfuge", ("centrifuge",)),
        ("centrifuge", ("centrifuge",)),
        ("aluminiurn", ("aluminium",)),
        ("exchangers", ("exchangers",)),
        ("graphitblock", ("graphit", "block")),
        ("sulphite", ("sulphite",)),  # another substance, no slip
        ("heating", ("heating",)),
        ("bran", ("bran",)),
        ("титанового", ("титановый",)),
        ("takhometr", ("тахометр",)),
        ("123456789", ("123456789",)),
    ],
)
def test_a_word_is_read_as_it_was_meant(word, wanted):
    assert meant(word, HELD) == wanted


def test_digits_of_a_scanner_are_letters_only_where_a_known_word_comes_out():
    assert mended("va1ve C300 B10CK", HELD) == "valve c300 block"


def test_every_word_keeps_its_place_in_the_text_as_filed():
    text = "Graphitblock, va1ve"
    assert [text[t.start : t.end] for t in read(text, HELD)] == [
        "Graphitblock", "Graphitblock", "va1ve",
    ]  # fmt: skip
