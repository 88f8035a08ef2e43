"""Rules and entries in words."""

from datetime import date

import pytest

from catchall.law.model import (
    Asked,
    Entry,
    Excepted,
    Group,
    Judged,
    Lawbook,
    Rule,
    Test,
    Version,
)
from catchall.output import lawbook

ASKED = Asked("destination_in", {"group": ["QA", "QB"]}, "art. 1")


def rule(name, *versions, **changes):
    fixed = {
        "id": name, "kind": "catch_all", "title": "A title", "asks": "Is it?",
        "outcome": "prohibited",
        "severity": "", "jurisdictions": (), "verified": "V", "versions": versions, "cite": "x",
    }  # fmt: skip
    return Rule(**{**fixed, **changes})


@pytest.fixture
def book():
    running = Version(date(2020, 1, 1), None, Group("all", (ASKED,)), cite="an order")
    ended = Version(date(2021, 1, 1), None, None, cite="a repeal")
    rules = (rule("xx.a", running), rule("xx.b", running, ended))
    return Lawbook("1", "h", (), rules, {}, {})


def test_a_rule_is_shown_with_every_condition_and_citation(book):
    text = lawbook.shown(lawbook.find(book, "xx.a"))
    assert "xx.a: A title" in text
    assert (
        "from 2020-01-01 [an order]\n  all of:\n    destination in group QA QB [art. 1]" in text
    )
    assert "in        everywhere" in text


def test_a_repealed_version_is_shown_as_repealed(book):
    assert "from 2021-01-01: repealed [a repeal]" in lawbook.shown(lawbook.find(book, "xx.b"))


def test_an_id_not_held_is_not_found(book):
    assert lawbook.find(book, "xx.c") is None


@pytest.mark.parametrize(
    ("day", "ids"),
    [
        (date(2019, 1, 1), []),
        (date(2020, 6, 1), ["xx.a", "xx.b"]),
        (date(2021, 1, 1), ["xx.a"]),
    ],
)
def test_a_repealed_rule_does_not_stand(book, day, ids):
    assert [one.id for one in lawbook.standing(book, day)] == ids


def test_an_entry_is_shown_with_its_tests_and_exclusions():
    test = Test("power", ">=", 40, "W", "line 1")
    when = Group("any", (test, Judged("Is it specially designed?", "line 2")))
    version = Version(date(2020, 1, 1), date(2024, 1, 1), when, (Excepted("yy.c", ""),))
    entry = Entry("yy.b", "nsg", "3", "T", "g", ("3A225",), (), (), "V", (version,), "")
    text = lawbook.shown(entry)
    assert "from 2020-01-01 until 2024-01-01" in text
    assert (
        "    power >= 40 W [line 1]\n    a person decides: Is it specially designed? [line 2]"
        in text
    )
    assert "  but not if\n    entry yy.c is met" in text
    assert "eu        3A225" in text
