"""Numbers with units."""

from fractions import Fraction
from math import inf

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catchall.classify.numbers import Measured, find, read, readings


@pytest.mark.parametrize(
    ("text", "low", "high", "unit"),
    [
        ("density 1,72 g/cm3", "1.72", "1.72", "g/cm**3"),
        ("50/60 Hz", 50, 60, "Hz"),
        ("8-12 GHz", 8, 12, "GHz"),
        ("67 ksi", 67, 67, "ksi"),
        ("3 arc second", 3, 3, "arcsec"),
        ("bias 40 micro g", 40, 40, "ug_n"),
        ("2 MNs", 2, 2, "MN*s"),
        ("20 µm", 20, 20, "um"),
        ("20 microns", 20, 20, "um"),
        ("0,5 deg/hr", "0.5", "0.5", "deg/hour"),
        ("12 000 L", 12000, 12000, "L"),
        ("1,234,567 kg", 1234567, 1234567, "kg"),
        ("12 m²", 12, 12, "m**2"),
        ("80mm", 80, 80, "mm"),
    ],
)
def test_number_with_unit_is_read(text, low, high, unit):
    (made,) = find(text)
    assert (made.low, made.high, made.unit) == (Fraction(low), Fraction(high), unit)


def test_limits_in_words_are_open_on_one_side():
    assert (find("below 63 um")[0].low, find("min 98 %")[0].high) == (-inf, inf)


def test_a_comma_that_can_part_thousands_or_decimals_is_both():
    made = find("1,720 kg/m3")[0]
    assert (made.low, made.high) == (Fraction("1.72"), 1720)
    assert readings("0,250") == (Fraction("0.25"),)
    assert readings("1.234.567,5") == (Fraction("1234567.5"),)


@pytest.mark.parametrize("text", ["100 in the box", "T700 tow", "no number", "model 12x"])
def test_what_is_no_measure_is_not_read(text):
    assert find(text) == ()


@given(
    st.integers(0, 9999),
    st.integers(0, 99999).map(str).filter(lambda part: len(part) != 3),
    st.sampled_from([" mm", "MPa", " kPa", " g/cm3", " g/cm**3", "", " %"]),
    st.sampled_from(["", "-"]),
)
def test_a_decimal_comma_reads_as_a_decimal_point(whole, part, unit, sign):
    comma, point = read(f"{sign}{whole},{part}{unit}"), read(f"{sign}{whole}.{part}{unit}")
    assert (comma.low, comma.high, comma.unit) == (point.low, point.high, point.unit)
    assert comma.low == Fraction(f"{sign}{whole}.{part}")


@given(st.decimals(min_value="0.001", max_value=10**9, places=3))
def test_a_parameter_keeps_its_exact_value(number):
    assert read(f"{number:f} mm").low == Fraction(number)
    assert read({"value": f"{number:f}", "unit": "mm"}).low == Fraction(number)


@pytest.mark.parametrize(
    ("value", "unit"), [(5, ""), ("5", ""), ("5 mm", "mm"), ("1.72 g/cm**3", "g/cm**3")]
)
def test_a_parameter_has_the_unit_it_gives(value, unit):
    assert read(value).unit == unit


@pytest.mark.parametrize(
    "value",
    [True, None, "big", [5], float("nan"), float("inf"), {"value": 5, "unit": "parsnip"},
     {"value": 5, "unit": 7}, {"value": "5 mm", "unit": "mm"}, {}],
)  # fmt: skip
def test_what_cannot_be_read_is_none(value):
    assert read(value) is None


@pytest.mark.parametrize(
    ("value", "low", "high"),
    [("≥ 5", 5, inf), ("1,720 kg/m3", "1.72", 1720), ("<= 3 mm", -inf, 3)],
)
def test_a_parameter_can_be_a_limit_or_read_in_two_ways(value, low, high):
    made = read(value)
    assert (made.low, made.high) == (Fraction(low) if low != -inf else low, high)


def test_g_is_an_acceleration_where_one_is_wanted():
    assert Measured(Fraction(10), Fraction(10), "g").to("g_n").low == 10
    assert Measured(Fraction(10), Fraction(10), "g").to("kg").low == Fraction("0.01")


def test_bare_percent_is_by_weight_but_never_by_volume():
    bare = Measured(Fraction(98), Fraction(98), "percent")
    assert bare.to("wt%").low == 98
    assert bare.to("vol%") is None


@pytest.mark.parametrize(
    ("text", "unit", "low", "high"),
    [
        ("powder -325 mesh", "um", -inf, 45),
        ("powder +100 mesh", "um", 150, inf),
        ("powder 400 mesh", "um", 38, 38),
        ("valve 1 1/2 inch", "mm", 38.1, 38.1),
        ("valve DN50", "mm", 50, 50),
        ("MPE 1.7 + L/350 um", "um", 1.7, 1.7),
        ("25 MW turbine", "W", 25_000_000, 25_000_000),
        ("25 mW laser", "W", 0.025, 0.025),
    ],
)
def test_sizes_as_trade_writes_them(text, unit, low, high):
    (one,) = find(text)
    made = one.to(unit)
    assert (float(made.low), float(made.high)) == (low, high)


def test_a_mesh_of_no_sieve_is_not_read():
    assert find("screen 333 mesh") == ()


def test_what_lies_above_a_value_does_not_lie_on_it():
    (above,), (below,) = find("above 600 m/s"), find("below 5 ppm")
    assert above.low > 600
    assert below.high < 5
