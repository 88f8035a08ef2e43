"""``catchall desk screen``: the desk's own work. In: what is not screened; out: events."""

import logging
import time

import click
from django.db import Error, close_old_connections
from django.utils import timezone

from catchall.cli.surroundings import home, out, say
from catchall_desk.errors import EngineNotReadyError
from catchall_desk.jobs import work
from catchall_desk.jobs.engine import Engine
from catchall_desk.store.desk import Moment

STUCK = 1
log = logging.getLogger("catchall_desk.screening")


@click.command()
@click.option("--watch", type=click.FloatRange(min=1), help="Look again after so many seconds.")
def screen(watch: float | None) -> int:
    """Screen whatever is due, until nothing is; with --watch go on for ever, Ctrl-C stops it.

    What waits is asked of the database each time, so nothing is lost when this fails.
    """
    engine = Engine(home())
    if watch is None:
        return once(engine)
    while True:
        try:
            once(engine)
        except EngineNotReadyError as error:  # a list may arrive meanwhile
            say(str(error))
        time.sleep(watch)


def forever(seconds: float) -> None:
    """Screens whatever is due, beside the server, and looks again after so many seconds.

    What goes wrong is told in the log and tried again: what is due stays due, for all to see.
    """
    engine, told = Engine(home()), ""
    while True:
        judged = 0
        try:
            done = work.work(engine, Moment(timezone.now()))
            judged, problem = done.judged + done.carried, done.problem
        except Error:
            problem = "the database does not answer"
        if problem and problem != told:
            log.warning("nobody is screened: %s", problem)
        told = problem
        close_old_connections()
        time.sleep(0 if judged else seconds)


def once(engine: Engine) -> int:
    """Screens until nothing is due; status 1 when something stays due."""
    done, before = 0, None
    while True:
        in_force = engine.at(timezone.now())
        waiting = work.due(in_force, 1)
        if not waiting:
            out().print(f"{done} screened; nothing is due")
            return 0
        if waiting == before:
            say(f"file {waiting[0].file}: stays due after it was screened; report this")
            return STUCK
        before = waiting
        did = work.screen_due(engine, in_force, Moment(timezone.now(), in_force.versions()))
        done += did.judged + did.carried
