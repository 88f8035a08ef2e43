"""Tests of ``catchall.link.firms``: every firm, person and ship is invented."""

from tests.catchall.link.sample import block

from catchall.link.firms import (
    Firm,
    acronyms,
    aliased,
    is_part,
    merged,
    owner,
    plain,
    with_short,
)

FALAJ = Firm("Falaj Crescent Trading Ltd", "firm")


def test_legal_forms_are_no_words_of_a_name():
    assert plain("Falaj Crescent Trading (Pvt.) Ltd.")[:3] == ("falaj", "crescent", "trading")
    assert plain("Ltd") == ("ltd",)


def test_a_shorter_form_has_the_first_word():
    assert is_part(("langka", "tools"), ("langka", "machine", "tools"))
    assert not is_part(("machine", "tools"), ("langka", "machine", "tools"))


def test_spellings_of_a_name_are_one_firm():
    (only,) = merged([("FALAJ CRESCENT", "firm"), ("Falaj Crescent", "firm")])
    assert (only.name, only.short_names) == ("Falaj Crescent", ("FALAJ CRESCENT",))


def test_a_word_of_two_firms_belongs_to_neither():
    other = Firm("Falaj Shipping", "firm")
    assert owner(("falaj",), [FALAJ]) == 0
    assert owner(("falaj",), [FALAJ, other]) is None


def test_a_common_word_is_no_short_name():
    (only,) = with_short([Firm("Dubai Trading Ltd", "firm")], ["Dubai", "Trading"])
    assert only.short_names == ()


def test_brackets_behind_a_name_hold_its_acronym():
    (only,) = acronyms([FALAJ], [block("Falaj Crescent Trading Ltd (FCT), of Dubai, sold it.")])
    assert only.short_names == ("FCT",)


def test_another_name_is_an_alias():
    (only,) = aliased([FALAJ], [block("Falaj Crescent Trading Ltd, also called Blue Dune.")])
    assert only.aliases == ("Blue Dune",)
    assert set(only.every_name) == {"Falaj Crescent Trading Ltd", "Blue Dune"}
