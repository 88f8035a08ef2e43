"""``catchall goods``: goods against the control lists. In: text, items; out: entries, asks."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

import click
import orjson

from catchall.classify import api
from catchall.cli import jsonl
from catchall.cli.options import as_json, as_of
from catchall.cli.surroundings import out, today, write
from catchall.errors import UsageError
from catchall.law import load
from catchall.law.model import Lawbook
from catchall.output import tables


@click.group(short_help="Classify goods.")
def goods() -> None:
    """Find the control list entries that goods could fall under, and what to ask."""


def _file(words: str) -> Path | None:
    if words == "-":
        return Path(words)
    if not words.lower().endswith((".jsonl", ".ndjson")):
        return None
    if not Path(words).is_file():
        raise UsageError(
            f"{words} is not there: give the path of a .jsonl file, or goods in words"
        )
    return Path(words)


@goods.command()
@click.argument("words", metavar="TEXT|ITEMS.jsonl")
@click.option("--hs", default="", metavar="CODE", help="The customs code of the goods.")
@as_of
@as_json
def classify(words: str, hs: str, day: date | None, *, as_json: bool) -> int:
    """Say which entries the goods could fall under: TEXT, or each line of ITEMS.jsonl.

    A line is {"id": ..., "text": ...} with, if known, "hs" and "params". A file is
    always answered in JSON, one line for each, in the same order.
    """
    book, on = load.load(cases=False), day or today()
    file = _file(words)
    if file is not None:
        return jsonl.print_answers(file, ("id", "text"), lambda rows: api.rows(rows, book, on))
    answer = _one({"id": "goods", "text": words, "hs": hs}, book, on)
    if as_json:
        write(orjson.dumps(answer, option=orjson.OPT_APPEND_NEWLINE))
    else:
        out().print(tables.candidates(answer))
    return 0


def _one(row: dict[str, Any], book: Lawbook, on: date) -> dict[str, Any]:
    answers: Sequence[Any] = list(api.rows([row], book, on))
    return dict(answers[0])
