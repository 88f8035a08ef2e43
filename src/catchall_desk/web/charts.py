"""Bars as a drawing. In: labels and numbers; out: places of the drawing, in its own units."""

from collections.abc import Iterable
from dataclasses import dataclass

LABEL, WIDTH, HEIGHT, GAP = 190, 420, 22, 6
NUMBER = 60
"""Room right of the longest bar for its number."""


@dataclass(frozen=True, slots=True)
class Bar:
    """One number: its label and the address of the rows it counts."""

    label: str
    number: int
    href: str = ""


@dataclass(frozen=True, slots=True)
class Drawn:
    """A bar in its place."""

    bar: Bar
    y: int
    middle: int
    width: int
    end: int


@dataclass(frozen=True, slots=True)
class Chart:
    """Bars under one another; ``id`` is unique on its page."""

    id: str
    title: str
    bars: tuple[Drawn, ...]
    width: int
    height: int
    label: int = LABEL - 8
    start: int = LABEL
    thick: int = HEIGHT


def chart(key: str, title: str, bars: Iterable[Bar]) -> Chart:
    """The bars in the order given, the largest number as wide as there is room.

    >>> [one.width for one in chart("c", "Cases", [Bar("open", 4), Bar("closed", 2)]).bars]
    [420, 210]
    """
    found = tuple(bars)
    most = max((bar.number for bar in found), default=0) or 1
    drawn = tuple(placed(bar, number, most) for number, bar in enumerate(found))
    return Chart(key, title, drawn, LABEL + WIDTH + NUMBER, len(found) * (HEIGHT + GAP) or 1)


def placed(bar: Bar, number: int, most: int) -> Drawn:
    """A bar in its place; a number that is not nought is never without a bar."""
    y = number * (HEIGHT + GAP)
    width = max(WIDTH * bar.number // most, 2 if bar.number else 0)
    return Drawn(bar, y, y + HEIGHT // 2 + 5, width, LABEL + width + 6)
