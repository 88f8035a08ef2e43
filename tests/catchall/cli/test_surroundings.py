"""The clock, the folder and the terminal are looked at here, and bytes go out as they are."""

import io
import sys
import time
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from catchall.cli import surroundings


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        """It is."""
        return True


class Closed(io.StringIO):
    """A pipe whose reader has gone."""

    def write(self, _text: str) -> int:
        """Nobody reads."""
        raise BrokenPipeError


def test_the_time_is_in_utc_to_the_second():
    now = surroundings.now()
    assert (now.utcoffset(), now.microsecond) == (timedelta(0), 0)
    assert now.isoformat().endswith("+00:00")


@pytest.mark.parametrize(
    ("zone", "day"), [("UTC0", date(2026, 5, 6)), ("EST5", date(2026, 5, 5))]
)
def test_today_is_the_day_where_the_user_is(monkeypatch, zone, day):
    monkeypatch.setattr(surroundings, "now", lambda: datetime(2026, 5, 6, 2, tzinfo=UTC))
    monkeypatch.setenv("TZ", zone)
    time.tzset()
    try:
        assert surroundings.today() == day
    finally:
        monkeypatch.undo()
        time.tzset()


def test_the_home_is_the_folder_named_in_the_environment(monkeypatch, tmp_path):
    monkeypatch.setenv("CATCHALL_HOME", str(tmp_path / "lists"))
    assert surroundings.home() == tmp_path / "lists"


@pytest.mark.parametrize("named", [None, ""])
def test_without_a_name_the_home_is_the_users_own_data_folder(monkeypatch, tmp_path, named):
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.delenv("XDG_DATA_HOME", raising=False)
    monkeypatch.delenv("CATCHALL_HOME")
    if named is not None:
        monkeypatch.setenv("CATCHALL_HOME", named)
    home = surroundings.home()
    assert home.is_relative_to(tmp_path)
    assert home.name == "catchall"
    assert home != Path.cwd()


def test_output_that_is_no_terminal_is_wide_unless_columns_says_otherwise(monkeypatch):
    monkeypatch.setattr(sys, "stdout", io.StringIO())
    monkeypatch.delenv("COLUMNS")
    assert surroundings.out().width == surroundings.WIDE
    monkeypatch.setenv("COLUMNS", "77")
    assert surroundings.out().width == 77


def test_a_terminal_has_its_own_width(monkeypatch):
    monkeypatch.setattr(sys, "stderr", Terminal())
    monkeypatch.setenv("COLUMNS", "61")
    assert surroundings.err().width == 61


def test_a_name_is_never_taken_for_markup_or_a_picture(capfd):
    surroundings.out().print("[red]Alder[/red] :pig: 12")
    assert capfd.readouterr().out == "[red]Alder[/red] :pig: 12\n"


def test_a_line_that_is_said_stays_in_one_piece_and_off_standard_output(capfd):
    surroundings.say("warning: " + "long " * 200 + "end")
    told = capfd.readouterr()
    assert (told.out, told.err.count("\n")) == ("", 1)
    assert told.err.endswith("long end\n")


def test_bytes_go_out_unchanged_and_after_what_was_printed(capfdbinary):
    sys.stdout.write("first\n")
    data = '{"name": "Käfer 赤杨"}\r\n'.encode()
    surroundings.write(data)
    assert capfdbinary.readouterr().out == b"first\n" + data


def test_a_closed_pipe_is_left_to_the_program(monkeypatch):
    monkeypatch.setattr(sys, "stdout", Closed())
    with pytest.raises(BrokenPipeError):
        surroundings.out().print("Alder")
