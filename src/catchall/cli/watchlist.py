"""``catchall watchlist``: add official files, list what is held. In: files; out: snapshots."""

from datetime import date
from pathlib import Path
from typing import Any

import click
import orjson

from catchall import snapshots
from catchall.cli.options import FILE, NEW_FILE, Day, as_json, output
from catchall.cli.surroundings import err, home, now, out, say, write
from catchall.output import files, progress, tables
from catchall.output.plain import plain
from catchall.runners import watchlists

SHOWN = (
    "name", "source", "title", "date", "date_from", "arrived", "confirmed", "effect",
    "records", "names", "refused", "hash", "files", "notes", "accept",
)  # fmt: skip
"""What is told of each snapshot, in this order."""
REJECTED = 3
NAMED = 20
"""Rejected records told at once; all of them are kept with the snapshot."""

EXAMPLES = """\b
catchall watchlist add ofac SDN.CSV ALT.CSV ADD.CSV
catchall watchlist add un consolidated.xml"""


@click.group(short_help="Keep official lists.")
def watchlist() -> None:
    """Keep the official lists that shipments are screened against."""


def _listed(one: snapshots.Snapshot) -> dict[str, Any]:
    told = {name: getattr(one, name) for name in SHOWN}
    return {
        key: value.isoformat() if isinstance(value, date) else value
        for key, value in told.items()
    }


@watchlist.command(short_help="Add an official list.", epilog=EXAMPLES)
@click.argument("name")
@click.argument("sources", metavar="FILE...", nargs=-1, required=True, type=FILE)
@click.option("--source", default="auto", show_default=True, help="Its format.")
@click.option(
    "--date", "given", type=Day(), default=None, help="Its day (default: the file's)."
)
@click.option(
    "--effect",
    type=click.Choice(["prohibited", "licence_required", "review"]),
    default=None,
    help="What a confirmed match asks for (default: as the lawbook says).",
)
@click.option("--rejects", type=NEW_FILE, default=None, help="Write what could not be read.")
@click.option("--accept", default="", metavar='"WHO: WHY"', help="Accept a list cut short.")
def add(name: str, sources: tuple[Path, ...], rejects: Path | None, **given: Any) -> int:
    """Read each official FILE of one list and keep them as a dated snapshot called NAME."""
    if rejects is not None:
        output(rejects, sources)
        files.kind_of(files.check(rejects))
    with progress.shown(err()) as tell:
        tell(f"reading {name}", 0, 0)
        added = watchlists.add(
            home(),
            name,
            sources,
            arrived=now().isoformat(),
            **{**given, "effect": given["effect"] or ""},
        )
    one = added.snapshot
    told = (
        f"{plain(one.name)}, {one.source}: {one.records:,} records, {one.names:,} names; "
        f"in force from {one.date} (day taken from: {one.date_from})"
    )
    out().print(told, soft_wrap=True)
    for note in one.notes:
        say(f"{one.name}: {plain(note)}")
    if rejects is not None:
        files.write(added.read.rejects, rejects)
    for line in tables.rejected(added.read.rejects, NAMED):
        say(line)
    if one.refused > NAMED and rejects is None:
        say("to see all of them: the same command with --rejects FILE.csv")
    return REJECTED if one.refused else 0


@watchlist.command("list", short_help="Say what is held.")
@as_json
def list_(*, as_json: bool) -> int:
    """Say which lists are held, with their days and sizes."""
    held = [_listed(one) for one in snapshots.listing(home())]
    if as_json:
        write(orjson.dumps(held, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE))
    elif held:
        out().print(tables.watchlists(held))
    else:
        say("no list is held; add one: catchall watchlist add ofac SDN.CSV ALT.CSV ADD.CSV")
    return 0
