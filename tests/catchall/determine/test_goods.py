"""The goods as facts: numbers, codes, cover names, and what fails only narrowly."""

from collections.abc import Callable
from typing import Any

import pytest
from tests import builders
from tests.catchall.determine.conftest import DAY, Decide, entry, plain

from catchall import classify
from catchall.determine import facts
from catchall.determine import goods as read
from catchall.law.model import Lawbook

Gathered = Callable[..., tuple[facts.Facts, ...]]


@pytest.fixture
def goods(gathered: Gathered, book: Lawbook) -> Any:
    def run(description: str | None, **more: Any) -> Any:
        row = plain(description=description, **more)
        matches = classify.run(builders.shipments(row), book, day=DAY).to_pylist()
        return gathered(row, matches=matches)[0].values["goods"][0]

    return run


def test_numbers_that_cannot_be_read_are_unknown(goods: Any) -> None:
    item = goods("tiles", quantity="1,234", value="about 5", net_weight_kg="1 200,5")
    assert "quantity" not in item
    assert "value" not in item
    assert item["kg"] == 1200.5


def test_a_code_of_fewer_than_six_digits_is_unknown(goods: Any) -> None:
    assert "hs6" not in goods("tiles", hs_code="6907")


def candidates(item: Any, key: str) -> dict[str, Any]:
    return {one["entry"]: one[key] for one in item["candidates"] if one[key]}


def test_a_dimension_just_under_the_limit_is_near(goods: Any) -> None:
    item = goods(
        "maraging steel round bar",
        parameters='{"max_linear_dim": "74.9 mm", "uts_capable_293K": "2000 MPa"}',
    )
    (near,) = candidates(item, "near")["NSG2-2.C.11"]
    assert near["characteristic"] == "max_linear_dim"


def test_a_dimension_far_from_the_limit_is_not_near(goods: Any) -> None:
    item = goods(
        "maraging steel round bar",
        parameters='{"max_linear_dim": "40 mm", "uts_capable_293K": "2000 MPa"}',
    )
    assert candidates(item, "near") == {}


def test_two_tests_of_which_one_fails_widely_are_not_near(goods: Any) -> None:
    item = goods(
        "maraging steel round bar",
        parameters='{"max_linear_dim": "74.9 mm", "uts_capable_293K": "900 MPa"}',
    )
    assert candidates(item, "near") == {}


def test_a_cover_name_is_told(goods: Any) -> None:
    item = goods("anti-acid distillation unit", parameters='{"inner_d": "500 mm"}')
    assert {"words": "anti acid distillation unit"} in candidates(item, "cover").values()


def test_goods_just_beside_a_threshold_raise_their_flag(decide: Decide, book: Lawbook) -> None:
    row = plain(
        description="maraging steel round bar",
        parameters='{"max_linear_dim": "74.9 mm", "uts_capable_293K": "2000 MPa"}',
    )
    matches = classify.run(builders.shipments(row), book, day=DAY).to_pylist()
    raised = {one.rule for one in decide(row, matches=matches).findings if one.kind == "flag"}
    assert "guidance.RF35" in raised


def test_covered_goods_that_meet_their_entry_raise_their_flag(
    decide: Decide, book: Lawbook
) -> None:
    row = plain(
        description="anti-acid distillation unit",
        parameters='{"inner_d": "500 mm", "wetted_material": "tantalum",'
        ' "all_wetted_surfaces": true}',
    )
    matches = classify.run(builders.shipments(row), book, day=DAY).to_pylist()
    found = decide(row, matches=matches)
    assert "guidance.RF22" in {one.rule for one in found.findings}


def test_an_entry_for_one_destination_binds_only_there(book: Lawbook) -> None:
    held = read.book(book, DAY)
    name = next(one.id for one in book.entries if one.destinations == ("KP",))
    rows = {0: [entry("meets", name)]}
    assert read.bound(rows, ("KP",), held)[0]
    assert read.bound(rows, ("IN",), held) == {0: []}
    assert read.bound(rows, (), held) == {0: []}


@pytest.mark.parametrize(
    ("goods", "unit", "held"),
    [
        ([{"quantity": 2.0, "unit": "PCS"}, {"quantity": 3.0, "unit": "pcs"}], "pcs", 5.0),
        ([{"quantity": 2.0, "unit": "pcs", "kg": 7.0}], "kg", 7.0),
        ([{"quantity": 2.0, "unit": "pcs"}, {"kg": 7.0}], "kg", None),
        ([{"quantity": 2.0, "unit": "KGS"}], "kg", 2.0),
        ([{"quantity": 2.0, "unit": "pcs"}], "", None),
        ([], "kg", None),
    ],
)
def test_goods_are_counted_together_in_one_unit_only(
    goods: list[dict[str, Any]], unit: str, held: float | None
) -> None:
    assert read.quantity_in(goods, unit) == held
