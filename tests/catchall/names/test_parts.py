"""One name -> its words, weights, legal forms."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catchall.names.parts import INITIAL, LIGHT, NUMBER, parse, sound


def test_legal_forms_are_taken_off_with_their_family():
    parts = parse("Kavzel Optik Sp. z o.o.")
    assert (parts.tokens, parts.forms) == (("kavzel", "optik"), ("limited",))


@pytest.mark.parametrize("name", ["Limited", "The Company", "LLC", "\u6709\u9650\u516c\u53f8"])
def test_a_name_is_never_emptied(name):
    assert parse(name).tokens


def test_generic_words_weigh_less_than_names():
    parts = parse("Kavzel Trading")
    assert parts.weights[0] > 2 * parts.weights[1]
    assert parts.kinds[1] == LIGHT


def test_words_in_brackets_weigh_less():
    assert parse("Kavzel (Ostrelin)").weights[1] < parse("Kavzel Ostrelin").weights[1]


def test_a_repeated_word_counts_once():
    assert parse("Kavzel Kavzel").weights == (1.0, 0.1)


def test_number_words_become_figures():
    parts = parse("Brigade Forty-Four")
    assert parts.tokens == ("brigade", "44")
    assert parts.kinds[1] == NUMBER


def test_tens_in_figures_are_not_joined_with_what_follows():
    assert parse("Plant 40 4").tokens == ("plant", "40", "4")


def test_a_single_letter_is_an_initial():
    assert parse("P Ostrelin").kinds[0] == INITIAL


@pytest.mark.parametrize("name", ["Kavzel Limitde", "Kavzel Ldt"])
def test_a_misspelled_legal_form_hardly_counts(name):
    assert parse(name).weights[1] == 0.1


def test_the_stump_of_a_legal_form_hardly_counts_in_a_cut_text():
    assert parse("Kavzel Corpo", cut=True).weights[1] == 0.1
    assert parse("Kavzel Lim", cut=True).weights[1] == 0.1
    assert parse("Kavzel Lim").weights[1] > 0.5


def test_native_legal_forms_are_taken_off_before_transliteration():
    assert parse("\u534e\u5361\u6709\u9650\u516c\u53f8").tokens == ("huaka",)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("kavzzel", "kawzel"),
        ("0strelin", "ostrelin"),
        ("ostre1in", "ostrelin"),
        ("dorvinakh", "dorvinah"),
    ],
)
def test_spellings_of_one_sound_sound_the_same(one, other):
    assert sound(one) == sound(other)


def test_a_one_between_consonants_is_an_i():
    assert sound("moravr1t") == "moravrit"


@given(st.text(max_size=80))
def test_any_text_is_taken_apart_into_ascii_words_side_by_side(text):
    parts = parse(text)
    assert all(token.isascii() and token for token in parts.tokens)
    assert len(parts.tokens) == len(parts.weights) == len(parts.kinds) == len(parts.sounds)
