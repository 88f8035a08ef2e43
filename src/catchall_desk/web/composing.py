"""A request as it is being written. In: a form; out: points, their banner, who may read what.

The marking of a request is the roll-up of its points: whoever may not read one of them may not
read the request. Nothing here records anything.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from catchall.errors import MarkingError
from catchall.marking import parse, render, rollup
from catchall_desk.cases.policy import LabelClass, Reader, may_read

SPARE = 3
"""Empty points that the form offers beyond those that are filled."""
PLAIN = ("kind", "summary", "due", "silence_means", "channel", "basis", "case")
"""Fields that the form takes as they are."""
LINES = ("offices", "originators", "documents")
"""Fields with one value a line."""


@dataclass(frozen=True, slots=True)
class Point:
    """A numbered point, its marking, and which governments may read it."""

    number: str
    text: str
    marking: str
    readers: tuple[tuple[str, bool], ...] = ()
    problem: str = ""


@dataclass(frozen=True, slots=True)
class Draft:
    """A request that is being written; ``problem`` says why it has no marking."""

    points: tuple[Point, ...]
    marking: str
    problem: str
    fields: Mapping[str, Any]

    @property
    def filled(self) -> tuple[Point, ...]:
        """The points that say something."""
        return tuple(one for one in self.points if one.text)

    @property
    def body(self) -> dict[str, Any]:
        """What the draft sets."""
        points = [
            {"number": one.number, "text": one.text, "marking": one.marking}
            for one in self.filled
        ]
        return {**self.fields, "points": points}


def draft(sent: Mapping[str, str], home: str, beside: Iterable[str]) -> Draft:
    """The draft that a form holds; ``beside`` are governments beside the one that is asked."""
    to = sent.get("to", "").strip().upper()
    lands = tuple(dict.fromkeys(one for one in (home, to, *beside) if one))
    points = tuple(read_points(sent, lands))
    marking, problem = marking_of([one for one in points if one.text])
    values: dict[str, Any] = {
        name: sent.get(name, "").strip() for name in PLAIN if sent.get(name, "").strip()
    }
    for name in LINES:
        if found := [line.strip() for line in sent.get(name, "").splitlines() if line.strip()]:
            values[name] = found
    values |= {"from": {"government": home}, "to": {"government": to}}
    return Draft(points, marking, problem, values)


def read_points(sent: Mapping[str, str], lands: Sequence[str]) -> Iterator[Point]:
    """The points of a form, numbered anew without gaps, and some empty ones."""
    number = 0
    for at in range(1, len(sent) + 1):
        text = sent.get(f"text-{at}", "").replace("\r\n", "\n").strip()
        if text:
            number += 1
            yield point(str(number), text, sent.get(f"marking-{at}", "").strip(), lands)
    for at in range(number + 1, number + 1 + SPARE):
        yield Point(str(at), "", "")


def point(number: str, text: str, marking: str, lands: Sequence[str]) -> Point:
    """A point with who may read it; one without a marking is read by nobody yet."""
    try:
        parse(marking, strict=True)
    except MarkingError:
        said = (
            "mark it: UNCLASSIFIED if it is" if not marking else "the marking is not understood"
        )
        return Point(number, text, marking, tuple((one, False) for one in lands), said)
    readers = tuple((land, reads(land, marking)) for land in lands)
    return Point(number, text, marking, readers)


def reads(land: str, marking: str) -> bool:
    """May a cleared reader who serves this government read what is so marked?

    >>> reads("DEU", "SECRET//REL TO USA, DEU"), reads("DEU", "SECRET//NOFORN")
    (True, False)
    """
    return may_read(Reader("", "liaison", land, "TS"), LabelClass(0, marking))


def marking_of(points: Sequence[Point]) -> tuple[str, str]:
    """The roll-up of the points, or why there is none."""
    if not points:
        return "", "Write at least one point."
    wrong = [one.number for one in points if one.problem]
    if wrong:
        return "", f"Correct the marking of point {', '.join(wrong)}."
    try:
        label = rollup([parse(one.marking) for one in points])
        return render(label), ""
    except MarkingError as error:
        return "", f"The points cannot stand in one request: {error}. Make two requests."


def sent_of(values: Mapping[str, Any], marking: str) -> dict[str, str]:
    """The form of a request that is there already."""
    sent = {name: str(values.get(name) or "") for name in PLAIN}
    sent |= {name: "\n".join(values.get(name) or ()) for name in LINES}
    sent["to"] = str((values.get("to") or {}).get("government") or "")
    for at, one in enumerate(values.get("points") or (), 1):
        sent |= {f"text-{at}": one["text"], f"marking-{at}": one.get("marking") or marking}
    return sent
