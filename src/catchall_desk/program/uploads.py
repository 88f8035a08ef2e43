"""``catchall desk uploads``: uploads at work. In: what waits; out: transactions, progress."""

import logging
import time

import click
from django.db import Error, close_old_connections

from catchall.cli.surroundings import out
from catchall_desk.jobs.uploads import running

AT_ONCE = 10
"""Uploads before the command looks at the clock again."""
log = logging.getLogger("catchall_desk.uploads")


@click.command()
@click.option("--watch", type=click.FloatRange(min=1), help="Look again after so many seconds.")
def uploads(watch: float | None) -> int:
    """Check and make the uploads that wait; with --watch go on for ever, Ctrl-C stops it.

    Progress is kept with each batch, so whatever ends this loses nothing. The desk does the
    same by itself while it serves.
    """
    if watch is not None:
        forever(watch)
    out().print(f"{running.work(AT_ONCE)} uploads worked at")
    return 0


def forever(seconds: float) -> None:
    """Works at whatever waits, and looks again after so many seconds."""
    while True:
        done = 0
        try:
            done = running.work(AT_ONCE)
        except Error:  # a busy or restarted database: progress is kept, go on
            log.warning("uploads wait: the database does not answer")
        close_old_connections()
        time.sleep(0 if done else seconds)
