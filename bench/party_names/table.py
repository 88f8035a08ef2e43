"""Rows of figures -> the table that is printed. In: ``Row``s; out: Markdown, on the screen."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

OURS = "catchall"


@dataclass(frozen=True)
class Row:
    """One line: what is measured, the goal, and a number for each engine that was measured.

    ``ratio_to`` names the engine that ours is divided by; ``places`` are decimals.
    """

    what: str
    figures: Mapping[str, float]
    goal: str = ""
    places: int = 3
    ratio_to: str = ""


@dataclass(frozen=True)
class Section:
    """A part of the table, with what a reader has to know of it."""

    title: str
    rows: Sequence[Row]
    notes: Sequence[str] = field(default_factory=tuple)


def _number(row: Row, engine: str) -> str:
    value = row.figures.get(engine)
    return "-" if value is None else f"{value:,.{row.places}f}"


def _ratio(row: Row) -> str:
    """Ours against the peer's: how many times as much."""
    other, ours = row.figures.get(row.ratio_to), row.figures.get(OURS)
    return f"{ours / other:,.2f}" if ours is not None and other else "-"


def lines(section: Section, engines: Sequence[str]) -> Iterable[str]:
    """The section as lines of Markdown, columns of one width."""
    head = ("", "goal", *engines, "ratio")
    rows = [
        (row.what, row.goal or "-", *(_number(row, one) for one in engines), _ratio(row))
        for row in section.rows
    ]
    widths = [max(len(row[at]) for row in (head, *rows)) for at in range(len(head))]
    yield f"### {section.title}"
    yield ""
    for row in (head, tuple("-" * width for width in widths), *rows):
        cells = zip(row, widths, strict=True)
        padded = (
            cell.ljust(width) if at == 0 else cell.rjust(width)
            for at, (cell, width) in enumerate(cells)
        )
        yield "| " + " | ".join(padded) + " |"
    yield ""
    for note in section.notes:
        yield note
        yield ""
