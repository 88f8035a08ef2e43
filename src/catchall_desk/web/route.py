"""The way of goods. In: the legs of a file; out: legs in words, gaps, and a drawing.

What the legs do not tell is told as a gap; nothing is put in its place.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Any

from catchall.text.normal import fold
from catchall_desk.web.gazetteer import Point, point

LONG_STOP = 30
"""Days at one place from which a stop is told: the desk's own choice."""


@dataclass(frozen=True, slots=True)
class End:
    """One end of a leg, with where it lies."""

    place: str
    country: str
    day: str
    at: Point | None

    @property
    def label(self) -> str:
        """What the drawing calls it."""
        return self.place or self.country or "not told"


@dataclass(frozen=True, slots=True)
class Leg:
    """One leg of a way; ``carrier`` and ``vessel`` are ids."""

    number: int
    start: End
    end: End
    mode: str
    carrier: str
    vessel: str
    voyage: str


@dataclass(frozen=True, slots=True)
class Route:
    """The legs in order, what is not told or does not fit, and where goods were shifted."""

    legs: tuple[Leg, ...]
    gaps: tuple[str, ...]
    shifts: tuple[str, ...]


def route(fields: Mapping[str, Any]) -> Route:
    """The way that the fields of a file tell."""
    legs = tuple(leg(at, one) for at, one in enumerate(fields.get("legs") or (), 1))
    return Route(legs, tuple(gaps(legs, fields)), tuple(shifts(legs)))


def leg(at: int, told: Mapping[str, Any]) -> Leg:
    """One leg."""
    said = {name: str(value) for name, value in told.items() if value}
    start = end_of(said, ("from_place", "origin", "departed"))
    end = end_of(said, ("to_place", "destination", "arrived"))
    words = [said.get(name, "") for name in ("mode", "carrier", "vessel", "voyage")]
    return Leg(at, start, end, *words)


def end_of(said: Mapping[str, str], names: tuple[str, str, str]) -> End:
    """One end of a leg."""
    place, country, day = (said.get(name, "") for name in names)
    return End(place, country, day, point(place, country))


def gaps(legs: Sequence[Leg], fields: Mapping[str, Any]) -> Iterator[str]:
    """What the way does not tell, or where it does not fit together."""
    for one in legs:
        yield from gaps_in(one)
    for before, after in pairwise(legs):
        yield from gaps_between(before, after)
    to, last = fields.get("destination"), legs[-1].end if legs else None
    if last and to and last.country and last.country != to:
        yield f"The last leg ends in {last.country}; the destination is {to}."


def gaps_in(one: Leg) -> Iterator[str]:
    """What one leg leaves out."""
    for end, word, moved in ((one.start, "begins", "left"), (one.end, "ends", "arrived")):
        if not end.place:
            yield f"Leg {one.number}: the place where it {word} is not told."
        if not end.day:
            yield f"Leg {one.number}: the day it {moved} is not told."
    days = between(one.start.day, one.end.day)
    if days is not None and days < 0:
        yield f"Leg {one.number}: it arrives {-days} days before it leaves."
    if one.mode == "sea" and not one.vessel:
        yield f"Leg {one.number}: it goes by sea and the vessel is not told."


def gaps_between(before: Leg, after: Leg) -> Iterator[str]:
    """What lies untold between two legs."""
    here, there = before.end.place, after.start.place
    if here and there and fold(here) != fold(there):
        yield f"From {here} (leg {before.number}) to {there} (leg {after.number}): not told."
    days = between(before.end.day, after.start.day)
    if days is not None and days < 0:
        yield f"Leg {after.number} leaves {-days} days before leg {before.number} arrives."
    if days is not None and days >= LONG_STOP:
        yield f"The goods stood {days} days at {before.end.label}."


def between(first: str, second: str) -> int | None:
    """Days from one day to another; None where one is not told."""
    try:
        return (date.fromisoformat(second) - date.fromisoformat(first)).days
    except ValueError:
        return None


def shifts(legs: Sequence[Leg]) -> Iterator[str]:
    """Where the goods went from one leg to the next."""
    for before, after in pairwise(legs):
        where = before.end.label
        land = f" ({before.end.country})" if before.end.country and before.end.place else ""
        changed = " and changed ship" if after.vessel and after.vessel != before.vessel else ""
        yield f"{where}{land}: from leg {before.number} to leg {after.number}{changed}."
