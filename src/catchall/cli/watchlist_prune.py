"""``catchall watchlist prune``: old snapshots removed, if a person says so. In: years."""

import click

from catchall.cli.surroundings import home, out, say, today
from catchall.runners import retention

YEARS = 10
"""31 CFR 501.601 asks for records of ten years (from 12 March 2025)."""


@click.command(short_help="Remove what is past its years.")
@click.option(
    "--years",
    type=click.IntRange(min=1, max=500),
    default=YEARS,
    show_default=True,
    help="Kept so long.",
)
@click.option("--delete", is_flag=True, help="Really remove them; without it they are shown.")
def prune(years: int, *, delete: bool) -> int:
    """Show, or remove, the snapshots that were replaced more than so many years ago.

    A sealed record can be replayed only while the lists it was made with are kept.
    """
    past = retention.past(home(), today(), years)
    for one in past:
        out().print(f"{one.name} {one.date} ({one.hash[:12]}), {one.records:,} records")
    if not past:
        say(f"nothing was replaced more than {years} years ago")
    elif delete:
        retention.remove(past)
        say(f"{len(past)} removed")
    else:
        say(f"{len(past)} would be removed: the same command with --delete")
    return 0
