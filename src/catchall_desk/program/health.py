"""``catchall desk health``: how the desk is. In: the desk; out: numbers, faults, a status."""

from dataclasses import asdict

import click
from django.utils import timezone

from catchall.cli.surroundings import home, out, say
from catchall.output import tables
from catchall_desk.errors import EngineNotReadyError
from catchall_desk.jobs.engine import Engine
from catchall_desk.store import health as store_health

FAULTS = 2


@click.command()
@click.option("--metrics", is_flag=True, help="Print the numbers as Prometheus reads them.")
def health(*, metrics: bool) -> int:
    """Say how the desk is, without a word of any case; with a fault the status is 2."""
    found = store_health.health(home(), timezone.now(), lists())
    if metrics:
        out().print(store_health.metrics(found), end="", highlight=False)
    else:
        shown = tables.table("what", "now")
        for name, value in asdict(found).items():
            shown.add_row(name.replace("_", " "), "not known" if value is None else str(value))
        out().print(shown)
    faults = store_health.faults(found)
    for fault in faults:
        say(fault)
    return FAULTS if faults else 0


def lists() -> store_health.Lists:
    """The lists in force as screenings name them; none when the engine is not ready."""
    try:
        return Engine(home()).at(timezone.now()).read()
    except EngineNotReadyError:
        return ()
