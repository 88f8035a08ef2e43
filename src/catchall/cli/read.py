"""``catchall read``: telegrams and documents. In: files or folders; out: drafts with links."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click
import orjson

from catchall import snapshots
from catchall.cli import jsonl
from catchall.cli.options import Commas, as_json, used_lists
from catchall.cli.surroundings import err, home, out, say, today, write
from catchall.errors import UsageError
from catchall.law import load
from catchall.output import message, progress
from catchall.output.plain import plain
from catchall.runners import reading

REJECTED = 3
_ROW = 'a row is {"id", "parties": [{"id", "names"}], "messages": [...]}'
_GIVEN = click.Path(exists=True, path_type=Path)


def _files(given: tuple[Path, ...]) -> list[Path]:
    found: list[Path] = []
    for path in given:
        inside = sorted(p for p in path.rglob("*") if p.is_file()) if path.is_dir() else [path]
        found += [p for p in inside if p == path or not p.name.startswith(".")]
    if not found:
        raise UsageError("there is no file in that folder: name one that holds messages")
    return found


def _known(path: Path | None) -> list[dict[str, Any]]:
    rows = []
    for number, line in enumerate(jsonl.lines(path) if path else (), 1):
        row, problem = jsonl.read(line, ("id",))
        for party in row.get("parties") or ():
            if not isinstance(party, dict) or not {"id", "names"} <= set(party):
                problem = 'a party needs "id" and "names"'
        if problem:
            raise UsageError(f"{path}:{number}: {problem}: {_ROW}")
        rows.append(dict(row))
    return rows


def _desk(named: tuple[str, ...], known: Path | None) -> reading.Desk:
    parties, cases = reading.known(_known(known))
    there = bool(named) or bool(snapshots.in_force(home(), today()))
    watchlists = [snapshots.load(one) for one in used_lists(None, named)] if there else []
    if not watchlists:
        say(f"warning: {reading.NO_LISTS}; add one: catchall watchlist add")
    return reading.Desk(today(), load.load(cases=False), watchlists, parties, cases)


def _told(told: dict[str, Any], *, as_json: bool) -> bool:
    """Shows one answer; was something of it rejected?"""
    if as_json:
        write(orjson.dumps(told, option=orjson.OPT_APPEND_NEWLINE))
    elif "error" not in told:
        for line in message.lines(told):
            out().print(line, soft_wrap=True)
    if "error" in told:
        say(f"rejected: {plain(told['path'])}: {plain(told['error'])}")
        return True
    for one in told["rejected"]:
        say(f"rejected: {plain(one['file'])}, {plain(one['place'])}: {plain(one['reason'])}")
    return bool(told["rejected"])


def _answers(paths: list[Path], desk: reading.Desk) -> Iterator[dict[str, Any]]:
    with progress.shown(err()) as tell:
        for done, (_path, told) in enumerate(reading.run(paths, desk), 1):
            tell("reading", done, len(paths))
            yield told


@click.command(short_help="Read telegrams and documents.")
@click.argument("files", nargs=-1, required=True, type=_GIVEN, metavar="FILE|DIR...")
@click.option(
    "--lists",
    type=Commas(),
    default=(),
    help="Only these lists, by name (default: all in force).",
)
@click.option(
    "--known",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    default=None,
    metavar="CASES.jsonl",
    help="Known cases with their parties and messages, one a line.",
)
@as_json
def read(
    files: tuple[Path, ...], lists: tuple[str, ...], known: Path | None, *, as_json: bool
) -> int:
    """Read telegrams and documents: header, cases, items and outcomes, as drafts with links.

    Every file of a DIR is read. With --json, one object a file; a person confirms each draft.
    """
    rejected = False
    for told in _answers(_files(files), _desk(lists, known)):
        rejected |= _told(told, as_json=as_json)
    return REJECTED if rejected else 0
