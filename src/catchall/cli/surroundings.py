"""The clock, the user's folder and the terminal: the only place that looks at them.

In: the environment. Out: the day, the time, CATCHALL_HOME, and consoles. Everything below the
command line is handed these as arguments.
"""

import os
import sys
from datetime import UTC, date, datetime
from pathlib import Path

import platformdirs
from rich.console import Console

WIDE = 120
"""Characters a line where the output is not a terminal and COLUMNS does not say."""


def now() -> datetime:
    """The time, in UTC, to the second."""
    return datetime.now(UTC).replace(microsecond=0)  # noqa: TID251 - the one clock there is


def today() -> date:
    """The day where the user is: what "today" means on the form in front of them."""
    return now().astimezone().date()


def home() -> Path:
    """Where lists and indexes live: CATCHALL_HOME, else the user's data folder."""
    named = os.environ.get("CATCHALL_HOME")
    return (
        Path(named) if named else Path(platformdirs.user_data_dir("catchall", appauthor=False))
    )


def https_proxy() -> str:
    """The proxy for https, as HTTPS_PROXY or https_proxy names it; nothing when none does."""
    return os.environ.get("HTTPS_PROXY") or os.environ.get("https_proxy") or ""


class _Console(Console):
    def on_broken_pipe(self) -> None:
        """Leave a closed pipe to ``program.main``; rich would end with status 1 here."""
        raise BrokenPipeError


def _console(*, stderr: bool) -> Console:
    stream = sys.stderr if stderr else sys.stdout
    fixed = None if stream.isatty() or "COLUMNS" in os.environ else WIDE
    return _Console(stderr=stderr, width=fixed, highlight=False, markup=False, emoji=False)


def out() -> Console:
    """Standard output: what was asked for."""
    return _console(stderr=False)


def err() -> Console:
    """Standard error: what is said besides, and the progress of long work."""
    return _console(stderr=True)


def say(line: str) -> None:
    """One line on standard error, never wrapped: a log keeps it in one piece."""
    err().print(line, soft_wrap=True)


def write(data: bytes) -> None:
    """Bytes to standard output, for programs: JSON lines as UTF-8 wherever they go."""
    sys.stdout.flush()
    sys.stdout.buffer.write(data)
    sys.stdout.buffer.flush()
