"""Watched subjects and what happened to them. In: a reader's view; out: alerts.

Alerts are not stored: they are the events that the reader may see on what he watches, recorded
since he does. So none can be lost, and none can tell of what he may no longer see.
"""

import uuid
from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.db.models import Q

from catchall_desk.accounts import watches
from catchall_desk.accounts.models import Watch
from catchall_desk.accounts.watches import Subject
from catchall_desk.cases import words
from catchall_desk.cases.policy import Reader
from catchall_desk.errors import InvalidBodyError, NotFoundError
from catchall_desk.jobs import telling
from catchall_desk.store import log
from catchall_desk.store.models import Edge, EventRow
from catchall_desk.store.view import View, is_uuid

MOST = 200
"""Alerts of one answer, the newest."""
TELLING = ("name", "address", "phone", "email", "identifier", "imo", "document")
"""Kinds of key by which words are watched; single words and sounds would tell of too much."""


def check(view: View, stream: str | None, said: str | None) -> None:
    """Nothing, or an error: neither or both are given, or the stream is not there.

    Raises:
        InvalidBodyError, NotFoundError: as said.
    """
    if bool(stream) == bool(said and said.strip()):
        what = "give a stream or words, one of the two"
        raise InvalidBodyError(("body", "names no one subject", what))
    if stream and view.row(stream) is None:
        raise NotFoundError("subject")


def make(reader: Reader, subject: tuple[str | None, str | None], now: datetime) -> str:
    """The id of the watch that is made."""
    stream, said = subject
    return watches.make(reader.user, Subject(stream or "", (said or "").strip()), now)


def end(reader: Reader, number: str) -> None:
    """Ends a watch of the reader's own.

    Raises:
        NotFoundError: the reader has none with this id.
    """
    if not is_uuid(number) or not watches.end(reader.user, uuid.UUID(number)):
        raise NotFoundError("watch")


def listed(view: View) -> list[dict[str, Any]]:
    """The reader's watches, with the titles that he may see."""
    own = watches.of(view.reader.user)
    rows = view.rows_of([one.stream for one in own if one.stream])
    return [
        {
            "id": str(one.id),
            "stream": str(one.stream) if one.stream else None,
            "words": one.words or None,
            "title": rows[one.stream].title if one.stream in rows else "",
            "made_at": telling.instant(one.made_at),
        }
        for one in own
    ]


def alerts(view: View) -> list[dict[str, Any]]:
    """What happened to the reader's subjects since he watches them, the newest first."""
    found: dict[str, tuple[str, EventRow]] = {}
    for one in watches.of(view.reader.user):
        rows = view.rows(EventRow.objects).filter(
            recorded_at__gt=one.made_at, stream__in=view.streams()
        )
        rows = rows.filter(bearing(view, one)).exclude(actor=view.reader.user)
        for row in rows.order_by("-recorded_at", "id")[:MOST]:
            found.setdefault(str(row.id), (str(one.id), row))
    newest = sorted(found.values(), key=lambda pair: (pair[1].recorded_at, pair[1].id))[-MOST:]
    return told(view, reversed(newest))


def bearing(view: View, watch: Watch) -> Q:
    """Which events bear on a subject: its own, those that name it, those with its words."""
    if watch.stream:
        at = view.rows(Edge.objects).filter(target=watch.stream)
        return Q(stream=watch.stream) | Q(id__in=at.values("event"))
    events = {
        row.event
        for key in words.asked(watch.words)
        if key.kind in TELLING
        for row in view.words(key.kind, key.key)
    }
    return Q(id__in=events)


def told(view: View, pairs: Iterable[tuple[str, EventRow]]) -> list[dict[str, Any]]:
    """The alerts, each with its event."""
    listed_ = list(pairs)
    wanted = EventRow.objects.filter(pk__in=[row.pk for _, row in listed_])
    events = {event.id: event for event in log.events(wanted)}
    told_events = telling.events(view, (events[str(row.id)] for _, row in listed_))
    return [
        {"watch": watch, "event": event}
        for (watch, _), event in zip(listed_, told_events, strict=True)
    ]
