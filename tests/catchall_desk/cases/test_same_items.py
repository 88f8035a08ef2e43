"""Whether goods are those of a denial."""

import pytest
from tests.catchall_desk.cases.sample_world import GOODS, ready

from catchall.records import Answer
from catchall_desk.cases import same_items
from catchall_desk.cases.same_items import Goods, same

YES, NO, UNKNOWN = Answer.YES, Answer.NO, Answer.UNKNOWN


def goods(entries=("2B350.i",), **parameters):
    known = None if entries is None else frozenset(entries)
    return Goods("1", "", known, parameters or {"flow": "12 m**3/h"})


@pytest.mark.parametrize(("ours", "denied", "answer"), [
    (["2B350.i"], ["2B350"], YES),
    (["2B350"], ["2B350.i"], UNKNOWN),
    (["3A001"], ["2B350"], NO),
    (["ML7"], ["2B350"], UNKNOWN),
    (None, ["2B350"], UNKNOWN),
    ([], ["2B350"], NO),
])  # fmt: skip
def test_entries_are_the_same_at_or_below_the_denied_one(ours, denied, answer):
    found, asks = same(goods(ours), goods(denied))
    assert (found, bool(asks)) == (answer, answer is UNKNOWN)


@pytest.mark.parametrize(("ours", "denied", "answer"), [
    ("80 mm", "8 cm", YES),
    ("80 mm", "120 mm", NO),
    ("80 mm", "84 mm", UNKNOWN),
    ("80 mm", "80", UNKNOWN),
    ("80 mm", "80 kg", UNKNOWN),
    ("stainless", "Stainless", YES),
    ("stainless", "AISI 316", UNKNOWN),
    (["a", "b"], ["B", "A"], YES),
    (True, False, NO),
    (True, True, YES),
    (None, "80 mm", UNKNOWN),
])  # fmt: skip
def test_a_parameter_is_equal_other_or_asked_about(ours, denied, answer):
    assert same_items.equal("bore", ours, denied)[0] is answer


def test_a_parameter_that_differs_makes_other_goods_whatever_is_missing():
    assert same(goods(flow="1 m**3/h"), goods(flow="99 m**3/h", head="3 m"))[0] is NO


def test_what_is_missing_on_either_side_asks():
    answer, asks = same(goods(), goods(flow="12 m**3/h", head="3 m"))
    assert (answer, asks) == (UNKNOWN, ("what is its head? 3 m was denied",))
    assert same_items.by_parameters({"a": "1"}, {})[0] is UNKNOWN


def test_the_same_item_is_the_same_goods():
    one, other = Goods("1", "pump", None), Goods("9", "pump", frozenset({"3A001"}))
    assert same(one, other)[0] is YES


def test_goods_denied_under_no_entry_are_told_by_code_or_words():
    denied = Goods("1", "", None, {}, "vacuum pump", "841410")
    assert same_items.by_entry(Goods("1", "", None, {}, "", "841410"), denied)[0] is YES
    assert same_items.by_entry(Goods("1", "", None, {}, "", "841490"), denied)[0] is NO
    assert same_items.by_entry(Goods("1", "", None), Goods("1", "", None))[0] is UNKNOWN


def test_what_a_line_leaves_out_is_the_items():
    world = ready()
    world.claim("pump", "entry", "2b350.i")
    world.claim("pump", "parameter", {"name": "head", "value": "3", "unit": "m"})
    bare = {"line": "1", "item": "pump", "hs_code": "8414.10 00"}
    found = same_items.goods_of(bare, world)
    assert (found.entries, found.parameters, found.hs6) == (
        {"2B350.I"},
        {"head": "3 m"},
        "841410",
    )
    assert same_items.goods_of(bare, world, frozenset()).entries == frozenset()


def test_every_line_of_a_file_gives_its_goods():
    world = ready()
    assert [one.line for one in same_items.items_of(world.file("app"), world)] == [
        GOODS["line"]
    ]
