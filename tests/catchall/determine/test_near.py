"""Limits give way outwards by the percent that the lawbook says, and by no more."""

import pytest
from tests.catchall.determine.conftest import DAY

from catchall.determine import near
from catchall.law.model import Group, Judged, Lawbook, Test


def limit(comparison: str, value: object, unit: str = "mm") -> Test:
    return Test("max_linear_dim", comparison, value, unit, "source 1")


@pytest.mark.parametrize(
    ("comparison", "value", "wider"),
    [
        (">", 100, 98.0), (">=", 100, 98.0), ("<", 100, 102.0), ("<=", 100, 102.0),
        ("between", (100, 200), (98.0, 204.0)), ("==", 100, 100), (">", -100, -102.0),
    ],
)  # fmt: skip
def test_a_limit_gives_way_outwards(comparison: str, value: object, wider: object) -> None:
    made = near.widened(limit(comparison, value), 2)
    assert isinstance(made, Test)
    assert made.value == wider


def test_words_and_judgements_do_not_give_way() -> None:
    node = Group("all", (limit("in", ("tube",), ""), Judged("usable?", "source 2")))
    assert near.widened(node, 2) == node


@pytest.mark.parametrize(("size", "missed"), [("74.9 mm", 1), ("73 mm", 0), ("76 mm", 0)])
def test_only_what_fails_by_little_is_near(book: Lawbook, size: str, missed: int) -> None:
    find = near.finder(book, DAY, 2)
    given = f'{{"max_linear_dim": "{size}", "uts_capable_293K": "2000 MPa"}}'
    assert len(find("maraging steel bar", "", given, "NSG2-2.C.11")) == missed


def test_nothing_is_near_an_entry_that_is_open(book: Lawbook) -> None:
    find = near.finder(book, DAY, 2)
    assert find("maraging steel bar", "", "{}", "NSG2-2.C.11") == ()
