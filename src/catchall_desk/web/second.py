"""Have two people classified an item? In: what was recorded of it; out: words for a page.

The guard of a decision asks the same of each line, with every change since; this tells what a
reader may see of it.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from catchall_desk.cases.events import Event


@dataclass(frozen=True, slots=True)
class Ruling:
    """What one person said an item is."""

    person: str
    entries: tuple[str, ...]
    on: str
    why: str
    marking: str
    kind: str
    stream: str

    @property
    def said(self) -> str:
        """The entries in words."""
        return ", ".join(self.entries) or "no entry"


@dataclass(frozen=True, slots=True)
class Check:
    """Where the check by a second person stands, and what to do."""

    says: str
    advice: str
    settled: bool
    rulings: tuple[Ruling, ...]
    """The newest first."""


def rulings(found: Iterable[Event], item: str) -> tuple[Ruling, ...]:
    """The rulings on an item, the newest first."""
    mine = [one for one in found if one.body.get("item", one.stream) == item]
    return tuple(ruling(one) for one in sorted(mine, key=newness, reverse=True))


def newness(event: Event) -> tuple[str, int]:
    """The order in which events were recorded."""
    return event.recorded_at.isoformat(), event.seq


def ruling(event: Event) -> Ruling:
    """One ruling."""
    return Ruling(
        event.actor,
        tuple(str(one) for one in event.body.get("entries", ())),
        event.recorded_at.date().isoformat(),
        str(event.body.get("reasons", "")),
        event.marking,
        event.kind,
        event.stream,
    )


def check(found: tuple[Ruling, ...]) -> Check:
    """Do two people say the same of it?

    >>> check(()).says
    'Nobody has classified it.'
    """
    newest: Mapping[str, Ruling] = {one.person: one for one in reversed(found)}
    if not newest:
        advice = "Record what it is: the first of two people who must say the same."
        return Check("Nobody has classified it.", advice, settled=False, rulings=found)
    said = {frozenset(one.entries) for one in newest.values()}
    if len(said) > 1:
        people = "; ".join(f"{one.person}: {one.said}" for one in newest.values())
        advice = "Talk, then record it anew: the newest word of each person counts."
        return Check(f"They differ: {people}.", advice, settled=False, rulings=found)
    one = found[0]
    if len(newest) == 1:
        advice = "Another person must look at it and record the same, or differ."
        return Check(
            f"{one.person} alone says {one.said}.", advice, settled=False, rulings=found
        )
    return Check(f"{len(newest)} people say {one.said}.", "", settled=True, rulings=found)
