"""What one reader may see of the store. In: a reader; out: pages, files, counts, edges.

Every query here is filtered by the reader's labels, before anything is counted, sorted or
cut to a page; on PostgreSQL the session is held to the same labels. Nothing else reads the
store for a person.
"""

import base64
import binascii
import json
import uuid
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

from django.db.models import Count, Exists, F, Manager, OuterRef, Q, QuerySet, Value

from catchall_desk.cases.events import Event
from catchall_desk.cases.fold import File, fold
from catchall_desk.cases.policy import Groups, Reader
from catchall_desk.errors import BadCursorError
from catchall_desk.store import log
from catchall_desk.store.database import is_postgresql
from catchall_desk.store.labels import readable_ids, reading
from catchall_desk.store.models import DutyRow, Edge, EventRow, FileRow, ScreeningRow, WordRow
from catchall_desk.store.screenings import list_key, unscreened

LARGEST_PAGE = 200
WITHIN = ("file", "kind", "opened_by", "id")
"""The order of duties of one day."""
FILTERS = ("state", "office", "officer", "about", "author", "ended")


@dataclass(frozen=True, slots=True)
class Page:
    """Some rows, and the cursor of the next page; empty: there is none."""

    rows: tuple[Any, ...]
    next: str


@dataclass(frozen=True, slots=True)
class Asked:
    """Which rows a list is to hold: equal values by field, the page and its size."""

    equal: Mapping[str, Any]
    cursor: str = ""
    limit: int = 50


class View:
    """The store as one reader sees it, inside one transaction."""

    def __init__(self, reader: Reader, ids: tuple[int, ...]) -> None:
        self.reader, self.ids = reader, ids

    def rows(self, table: Manager[Any]) -> QuerySet[Any]:
        """The rows of a table that the reader may see: the one way to any of them."""
        return table.filter(label_id__in=self.ids)

    def streams(self) -> QuerySet[Any, Any]:
        """The ids of the files and things that are there for the reader, as a subquery.

        A note that may be read does not bring a file into being whose opening may not.
        """
        return self.rows(FileRow.objects).values("stream")

    def file(self, stream: str, known_on: datetime | None = None) -> File | None:
        """The file as the reader sees it, or as it was known on a day; ``None``: not there."""
        return fold(self.timeline(stream, known_on))

    def timeline(self, stream: str, known_on: datetime | None = None) -> tuple[Event, ...]:
        """The events of a stream that the reader may see, oldest first.

        Empty when the first event may not be seen: then the stream is not there at all.
        """
        if not is_uuid(stream):
            return ()
        found = log.stream_events(stream, self.ids, known_on)
        return found if found and found[0].seq == 1 else ()

    def files(self, kind: str, asked: Asked) -> Page:
        """The files of a kind, the newest change first.

        Raises:
            BadCursorError: the cursor is not one that a page gave.
        """
        rows = self.rows(FileRow.objects).filter(kind=kind)
        rows = rows.filter(
            **{name: asked.equal[name] for name in FILTERS if name in asked.equal}
        )
        if asked.cursor:
            at, stream = read_cursor(asked.cursor)
            older = Q(changed_at__lt=at) | Q(changed_at=at, stream__gt=stream)
            rows = rows.filter(changed_at__lte=at).filter(older)
        limit = max(1, min(asked.limit, LARGEST_PAGE))
        found = list(rows.order_by("-changed_at", "stream")[: limit + 1])
        after = found[limit - 1] if len(found) > limit else None
        more = cursor_of(after.changed_at, after.stream) if after else ""
        return Page(tuple(found[:limit]), more)

    def row(self, stream: str) -> FileRow | None:
        """What lists show of one file, or ``None``."""
        if not is_uuid(stream):
            return None
        found: FileRow | None = self.rows(FileRow.objects).filter(stream=stream).first()
        return found

    def rows_of(self, streams: Sequence[uuid.UUID]) -> dict[uuid.UUID, FileRow]:
        """What lists show of these files, of those that the reader may see."""
        # a sum is in no index: without counts SQLite would walk all rows of the labels
        label = F("label_id") + Value(0)
        rows = FileRow.objects.annotate(own=label).filter(own__in=self.ids, stream__in=streams)
        return {row.stream: row for row in rows}

    def counts(self, kind: str, by: str = "state") -> dict[str, int]:
        """How many files of a kind the reader may see, by one of ``FILTERS``."""
        if by not in FILTERS:
            raise ValueError(f"{by} is not one of {', '.join(FILTERS)}")
        rows = self.rows(FileRow.objects).filter(kind=kind).values_list(by)
        return dict(rows.annotate(number=Count("stream")).order_by(by))

    def edges(self, stream: str) -> tuple[Edge, ...]:
        """The edges at a file or thing whose both ends the reader may see, either way."""
        if self.row(stream) is None:
            return ()
        at = Q(source=stream) | Q(target=stream)
        found = list(
            self.rows(Edge.objects).filter(at).order_by("name", "source", "target", "event")
        )
        ends = {edge.source for edge in found} | {edge.target for edge in found}
        there = self.rows_of(list(ends))
        return tuple(one for one in found if one.source in there and one.target in there)

    def duties(self, equal: Mapping[str, Any], asked: Asked, of: Q | None = None) -> Page:
        """Open duties, the nearest day first; those whose day is not known come last.

        ``of`` is what must be so of their files.

        Raises:
            BadCursorError: the cursor is not one that a page gave.
        """
        there = self.rows(FileRow.objects).filter(of or Q(), stream=OuterRef("file"))
        rows = self.rows(DutyRow.objects).filter(Exists(there), done_by=None, **equal)
        after, after_undated = after_duty(asked.cursor)
        limit = max(1, min(asked.limit, LARGEST_PAGE))
        # two questions, not one sorted by both: each walks an index and stops at the limit
        dated = rows.filter(after, due__isnull=False)
        found = list(dated.order_by("due", *WITHIN)[: limit + 1])
        if len(found) <= limit:
            others = rows.filter(after_undated, due=None).order_by(*WITHIN)
            found += others[: limit + 1 - len(found)]
        if len(found) <= limit:
            return Page(tuple(found), "")
        last = found[limit - 1]
        # the cursor names day and file: what else is due of that file that day comes along
        same = Q(due=last.due) if last.due else Q(due=None)
        beside = rows.filter(same, file=last.file).order_by(*WITHIN)
        kept = [one for one in found[:limit] if (one.due, one.file) != (last.due, last.file)]
        return Page((*kept, *beside), cursor_of(last.due or date.max, last.file))

    def unscreened(self, lists: Any, asked: Asked) -> Page:
        """Screenings still to be done on these lists, the longest waiting first: ScreeningRow.

        The duty to screen again after a change of lists is this question, never a row. Without
        lists, whatever names a party waits.

        Raises:
            BadCursorError: the cursor is not one that a page gave.
        """
        rows = unscreened(lists).filter(label_id__in=self.ids, file__in=self.streams())
        if asked.cursor:
            at, file = read_cursor(asked.cursor)
            rows = rows.filter(Q(touched_at__gt=at) | Q(touched_at=at, file__gt=file))
        limit = max(1, min(asked.limit, LARGEST_PAGE))
        found = list(rows.order_by("touched_at", "file", "label")[: limit + 1])
        if len(found) <= limit:
            return Page(tuple(found), "")
        last = found[limit - 1]
        # the cursor names moment and file: other labels of that file come along
        beside = rows.filter(touched_at=last.touched_at, file=last.file).order_by("label")
        at_last = (last.touched_at, last.file)
        kept = [one for one in found[:limit] if (one.touched_at, one.file) != at_last]
        return Page((*kept, *beside), cursor_of(*at_last))

    def recurrences(self, party: str) -> tuple[Event, ...]:
        """The recurrences recorded of a party, as the new one or the old, the newest first."""
        words = self.rows(WordRow.objects).filter(kind="thing", key=party)
        rows = self.rows(EventRow.objects).filter(
            id__in=words.values("event"), type="recurrence", stream__in=self.streams()
        )
        found = list(log.events(rows.order_by("-recorded_at", "id")))
        ends = {uuid.UUID(str(one.body[end])) for one in found for end in ("party", "of")}
        there = self.rows_of(sorted(ends))
        return tuple(
            one
            for one in found
            if all(uuid.UUID(str(one.body[end])) in there for end in ("party", "of"))
        )

    def words(self, kind: str, key: str, limit: int = LARGEST_PAGE) -> tuple[WordRow, ...]:
        """The search rows of one kind with this key; a key ending in ``*`` is a beginning."""
        rows = self.rows(WordRow.objects).filter(kind=kind, stream__in=self.streams())
        if key.endswith("*"):
            begin = key[:-1]
            # a range is by code points on SQLite alone; a server may sort by its language
            between = {"key__gte": begin, "key__lt": begin + "\U0010ffff"}
            rows = rows.filter(**({"key__startswith": begin} if is_postgresql() else between))
        else:
            rows = rows.filter(key=key)
        return tuple(rows.order_by("key", "stream", "event")[:limit])

    def screening(self, stream: str, lists: Any) -> str:
        """``screened``, ``not screened`` or ``no parties``, as far as the reader may see."""
        rows = list(self.rows(ScreeningRow.objects).filter(file=stream))
        if not rows:
            return "no parties"
        key = list_key(lists)
        current = all(
            row.screened_at is not None
            and row.lists == key
            and row.screened_at >= row.touched_at
            for row in rows
        )
        return "screened" if current else "not screened"

    def events(self, after: str, limit: int = 1000) -> Page:
        """All events that the reader may see, for a full export, in order of recording."""
        rows = self.rows(EventRow.objects).filter(stream__in=self.streams())
        if after:
            rows = rows.filter(self.later(after))
        batch = list(rows.order_by("recorded_at", "stream", "seq")[: limit + 1])
        last = batch[limit - 1] if len(batch) > limit else None
        more = cursor_of(last.recorded_at, last.id) if last else ""
        wanted = EventRow.objects.filter(pk__in=[row.pk for row in batch[:limit]])
        found = {event.id: event for event in log.events(wanted)}
        return Page(tuple(found[str(row.id)] for row in batch[:limit]), more)

    def seen_events(self, ids: Collection[str]) -> frozenset[str]:
        """Those of the events with these ids that the reader may see."""
        rows = self.rows(EventRow.objects).filter(id__in=ids, stream__in=self.streams())
        return (
            frozenset(str(one) for one in rows.values_list("id", flat=True))
            if ids
            else frozenset()
        )

    def later(self, cursor: str) -> Q:
        """What was recorded after the event of a cursor; of one moment, stream by stream.

        Raises:
            BadCursorError: the cursor names no event that the reader may see.
        """
        at, event = read_cursor(cursor)
        row = self.rows(EventRow.objects).filter(recorded_at=at, id=event).first()
        if row is None:
            raise BadCursorError(cursor)
        beside = Q(stream__gt=row.stream) | Q(stream=row.stream, seq__gt=row.seq)
        return Q(recorded_at__gt=at) | (Q(recorded_at=at) & beside)


@contextmanager
def view_of(reader: Reader, groups: Groups | None = None) -> Iterator[View]:
    """The store as this reader sees it, as the reader's attributes are now."""
    ids = readable_ids(reader, groups)
    with reading(ids):
        yield View(reader, ids)


def after_duty(cursor: str) -> tuple[Q, Q]:
    """Which duties with a day, and which without, come after those of a cursor.

    Raises:
        BadCursorError: the cursor is not one that a page gave.
    """
    if not cursor:
        return Q(), Q()
    at, key = read_cursor(cursor)
    day = at.date()
    return Q(due__gt=day) | Q(due=day, file__gt=key), Q(
        file__gt=key
    ) if day == date.max else Q()


def cursor_of(at: datetime | date, key: uuid.UUID) -> str:
    """A page's end as one word."""
    text = json.dumps([at.isoformat(), str(key)])
    return base64.urlsafe_b64encode(text.encode()).decode().rstrip("=")


def read_cursor(text: str) -> tuple[datetime, uuid.UUID]:
    """The moment and id of a cursor.

    Raises:
        BadCursorError: it is not one that a page gave.
    """
    try:
        raw = base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))
        at, key = json.loads(raw)
        day = datetime.fromisoformat(at)
        found = day.astimezone(UTC) if day.tzinfo else day.replace(tzinfo=UTC)
        return found, uuid.UUID(key)
    except (ValueError, TypeError, AttributeError, OverflowError, binascii.Error) as error:
        raise BadCursorError(text) from error


def is_uuid(text: str) -> bool:
    """Is it an id as the store writes ids?

    >>> is_uuid("7"), is_uuid("0b8f4a3e-2f0e-4a53-9a5b-0e6f3c1d2a4b")
    (False, True)
    """
    try:
        return str(uuid.UUID(text)) == text
    except ValueError:
        return False
