"""What words say about who someone is."""

import pytest

from catchall.text.words import LIGHT, number, same, weight


@pytest.mark.parametrize("word", ["trading", "international", "group", "technology", "service"])
def test_generic_words_are_light(word):
    assert weight(word) < LIGHT


def test_a_name_of_its_own_has_full_weight():
    assert weight("kavzel") == 1.0


def test_weights_fall_from_names_over_places_to_particles():
    assert weight("kavzel") > weight("izmir") > weight("trading") > weight("of")


def test_a_patronymic_weighs_less_than_a_surname():
    assert weight("ostrelinovich") < weight("ostrelin")


@pytest.mark.parametrize(
    ("word", "one"),
    [("intl", "international"), ("grp", "group"), ("svcs", "service"), ("kavzel", "kavzel")],
)
def test_abbreviations_have_one_spelling(word, one):
    assert same(word) == one


def test_one_spelling_stays_as_it_is():
    for word in ("international", "technology", "muhammad", "center"):
        assert same(same(word)) == same(word)


@pytest.mark.parametrize(
    ("word", "value"),
    [("41st", 41), ("second", 2), ("forty", 40), ("007", 7), ("kavzel", None)],
)
def test_numbers_in_words_and_figures(word, value):
    assert number(word) == value
