"""Goods, software or technology?"""

import pytest

from catchall.classify.kinds import fits, letters
from catchall.classify.prepared import prepare


@pytest.mark.parametrize(
    ("text", "entry", "wanted"),
    [
        ("graphite block", "MTCR-6.C.3", True),
        ("software for graphite blocks", "MTCR-6.C.3", False),
        ("software for trajectories", "MTCR-16.D.1", True),
        ("trajectory computer", "MTCR-16.D.1", False),
    ],
)
def test_an_entry_is_about_goods_or_software(goods, lawbook, text, entry, wanted):
    assert fits(goods(text), prepare(lawbook).entries[entry]) is wanted


def test_the_kinds_of_an_entry_are_those_of_its_codes(lawbook):
    assert letters(prepare(lawbook).entries["MTCR-6.C.3"]) == {"C"}
