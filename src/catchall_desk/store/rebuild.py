"""Everything derived, made again from the log. In: the log; out: projections, proved equal.

The rows are made by the same functions as when the events were recorded, stream by stream.
"""

import hashlib
import uuid
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby, islice
from typing import Any

from django.db import connections
from django.db.models import Manager

from catchall_desk.cases.events import Event, canonical
from catchall_desk.store import duty_rows, log, screenings
from catchall_desk.store.database import alias, is_postgresql
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
    keep_writers_out()
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
    duty_rows.work_out_all()
    return read


def keep_writers_out() -> None:
    """Nothing is recorded until this transaction ends; on SQLite that is so in any."""
    if is_postgresql():
        with connections[alias()].cursor() as cursor:
            cursor.execute("LOCK TABLE store_writer IN EXCLUSIVE MODE")


def rebuild_streams(recorded: Sequence[Event]) -> None:
    """Makes the projections of the streams of these events again; inside ``kernel()``.

    A stream that begins among them is made of them alone; of others the log is read.
    """
    histories: dict[str, list[Event]] = {}
    for event in recorded:
        histories.setdefault(event.stream, []).append(event)
    gathered = Gathered()
    begun = {stream for stream, history in histories.items() if history[0].seq == 1}
    for stream in begun:
        add_stream(gathered, histories[stream])
    gathered.write()
    make_again(histories.keys() - begun)
    follow(begun)


def make_again(streams: Iterable[str]) -> None:
    """Makes the projections of these streams again from the log; inside ``kernel()``."""
    wanted = sorted(streams)
    if not wanted:
        return
    drop(wanted)
    gathered = Gathered()
    rows = EventRow.objects.filter(stream__in=wanted).order_by("stream", "seq")
    for _, history in groupby(log.events(rows), key=lambda event: event.stream):
        add_stream(gathered, list(history))
    gathered.write()
    follow(wanted)


def follow(streams: Iterable[str]) -> None:
    """Makes again what follows from these streams: screenings and duties."""
    changed = {uuid.UUID(stream) for stream in streams}
    screenings.work_out(screenings.touched_by(changed))
    duty_rows.work_out(changed)


def drop(streams: Sequence[str]) -> None:
    """Takes away the rows of these streams."""
    Edge.objects.filter(source__in=streams).delete()
    WordRow.objects.filter(stream__in=streams).delete()
    FileRow.objects.filter(stream__in=streams).delete()


def add_stream(gathered: Gathered, history: list[Event]) -> None:
    """The rows of one stream."""
    row: FileRow | None = None
    edges: list[EdgeValues] = []
    found: list[WordValues] = []
    for event in history:
        row = applied(row, event)
        if event.type == "retract" and "event" in event.body:  # an erased one names none
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
    return {
        table.model.__name__: sorted(table.values_list(*telling(table)), key=repr)
        for table in DERIVED
    }


def fingerprints() -> dict[str, tuple[int, int]]:
    """Of each table derived: how many rows there are, and the sum of their hashes.

    Two stores are equal when these are, and no table need be held in memory for it.
    """
    return {table.model.__name__: fingerprint(table) for table in DERIVED}


def fingerprint(table: Manager[Any]) -> tuple[int, int]:
    """Number and sum for one table, whatever the order of its rows."""
    count = total = 0
    for row in table.values_list(*telling(table)).iterator(chunk_size=BATCH):
        plain = [canonical(value) if isinstance(value, dict) else value for value in row]
        mixed = hashlib.blake2b(repr(plain).encode(), digest_size=16).digest()
        count, total = count + 1, total + int.from_bytes(mixed)
    return count, total


def telling(table: Manager[Any]) -> list[str]:
    """The columns that say something; the others number the rows as they come."""
    columns = table.model._meta.concrete_fields  # noqa: SLF001 - Django's public API
    own = table.model in OWN_KEYS
    return [field.attname for field in columns if own or not field.primary_key]
