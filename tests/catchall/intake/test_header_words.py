"""The words of headers agree with each other: none is dead, none means two things."""

from collections import Counter, defaultdict

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catchall.intake import header_words, headers
from catchall.intake.header_words import (
    ADJECTIVES,
    ATTRIBUTES,
    COLUMNS,
    CURRENCIES,
    ID_KINDS,
    NOISE,
    ROLES,
    WORDS,
    folded,
)
from catchall.records import ROLES as ROLE_NAMES

EUROPEAN = st.text(st.characters(categories=["L"], max_codepoint=0x17F))
PHRASES = [*COLUMNS, *(phrase for _, phrase in ROLES)]


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("consignee", "Consignee EMPFÄNGER destinataire destinatário получатель"),
        ("exporter", "Exporteur ausführer EXPORTADOR экспортёр"),
        ("country", "Land PAÍS pays país страна"),
        ("quantity", "Menge quantité CANTIDAD Quantidade количество"),
        ("weight", "Gewicht poids PESO вес"),
        ("currency", "Währung devise MONEDA валюта"),
    ],
)
def test_a_word_is_known_in_every_language_with_and_without_accents(ours, theirs):
    written = [form for word in theirs.split() for form in (word, word.upper(), folded(word))]
    assert {WORDS.get(folded(word)) for word in written} == {(ours,)}


@given(EUROPEAN)
def test_folding_twice_changes_nothing(text):
    assert folded(folded(text)) == folded(text)


@given(st.text(st.characters(min_codepoint=0x410, max_codepoint=0x44F)))
def test_folding_takes_capitals_and_small_letters_for_the_same(text):
    assert folded(text.upper()) == folded(text.lower()) == folded(text)


def test_a_word_of_theirs_means_one_thing_only():
    meanings = defaultdict(set)
    for ours, (words,) in header_words._table(header_words._WORDS, "|"):
        for theirs in words:
            meanings[folded(theirs)].add(ours)
    assert {word: ours for word, ours in meanings.items() if len(ours) > 1} == {}


def test_no_phrase_belongs_to_two_columns():
    told = Counter(
        frozenset(phrase)
        for _, phrases in header_words._table(header_words._COLUMNS, "|")
        for phrase in phrases
    )
    assert [sorted(phrase) for phrase, times in told.items() if times > 1] == []


def test_no_word_that_means_something_is_left_out_as_noise():
    assert NOISE & set(WORDS) == set()
    assert ADJECTIVES & set(WORDS) == set()


def test_every_phrase_is_made_of_words_that_a_header_can_hold():
    reached = {word for ours in WORDS.values() for word in ours}
    assert [sorted(phrase) for phrase in PHRASES if not phrase <= reached] == []


@pytest.mark.parametrize("backwards", [False, True])
def test_every_phrase_is_recognised_as_its_column_in_any_order(backwards):
    wanted = {phrase: column for phrase, (column, _) in COLUMNS.items()}
    wanted |= {phrase: role for role, phrase in ROLES}
    if backwards:  # a number of items is a quantity, an item number is not
        wanted[frozenset({"item", "no"})] = "quantity"
    written = [" ".join(sorted(phrase, reverse=backwards)) for phrase in wanted]
    found = [headers.recognise([header])[0].column for header in written]
    assert dict(zip(wanted, found, strict=True)) == wanted


def test_every_column_and_role_is_one_that_shipments_have():
    assert {column for column, _ in COLUMNS.values()} <= headers.KNOWN
    assert {role for role, _ in ROLES} == set(ROLE_NAMES)
    assert set(ATTRIBUTES.values()) <= set(headers.PARTS)


@pytest.mark.parametrize("role", ROLE_NAMES)
def test_every_role_takes_every_attribute(role):
    name = role.replace("_", " ")
    found = {words: headers.recognise([f"{name} {words}"])[0].column for words in ATTRIBUTES}
    parts = {words: f"_{part}".replace("_name", "") for words, part in ATTRIBUTES.items()}
    assert found == {words: role + part for words, part in parts.items()}


@pytest.mark.parametrize("role", ROLE_NAMES)
def test_every_role_takes_every_kind_of_identifier(role):
    wanted = {word: (f"{role}_id", kind) for word, kind in ID_KINDS.items()}
    if role == "vessel":  # a ship's number has a column of its own
        wanted["imo"] = ("vessel_imo", "")
    found = {word: headers.recognise([f"{role} {word}"])[0] for word in ID_KINDS}
    assert {word: (one.column, one.kind) for word, one in found.items()} == wanted


@pytest.mark.parametrize("money", sorted(CURRENCIES))
def test_every_currency_can_stand_in_the_header_of_a_value(money):
    (meaning,) = headers.recognise([f"Invoice value {money.upper()}"])
    assert (meaning.column, meaning.kind) == ("value", money.upper())
