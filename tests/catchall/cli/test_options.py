"""What is typed becomes a value, or one sentence says what to type instead."""

from datetime import date
from pathlib import Path
from types import SimpleNamespace

import click
import pytest
from hypothesis import given
from hypothesis import strategies as st

from catchall.cli import options
from catchall.errors import NoListInForceError, UsageError


def day(text: object) -> date:
    return options.Day().convert(text, None, None)


def words(text: object) -> tuple[str, ...]:
    return options.Commas().convert(text, None, None)


@given(st.dates())
def test_a_day_is_read_as_it_is_written(wanted):
    assert day(wanted.isoformat()) == wanted
    assert day(wanted) is wanted


@pytest.mark.parametrize("text", ["", "01/02/2026", "2026-13-01", "2026-02-29", "today"])
def test_what_is_no_day_says_what_to_type(text):
    with pytest.raises(click.BadParameter, match="type it like 2026-11-22") as caught:
        day(text)
    assert repr(text) in caught.value.message


def test_words_keep_their_order_and_stand_once():
    assert words(" us, eu ,,us,un") == ("us", "eu", "un")


@given(st.lists(st.from_regex(r"[a-z0-9-]+", fullmatch=True), min_size=1, unique=True))
def test_words_joined_by_commas_come_back(names):
    assert words(",".join(names)) == words(tuple(names)) == tuple(names)


@pytest.mark.parametrize("text", ["", " ", ",", " , ,"])
def test_no_word_at_all_is_refused_instead_of_meaning_all(text):
    with pytest.raises(click.BadParameter, match="type names separated by commas"):
        words(text)


@pytest.mark.parametrize("text", ["nan", "-nan", "0", "-1", "many"])
def test_hours_that_would_make_no_list_old_are_refused(text):
    with pytest.raises(click.BadParameter):
        options.Number(min=0, min_open=True).convert(text, None, None)


@given(st.floats(min_value=0, exclude_min=True, allow_nan=False))
def test_hours_are_read_as_they_are_written(hours):
    assert options.Number(min=0, min_open=True).convert(str(hours), None, None) == hours


@pytest.fixture
def asked(monkeypatch):
    """What the store was asked for; ``found`` is what it answers."""
    seen = SimpleNamespace(calls=[], found=["a list"])

    def in_force(home, on, named):
        seen.calls.append((home, on, named))
        return seen.found

    monkeypatch.setattr(options, "in_force", in_force)
    monkeypatch.setattr(options, "today", lambda: date(2026, 5, 6))
    return seen


def test_the_lists_of_the_named_day_are_used(asked, home):
    assert options.used_lists(date(2026, 1, 2), ["un"]) == ("a list",)
    assert asked.calls == [(home, date(2026, 1, 2), ["un"])]


def test_without_a_day_it_is_today(asked):
    options.used_lists(None, ())
    assert asked.calls[0][1] == date(2026, 5, 6)


def test_no_list_in_force_is_an_error_that_names_the_day(asked):
    asked.found = []
    with pytest.raises(NoListInForceError, match="no watchlist is in force on 2026-05-06"):
        options.used_lists(None, ())


def test_an_output_is_never_one_of_the_inputs_however_it_is_spelt(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    orders = tmp_path / "orders.csv"
    orders.write_text("id\n")
    (tmp_path / "other.csv").symlink_to(orders)
    (tmp_path / "folder").mkdir()
    for spelt in ("orders.csv", "./orders.csv", "other.csv", "folder/../orders.csv"):
        with pytest.raises(UsageError, match="is read as input: give the output another name"):
            options.output(Path(spelt), [orders])


def test_another_output_or_none_is_allowed(tmp_path):
    options.output(None, [tmp_path / "orders.csv"])
    options.output(tmp_path / "new.csv", [tmp_path / "orders.csv"])
    assert list(tmp_path.iterdir()) == []
