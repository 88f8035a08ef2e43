"""Tests of ``catchall.link.descriptions``: every firm, person and ship is invented."""

import pytest

from catchall.link.descriptions import (
    described_after,
    described_before,
    role_of,
    seat_after,
    unnamed,
)


def test_a_description_stands_before_the_name():
    text = "a trading firm in Sharjah, Falaj"
    found = described_before(text, text.index("Falaj"))
    assert (found["noun"], found["place"]) == ("trading firm", "Sharjah")


def test_a_description_stands_behind_the_name():
    text = "Falaj, a dealer in Istanbul"
    assert described_after(text, 5)["noun"] == "dealer"


@pytest.mark.parametrize(
    ("text", "seat"),
    [
        ("X of Penang", "Penang"),
        ("X (Gdansk)", "Gdansk"),
        ("X, Almaty.", "Almaty"),
        ("X in May", None),
        ("X, Blue.", None),
    ],
)
def test_a_seat_is_a_place(text, seat):
    assert seat_after(text, 1) == seat


def test_an_unnamed_party_is_described():
    (found,) = unnamed("bought by an unnamed broker in Dubai.")
    assert (found[0]["noun"], found[0]["place"], found[1]) == (
        "broker",
        "Dubai",
        "intermediaries",
    )


def test_a_described_party_that_is_named_is_not_unnamed():
    assert list(unnamed("a Syrian buyer, Orontes Stores")) == []


def test_a_noun_may_say_the_role():
    assert (role_of("freight forwarder"), role_of("firm"), role_of("pump")) == (
        "other_parties",
        "",
        "",
    )


def test_a_body_of_a_country_may_have_any_noun():
    (found,) = unnamed("ordered by a Syrian tannery last year")
    assert (found[0]["noun"], found[1]) == ("tannery", "")
    assert list(unnamed("told a Syrian officer")) == []
