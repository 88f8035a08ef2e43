"""Routes on a map of the world. In: legs between countries; out: places of the drawing.

Longitudes are unwrapped: a leg over the antimeridian leaves at one edge and enters at the
other. A leg that cannot be drawn stands in the table all the same.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from catchall_desk.web.places import dots, points

NORTH, SOUTH, SCALE = 84, -58, 2
WIDTH, HEIGHT = 360 * SCALE, (NORTH - SOUTH) * SCALE
BEND = 0.15
"""How far a leg bows, as part of its length, so that there and back do not cover each other."""


@dataclass(frozen=True, slots=True)
class Leg:
    """One leg as its source tells it; ``origin`` and ``destination`` are two capitals."""

    number: int
    origin: str
    destination: str
    start: str = ""
    end: str = ""
    mode: str = ""
    departed: str = ""
    arrived: str = ""


@dataclass(frozen=True, slots=True)
class Stop:
    """A country of the route in its place."""

    code: str
    x: int
    y: int


@dataclass(frozen=True, slots=True)
class Map:
    """The map with the paths of the legs that can be drawn; ``legs`` holds all of them."""

    legs: tuple[Leg, ...]
    paths: tuple[str, ...]
    stops: tuple[Stop, ...]
    missing: tuple[int, ...]
    land: str
    width: int = WIDTH
    height: int = HEIGHT


def route(legs: Iterable[Leg]) -> Map:
    """The map of these legs, in their order."""
    told, known = tuple(legs), points()
    drawn = [leg for leg in told if leg.origin in known and leg.destination in known]
    codes = dict.fromkeys(
        code for leg in told for code in (leg.origin, leg.destination) if code in known
    )
    return Map(
        told,
        tuple(path for leg in drawn for path in paths(leg)),
        tuple(Stop(code, *place(*known[code])) for code in codes),
        tuple(leg.number for leg in told if leg not in drawn),
        land(),
    )


def place(north: float, east: float) -> tuple[int, int]:
    """Where a point lies in the drawing."""
    return round((east + 180) * SCALE), round((NORTH - max(north, SOUTH)) * SCALE)


def paths(leg: Leg) -> tuple[str, ...]:
    """The path of a leg, twice where it leaves the map at one edge and enters at the other.

    >>> len(paths(Leg(1, "JP", "US"))), len(paths(Leg(1, "DE", "US")))
    (2, 1)
    """
    (north, east), (to_north, to_east) = points()[leg.origin], points()[leg.destination]
    turn = 360 * round((to_east - east) / 360)  # the shorter way round
    x1, y1 = place(north, east)
    x2, y2 = place(to_north, to_east - turn)
    bow = curve(x1, y1, x2, y2)
    if not turn:
        return (bow,)
    shift = turn * SCALE
    return bow, curve(x1 + shift, y1, x2 + shift, y2)


def curve(x1: int, y1: int, x2: int, y2: int) -> str:
    """A bow from one point to another."""
    middle = (x1 + x2) / 2 + (y2 - y1) * BEND, (y1 + y2) / 2 - (x2 - x1) * BEND
    return f"M{x1} {y1}Q{round(middle[0])} {round(middle[1])} {x2} {y2}"


@cache
def land() -> str:
    """Every dot of land as one path of points."""
    return "".join(f"M{x} {y}h0" for x, y in (place(*dot) for dot in dots()))
