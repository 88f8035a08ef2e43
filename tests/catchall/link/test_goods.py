"""Tests of ``catchall.link.goods``: every firm, person and ship is invented."""

import pytest

from catchall.link.goods import find, singular


def said(text):
    return [
        (g.description, g.quantity.value if g.quantity else None, g.designation)
        for g in find(text)
    ]


@pytest.mark.parametrize(
    ("text", "goods"),
    [
        ("sold 12 metric tons of potassium fluoride to", [("potassium fluoride", 12, None)]),
        (
            "40 bellows valves of nickel alloy (model AF-2)",
            [("bellows valves of nickel alloy", 40, "AF-2")],
        ),
        (
            "twelve computer numerically controlled grinding machines, model HS-4G",
            [("computer numerically controlled grinding machines", 12, "HS-4G")],
        ),
        (
            "helium leak detectors. The quantity, 15 units, was",
            [("helium leak detectors", 15, None)],
        ),
        ("four of the five lathes", [("lathes", 4, None)]),
        ("48 cylinders of boron trichloride", [("boron trichloride", 48, None)]),
        ("four crates of radar spares", [("radar spares", None, None)]),
    ],
)
def test_goods_have_words_number_and_designation(text, goods):
    assert said(text) == goods


@pytest.mark.parametrize(
    "text",
    [
        "China's missile industry",
        "the machine",
        "a freight agent",
        "to take part",
        "control list",
    ],
)
def test_what_is_no_goods_gives_none(text):
    assert said(text) == []


def test_the_land_of_the_goods_is_no_part_of_their_name():
    (here,) = find("a Japanese-made milling machine")
    assert (here.description, here.made_in, here.article) == ("milling machine", "JP", True)


def test_a_noun_is_put_in_the_singular():
    assert [singular(w) for w in ("batteries", "presses", "gas", "Pumps")] == [
        "battery",
        "press",
        "gas",
        "pump",
    ]


def test_what_is_counted_is_goods_though_its_noun_is_not_known():
    assert said("offered 500 triggered spark gaps to") == [("triggered spark gaps", 500, None)]
    assert said("sold 3 tons of zorbium to") == [("zorbium", 3, None)]


@pytest.mark.parametrize("text", ["two companies", "three letters", "12 Officers", "5 times"])
def test_what_is_counted_may_be_no_goods(text):
    assert said(text) == []
