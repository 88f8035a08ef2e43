"""A route as a drawing. In: legs with their points; out: lines and stops in pixels.

A grid of degrees and dots of land, without coasts or borders. The way is drawn straight from
place to place, over the antimeridian where that is shorter.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from catchall_desk.web.gazetteer import Point
from catchall_desk.web.places import dots
from catchall_desk.web.route import Leg

WIDE, HIGH, EDGE = 800, 400, 30
LEAST = 12.0
"""Degrees that a drawing shows at least, so that a short way is not blown up."""
STEPS = (2, 5, 10, 20, 30, 60)
LINES = 8
ROW, GAP, DOWN = 15.0, 9.0, 4.0
"""Pixels of a label: its height, and how far it stands beside its place."""
TURN, HALF = 360.0, 180.0


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the drawing, with words for it."""

    x1: float
    y1: float
    x2: float
    y2: float
    label: str = ""


@dataclass(frozen=True, slots=True)
class Stop:
    """A place of the way; ``exact`` False: it stands where its country does.

    Its label stands at ``label_x``, ``label_y``; ``left``: it ends there, else it begins.
    """

    number: int
    x: float
    y: float
    label: str
    exact: bool
    label_x: float
    label_y: float
    left: bool


@dataclass(frozen=True, slots=True)
class Map:
    """The drawing; ``missing`` are places that are not drawn."""

    width: int
    height: int
    land: str
    """Every dot of land of this part of the world as one path of points."""
    grid: tuple[Line, ...]
    legs: tuple[Line, ...]
    gaps: tuple[Line, ...]
    stops: tuple[Stop, ...]
    missing: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Frame:
    """The part of the world that is drawn, in degrees, and the pixels of a degree."""

    west: float
    north: float
    wide: float
    high: float

    @property
    def scale(self) -> float:
        """Pixels of a degree."""
        return min((WIDE - 2 * EDGE) / self.wide, (HIGH - 2 * EDGE) / self.high)

    def x(self, longitude: float) -> float:
        """The place of a longitude."""
        return round(EDGE + (longitude - self.west) * self.scale, 1)

    def y(self, latitude: float) -> float:
        """The place of a latitude."""
        return round(EDGE + (self.north - latitude) * self.scale, 1)


Spot = tuple[float, float, str, bool]
"""Longitude (unwrapped), latitude, label, exact."""


def drawn(legs: Sequence[Leg]) -> Map | None:
    """The drawing of a way; None where no place of it is known."""
    ends = [end for one in legs for end in (one.start, one.end)]
    missing = tuple(dict.fromkeys(end.label for end in ends if end.at is None))
    spots = unwrapped([(end.at, end.label) for end in ends])
    known = [one for one in spots if one]
    if not known:
        return None
    frame = framed(known)
    pairs = list(zip(spots[::2], spots[1::2], strict=True))
    ways = [line(frame, start, end) for start, end in pairs if start and end]
    breaks = [line(frame, a[1], b[0]) for a, b in pairwise(pairs) if a[1] and b[0]]
    height = round(2 * EDGE + frame.high * frame.scale)
    width = round(2 * EDGE + frame.wide * frame.scale)
    return Map(
        width,
        height,
        land(frame),
        tuple(grid(frame, width, height)),
        tuple(ways),
        tuple(one for one in breaks if (one.x1, one.y1) != (one.x2, one.y2)),
        tuple(stops(frame, known)),
        missing,
    )


def unwrapped(points: Iterable[tuple[Point | None, str]]) -> list[Spot | None]:
    """The points with longitudes that follow one another by the shorter way."""
    found: list[Spot | None] = []
    before: float | None = None
    for at, label in points:
        if at is None:
            found.append(None)
            continue
        longitude = at.longitude
        if before is not None:
            longitude += TURN * round((before - longitude) / TURN)
        before = longitude
        found.append((longitude, at.latitude, label, at.exact))
    return found


def framed(known: Sequence[Spot]) -> Frame:
    """The part of the world that holds every spot."""
    easts, norths = [one[0] for one in known], [one[1] for one in known]
    wide = max(max(easts) - min(easts), 2 * LEAST)
    high = max(max(norths) - min(norths), LEAST)
    west = (max(easts) + min(easts) - wide) / 2
    north = (max(norths) + min(norths) + high) / 2
    return Frame(west, north, wide, high)


def line(frame: Frame, start: Spot, end: Spot) -> Line:
    """The line from one spot to another."""
    ends = frame.x(start[0]), frame.y(start[1]), frame.x(end[0]), frame.y(end[1])
    return Line(*ends, f"{start[2]} to {end[2]}")


def stops(frame: Frame, known: Sequence[Spot]) -> Iterator[Stop]:
    """Each place once, in the order of the way; labels stand inside, none on another."""
    taken: list[tuple[float, bool]] = []
    for number, (longitude, latitude, label, exact) in enumerate(dict.fromkeys(known), 1):
        x, y = frame.x(longitude), frame.y(latitude)
        left = x > frame.x(frame.west + frame.wide * 0.7)
        beside = y
        while any(left is other and abs(beside - at) < ROW for at, other in taken):
            beside += ROW
        taken.append((beside, left))
        yield Stop(number, x, y, label, exact, x + (-GAP if left else GAP), beside + DOWN, left)


def land(frame: Frame) -> str:
    """The dots of land inside the frame, over the antimeridian too."""
    west, south = frame.west, frame.north - frame.high
    found = []
    for north, east in dots():
        shown = east + TURN * round((west + frame.wide / 2 - east) / TURN)
        if west <= shown <= west + frame.wide and south <= north <= frame.north:
            found.append(f"M{frame.x(shown)} {frame.y(north)}h0")
    return "".join(found)


def grid(frame: Frame, width: int, height: int) -> Iterable[Line]:
    """Lines of whole degrees, with their names."""
    step = next((one for one in STEPS if frame.wide / one <= LINES), STEPS[-1])
    first = int(frame.west // step + 1) * step
    for east in range(first, int(frame.west + frame.wide) + 1, step):
        x = frame.x(east)
        real = (east + HALF) % TURN - HALF
        yield Line(x, 0, x, height, degrees(real, "EW"))
    low = int((frame.north - frame.high) // step + 1) * step
    for north in range(low, int(frame.north) + 1, step):
        y = frame.y(north)
        yield Line(0, y, width, y, degrees(north, "NS"))


def degrees(value: float, names: str) -> str:
    """A degree with its side.

    >>> degrees(-20, "EW"), degrees(0, "NS")
    ('20° W', '0°')
    """
    side = names[0] if value > 0 else names[1] if value < 0 else ""
    return f"{abs(round(value))}° {side}".strip()
