"""A progress bar on standard error for long work. In: a console; out: a function to tell it.

Nothing is shown for work under two seconds, and nothing at all when standard error is not a
terminal: a log file holds no bars.
"""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    SpinnerColumn,
    TextColumn,
    TimeElapsedColumn,
)

DELAY = 2.0
"""Seconds of work before a bar appears."""

Tell = Callable[[str, int, int], None]


def quiet(_stage: str, _done: int, _total: int) -> None:
    """Progress told to nobody."""


@contextmanager
def shown(console: Console, delay: float = DELAY) -> Iterator[Tell]:
    """A function (stage, done, total) that shows how far the work is; total 0: not known."""
    # the stream itself is asked: FORCE_COLOR colours a log file, and wants no bars there
    if not console.file.isatty():
        yield quiet
        return
    bar = Progress(
        SpinnerColumn(),
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
        console=console,
        transient=True,
    )
    task = bar.add_task("working", total=None)

    def tell(stage: str, done: int, total: int) -> None:
        bar.update(task, description=stage, completed=done, total=total or None)

    # the timer also shows work whose first step alone is long
    timer = threading.Timer(delay, bar.start)
    timer.daemon = True
    timer.start()
    try:
        yield tell
    finally:
        timer.cancel()
        timer.join()
        bar.stop()
