"""Legal forms by family."""

import pytest

from catchall.text.legal_forms import misspelled, places, table


@pytest.mark.parametrize(
    ("name", "family"),
    [
        ("kavzel ltd", "limited"),
        ("ooo kavzel", "limited"),
        ("kavzel sdn bhd", "limited"),
        ("joint stock company kavzel", "stock"),
        ("kavzel as", "stock"),
        ("kavzel ltd sti", "limited"),
        ("stichting kavzel", "non-profit"),
        ("fgup kavzel", "public body"),
        ("ip ostrelin", "sole trader"),
    ],
)
def test_a_form_is_found_with_its_family(name, family):
    assert [found for *_, found in places(name.split())] == [family]


def test_the_longest_form_is_taken():
    assert places(["limited", "liability", "company", "kavzel"]) == ((0, 3, "limited"),)


def test_a_form_that_is_also_a_word_counts_at_the_edge_only():
    assert places(["kavzel", "private", "bank"]) == ()
    assert places(["kavzel", "bank", "private"]) == ((2, 3, "limited"),)


def test_every_form_is_folded_and_has_a_family():
    assert all(word.isascii() and word == word.lower() for form in table() for word in form)
    assert set(table().values()) == {
        "limited",
        "stock",
        "public body",
        "non-profit",
        "sole trader",
    }


@pytest.mark.parametrize(
    ("word", "is_one"),
    [("limitde", True), ("companyy", True), ("ldt", True), ("kavzel", False)],
)
def test_misspelled_forms(word, is_one):
    assert misspelled(word) is is_one
