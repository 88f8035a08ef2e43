"""Range traded against payload."""

from fractions import Fraction

import pytest

from catchall.classify.parameters import known
from catchall.classify.tradeoff import curve, range_at, rule


@pytest.fixture
def span(lawbook, goods):
    def got(name, text="", **params):
        made = known(goods(text, **params), lawbook.characteristics[name]).value
        return None if made is None else (float(made.low), float(made.high))

    return got


LOADED, LONGEST = "range_with_payload_500_kg", "traded_range"


def test_a_curve_is_read_along_the_straight_line_and_bounded_by_the_lighter_point(span):
    points = [[0, 400], [400, 340], [600, 240]]
    assert span(LOADED, range_payload_curve=points) == (290, 340)
    assert span(LONGEST, range_payload_curve=points) == (400, 400)


def test_a_point_at_the_payload_is_exact(span):
    assert span(LOADED, range_payload_curve=[[500, 310], [900, 200]]) == (310, 310)


def test_a_lighter_load_than_the_lightest_point_may_go_farther(span):
    points = [[600, 310], [900, 200]]
    assert span(LOADED, range_payload_curve=points)[0] == 310
    assert span(LONGEST, range_payload_curve=points) == (310, 387.5)


def test_beyond_the_heaviest_point_the_range_is_open_near_it_and_none_far_from_it():
    points = ((Fraction(0), Fraction(500)), (Fraction(400), Fraction(320)))
    assert range_at(points, Fraction(500)) == (0, 320)
    assert range_at(points, Fraction(501)) == (0, 0)


def test_the_order_of_points_and_written_units_do_not_count(goods):
    made = curve(goods("", range_payload_curve=[["1 t", "200 km"], ["500 kg", 350]]))
    assert made == ((500, 350), (1000, 200))


@pytest.mark.parametrize(
    "points",
    [
        [[500, 300]],
        [[100, 200], [500, 300]],
        [[1, 2, 3], [4, 5]],
        [["far", 1], [2, 3]],
        [[-1, 300], [500, 200]],
        "0:400",
        [[500, "300 kg"], [600, 200]],
    ],
)
def test_what_is_no_curve_is_not_read(span, points):
    assert span(LOADED, range_payload_curve=points) is None
    assert span(LONGEST, range_payload_curve=points) is None


def test_pairs_in_the_text_are_a_curve(span):
    text = "missile, payload 300 kg to 400 km, payload 700 kg to 240 km"
    assert span(LOADED, text) == (320, 400)


@pytest.mark.parametrize(
    "text",
    [
        "drone, payload 5 kg, range 20 km",
        "drone, weight 50 kg, range 200 km, payload 60 kg, altitude 300 km",
        "payload 300 kg, weight 700 kg, range 240 km, height 5 km",
        "300 kg to 400 km and 700 kg to 240 km",
        "payload 300-400 kg to 400 km, 700 kg to 240 km",
        "payload 300 kg to 400 km, 700 kg to 240 km, engine 90 kg",
    ],
)
def test_other_sizes_in_the_text_are_no_curve(goods, text):
    assert curve(goods(text)) == ()


@pytest.mark.parametrize(
    ("far", "load", "expected"),
    [
        ("300 km", "500 kg", (300, 375)),
        ("240 km", "400 kg", (0, 300)),
        ("300 km", "300 kg", (0, 281.25)),
        ("180 km", "1000 kg", (180, 450)),
        ("1000 km", "50 kg", (0, 156.25)),
    ],
)
def test_stated_figures_bound_what_trading_can_give(span, far, load, expected):
    assert span(LOADED, range_max=far, payload_max=load) == expected


def test_one_figure_alone_says_nothing_of_a_loaded_range(span):
    assert span(LOADED, range_max="300 km") is None
    assert span(LOADED, payload_max="500 kg") is None


def test_a_stated_range_may_be_for_another_payload(span):
    assert span(LONGEST, range_max="240 km") == (240, 300)
    assert span(LONGEST, payload_max="240 kg") is None


def test_a_payload_without_an_upper_bound_leaves_the_range_open(span):
    assert span(LOADED, range_max="100 km", payload_max="over 500 kg") == (100, float("inf"))


def test_other_characteristics_have_no_such_rule():
    assert rule("range_max") is None
