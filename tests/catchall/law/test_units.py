"""Units as the lawbook writes them."""

from fractions import Fraction

import pytest

from catchall.law import units


@pytest.mark.parametrize(
    ("given", "wanted", "factor"),
    [("GPa", "MPa", 1000), ("ksi", "Pa", None), ("m**2", "cm**2", 10000), ("wt%", "wt%", 1)],
)
def test_conversion_is_exact(given, wanted, factor):
    line = units.linear(given, wanted)
    assert line is not None
    assert isinstance(line[0], Fraction)
    assert factor is None or line == (factor, 0)


def test_temperature_has_an_offset():
    assert units.linear("degC", "K") == (1, Fraction("273.15"))


@pytest.mark.parametrize(
    ("given", "wanted"),
    [("kg", "mm"), ("wt%", "vol%"), ("percent", "wt%"), ("class", "count"),
     ("parsnip", "mm"), ("s", "arcsec")],
)  # fmt: skip
def test_other_dimensions_do_not_convert(given, wanted):
    assert units.linear(given, wanted) is None


def test_unknown_units_are_told():
    assert units.known("g/cm**3")
    assert not units.known("parsnip")
    assert not units.known("mm)(")
