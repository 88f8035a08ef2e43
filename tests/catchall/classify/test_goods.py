"""One item taken apart."""

import pytest

from catchall.classify.goods import cas_numbers, says_something


def test_parts_of_an_item_are_found(goods):
    made = goods("Graphite block 1,85 g/cm3", hs="3801.10", cas="143-33-9")
    assert made.roles("class:graphite", "names")
    assert (made.hs, made.cas) == ("380110", ("143-33-9",))
    assert made.numbers[0].unit == "g/cm**3"
    assert made.quote(made.roles("class:graphite", "names")[0]).lower().startswith("graphite")


@pytest.mark.parametrize(
    "text", ["", "OTHER", "Spare parts", "600 x 1200", "прочие", "MATT WHITE", "IT"]
)
def test_words_that_do_not_say_what_it_is(goods, text):
    assert not says_something(goods(text))


def test_one_plain_word_says_something(goods):
    assert says_something(goods("other bran"))


def test_names_of_parameters_are_read_in_any_case_and_unknown_ones_are_kept(goods):
    made = goods("drums", **{" CAS ": "57-14-7", "Colour": "red", "empty": None})
    assert made.cas == ("57-14-7",)
    assert made.unread == ("Colour",)


def test_a_fact_in_the_name_of_something_else_is_none_of_the_goods(goods):
    assert "fact:form" not in goods("prepreg, fishing rod").found
    assert "fact:form" in goods("prepreg rod").found


def test_a_wrong_check_digit_is_no_cas_number():
    assert cas_numbers("143-33-8") == ()
