"""A network as a drawing. In: nodes with their distance, edges; out: places of the drawing.

Nodes stand in columns by their distance from the first. The same network is always drawn the
same way, and everything drawn stands in a table too.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

WIDE, HIGH = 210, 46
BOX, TALL = 160, 34
MARGIN = 12
MOST = 60
"""Nodes that are drawn; the table holds all."""
LONGEST = 19


@dataclass(frozen=True, slots=True)
class Node:
    """A file or thing in its place."""

    id: str
    kind: str
    title: str
    short: str
    hops: int
    x: int
    y: int
    marking: str


@dataclass(frozen=True, slots=True)
class Tie:
    """An edge: from where to where, and what it says."""

    name: str
    source: str
    target: str
    source_title: str
    target_title: str
    source_kind: str
    target_kind: str
    marking: str
    line: tuple[int, int, int, int] | None


@dataclass(frozen=True, slots=True)
class Drawing:
    """The nodes and edges; ``left_out`` nodes stand only in the table."""

    nodes: tuple[Node, ...]
    ties: tuple[Tie, ...]
    width: int
    height: int
    left_out: int
    cut: bool
    box: int = BOX
    tall: int = TALL


def drawing(found: Mapping[str, Any]) -> Drawing:
    """The drawing of what ``jobs.network.around`` found."""
    nodes = placed(found["nodes"][:MOST])
    at = {one.id: one for one in nodes}
    names = {one["id"]: one for one in found["nodes"]}
    ties = tuple(tie(edge, at, names) for edge in found["edges"])
    columns = max((one.hops for one in nodes), default=0) + 1
    deepest = max((one.y for one in nodes), default=0)
    return Drawing(
        nodes,
        ties,
        columns * WIDE - (WIDE - BOX) + 2 * MARGIN,
        deepest + TALL + MARGIN,
        len(found["nodes"]) - len(nodes),
        bool(found["cut"]),
    )


def placed(found: Sequence[Mapping[str, Any]]) -> tuple[Node, ...]:
    """Each node in its column, each column in the middle of the tallest."""
    columns = [list(group) for _, group in groupby(found, key=lambda one: one["hops"])]
    tallest = max(map(len, columns), default=0)
    nodes = []
    for column in columns:
        above = (tallest - len(column)) * HIGH // 2
        for number, one in enumerate(column):
            title = str(one["title"] or one["kind"])
            nodes.append(
                Node(
                    id=one["id"],
                    kind=one["kind"],
                    title=title,
                    short=title if len(title) <= LONGEST else title[: LONGEST - 1] + "…",
                    hops=one["hops"],
                    x=MARGIN + one["hops"] * WIDE,
                    y=MARGIN + above + number * HIGH,
                    marking=one["marking"],
                )
            )
    return tuple(nodes)


def tie(
    edge: Mapping[str, Any], at: Mapping[str, Node], names: Mapping[str, Mapping[str, Any]]
) -> Tie:
    """An edge with its line, if both its ends are drawn."""
    source, target = names[edge["source"]], names[edge["target"]]
    ends = at.get(edge["source"]), at.get(edge["target"])
    return Tie(
        name=str(edge["name"]).partition(":")[2].replace("_", " "),
        source=edge["source"],
        target=edge["target"],
        source_title=source["title"],
        target_title=target["title"],
        source_kind=source["kind"],
        target_kind=target["kind"],
        marking=edge["marking"],
        line=line(ends[0], ends[1]) if ends[0] and ends[1] else None,
    )


def line(one: Node, other: Node) -> tuple[int, int, int, int]:
    """From the edge of one box to the edge of another."""
    left, right = (one, other) if one.x <= other.x else (other, one)
    x1 = left.x + (BOX if left.x < right.x else 0)
    return (x1, left.y + TALL // 2, right.x, right.y + TALL // 2)
