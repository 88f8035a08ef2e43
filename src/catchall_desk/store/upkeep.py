"""Looking after the store: erasure by law, backup, restore. In: a store; out: a store.

A backup is one file: every row of every table as a line of JSON, and at its end a count and a
hash of all of it. Restoring checks both, fills an empty store, and verifies the chain.
"""

import hashlib
import io
import json
import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any, BinaryIO

from django.apps import apps
from django.core import serializers
from django.core.management.color import no_style
from django.core.serializers.json import DjangoJSONEncoder
from django.db import connections, transaction
from django.db.models import Model

from catchall_desk.cases.commands import Draft
from catchall_desk.cases.events import ERASABLE
from catchall_desk.cases.policy import Reader
from catchall_desk.errors import BadBackupError, NotFoundError
from catchall_desk.store import records
from catchall_desk.store.database import alias, is_postgresql
from catchall_desk.store.desk import Moment, file_for, record
from catchall_desk.store.fast import insert
from catchall_desk.store.labels import by_id, kernel
from catchall_desk.store.models import Edge, StreamKey, WordRow
from catchall_desk.store.rebuild import DERIVED, make_again, rebuild
from catchall_desk.store.verify import Bad, verify

LEFT_OUT = frozenset({"sessions.session", "contenttypes.contenttype", "auth.permission"})
BATCH = 2000


def erase(stream: str, actor: Reader, moment: Moment, body: Mapping[str, Any]) -> str:
    """Erases a thing's text for good, by dropping its key; answers the id of the event.

    ``body`` says basis and why. Records stay, unreadable, and the chain still verifies. Copies
    in older backups end with their own keys: see the how-to.

    Raises:
        NotFoundError: there is no such party or document.
    """
    with kernel():
        file = file_for(stream, tuple(by_id()))
        if file is None or file.kind not in ERASABLE:
            raise NotFoundError("party or document")
        draft = Draft(stream, file.kind, "erase", moment.now, file.marking, body)
        event = record((draft,), actor, moment)[0]
        StreamKey.objects.filter(stream=stream).delete()
        records.forget(stream)
        make_again({stream, *naming(stream)})
        return event.id


def naming(stream: str) -> Iterator[str]:
    """The streams whose events name this one: something of it may stand in their rows."""
    rows = WordRow.objects.filter(kind="thing", key=stream).values_list("stream", flat=True)
    edges = Edge.objects.filter(target=stream).values_list("source", flat=True)
    yield from (str(one) for one in {*rows, *edges})


class Exact(DjangoJSONEncoder):
    """Moments with all their digits.

    Django's own way drops the microseconds, and a record without them no longer has its hash.
    """

    def default(self, o: Any) -> Any:
        """A moment in full; anything else as Django writes it."""
        return o.isoformat() if isinstance(o, datetime) else super().default(o)


def tables() -> Iterator[type[Model]]:
    """Every table that a backup holds, parents before what refers to them."""
    derived = {table.model for table in DERIVED}
    found = [model for model in apps.get_models() if model._meta.managed]  # noqa: SLF001
    for model in serializers.sort_dependencies([(a, None) for a in apps.get_app_configs()]):
        if model in found and model not in derived and model._meta.label_lower not in LEFT_OUT:  # noqa: SLF001
            yield model


def lines() -> Iterator[bytes]:
    """Every row to be kept, as lines."""
    for model in tables():
        rows = model._default_manager.order_by("pk").iterator(chunk_size=BATCH)  # noqa: SLF001
        for row in rows:
            text = serializers.serialize("json", [row], cls=Exact)
            yield (text[1:-1].strip() + "\n").encode()


def back_up(path: Path) -> int:
    """Writes a backup and answers how many rows it holds. Nothing half written is left.

    The file is its owner's alone: it holds the keys of erasable streams, and users.
    """
    part = path.with_name(path.name + ".part")
    part.unlink(missing_ok=True)
    part.touch(mode=0o600)
    mixed, count = hashlib.sha256(), 0
    try:
        with snapshot(), kernel(), part.open("wb") as out:
            for line in lines():
                mixed.update(line)
                out.write(line)
                count += 1
            said = {"rows": count, "sha256": mixed.hexdigest()}
            out.write(json.dumps(said).encode() + b"\n")
            out.flush()
            os.fsync(out.fileno())
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)
    return count


@contextmanager
def snapshot() -> Iterator[None]:
    """A transaction in which all that is read is of one moment.

    SQLite lets nobody write meanwhile; PostgreSQL must be told so first of all.
    """
    with transaction.atomic(using=alias()):
        if is_postgresql():
            with connections[alias()].cursor() as cursor:
                cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
        yield


def restore(path: Path) -> Bad | None:
    """Fills an empty store from a backup; answers the first bad record of its log, or ``None``.

    Raises:
        BadBackupError: the store is not empty, or the file is not whole.
    """
    check_whole(path)
    with kernel():
        if any(model._default_manager.exists() for model in tables()):  # noqa: SLF001
            raise BadBackupError(str(path), "the store is not empty; restore into a new one")
        with path.open("rb") as source:
            load(source)
        number_on()
        rebuild()
        return verify()


def number_on() -> None:
    """Rows made from now on are numbered after those restored, on PostgreSQL too."""
    connection = connections[alias()]
    statements = connection.ops.sequence_reset_sql(no_style(), list(tables()))
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)


def check_whole(path: Path) -> None:
    """Nothing, or BadBackupError: rows are missing, or were changed."""
    mixed, count, last = hashlib.sha256(), 0, b""
    with path.open("rb") as source:
        for line in source:
            if last:
                mixed.update(last)
                count += 1
            last = line
    try:
        said = json.loads(last)
    except ValueError:
        said = {}
    if said != {"rows": count, "sha256": mixed.hexdigest()}:
        raise BadBackupError(str(path), "it is cut off, or was changed; take another")


def load(source: BinaryIO) -> None:
    """Puts the rows of a backup into the store."""
    batch: list[Any] = []
    for line in source:
        if line.startswith(b'{"rows"'):
            break
        batch += serializers.deserialize("json", io.BytesIO(b"[" + line + b"]"))
        if len(batch) >= BATCH:
            put(batch)
            batch = []
    put(batch)


def put(batch: list[Any]) -> None:
    """Writes some rows, table by table."""
    by_table: dict[type[Model], list[Model]] = {}
    for one in batch:
        by_table.setdefault(type(one.object), []).append(one.object)
    for model, rows in by_table.items():
        # not by Django's bulk_create, which sets the times of some columns anew
        names = [field.attname for field in model._meta.concrete_fields]  # noqa: SLF001
        insert(model, names, [[getattr(row, name) for name in names] for row in rows])
