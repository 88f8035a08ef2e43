"""Which files are screened, worked out from the log. In: events; out: ScreeningRow.

A file needs screening when one of its rows was touched after it was screened, or was screened
on other lists than those in force. That is a query, so no failed night job can lose it.
"""

import hashlib
import json
import uuid
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any

from django.db.models import F, Q, QuerySet

from catchall_desk.cases.events import Event, canonical
from catchall_desk.cases.policy import adds_nothing
from catchall_desk.store.labels import by_id
from catchall_desk.store.models import Edge, EventRow, FileRow, ScreeningRow

TOUCHING = ("claim", "retract", "link")
"""What changes the names by which a party is screened."""


def list_key(lists: Any) -> str:
    """The lists of a screening, each in its version, as one key.

    >>> list_key([]) == list_key([{"list": "a", "version": "1"}])
    False
    """
    named = sorted([one["list"], one["version"]] for one in lists)
    return hashlib.sha256(canonical(named)).hexdigest()


def follow(recorded: Sequence[Event]) -> None:
    """Works the rows out again for whatever these events bear on."""
    files = {uuid.UUID(event.stream) for event in recorded if event.kind != "party"}
    named = {event.stream for event in recorded if event.kind == "party"}
    if named:
        rows = Edge.objects.filter(target__in=named, name__startswith="role:")
        files |= set(rows.values_list("source", flat=True))
    for file in files:
        work_out(file)


def work_out(file: uuid.UUID) -> None:
    """The rows of one file, made again."""
    made = rows_of(file)
    held = ScreeningRow.objects.filter(file=file)
    if made or held.exists():
        held.delete()
        ScreeningRow.objects.bulk_create(made)


def rows_of(file: uuid.UUID) -> list[ScreeningRow]:
    """The rows of one file, from the log."""
    edges = list(Edge.objects.filter(source=file, name__startswith="role:"))
    if not edges:
        return []
    own = FileRow.objects.get(stream=file).label_id
    known = by_id()
    touched = {own: last_change(file)}
    since = standing_since(edges)
    claims = EventRow.objects.filter(stream__in=since, type__in=(*TOUCHING, "begin"))
    for stream, label, at in claims.values_list("stream", "label_id", "recorded_at"):
        moment = max(at, since[stream])
        at_label = own if adds_nothing(known[label], known[own]) else label
        touched[at_label] = max(touched.get(at_label, moment), moment)
    done = screened(file)
    return [
        ScreeningRow(
            file=file,
            label_id=label,
            touched_at=at,
            screened_at=done[label][0] if label in done else None,
            lists=done[label][1] if label in done else "",
        )
        for label, at in sorted(touched.items())
    ]


def last_change(file: uuid.UUID) -> datetime:
    """When the file's own content last changed."""
    rows = EventRow.objects.filter(Q(seq=1) | Q(type="amend"), stream=file)
    return max(rows.values_list("recorded_at", flat=True))


def standing_since(edges: Iterable[Edge]) -> dict[uuid.UUID, datetime]:
    """Since when each party has stood in the file."""
    named = [(edge.target, edge.event) for edge in edges]
    rows = EventRow.objects.filter(id__in={event for _, event in named})
    at = dict(rows.values_list("id", "recorded_at"))
    return {target: at[event] for target, event in named}


def screened(file: uuid.UUID) -> Mapping[int, tuple[datetime, str]]:
    """The newest screening of each label: when, and on which lists."""
    rows = EventRow.objects.filter(stream=file, type="screened").order_by("seq")
    return {
        row.label_id: (row.recorded_at, list_key(json.loads(row.body)["lists"])) for row in rows
    }


def unscreened(lists: Any) -> QuerySet[ScreeningRow]:
    """The rows that must be screened on these lists: touched since, other lists, or never."""
    current = Q(lists=list_key(lists), screened_at__isnull=False)
    ended = FileRow.objects.filter(ended=True).values("stream")
    return ScreeningRow.objects.exclude(current & fresh()).exclude(file__in=ended)


def fresh() -> Q:
    """Screened after the last change."""
    return Q(screened_at__gte=F("touched_at"))
