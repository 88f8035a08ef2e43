"""``catchall watchlist diff``: what changed between two versions of a list. In: two names."""

import click

from catchall.cli.options import as_json
from catchall.cli.surroundings import home, out, say, today, write
from catchall.output import tables
from catchall.output.plain import plain
from catchall.runners import differences
from catchall.runners.versions import Version, version

EXAMPLES = """\b
catchall watchlist diff un@2025-04-19 un
catchall watchlist diff old.xml new.xml --json

A and B are a list held (un: in force now; un@2026-02-27: on that day; a content hash) or an
official file, which is only read."""


@click.command(short_help="Say what changed in a list.", epilog=EXAMPLES)
@click.argument("a", metavar="A")
@click.argument("b", metavar="B")
@as_json
def diff(a: str, b: str, *, as_json: bool) -> int:
    """Say which records were added, removed and changed from A to B, and in which fields."""
    old, new = (version(home(), typed, today()) for typed in (a, b))
    _say_notes(old)
    _say_notes(new)
    found = differences.differences(old.table, new.table)
    if as_json:
        write(differences.as_json(found))
        return 0
    counts = f"+{len(found.added):,} -{len(found.removed):,}, {len(found.changed):,} changed"
    out().print(
        f"{old.called} to {new.called}: {counts}, {found.alike:,} alike", soft_wrap=True
    )
    out().print(tables.differences(differences.as_rows(found)))
    return 0


def _say_notes(one: Version) -> None:
    for note in one.notes:
        say(f"{plain(one.called)}: {plain(note)}")
