"""``catchall names``: names against lists or names. In: names; out: hits with why."""

from pathlib import Path
from typing import Any

import click
import orjson

from catchall import snapshots
from catchall.cli import jsonl
from catchall.cli.options import Number, as_json, lists, used_lists
from catchall.cli.surroundings import out, write
from catchall.errors import UsageError
from catchall.output import tables
from catchall.output.plain import plain
from catchall.screen import names_api
from catchall.text.countries import country_code

SCHEMAS = ("Person", "Organization", "Company", "LegalEntity", "Vessel", "Airplane")
"""The kinds of party; Company is an Organization, LegalEntity leaves open which it is."""


@click.group(short_help="Match names.")
def names() -> None:
    """Match names against the lists in force, or against each other."""


def _country(_context: click.Context, _param: click.Parameter, value: str) -> str:
    # a country that is not known would be left out of the scoring without a word
    if value and not country_code(value):
        raise UsageError(f"--country {value} is no country: give two letters, such as DE")
    return value


def _loaded(named: tuple[str, ...]) -> list[snapshots.Watchlist]:
    return [snapshots.load(one) for one in used_lists(None, named)]


@names.command()
@click.argument("file", type=jsonl.FILE)
@lists
@click.option(
    "--top", type=click.IntRange(1), default=5, show_default=True, help="Hits a name at most."
)
@click.option(
    "--threshold",
    type=Number(0, 1),
    default=None,
    help="From which score a hit matches.",
)
def match(file: Path, lists: tuple[str, ...], top: int, threshold: float | None) -> int:
    """Match each line of FILE ("-": standard input) against the lists in force.

    A line is {"id": ..., "name": ...} with, if known, "schema", "country", "birth_date",
    "address" and "identifiers" ([{"kind": ..., "value": ...}]); the answer is {"id": ...,
    "hits": [...]}, one line for each, in the same order.
    """
    watchlists = _loaded(lists)
    return jsonl.print_answers(
        file,
        ("id", "name"),
        lambda rows: names_api.match(rows, watchlists, top=top, threshold=threshold),
    )


@names.command()
@click.argument("name")
@click.option(
    "--country",
    default="",
    metavar="CC",
    callback=_country,
    help="The party's country, two letters.",
)
@click.option(
    "--schema",
    type=click.Choice(SCHEMAS, case_sensitive=False),
    default=None,
    help="What kind of party it is.",
)
@click.option(
    "--top", type=click.IntRange(1), default=10, show_default=True, help="Hits at most."
)
@lists
@as_json
def search(name: str, **given: Any) -> int:
    """Look one NAME up in the lists in force, with the explanation of each hit."""
    asked = {
        "id": "",
        "name": name,
        "country": given["country"],
        "schema": given["schema"] or "",
    }
    (found,) = names_api.match([asked], _loaded(given["lists"]), top=given["top"])
    if given["as_json"]:
        told = {"name": name, **{key: found[key] for key in found if key != "id"}}
        write(orjson.dumps(told, option=orjson.OPT_APPEND_NEWLINE))
    elif found["hits"]:
        out().print(tables.hits(found["hits"]))
    else:
        out().print(plain(found.get("why_not") or "no listed name is near it"))
    return 0


@names.command()
@click.argument("file", type=jsonl.FILE)
def score(file: Path) -> int:
    """Score each pair in FILE ("-": standard input).

    A line is {"query": ..., "candidate": ...} with, if known, "schema".
    """
    return jsonl.print_answers(file, ("query", "candidate"), names_api.score_pairs)
