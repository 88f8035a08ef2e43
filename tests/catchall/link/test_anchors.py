"""Tests of ``catchall.link.anchors``."""

import re

import pytest

from catchall.link.anchors import anchors, may_match
from catchall.link.vocabulary import table


@pytest.mark.parametrize(
    ("pattern", "found"),
    [
        (r"\b(?:denied|refused)\b.{0,45}\b(?:it|them)\b", (("denied", "refused"),)),
        (r"\bstruck (?:off|from)\b", (("struck ",), ("off", "from"))),
        (r"\b(?:items?|goods)\b", (("item", "goods"),)),
        (r"\b(?:it|them)\b", ()),
        (r"\b(?:one|two)?\b", ()),
        (r"\bone\b|\btwo\b", ()),
        (r"[(]a(?:bbb|ccc)", (("bbb", "ccc"),)),
        (r"\((?:bbb|ccc)\)", (("bbb", "ccc"),)),
    ],
)
def test_anchors_are_what_a_match_must_hold(pattern, found):
    assert anchors(pattern) == found


def test_no_anchor_hides_a_match():
    rows = table("outcomes")["outcomes"].values()
    plain = [p for row in rows for key in ("told", "plain") for p in row.get(key, ())]
    plain = [p for p in plain if "<" not in p.replace("(?<", "") and "\u00a7" not in p]
    text = "the firm turned down the order; the licence was refused; customs seized the goods"
    hidden = [p for p in plain if re.search(p, text) and not may_match(anchors(p), text)]
    assert len(plain) > 100
    assert hidden == []
