"""``catchall desk --demo``: a desk full of invented cases. In: a port; out: answers.

It answers this machine alone and judges by the sample lists, never by real ones. Its home is
new and goes with it (``exercise_home``). Its users, with their passwords, stand on its sign-in
page and need no second factor: ``environment.exercise`` makes that impossible in production.
"""

from datetime import datetime
from importlib.resources import files
from pathlib import Path

import click
import orjson
from django.conf import settings
from django.contrib.auth.hashers import make_password
from django.utils import timezone

from catchall.cli.surroundings import home, out
from catchall.runners import watchlists
from catchall.runners.watchlists import Wanted
from catchall_desk.accounts.models import User
from catchall_desk.jobs.engine import Engine
from catchall_desk.jobs.work import work
from catchall_desk.program import exercise
from catchall_desk.program.migrate import bring
from catchall_desk.program.serve import THREADS, Server, options
from catchall_desk.store.desk import Moment

HERE = "127.0.0.1"
SCREENED = 24
"""Screenings that are done before the desk answers; `catchall desk screen` does the others."""


@click.command()
@click.option("--port", default=8443, show_default=True, help="The port to bind.")
def demo(port: int) -> int:
    """Serve a desk of invented cases, with its users on the sign-in page. Ctrl-C stops it."""
    fill(timezone.now())
    out().print(f"the exercise desk answers on http://{HERE}:{port}/ until Ctrl-C")
    Server(options(HERE, port, THREADS)).run()
    return 0


def fill(now: datetime) -> None:
    """The home of the demo: tables, users, lists, cases, and the first screenings."""
    bring()
    lists(home(), now)
    exercise.fill(now, people())
    work(Engine(home()), Moment(now), SCREENED)


def people() -> dict[str, User]:
    """The users that the settings name. They share a password, so one hash serves them all."""
    hashed = make_password(settings.EXERCISE[0]["password"])
    names = ("role", "country", "level", "office")
    users = [
        User(username=one["name"], password=hashed, **{name: one[name] for name in names})
        for one in settings.EXERCISE
    ]
    return {one.username: one for one in User.objects.bulk_create(users)}


def lists(where: Path, now: datetime) -> None:
    """The sample lists, in force in this home; no others ever are."""
    sample = files("catchall_sample")
    for one in orjson.loads(sample.joinpath("manifest.json").read_bytes())["lists"]:
        paths = [Path(str(sample.joinpath(name))) for name in one["files"]]
        wanted = Wanted(source=one["source"])
        watchlists.add(where, one["name"], paths, wanted, arrived=now.isoformat())
