"""``catchall desk --demo``: a desk of its own, full of invented cases. In: a port; out: answers.

It lives in a new folder that is removed when it stops, answers this machine alone, and judges by
the sample lists, never by real ones. Its users, with their passwords, stand on its sign-in page
and need no second factor: ``environment.exercise`` makes that impossible in production.
"""

import json
import os
import secrets
import shutil
import tempfile
from collections.abc import Mapping
from datetime import datetime
from importlib.resources import files
from pathlib import Path
from typing import Any

import click
import orjson
from django.contrib.auth.hashers import make_password
from django.utils import timezone

from catchall.cli.surroundings import home, out, say
from catchall.runners import watchlists
from catchall.runners.watchlists import Wanted
from catchall_desk.accounts.models import User
from catchall_desk.jobs import moment
from catchall_desk.jobs.work import screen_due
from catchall_desk.program import exercise
from catchall_desk.program.migrate import bring
from catchall_desk.program.serve import THREADS, Server, options
from catchall_desk.store.desk import Moment

HERE = "127.0.0.1"
ALL = 10_000
"""More files than the demo has: all of them are screened."""


@click.command()
@click.option("--port", default=8443, show_default=True, help="The port to bind.")
def demo(port: int) -> int:
    """Serve a desk of invented cases, with its users on the sign-in page. Ctrl-C stops it."""
    say("making a desk of invented cases, which takes some seconds")
    make(timezone.now())
    out().print(f"the exercise desk answers on http://{HERE}:{port}/ until Ctrl-C")
    Server(options(HERE, port, THREADS)).run()
    return 0


def make(now: datetime) -> None:
    """Fills the home of the demo: tables, users, lists, cases, screenings."""
    bring()
    users = people(exercise.told()["users"])
    lists(home(), now)
    exercise.fill(now, users)
    found = moment.clock.in_force()
    screen_due(found, Moment(moment.now(), found.versions()), ALL)


def people(told: Mapping[str, Any]) -> dict[str, User]:
    """The users of the demo; one hash serves all, since all have one password."""
    return {}


def lists(where: Path, now: datetime) -> None:
    """The sample lists, in force in this home."""
    sample = files("catchall_sample")
    for one in orjson.loads(sample.joinpath("manifest.json").read_bytes())["lists"]:
        paths = [Path(str(sample.joinpath(name))) for name in one["files"]]
        wanted = Wanted(source=one["source"])
        watchlists.add(where, one["name"], paths, wanted, arrived=now.isoformat())
