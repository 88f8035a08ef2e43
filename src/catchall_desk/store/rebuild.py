"""Everything derived, made again from the log. In: the log; out: projections, proved equal.

The rows are made by the same functions as when the events were recorded, stream by stream.
"""

import uuid
from collections.abc import Callable, Iterable, Iterator
from itertools import groupby, islice
from typing import Any

from django.db.models import Manager

from catchall_desk.cases.events import Event
from catchall_desk.store import duty_rows, log, screenings
from catchall_desk.store.fast import insert
from catchall_desk.store.labels import by_id
from catchall_desk.store.log import event_of, keys_to
from catchall_desk.store.models import (
    DutyRow,
    Edge,
    EventRow,
    FileRow,
    ScreeningRow,
    WordRow,
)
from catchall_desk.store.project import (
    EdgeValues,
    WordValues,
    applied,
    derived,
    is_replaced,
    replaced,
)

BATCH = 5000
DERIVED: tuple[Manager[Any], ...] = (
    FileRow.objects,
    Edge.objects,
    WordRow.objects,
    ScreeningRow.objects,
    DutyRow.objects,
)
OWN_KEYS = {FileRow}
"""Tables whose key says something; the others number their rows as they come."""


FILE_COLUMNS = tuple(field.attname for field in FileRow._meta.concrete_fields)  # noqa: SLF001


class Gathered:
    """Rows on their way to the database, written in batches."""

    def __init__(self) -> None:
        self.files: list[tuple[Any, ...]] = []
        self.edges: list[EdgeValues] = []
        self.words: list[WordValues] = []

    def add(self, row: FileRow, edges: list[EdgeValues], found: list[WordValues]) -> None:
        """Takes the rows of a stream; writes all when there are many."""
        self.files.append(tuple(getattr(row, name) for name in FILE_COLUMNS))
        self.edges += edges
        self.words += found
        if len(self.words) >= BATCH:
            self.write()

    def write(self) -> None:
        """Writes what was taken."""
        insert(FileRow, FILE_COLUMNS, self.files)
        insert(Edge, EdgeValues._fields, self.edges)
        insert(WordRow, WordValues._fields, self.words)
        self.files, self.edges, self.words = [], [], []


def rebuild(told: Callable[[int], None] = lambda _: None) -> int:
    """Makes all projections again; answers how many events were read. Inside ``kernel()``.

    ``told`` is called with the number of events read so far, for a progress bar.
    """
    for table in DERIVED:
        table.all().delete()
    gathered, read = Gathered(), 0
    for _, stream in groupby(all_events(), key=lambda event: event.stream):
        history = list(stream)
        add_stream(gathered, history)
        read += len(history)
        told(read)
    gathered.write()
    screenings.work_out(screenings.all_files())
    duty_rows.work_out(
        FileRow.objects.filter(duty_rows.asking()).values_list("stream", flat=True)
    )
    return read


def rebuild_streams(streams: Iterable[str]) -> None:
    """Makes the projections of these streams again; inside ``kernel()``."""
    wanted = sorted(streams)
    for table in (Edge.objects, WordRow.objects):
        name = "source" if table.model is Edge else "stream"
        table.filter(**{f"{name}__in": wanted}).delete()
    FileRow.objects.filter(stream__in=wanted).delete()
    gathered = Gathered()
    rows = EventRow.objects.filter(stream__in=wanted).order_by("stream", "seq")
    for _, stream in groupby(log.events(rows), key=lambda event: event.stream):
        add_stream(gathered, list(stream))
    gathered.write()
    screenings.work_out(screenings.touched_by({uuid.UUID(one) for one in wanted}))
    duty_rows.work_out(map(uuid.UUID, wanted))


def add_stream(gathered: Gathered, history: list[Event]) -> None:
    """The rows of one stream."""
    row: FileRow | None = None
    edges: list[EdgeValues] = []
    found: list[WordValues] = []
    for event in history:
        row = applied(row, event)
        if event.type == "retract":
            gone = uuid.UUID(event.body["event"])
            edges = [edge for edge in edges if edge.event != gone]
            found = [word for word in found if word.event != gone]
        names = replaced(event) if event.seq > 1 else frozenset()
        edges = [edge for edge in edges if not is_replaced(edge.name, names)]
        more = derived(event, row.label_id)
        edges, found = edges + more[0], found + more[1]
        if event.type == "erase":
            found, row.title, row.fields = [], "", {}
    if row is not None:
        gathered.add(row, edges, found)


def all_events() -> Iterator[Event]:
    """Every event, stream by stream, in order."""
    labels = by_id()
    rows = EventRow.objects.order_by("stream", "seq").iterator(chunk_size=BATCH)
    while batch := list(islice(rows, BATCH)):
        keys = keys_to(batch)
        for row in batch:
            yield event_of(row, labels[row.label_id], keys)


def contents() -> dict[str, list[tuple[Any, ...]]]:
    """Everything derived, in one order: two stores are equal when this is."""
    found = {}
    for table in DERIVED:
        names = [
            field.attname
            for field in table.model._meta.concrete_fields  # noqa: SLF001 - Django's public API
            if not field.primary_key or table.model in OWN_KEYS
        ]
        found[table.model.__name__] = sorted(table.values_list(*names), key=repr)
    return found
