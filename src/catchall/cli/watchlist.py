"""``catchall watchlist``: add official files, list what is held. In: files; out: snapshots."""

import shlex
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

import click
import orjson

from catchall import snapshots
from catchall.cli.options import FILE, NEW_FILE, Day, as_json, output
from catchall.cli.surroundings import err, home, now, out, say, today, write
from catchall.cli.watchlist_diff import diff
from catchall.cli.watchlist_prune import prune
from catchall.cli.watchlist_update import update
from catchall.errors import SnapshotDamagedError
from catchall.output import files, progress, tables
from catchall.output.plain import plain
from catchall.runners import held as held_lists
from catchall.runners import watchlists
from catchall.runners.sources import EFFECTS, mapping
from catchall.runners.watchlists import Wanted

SHOWN = (
    "name", "source", "title", "authority", "date", "date_from", "arrived", "confirmed",
    "effect", "records", "names", "refused", "licence", "hash", "files", "notes", "doubts",
    "accept",
)  # fmt: skip
"""What is told of each snapshot, in this order."""
REJECTED = 3
NAMED = 20
"""Rejected records told at once; all of them are kept with the snapshot."""

EXAMPLES = """\b
catchall watchlist add ofac SDN.CSV ALT.CSV ADD.CSV
catchall watchlist add un consolidated.xml
catchall watchlist add mine list.xlsx --map mine.yaml"""


@click.group(short_help="Keep official lists.")
def watchlist() -> None:
    """Keep the official lists that shipments are screened against."""


watchlist.add_command(update)
watchlist.add_command(diff)
watchlist.add_command(prune)


def _listed(one: snapshots.Snapshot, in_force: Sequence[snapshots.Snapshot]) -> dict[str, Any]:
    told = {name: getattr(one, name) for name in SHOWN}
    told["in_force"] = one in in_force
    return {
        key: value.isoformat() if isinstance(value, date) else value
        for key, value in told.items()
    }


@watchlist.command(short_help="Add an official list.", epilog=EXAMPLES)
@click.argument("name")
@click.argument("sources", metavar="FILE...", nargs=-1, required=True, type=FILE)
@click.option("--source", default="auto", show_default=True, help="Its format.")
@click.option(
    "--map", "mapping", default=None, help="A file, or a name, that says which column is what."
)
@click.option(
    "--date", "given", type=Day(), default=None, help="Its day (default: the file's)."
)
@click.option(
    "--effect",
    type=click.Choice(EFFECTS),
    default=None,
    help="What a confirmed match asks for (default: as the lawbook says).",
)
@click.option("--history", is_flag=True, help="Keep an older list for past days only.")
@click.option("--rejects", type=NEW_FILE, default=None, help="Write what could not be read.")
@click.option("--accept", default="", metavar='"WHO: WHY"', help="Accept a list in doubt.")
def add(name: str, sources: tuple[Path, ...], rejects: Path | None, **given: Any) -> int:
    """Read each official FILE of one list and keep them as a dated snapshot called NAME."""
    if rejects is not None:
        output(rejects, sources)
        files.kind_of(files.check(rejects))
    typed = given.pop("mapping")
    columns = mapping(typed, Path()) if typed else None
    wanted = Wanted(
        **{**given, "effect": given["effect"] or "", "mapping": columns, "today": today()}
    )
    with progress.shown(err()) as tell:
        tell(f"reading {name}", 0, 0)
        added = watchlists.add(home(), name, sources, wanted, arrived=now().isoformat())
    one = added.snapshot
    told = (
        f"{plain(one.name)}, {one.source}: {one.records:,} records, {one.names:,} names; "
        f"in force from {one.date} (day taken from: {one.date_from})"
    )
    out().print(told, soft_wrap=True)
    for note in (*one.notes, *(f"accepted ({one.accept}): {why}" for why in one.doubts)):
        say(f"{one.name}: {plain(note)}")
    if rejects is not None:
        files.write(added.read.rejects, rejects)
    for line in tables.rejected(added.read.rejects, NAMED):
        say(line)
    if one.refused > NAMED and rejects is None:
        say("to see all of them: the same command with --rejects FILE.csv")
    return REJECTED if one.refused else 0


@watchlist.command("list", short_help="Say what is held.")
@click.option("--held", is_flag=True, help="The lists that were refused, and why.")
@as_json
def list_(*, held: bool, as_json: bool) -> int:
    """Say which lists are kept, with their days, sizes and licences."""
    return _list_held(as_json=as_json) if held else _list_kept(as_json=as_json)


def _list_kept(*, as_json: bool) -> int:
    damaged: list[str] = []
    found = snapshots.listing(home(), damaged)
    in_force = _in_force(found)
    kept = [_listed(one, in_force) for one in found]
    for problem in damaged:
        say(problem)
    status = SnapshotDamagedError.exit_status if damaged else 0
    if as_json:
        write(orjson.dumps(kept, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE))
        return status
    if kept:
        out().print(tables.watchlists(kept))
    else:
        say("no list is held; add one: catchall watchlist add ofac SDN.CSV ALT.CSV ADD.CSV")
    if waiting := held_lists.listing(home(), found):
        say(f"{len(waiting)} refused and waiting for a person: catchall watchlist list --held")
    return status


def _in_force(kept: Sequence[snapshots.Snapshot]) -> list[snapshots.Snapshot]:
    """The last snapshot of each list up to today; the listing is in that order."""
    last = {one.name: one for one in kept if one.date <= today()}
    return list(last.values())


def _list_held(*, as_json: bool) -> int:
    waiting = held_lists.listing(home(), snapshots.listing(home(), []))
    told = [
        {**vars(one), "paths": [str(path) for path in held_lists.paths(home(), one)]}
        for one in waiting
    ]
    if as_json:
        write(orjson.dumps(told, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE))
        return 0
    for row in told:
        what = f"{row['name']}, arrived {row['arrived']}: {plain(row['reason'])}"
        out().print(what, soft_wrap=True)
        said = "to accept it" if row["can_be_accepted"] else "cannot be accepted; its files"
        paths = " ".join(shlex.quote(plain(path)) for path in row["paths"])
        out().print(f"    {said}: {paths}", soft_wrap=True)
    if not told:
        say("no list is held back")
    return 0
