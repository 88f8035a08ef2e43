"""Commands that are loaded when they are asked for."""

import click
from click.testing import CliRunner

from catchall.cli.lazy import LazyGroup, lazy

LOADED = []


def load(name):
    LOADED.append(name)
    return click.Command(name, callback=lambda: click.echo(f"{name} ran"))


made = LazyGroup("g", commands=lazy({"second": "Two.", "first": "One."}, load))


def test_help_shows_texts_in_their_order_and_loads_nothing():
    LOADED.clear()
    text = CliRunner().invoke(made, ["--help"]).output
    assert text.index("second  Two.") < text.index("first   One.")
    assert LOADED == []


def test_a_command_runs_when_it_is_asked_for():
    assert CliRunner().invoke(made, ["first"]).output == "first ran\n"
    assert LOADED == ["first"]


def test_an_unknown_command_is_not_loaded():
    assert CliRunner().invoke(made, ["third"]).exit_code == 2
    assert "third" not in LOADED
