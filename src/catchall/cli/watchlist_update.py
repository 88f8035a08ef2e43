"""``catchall watchlist update``: lists from their publishers. In: names; out: snapshots.

Made to run unattended: each list stands for itself, one that fails or is held leaves the last
good one in force, and the exit status says whether all went well.
"""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import click
import orjson

from catchall import fetch
from catchall.cli.options import FILE, as_json
from catchall.cli.surroundings import err, home, https_proxy, now, out, say, today, write
from catchall.errors import CatchallError
from catchall.output import progress
from catchall.output.plain import plain
from catchall.runners import kept_current, watchlists
from catchall.runners.kept_current import Kept
from catchall.runners.sources import mapping
from catchall.runners.watchlists import Added, Wanted

SOME_FAILED = 3
EXAMPLES = """\b
catchall watchlist update
catchall watchlist update un ofac
catchall watchlist update --config lists.yaml --from FOLDER

Which lists, and from where: CATCHALL_HOME/watchlists.yaml if there is one, else the publishers'
addresses that come with catchall. Exit status 3: at least one list failed or is held."""

Tell = Callable[[str, int, int], None]


@click.command(short_help="Fetch lists anew.", epilog=EXAMPLES)
@click.argument("names", metavar="[NAME...]", nargs=-1)
@click.option("--config", type=FILE, default=None, help="A file that says which lists.")
@click.option(
    "--from",
    "folder",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=None,
    help="Where files lie that the config names by path (default: beside it).",
)
@as_json
def update(
    names: tuple[str, ...], config: Path | None, folder: Path | None, *, as_json: bool
) -> int:
    """Fetch the lists NAME, or all that are configured, and put them in force."""
    lists = kept_current.chosen(kept_current.load(home(), config), names)
    beside = folder or (config.parent if config else home())
    told: list[dict[str, Any]] = []
    with progress.shown(err()) as tell:
        for at, one in enumerate(lists):
            tell(f"updating {one.name}", at, len(lists))
            told.append(_update(one, beside, tell))
    if as_json:
        write(orjson.dumps(told, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE))
    else:
        for row in told:
            out().print(_line(row), soft_wrap=True)
    _say_notes(told)
    return SOME_FAILED if any(row["problem"] for row in told) else 0


def _update(one: Kept, folder: Path, tell: Tell) -> dict[str, Any]:
    """Fetch and add one list; what became of it."""
    try:
        added = _added(one, _files(one, folder, tell), folder)
    except (CatchallError, OSError) as error:
        # one list's fault is not another's
        return {"name": one.name, "done": "", "problem": str(error), "notes": []}
    held = added.snapshot
    return {
        "name": one.name,
        "done": "new" if added.new else "unchanged",
        "source": held.source,
        "date": held.date.isoformat(),
        "records": held.records,
        "names": held.names,
        "refused": held.refused,
        "hash": held.hash,
        "problem": "",
        "notes": [*held.notes, *(f"accepted ({held.accept}): {why}" for why in held.doubts)],
    }


def _files(one: Kept, folder: Path, tell: Tell) -> Sequence[Path]:
    if one.web:
        patience = fetch.Patience(proxy=https_proxy())
        return fetch.fetch(one.files, home() / "downloads" / one.name, tell, patience).files
    return kept_current.paths(one, folder)


def _added(one: Kept, files: Sequence[Path], folder: Path) -> Added:
    wanted = Wanted(
        source=one.source,
        mapping=mapping(one.mapping, folder) if one.mapping else None,
        given=one.day,
        effect=one.effect,
        accept=one.accept if kept_current.is_accepted(one, files) else "",
        history=one.history,
        today=today(),
    )
    return watchlists.add(home(), one.name, files, wanted, arrived=now().isoformat())


def _line(row: dict[str, Any]) -> str:
    if row["problem"]:
        return f"{plain(row['name'])}: failed: {plain(row['problem'])}"
    refused = f", {row['refused']:,} refused" if row["refused"] else ""
    return (
        f"{plain(row['name'])}: {row['done']}: {row['source']} of {row['date']}, "
        f"{row['records']:,} records, {row['names']:,} names{refused}"
    )


def _say_notes(told: Sequence[dict[str, Any]]) -> None:
    for row in told:
        for note in row["notes"]:
            say(f"{plain(row['name'])}: {plain(note)}")
    failed = sum(bool(row["problem"]) for row in told)
    if failed:
        say(f"{failed} of {len(told)} lists failed or are held; what was in force stays")
