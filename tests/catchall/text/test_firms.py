"""Two names are one firm when they differ in case, marks and legal form alone."""

import pytest

from catchall.text.firms import party_key


def test_a_name_that_is_a_legal_form_alone_keeps_its_words():
    assert party_key("LLC") == "llc"


@pytest.mark.parametrize("other", ["ORLO WORKS", "Orlo Works, Ltd.", "Órlo  Works GmbH"])
def test_case_accents_and_legal_form_do_not_matter(other):
    assert party_key("Orlo Works") == party_key(other)


def test_another_word_is_another_firm():
    assert party_key("Orlo Works") != party_key("Orlo Mills")
