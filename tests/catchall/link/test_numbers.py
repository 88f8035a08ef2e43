"""Tests of ``catchall.link.numbers``: every firm, person and ship is invented."""

import pytest

from catchall.link.numbers import quantities, sums, value_of


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("twelve", 12),
        ("2,000", 2000),
        ("two hundred fifty", 250),
        ("three dozen", 36),
        ("1.5", 1.5),
        ("pump", None),
    ],
)
def test_numbers_are_read_in_figures_and_words(text, value):
    assert value_of(text) == value


def test_a_unit_belongs_to_its_number():
    assert [(q.value, q.unit) for q in quantities("600 kilograms of fiber and 3 pumps")] == [
        (600, "kilograms"),
        (3, None),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "paragraph 3",
        "USD 8,200",
        "in 2008",
        "four weeks",
        "ten million won",
        "type 88",
        "20 percent",
    ],
)
def test_what_counts_no_goods_is_no_quantity(text):
    assert quantities(text) == ()


def test_the_number_of_a_part_is_the_number():
    assert [q.value for q in quantities("four of the five instruments")] == [4]


def test_sums_have_a_currency():
    assert [
        (m.value, m.currency) for m in sums("MYR 30,000, $1.2 million or 10 million won")
    ] == [
        (30000, "MYR"),
        (1200000, "USD"),
        (10000000, "KRW"),
    ]


def test_three_capitals_that_are_no_currency_are_no_sum():
    assert sums("REF 12") == []
