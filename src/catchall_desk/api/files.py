"""One file or thing as the API tells it. In: a reader and an id; out: the whole view of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from typing import Any

from catchall_desk.api.writing import utc
from catchall_desk.cases import fields
from catchall_desk.cases.events import Event
from catchall_desk.cases.fold import File
from catchall_desk.cases.handlers import tag
from catchall_desk.cases.policy import Reader
from catchall_desk.errors import BadCursorError, NotFoundError
from catchall_desk.jobs import actions, moment, telling
from catchall_desk.jobs.tabs import OPEN_REQUEST
from catchall_desk.store.desk import Moment
from catchall_desk.store.models import FileRow
from catchall_desk.store.view import Asked, View, view_of

MOST = 200


@dataclass(frozen=True)
class Shown:
    """A file's view and the tag of the file itself."""

    told: dict[str, Any]
    tag: str


def day_end(known_on: datetime | date | None) -> datetime | None:
    """The moment until which things were known: a day counts to its end, UTC."""
    if known_on is None or isinstance(known_on, datetime):
        return utc(known_on, "known_on")
    return datetime.combine(known_on, time.max, UTC)


def found(view: View, kind: str, stream: str, known_on: datetime | None = None) -> File:
    """The file as the reader sees it.

    Raises:
        NotFoundError: there is none of this kind that the reader may see.
    """
    file = view.file(stream, known_on)
    if file is None or file.kind != kind:
        raise NotFoundError(kind)
    return file


def shown(reader: Reader, place: tuple[str, str], known_on: datetime | None) -> Shown:
    """The file at (kind, id): as it is with what is to do, or as it was known on a day."""
    kind, stream = place
    at = moment.moment()
    with view_of(reader) as view:
        file = found(view, kind, stream, known_on)
        told = standing(view, file)
        told |= {"known_on": known_on.isoformat() if known_on else None}
        now = known_on is None
        told |= present(view, file, at) if now else PAST
    told["actions"] = actions.actions(file, reader, at) if now else []
    return Shown(told, tag(file))


PAST = {"waiting_on": [], "screening": "not told of the past", "duties": []}


def standing(view: View, file: File) -> dict[str, Any]:
    """What the events of a file add up to."""
    return {
        "id": file.id,
        "kind": file.kind,
        "title": fields.title(file.kind, file.fields),
        "state": file.state,
        "marking": file.marking,
        "addressees": list(file.addressees),
        "office": file.office,
        "officer": file.officer,
        "author": file.author,
        "opened_at": telling.instant(file.opened_at),
        "changed_at": telling.instant(file.changed_at),
        "fields": dict(file.fields),
        "entries": telling.events(view, file.entries),
    }


def present(view: View, file: File, at: Moment) -> dict[str, Any]:
    """What other files have to do with it now."""
    duties = view.duties({"file": file.id}, Asked({}, limit=MOST)).rows
    today = at.now.date()
    named = telling.titles(view, duties)
    return {
        "waiting_on": waiting_on(view, file),
        "screening": view.screening(file.id, moment.lists()),
        "duties": [
            telling.duty(one, named.get(str(one.file), ""), view.reader, today)
            for one in duties
        ],
    }


def waiting_on(view: View, file: File) -> list[dict[str, Any]]:
    """The open requests about the file, and whom they ask."""
    edges = [one for one in view.edges(file.id) if one.source_kind == "request"]
    rows = view.rows_of([one.source for one in edges])
    asked = [one for one in rows.values() if is_open(one) and str(one.stream) != file.id]
    asked.sort(key=lambda one: (str(one.fields.get("due") or "9"), str(one.stream)))
    return [
        {
            "request": str(one.stream),
            "to": dict(one.fields.get("to") or {}),
            "due": one.fields.get("due"),
            "state": one.state,
        }
        for one in asked
    ]


def is_open(row: FileRow) -> bool:
    """Is it a request that somebody still has to answer?"""
    return row.kind == "request" and row.state in OPEN_REQUEST


def ordered(events: Sequence[Event], by: str) -> list[Event]:
    """The events by when they happened, or as they were recorded."""
    if by == "recorded":
        return list(events)
    return sorted(events, key=lambda one: (one.happened_at, one.recorded_at, one.seq))


def page_of(events: Sequence[Event], cursor: str, limit: int) -> tuple[Sequence[Event], str]:
    """A page of events and the cursor of the next: the id of the page's last event.

    Raises:
        BadCursorError: the cursor is no event of these.
    """
    start = 0
    if cursor:
        places = [at for at, one in enumerate(events) if one.id == cursor]
        if not places:
            raise BadCursorError(cursor)
        start = places[0] + 1
    kept = events[start : start + limit]
    more = len(events) > start + limit
    return kept, kept[-1].id if more else ""
