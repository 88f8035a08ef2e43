"""``catchall goods``: goods against the control lists. In: text, items; out: entries, asks."""

from datetime import date
from pathlib import Path

import click
import orjson

from catchall.classify import api
from catchall.classify.texts import NO_TEXTS, read_texts
from catchall.cli import jsonl
from catchall.cli.options import as_json, as_of
from catchall.cli.surroundings import out, today, write
from catchall.errors import UsageError
from catchall.law import load
from catchall.output import goods as told


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
@click.option(
    "--texts",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Paragraphs of official texts (JSON lines: entry, text), to find more entries by.",
)
@as_of
@as_json
def classify(
    words: str, hs: str, texts: Path | None, day: date | None, *, as_json: bool
) -> int:
    """Say which entries the goods could fall under: TEXT, or each line of ITEMS.jsonl.

    A line is {"id": ..., "text": ...} with, if known, "hs" and "params". A file is
    always answered in JSON, one line for each, in the same order.
    """
    book, on = load.load(cases=False), day or today()
    held = read_texts(texts) if texts else NO_TEXTS
    file = _file(words)
    if file is not None:
        return jsonl.print_answers(
            file, ("id", "text"), lambda rows: api.rows(rows, book, on, held)
        )
    answer = next(api.rows([{"id": "goods", "text": words, "hs": hs}], book, on, held))
    if as_json:
        write(orjson.dumps(answer, option=orjson.OPT_APPEND_NEWLINE))
    else:
        asks = {name: about.asks for name, about in book.characteristics.items()}
        out().print(told.item(answer, asks))
    return 0
