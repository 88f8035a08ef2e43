"""Tables for people at a terminal. In: results and rows; out: rich renderables.

Text from a file is always ``Text``, never markup, so a name cannot style or steer a terminal.
Every colour stands beside the word it stands for.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Literal

import pyarrow as pa
from rich import box
from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from catchall.output.chart import share
from catchall.output.explain import explain, headline, text
from catchall.output.plain import cut, plain
from catchall.output.totals import KINDS, MEANING, ListUsed, Result, count, embargo, rows

STYLES = {
    "stop": "bold red",
    "licence": "bold yellow",
    "review": "bold cyan",
    "not decided": "bold magenta",
    "clear": "green",
    "recorded": "dim",
}
WORDS_MOST = 120


def table(*columns: str, right: Sequence[str] = (), whole: Sequence[str] = ()) -> Table:
    """An empty table in the one look all of them have.

    Columns in ``right`` hold numbers; those in ``whole`` are never broken: a name or number cut
    in two is none.
    """
    made = Table(box=box.SIMPLE_HEAD, pad_edge=False, header_style="bold")
    for name in columns:
        side: Literal["right", "left"] = "right" if name in right else "left"
        made.add_column(name, justify=side, overflow="fold", no_wrap=name in whole)
    return made


def word(kind: str, shown: str = "") -> Text:
    """An outcome as a coloured word; ``shown`` is what is read when it says more."""
    return Text(plain(shown or kind), style=STYLES.get(kind, ""))


def summary(result: Result) -> RenderableType:
    """The totals: shipments by outcome and what each outcome means, and the embargo line."""
    counts, whole = count(result.determinations), result.determinations.num_rows
    made = table("outcome", "shipments", "share", "meaning", right=("shipments", "share"))
    for kind in KINDS:
        number = counts[kind]
        made.add_row(word(kind), f"{number:,}", share(number, whole), MEANING[kind])
    checked = embargo(result.determinations)
    line = (
        f"embargo check: {checked['checked']:,} checked, "
        f"{checked['found']:,} with a finding, {checked['not decided']:,} not decided"
    )
    return Group(made, Text(line))


def shipments(determinations: pa.Table) -> Table:
    """One line a shipment: its id, what must be done, the first reason, questions open."""
    made = table("shipment", "outcome", "first reason", "ask", right=("ask",))
    for row in rows(determinations):
        told = explain(row)
        asks = str(len(told.questions)) if told.questions else ""
        made.add_row(Text(told.id), word(told.kind, told.reads), Text(headline(told)), asks)
    return made


def explained(row: Mapping[str, Any], width: int) -> Text:
    """One determination in words, its outcome coloured."""
    told = explain(row)
    shown = Text(text(row, width))
    shown.stylize(STYLES.get(told.kind, ""), 0, len(told.id) + 2 + len(told.reads))
    return shown


def screened_against(lists: Iterable[ListUsed]) -> str:
    """Which lists, of which dates, with how many names, in one line."""
    told = [
        f"{plain(one.name)} {one.date} ({one.records:,} records, {one.names:,} names)"
        for one in lists
    ]
    return "screened against: " + (", ".join(told) or "nothing")


def watchlists(listed: Iterable[Mapping[str, Any]]) -> Table:
    """The lists held, one line a snapshot; ``now``: in force today."""
    numbers = ("records", "names", "refused")
    columns = ("name", "date", "now", "source", *numbers, "asks for", "licence of the list")
    made = table(*columns, right=numbers, whole=("name", "date", *numbers))
    for one in listed:
        made.add_row(
            Text(plain(one["name"])),
            one["date"],
            "yes" if one["in_force"] else "",
            one["source"],
            *(f"{one[number]:,}" for number in numbers),
            one["effect"].replace("_", " "),
            Text(plain(one["licence"])),
        )
    return made


def differences(changes: Iterable[Sequence[str]]) -> Table:
    """What changed in a list: change, record, name, field, what is gone, what is new."""
    made = table("change", "record", "name", "field", "no longer", "now")
    for change in changes:
        made.add_row(*(Text(cut(said, WORDS_MOST)) for said in change))
    return made


def rejected(rejects: pa.Table, most: int | None = None) -> list[str]:
    """What was rejected, a line of text each; beyond ``most`` they are counted."""
    shown = rejects if most is None else rejects.slice(0, most)
    lines = [
        f"rejected: {plain(row['source'])}:{row['source_line']}"
        + (f" {plain(row['place'])}" if row["place"] else "")
        + f": {plain(row['reason'])}: {cut(row['words'], WORDS_MOST)}"
        for row in rows(shown)
    ]
    left = rejects.num_rows - shown.num_rows
    return [*lines, f"rejected: {left:,} more"] if left else lines


def hits(found: Iterable[Mapping[str, Any]]) -> RenderableType:
    """Name hits, best first: a line with score, list and name, and below it why."""
    parts: list[RenderableType] = []
    for one in found:
        style, said = (STYLES["review"], "match") if one["match"] else ("dim", "below")
        line = Text(f"{one['score']:.3f}  {said}  ", style=style)
        listed = f"{plain(one['name'])}  ({plain(one['list'])}, {plain(one['record'])})"
        parts.append(line.append(Text(listed, style="bold")))
        parts.append(Padding(Text(plain(one["why"])), (0, 0, 0, 7)))
    return Group(*parts)


def stock_hits(found: Sequence[Mapping[str, Any]]) -> Table:
    """Who in a stock of parties may be listed: what changed first, then what stayed."""
    made = table("change", "party", "list", "record", "listed name", "score", right=("score",))
    order = {"new": 0, "changed": 1, "gone": 2}
    for one in sorted(found, key=lambda hit: order.get(hit["change"], 3)):
        party = f"{one['id']}: {one['party']}" + (
            "" if one["role"] == "party" else f" ({one['role']})"
        )
        said = (one["change"], party, one["list"], one["record"], one["name"])
        made.add_row(*(Text(plain(word_)) for word_ in said), f"{one['score']:.3f}")
    return made
