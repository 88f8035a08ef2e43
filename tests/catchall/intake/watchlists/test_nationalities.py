"""Nationalities give a country, and never the wrong one."""

import pycountry
import pytest

from catchall.intake.watchlists.nationalities import nationality_code, nationality_codes


@pytest.mark.parametrize(
    ("text", "code"),
    [("Belarusian", "BY"), (" north  KOREAN", "KP"), ("Türkiye", "TR"), ("Korean", "")],
)
def test_a_word_for_one_country_is_its_code(text, code):
    assert nationality_code(text) == code


@pytest.mark.parametrize("text", ["", "unknown", "Soviet", "stateless"])
def test_other_words_are_no_country(text):
    assert nationality_codes(text) == []


def test_every_known_word_has_the_code_of_a_country():
    words = ["american", "zimbabwean", "emirati", "kosovar", "saudi arabian"]
    codes = {country.alpha_2 for country in pycountry.countries} | {"XK"}
    assert {nationality_code(word) for word in words} <= codes


def test_joined_nationalities_are_all_found_once():
    assert nationality_codes("Russian; Russia and Dutch/Swiss") == ["RU", "NL", "CH"]
