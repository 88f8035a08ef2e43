"""Conditions from YAML."""

from datetime import date

from catchall.law.fields import Fields
from catchall.law.model import Asked, Excepted, Group, Judged, Test
from catchall.law.nodes import ENTRY_LEAVES, RULE_LEAVES, node, versions


def test_every_leaf_has_its_form():
    parts = [
        {"test": "size", "is": "between", "value": [1, 2], "unit": "mm", "cite": "order a"},
        {"judge": "specially designed?", "cite": "order b"},
        {"entry": "1A001", "cite": "order c"},
    ]
    made = node(Fields({"all": parts}, "x.yaml", "when"), ENTRY_LEAVES)
    assert made == Group(
        "all",
        (
            Test("size", "between", (1, 2), "mm", "order a"),
            Judged("specially designed?", "order b"),
            Excepted("1A001", "order c"),
        ),
    )


def test_a_rule_asks_predicates_with_or_without_arguments():
    asked = node(Fields({"is": "odd", "cite": "order a"}, "x.yaml", ""), RULE_LEAVES)
    assert asked == Asked("odd", {}, "order a")


def test_versions_keep_their_exclusions():
    leaf = {"judge": "is it?", "cite": "order a"}
    raw = {
        "versions": [{"from": date(2020, 1, 1), "when": leaf, "not": [leaf], "cite": "order b"}]
    }
    (made,) = versions(Fields(raw, "x.yaml", ""), ENTRY_LEAVES)
    assert made.exclusions == (Judged("is it?", "order a"),)
    assert (made.end, made.cite) == (None, "order b")
