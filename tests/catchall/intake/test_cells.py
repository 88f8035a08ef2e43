"""Cells are trimmed and decoded; what stands for nothing becomes null."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catchall.intake.cells import MISSING, clean, filed, plain, unreferenced


@pytest.mark.parametrize("word", [*MISSING, "null", " Null ", "\tn/a "])
def test_words_for_nothing_are_null(word):
    assert clean([word]).to_pylist() == [None]
    assert plain(word) == ""


@pytest.mark.parametrize("word", ["NO", "NA", "none", "0", "nil", "TRUE", "1E001", "010121"])
def test_other_short_words_are_kept(word):
    assert clean([word]).to_pylist() == [word]


@pytest.mark.parametrize(
    ("filed_text", "meant"),
    [
        ("A&#10;B", "A\nB"), ("A&#x41;", "AA"), ("A&#13;&#10;B", "A\nB"), ("R&D;X", "R&D;X"),
        ("&AMP; CO", "& CO"), ("&#0;", "\ufffd"), ("A&copy B", "A&copy B"),
    ],
)  # fmt: skip
def test_references_stand_for_characters(filed_text, meant):
    assert unreferenced(filed_text) == meant


def test_unknown_columns_stay_as_filed():
    assert filed([" a ", "", None, "NULL"]).to_pylist() == [" a ", None, None, "NULL"]


@given(st.lists(st.none() | st.text(st.characters(blacklist_categories=["Cs"]), max_size=9)))
def test_a_column_is_cleaned_as_its_cells_are(cells):
    once = clean(cells).to_pylist()
    assert len(once) == len(cells)
    assert not any(text is not None and text.upper() in MISSING for text in once)
