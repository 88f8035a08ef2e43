"""From events to the rows that lists, search and queues read. Only this module writes them.

Each event is applied once, in the transaction that records it. ``rebuild`` makes the same rows
from the whole log; a test holds the two equal.
"""

import uuid
from collections.abc import Sequence
from typing import NamedTuple

from catchall_desk.cases import fields, words
from catchall_desk.cases.events import FILES, Event
from catchall_desk.cases.fold import MOVING, File, is_plain, step
from catchall_desk.cases.machines import machines
from catchall_desk.cases.policy import LabelClass
from catchall_desk.store import screenings
from catchall_desk.store.fast import insert
from catchall_desk.store.labels import by_id, label_id
from catchall_desk.store.models import Edge, FileRow, WordRow

LONGEST_KEY, LONGEST_RAW = 200, 500


def project(recorded: Sequence[Event]) -> None:
    """Applies events that have just been recorded, in their order."""
    for event in recorded:
        row = FileRow.objects.filter(stream=event.stream).first()
        row = applied(row, event)
        row.save(force_insert=event.seq == 1)
        forget(event)
        edges, found = derived(event, row.label_id)
        insert(Edge, EdgeValues._fields, edges)
        insert(WordRow, WordValues._fields, found)
    screenings.follow(recorded)


def applied(row: FileRow | None, event: Event) -> FileRow:
    """The row of the stream after one more event."""
    if row is None:
        return begun(event)
    row.seq = event.seq
    if moves(event):
        show(row, step(file_of(row, by_id()[row.label_id]), event))
    return row


def begun(event: Event) -> FileRow:
    """The row of a stream that begins."""
    row = FileRow(stream=uuid.UUID(event.stream), kind=event.kind, author=event.actor)
    row.label_id = label_id(event.marking, event.addressees)
    row.opened_at, row.seq = event.recorded_at, event.seq
    show(row, step(None, event))
    return row


def moves(event: Event) -> bool:
    """Does the event change what the file's own label shows of it?"""
    return event.type in MOVING or not is_plain(event.kind, event.type)


def file_of(row: FileRow, label: LabelClass) -> File:
    """The file that the row shows, without the plain events that move nothing."""
    return File(
        id=str(row.stream),
        kind=row.kind,
        state=row.state,
        marking=label.marking,
        author=row.author,
        opened_at=row.opened_at,
        changed_at=row.changed_at,
        last=str(row.last),
        count=row.count,
        fields=row.fields,
        office=row.office,
        officer=row.officer,
        addressees=label.addressees,
    )


def show(row: FileRow, file: File | None) -> None:
    """Puts into the row what the file now is."""
    if file is None:
        return
    row.state, row.changed_at = file.state, file.changed_at
    row.last, row.count = uuid.UUID(file.last), file.count
    row.office, row.officer = file.office, file.officer
    row.fields = dict(file.fields)
    row.title = fields.title(file.kind, file.fields)[:LONGEST_RAW]
    about = file.fields.get("about")
    row.about = about if isinstance(about, str) and len(about) == len("DE") else ""
    row.ended = file.kind in FILES and file.state in machines()[file.kind].ends


def forget(event: Event) -> None:
    """Takes away what an event replaces: a retracted one's rows, an amended field's edges."""
    if event.type == "retract":
        gone = event.body.get("event", "")
        Edge.objects.filter(event=gone).delete()
        WordRow.objects.filter(event=gone).delete()
    names = replaced(event)
    if names and event.seq > 1:
        held = Edge.objects.filter(source=event.stream)
        gone = [edge.pk for edge in held if is_replaced(edge.name, names)]
        Edge.objects.filter(pk__in=gone).delete()
    if event.type == "erase":
        erase(event.stream)


def replaced(event: Event) -> frozenset[str]:
    """The names of edges that the event's values replace: ``field:case``, or all ``role``."""
    return fields.reference_names(event.kind, event.body.get("set", {}))


def is_replaced(name: str, names: frozenset[str]) -> bool:
    """Is an edge of this name one of those that are replaced?

    >>> is_replaced("role:buyer", frozenset({"role"}))
    True
    """
    return name in names or name.split(":", maxsplit=1)[0] in names


class EdgeValues(NamedTuple):
    """A row of ``Edge``, column by column."""

    source: uuid.UUID
    source_kind: str
    name: str
    target: uuid.UUID
    event: uuid.UUID
    label_id: int


class WordValues(NamedTuple):
    """A row of ``WordRow``, column by column."""

    stream: uuid.UUID
    stream_kind: str
    kind: str
    key: str
    raw: str
    event: uuid.UUID
    label_id: int


def derived(event: Event, file_label: int) -> tuple[list[EdgeValues], list[WordValues]]:
    """The edges and search keys that one event adds, with the event's own label."""
    own = file_label if moves(event) else label_id(event.marking, event.addressees)
    stream, this = uuid.UUID(event.stream), uuid.UUID(event.id)
    named = fields.references(event.kind, event.body.get("set", {}))
    if event.type == "link" and "to" in event.body:
        named = (*named, (f"link:{event.body['type']}", event.body["to"]))
    edges = [
        EdgeValues(stream, event.kind, name, uuid.UUID(target), this, own)
        for name, target in named
    ]
    found = [
        WordValues(
            stream,
            event.kind,
            word.kind,
            word.key[:LONGEST_KEY],
            word.raw[:LONGEST_RAW],
            this,
            own,
        )
        for word in words.keys_of(event)
    ]
    return edges, found


def erase(stream: str) -> None:
    """Takes the text of an erased thing out of everything derived."""
    WordRow.objects.filter(stream=stream).delete()
    FileRow.objects.filter(stream=stream).update(title="", fields={})
