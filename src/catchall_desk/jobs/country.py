"""What the desk knows of dealings with a country. In: a reader's view; out: counted rows.

A request counts for the country whose government is asked, a case for the country it is about,
a measure for the country that took it and for that of its case. Nothing is stored: all is
counted from files that the reader may see, so another reader may get other numbers.
"""

import uuid
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import timedelta
from statistics import median
from typing import Any

import pycountry
from django.db.models import Count, Q

from catchall.text.countries import country_code
from catchall_desk.store import log
from catchall_desk.store.models import Edge, EventRow, FileRow
from catchall_desk.store.view import View

ANSWERING = ("answer", "part_answer")
ACTED = frozenset({"acted", "will_act"})
UNSENT = ("draft", "clearing", "cleared")
STOOD = ("served", "imposed", "appealed")
"""States in which a measure was taken and not overturned."""
GROUPS = {
    "requests": "Requests sent",
    "answered": "Answered",
    "acted": "Acted on, or promised to",
    "waiting": "Not answered yet",
    "measures": "Measures",
    "recurrence": "In a file again after a measure",
    "open_cases": "Open cases",
    "cases": "All cases",
}
"""What is counted, and what each group of rows is called."""
MOST = 5000
"""Files of a kind that are counted for one country; the newest."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A request that was sent: the days until the first answer, and whether it was acted on.

    ``days`` None: no answer yet.
    """

    row: FileRow
    days: int | None
    acted: bool


@dataclass(frozen=True, slots=True)
class Again:
    """A party that stands in a file opened after a measure was imposed on it."""

    row: FileRow
    party: FileRow
    measure: FileRow


@dataclass(frozen=True, slots=True)
class Record:
    """The rows behind every number of a country."""

    country: str
    requests: tuple[Asked, ...]
    measures: tuple[FileRow, ...]
    cases: tuple[FileRow, ...]
    again: tuple[Again, ...]

    @property
    def median_days(self) -> str:
        """The middle number of days to a first answer; empty: nothing was answered."""
        days = [one.days for one in self.requests if one.days is not None]
        return f"{median(days):g}" if days else ""

    @property
    def by_kind(self) -> dict[str, int]:
        """Measures by their kind, most first."""
        found: dict[str, int] = {}
        for row in self.measures:
            kind = str(row.fields.get("kind", ""))
            found[kind] = found.get(kind, 0) + 1
        return dict(sorted(found.items(), key=lambda one: (-one[1], one[0])))

    def group(self, name: str) -> tuple[FileRow, ...]:
        """The rows that a number of ``GROUPS`` counts."""
        answered = [one.row for one in self.requests if one.days is not None]
        found: Mapping[str, Iterable[FileRow]] = {
            "requests": (one.row for one in self.requests),
            "answered": answered,
            "acted": (one.row for one in self.requests if one.acted),
            "waiting": (one.row for one in self.requests if one.days is None),
            "measures": self.measures,
            "recurrence": {one.row.stream: one.row for one in self.again}.values(),
            "open_cases": (row for row in self.cases if not row.ended),
            "cases": self.cases,
        }
        return tuple(found[name])


def countries(view: View) -> dict[str, tuple[int, int]]:
    """The countries that the reader's files name: cases about them, requests to them."""
    rows = view.rows(FileRow.objects)
    about = rows.filter(kind="case").values_list("about").annotate(number=Count("stream"))
    asked = rows.filter(kind="request").exclude(state__in=UNSENT)
    to = asked.values_list("fields__to__government").annotate(number=Count("stream"))
    cases = added((country_code(land or ""), number) for land, number in about.order_by())
    sent = added((country_code(land or ""), number) for land, number in to.order_by())
    return {
        land: (cases.get(land, 0), sent.get(land, 0)) for land in sorted({*cases, *sent} - {""})
    }


def added(pairs: Iterable[tuple[str, int]]) -> dict[str, int]:
    """The sum for each name.

    >>> added([("AE", 1), ("DE", 2), ("AE", 3)])
    {'AE': 4, 'DE': 2}
    """
    found: dict[str, int] = {}
    for name, number in pairs:
        found[name] = found.get(name, 0) + number
    return found


def written(country: str) -> tuple[str, ...]:
    """How files write the country: two letters, and the three of its government.

    >>> written("DE")
    ('DE', 'DEU')
    """
    found = pycountry.countries.get(alpha_2=country)
    return (country, found.alpha_3) if found else (country,)


def record(view: View, country: str) -> Record:
    """Everything that is counted of a country, in two letters; the newest ``MOST`` of each."""
    mine = view.rows(FileRow.objects).filter(kind="case", about=country)
    cases = tuple(mine.order_by("-changed_at", "stream")[:MOST])
    measures = tuple(measures_of(view, country))
    sent = tuple(requests(view, country))
    return Record(country, sent, measures, cases, tuple(again(view, measures)))


def requests(view: View, country: str) -> Iterator[Asked]:
    """The requests that were sent to the country's government, the newest first."""
    rows = view.rows(FileRow.objects).filter(kind="request").exclude(state__in=UNSENT)
    mine = list(
        rows.filter(fields__to__government__in=written(country)).order_by(
            "-opened_at", "stream"
        )[:MOST]
    )
    told = steps(view, [row.stream for row in mine])
    for row in mine:
        events = told.get(row.stream, {})
        if "send" not in events:
            continue
        first = [events[name] for name in ("respond", *ANSWERING) if name in events]
        days = (min(first) - events["send"]) // timedelta(days=1) if first else None
        yield Asked(row, days, "acted" in events)


def steps(view: View, streams: Iterable[uuid.UUID]) -> dict[uuid.UUID, dict[str, Any]]:
    """When each request was sent and first answered, and whether it was acted on."""
    kinds = ("send", "respond", *ANSWERING)
    rows = view.rows(EventRow.objects).filter(stream__in=list(streams), type__in=kinds)
    found: dict[uuid.UUID, dict[str, Any]] = {}
    for event in log.events(rows.order_by("stream", "seq")):
        mine = found.setdefault(uuid.UUID(event.stream), {})
        mine.setdefault(event.type, event.happened_at)
        if any(one.get("says") in ACTED for one in event.body.get("answers") or ()):
            mine.setdefault("acted", event.happened_at)
    return found


def measures_of(view: View, country: str) -> Iterator[FileRow]:
    """Measures that stand: taken by the country, or in a case about it; the newest first."""
    rows = view.rows(FileRow.objects).filter(kind="measure", state__in=STOOD)
    cases = view.rows(FileRow.objects).filter(kind="case", about=country).values("stream")
    edges = view.rows(Edge.objects).filter(source_kind="measure", target__in=cases)
    ours = Q(fields__by__government__in=written(country))
    mine = rows.filter(ours | Q(stream__in=edges.values("source")))
    yield from mine.order_by("-opened_at", "stream")[:MOST]


def again(view: View, measures: tuple[FileRow, ...]) -> Iterator[Again]:
    """Files opened after a measure in which a party stands that it was imposed on."""
    on = {str(party): row for row in reversed(measures) for party in row.fields.get("on") or ()}
    edges = view.rows(Edge.objects).filter(target__in=list(on), name__startswith="role:")
    pairs = list(edges.values_list("source", "target").distinct()[:MOST])
    files = view.rows_of([one for pair in pairs for one in pair])
    for source, target in pairs:
        if source not in files or target not in files:
            continue
        measure = on[str(target)]
        if files[source].opened_at > measure.opened_at:
            yield Again(files[source], files[target], measure)
