"""The lawbook checked and shown."""

from datetime import date

import pytest

from catchall.cli import lawbook
from catchall.law.model import Entry, Judged, Lawbook, Rule, Version


@pytest.fixture(autouse=True)
def book(monkeypatch):
    from_2020 = (Version(date(2020, 1, 1), None, Judged("Is it?", "c")),)
    rule = Rule("xx.a", "catch_all", "A rule", "?", "prohibited", "", (), "V", from_2020, "c")
    entry = Entry("yy.b", "mtcr", "II", "An entry", "g", ("1A1",), (), (), "V", from_2020, "c")
    held = Lawbook("7", "ab" * 32, (entry,), (rule,), {}, {})
    monkeypatch.setattr(lawbook.load, "load", lambda **_: held)


def test_a_sound_lawbook_says_what_it_holds(call, monkeypatch):
    monkeypatch.setattr(lawbook.load, "check", lambda *_: ())
    told = call("lawbook", "check")
    assert (told.status, "1 entries, 1 rules" in told.out) == (0, True)


def test_every_problem_is_a_line(call, monkeypatch):
    monkeypatch.setattr(lawbook.load, "check", lambda *_: ("xx.a: one", "xx.a: two"))
    told = call("lawbook", "check")
    assert (told.status, told.err) == (2, "xx.a: one\nxx.a: two\n")


def test_an_entry_is_shown(call):
    assert "a person decides: Is it? [c]" in call("lawbook", "show", "yy.b").out


def test_an_id_not_held_says_where_ids_are_found(call):
    told = call("lawbook", "show", "zz")
    assert (told.status, "lawbook as-of DATE" in told.err) == (2, True)


def test_what_stood_on_a_day_is_listed(call):
    told = call("lawbook", "as-of", "2021-01-01").out
    assert "entry, mtcr" in told
    assert "2 in force on 2021-01-01" in told
    assert "0 in force" in call("lawbook", "as-of", "2019-01-01").out
