"""The event log: adding to it and reading it. In: drafts; out: events, in their order.

Records of one writer are linked by their hashes. On PostgreSQL several writers work side by
side, so that one commit need not wait for another; a stream's own order is its numbers'.
"""

import json
import uuid
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

from django.db import connections
from django.db.models import QuerySet

from catchall_desk.cases.commands import Draft
from catchall_desk.cases.events import ERASABLE, Event, canonical
from catchall_desk.cases.policy import LabelClass
from catchall_desk.errors import ErasedError
from catchall_desk.store import parts
from catchall_desk.store.database import alias, is_postgresql
from catchall_desk.store.fast import insert
from catchall_desk.store.labels import by_id, label_id
from catchall_desk.store.models import EventRow, FileRow, StreamKey, Writer
from catchall_desk.store.seal import decrypted, encrypted, hashed, new_key

COLUMNS = tuple(field.attname for field in EventRow._meta.concrete_fields)  # noqa: SLF001
CHAINS = 8
"""Writers side by side on PostgreSQL."""
ERASED: Mapping[str, Any] = {"erased": True}
"""The body of a record whose key was dropped."""


@dataclass(frozen=True, slots=True)
class Stamp:
    """What the store adds to drafts: who acts, when, and under which law and lists."""

    actor: str
    role: str
    now: datetime
    ruleset: Mapping[str, Any] = field(default_factory=dict)


def append(drafts: Sequence[Draft], stamp: Stamp) -> tuple[Event, ...]:
    """The events made of the drafts, recorded. Call it inside ``labels.kernel()``.

    Raises:
        ErasedError: a draft is for a thing whose text was erased.
        IntegrityError: another writer added to one of the streams meanwhile; try again.
    """
    return append_stamped([(draft, stamp) for draft in drafts])


def append_stamped(stamped: Sequence[tuple[Draft, Stamp]]) -> tuple[Event, ...]:
    """The same for drafts with stamps of their own, in the order of their stamps.

    Raises:
        ErasedError, IntegrityError: as ``append``.
    """
    drafts = [draft for draft, _ in stamped]
    writer = locked_writer()
    numbers = last_numbers({draft.stream for draft in drafts})
    keys = stream_keys(drafts)
    named = keys_about(drafts)
    rows, events = [], []
    for draft, stamp in stamped:
        numbers[draft.stream] = numbers.get(draft.stream, 0) + 1
        event = made(draft, numbers[draft.stream], stamp)
        if draft.kind in ERASABLE and draft.stream not in keys:
            raise ErasedError(draft.kind)
        shut = closed(event, named)
        rows.append(recorded(shut, writer, keys.get(draft.stream)))
        events.append(replace(event, body=parts.open_up(event.id, shut.body, named)))
    insert(EventRow, COLUMNS, [[getattr(row, name) for name in COLUMNS] for row in rows])
    writer.save()
    return tuple(events)


def closed(event: Event, keys: Mapping[str, bytes]) -> Event:
    """The event as it is recorded: what tells of parties is sealed under their keys."""
    if event.type not in parts.ABOUT:
        return event
    return replace(event, body=parts.close(event.type, event.id, event.body, keys))


def made(draft: Draft, seq: int, stamp: Stamp) -> Event:
    """The event of a draft."""
    return Event(
        id=draft.id or str(uuid.uuid4()),
        stream=draft.stream,
        kind=draft.kind,
        seq=seq,
        type=draft.type,
        happened_at=draft.happened_at,
        recorded_at=stamp.now,
        actor=stamp.actor,
        role=stamp.role,
        marking=draft.marking,
        body=draft.body,
        cause=draft.cause,
        ruleset=stamp.ruleset,
        addressees=tuple(sorted(draft.addressees)),
    )


def recorded(event: Event, writer: Writer, key: bytes | None) -> EventRow:
    """The record of an event at the head of the writer's chain, which moves on to it."""
    text = canonical(event.body).decode()
    writer.position += 1
    row = EventRow(
        id=uuid.UUID(event.id),
        writer=writer.name,
        position=writer.position,
        stream=uuid.UUID(event.stream),
        kind=event.kind,
        seq=event.seq,
        type=event.type,
        happened_at=event.happened_at,
        recorded_at=event.recorded_at,
        actor=event.actor,
        role=event.role,
        label_id=label_id(event.marking, event.addressees),
        cause=uuid.UUID(event.cause) if event.cause else None,
        ruleset=canonical(event.ruleset).decode(),
        body=text if key is None else encrypted(key, event.id, text),
        keyed=key is not None,
    )
    row.hash = hashed(writer.head, row, event.marking, list(event.addressees))
    writer.head = row.hash
    return row


def locked_writer() -> Writer:
    """A writer that nobody else uses until this transaction ends."""
    name = "desk"
    if is_postgresql():
        name = f"desk-{free_chain()}"
    held = Writer.objects.select_for_update().filter(name=name).first()
    return held or Writer.objects.create(name=name)


def free_chain() -> int:
    """The number of a chain that is free now; the first is waited for when none is."""
    with connections[alias()].cursor() as cursor:
        for chain in range(CHAINS):
            cursor.execute("SELECT pg_try_advisory_xact_lock(%s)", [chain])
            if cursor.fetchone()[0]:
                return chain
        cursor.execute("SELECT pg_advisory_xact_lock(0)")
    return 0


def last_numbers(streams: Iterable[str]) -> dict[str, int]:
    """The number of the last event in each of the streams that there are."""
    rows = FileRow.objects.filter(stream__in=list(streams)).values_list("stream", "seq")
    return {str(stream): seq for stream, seq in rows}


def stream_keys(drafts: Sequence[Draft]) -> dict[str, bytes]:
    """The keys of the erasable streams among the drafts; made for those that begin."""
    wanted = {draft.stream for draft in drafts if draft.kind in ERASABLE}
    held = keys_of(wanted)
    begun = {d.stream for d in drafts if d.stream in wanted and d.type == "begin"}
    for stream in begun - held.keys():
        held[stream] = new_key()
        StreamKey.objects.create(stream=uuid.UUID(stream), key=held[stream])
    return held


def keys_about(drafts: Sequence[Draft]) -> dict[str, bytes]:
    """The keys of the parties that parts of these drafts are about.

    A party that comes later, as in an import, gets its key now; one that was erased has none.
    """
    named = {one for draft in drafts for one in parts.owners(draft.type, draft.body)}
    if not named:
        return {}
    held = keys_of(named)
    gone = EventRow.objects.filter(stream__in=named - held.keys(), type="erase")
    for stream in (
        named - held.keys() - {str(one) for one in gone.values_list("stream", flat=True)}
    ):
        held[stream] = new_key()
        StreamKey.objects.create(stream=uuid.UUID(stream), key=held[stream])
    return held


def keys_of(streams: Iterable[str]) -> dict[str, bytes]:
    """The keys that are held of these streams."""
    rows = StreamKey.objects.filter(stream__in=list(streams))
    return {str(row.stream): bytes(row.key) for row in rows}


def events(rows: QuerySet[EventRow]) -> Iterator[Event]:
    """The events of the records, in the order given."""
    found = list(rows)
    keys = keys_to(found)
    labels = by_id()
    for row in found:
        yield event_of(row, labels[row.label_id], keys)


def keys_to(rows: Iterable[EventRow]) -> dict[str, bytes]:
    """The keys that are held to the bodies of these records and to parts of them."""
    wanted: set[str] = set()
    for row in rows:
        if row.keyed:
            wanted.add(str(row.stream))
        elif row.type in parts.ABOUT:
            wanted |= parts.owners(row.type, json.loads(row.body))
    return keys_of(wanted) if wanted else {}


def body_of(row: EventRow, keys: Mapping[str, bytes]) -> Mapping[str, Any]:
    """The body of a record as far as its keys are there; ``ERASED`` without its own."""
    if not row.keyed:
        body: Mapping[str, Any] = json.loads(row.body)
        return parts.open_up(str(row.id), body, keys) if row.type in parts.ABOUT else body
    key = keys.get(str(row.stream))
    if key is None:
        return ERASED
    said: Mapping[str, Any] = json.loads(decrypted(key, str(row.id), row.body))
    return said


def event_of(row: EventRow, label: LabelClass, keys: Mapping[str, bytes]) -> Event:
    """The event of a record; its body says ``erased`` when its key is gone."""
    return Event(
        id=str(row.id),
        stream=str(row.stream),
        kind=row.kind,
        seq=row.seq,
        type=row.type,
        happened_at=row.happened_at,
        recorded_at=row.recorded_at,
        actor=row.actor,
        role=row.role,
        marking=label.marking,
        body=body_of(row, keys),
        cause=str(row.cause) if row.cause else None,
        ruleset=json.loads(row.ruleset),
        addressees=label.addressees,
    )


def stream_events(
    stream: str, ids: tuple[int, ...] | None = None, known_on: datetime | None = None
) -> tuple[Event, ...]:
    """The events of a stream in order: all, or those with these labels and known by then."""
    rows = EventRow.objects.filter(stream=stream).order_by("seq")
    if ids is not None:
        rows = rows.filter(label_id__in=ids)
    if known_on is not None:
        rows = rows.filter(recorded_at__lte=known_on)
    return tuple(events(rows))
