"""Units as the lawbook writes them."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catchall.law import units


@pytest.mark.parametrize(
    ("unit", "wanted", "factor"),
    [("GPa", "MPa", 1000), ("ksi", "Pa", None), ("m**2", "cm**2", 10000), ("wt%", "wt%", 1)],
)
def test_conversion_is_exact(unit, wanted, factor):
    line = units.linear(unit, wanted)
    assert line is not None
    assert isinstance(line[0], Fraction)
    assert factor is None or line == (factor, 0)


def test_temperature_has_an_offset():
    assert units.linear("degC", "K") == (1, Fraction("273.15"))


@pytest.mark.parametrize(
    ("unit", "wanted"),
    [("kg", "mm"), ("wt%", "vol%"), ("percent", "wt%"), ("class", "count"),
     ("parsnip", "mm"), ("s", "arcsec")],
)  # fmt: skip
def test_other_dimensions_do_not_convert(unit, wanted):
    assert units.linear(unit, wanted) is None


def test_unknown_units_are_told():
    assert units.known("g/cm**3")
    assert not units.known("parsnip")
    assert not units.known("mm)(")
    assert units.known("µm")


@given(st.sampled_from(["mm", "MPa", "kg"]), st.text("0123456789,.;-+*/ ()'", min_size=1))
def test_a_unit_starts_with_a_letter_or_a_sign_of_its_own(unit, before):
    assert not units.known(before + unit)
    assert not units.known(f"{unit},1 mm")
