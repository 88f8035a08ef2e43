"""``catchall lawbook``: the law as data, checked and shown. In: ids and days; out: text."""

from datetime import date

import click
from rich.text import Text

from catchall.cli.options import Day
from catchall.cli.surroundings import out, say
from catchall.determine.predicates import PREDICATES
from catchall.errors import UsageError
from catchall.law import load
from catchall.law.model import Entry
from catchall.output import lawbook as told
from catchall.output import tables
from catchall.output.plain import plain

WRONG = 2


@click.group(short_help="Check and show the law.")
def lawbook() -> None:
    """Check the lawbook, show an entry or rule, or what stood on a day."""


@lawbook.command()
def check() -> int:
    """Check every file of the lawbook: keys, predicates, sources, versions and worked cases."""
    book = load.load()
    if problems := load.check(book, PREDICATES):
        for problem in problems:
            say(plain(problem))
        return WRONG
    out().print(
        f"lawbook {book.version} ({book.hash[:12]}) holds: {len(book.entries)} entries, "
        f"{len(book.rules)} rules and flags, {len(book.sources)} sources; nothing wrong found",
        soft_wrap=True,
    )
    return 0


@lawbook.command()
@click.argument("wanted", metavar="ID")
def show(wanted: str) -> int:
    """Show the entry, rule or flag ID with every version and citation."""
    one = told.find(load.load(), wanted)
    if one is None:
        raise UsageError(
            f"the lawbook holds no {plain(wanted)}: catchall lawbook as-of DATE lists the ids"
        )
    out().print(Text(told.shown(one)))
    return 0


@lawbook.command("as-of")
@click.argument("day", metavar="DATE", type=Day())
def as_of(day: date) -> int:
    """List the entries, rules and flags in force on DATE."""
    made = tables.table("id", "kind", "title")
    standing = told.standing(load.load(), day)
    for one in standing:
        kind = f"entry, {one.regime}" if isinstance(one, Entry) else one.kind.replace("_", "-")
        made.add_row(Text(one.id), kind, Text(plain(one.title)))
    out().print(made)
    out().print(f"{len(standing)} in force on {day}")
    return 0
