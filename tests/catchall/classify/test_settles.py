"""How far would one answer settle an entry?"""

from datetime import date

import pytest

from catchall.classify.settles import decide, powers
from catchall.law.model import Group, Judged, OfKind, Test, Version
from catchall.records import Answer

YES, NO, UNKNOWN = Answer.YES, Answer.NO, Answer.UNKNOWN


def leaf_of(name):
    return Test(name, ">", 1, "mm", "cite")


A, B = leaf_of("a"), leaf_of("b")
BOTH, EITHER = Group("all", (A, B)), Group("any", (A, B))


def version(when, *exclusions):
    return Version(date(2025, 1, 1), None, when, exclusions)


def unknown(_leaf):
    return UNKNOWN


@pytest.mark.parametrize(
    ("when", "kind", "wanted"),
    [
        (BOTH, YES, {"a": 0.5, "b": 0.5}),  # a NO takes the goods off, a YES leaves b open
        (EITHER, YES, {"a": 1.0, "b": 1.0}),  # a YES is enough, a NO leaves b open
        (A, YES, {"a": 1.5, "b": 0.0}),
        (A, UNKNOWN, {"a": 0.5, "description": 0.5}),
        (Group("all", (A, Judged("for it", "cite"))), YES, {"a": 0.5}),
        (OfKind("x", "cite"), UNKNOWN, {"description": 1.5}),
    ],
)
def test_power_of_a_question(when, kind, wanted):
    assert powers(wanted, kind, version(when), unknown) == wanted


def test_an_exclusion_met_takes_the_goods_off():
    assert powers(["b"], YES, version(A, B), lambda leaf: YES if leaf == A else UNKNOWN) == {
        "b": 1.5
    }


def test_decide_follows_three_values():
    answers = {"a": YES, "b": UNKNOWN}
    assert decide(BOTH, lambda leaf: answers[leaf.characteristic]) is UNKNOWN
    assert decide(EITHER, lambda leaf: answers[leaf.characteristic]) is YES
