"""Words of plain names, as machine code finds them, against ``normal.fold``."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catchall.names.scan import hash_of, scan
from catchall.text import normal

PIECES = st.sampled_from(
    [
        "Kavzel",
        "OPTIK",
        "S.A.",
        "S.A.R.L",
        "O'Mara",
        "&",
        "a.b",
        "x",
        "Al-Kavzel",
        "Co.,",
        "Ltd.",
    ]
)


def _words(name):
    found = scan([name])
    text = found.text.tobytes()
    return [text[a : a + s].decode() for a, s in zip(found.at, found.size, strict=True)]


@given(st.lists(PIECES, min_size=1, max_size=8).map(" ".join))
def test_the_words_are_those_of_the_folded_name(name):
    assert _words(name) in ([], normal.fold(name).split())


@given(st.text(max_size=40))
def test_any_text_has_its_folded_words_or_none(name):
    assert _words(name) in ([], normal.fold(name).split())


@pytest.mark.parametrize(
    "name",
    ["Kavzel 7", "Kavzel (HK)", "C/O Kavzel", "K&amp;L", "KavzelTradingLtd", "OOOKAVZEL",
     "Kavzelovskyltd", "M. Kavzel", "a", "", "Caf\u00e9", "word " * 13],
)  # fmt: skip
def test_what_may_need_a_look_has_no_words(name):
    assert _words(name) == []


def test_each_name_knows_where_its_words_begin():
    found = scan(["Kavzel Optik", "Kavzel 7", "Moravit"])
    assert found.first.tolist() == [0, 2, 2, 3]


def test_the_number_of_a_word_is_the_same_in_both_languages():
    assert scan(["Kavzel & Optik"]).hash.tolist() == [
        hash_of(word) for word in ("kavzel", "and", "optik")
    ]
