"""Bars only for long work at a terminal."""

import io
import time

from rich.console import Console

from catchall.output.progress import shown


def work(*, terminal: bool, delay: float) -> str:
    stream = io.StringIO()
    stream.isatty = lambda: terminal
    with shown(Console(file=stream, force_terminal=True, width=80), delay) as tell:
        tell("screening", 3, 10)
        time.sleep(0.25)
        tell("screening", 10, 10)
    return stream.getvalue()


def test_long_work_at_a_terminal_shows_how_far_it_is():
    assert "screening" in work(terminal=True, delay=0.0)


def test_short_work_shows_nothing():
    assert "screening" not in work(terminal=True, delay=30)


def test_a_log_file_holds_no_bars():
    assert work(terminal=False, delay=0.0) == ""
