"""What follows by physics."""

import pytest

from catchall.classify.derived import sides
from catchall.classify.parameters import known


@pytest.fixture
def span(lawbook, goods):
    def got(name, text="", **params):
        made = known(goods(text, **params), lawbook.characteristics[name]).value
        return None if made is None else (float(made.low), float(made.high))

    return got


def test_specific_modulus_is_modulus_over_density_and_gravity(span):
    low, high = span("specific_modulus", fibre_modulus="230 GPa", fibre_density="1.8 g/cm3")
    assert low == high == pytest.approx(230e9 / (1800 * 9.80665))


def test_specific_strength_needs_the_density(span):
    assert span("specific_tensile_strength", fibre_strength="4900 MPa") is None
    assert (
        span("specific_tensile_strength", fibre_strength="4900 MPa", fibre_density="0 g/cm3")
        is None
    )


def test_sides_are_largest_first_and_stated_once():
    assert [float(side.low) for side in sides("120 x 50 x 300 mm")] == [300, 120, 50]
    assert [float(side.low) for side in sides("1 m x 2 mm")] == [1000, 2]
    assert sides("2 x 3 x 4 mm and 5 x 6 x 7 mm") == ()
    assert sides("2 x 600") == ()
    assert sides("2 x 600 kg") == ()


def test_a_block_bounds_what_can_be_machined_from_it(span):
    text = "block 100 x 50 x 60 mm"
    assert span("block_a", text) == (100, 100)
    assert span("cylinder_d", text) == (0, 60)
    assert span("wall", text) == (0, 30)
    assert span("length", text) == (0, 100)


def test_a_round_bar_bounds_its_blocks(span):
    assert span("block_b", cylinder_d="80 mm") == (0, 80)
    assert span("block_a", cylinder_d="80 mm") is None


def test_longest_dimension_is_at_least_what_is_given(span):
    assert span("max_linear_dim", "bar, length 3 m", outer_d="80 mm") == (3000, float("inf"))
    assert span("max_linear_dim", "bar") is None


def test_a_sheet_gives_width_and_thickness(span):
    assert span("sheet_w", "sheet 1000 x 2 mm") == (1000, 1000)
    assert span("sheet_t", "sheet 1000 x 2 mm") == (2, 2)
    assert span("thickness_or_wall", "coil 600 x 2 mm") == (2, 2)
    assert span("sheet_w", "block 1000 x 2 mm") is None
