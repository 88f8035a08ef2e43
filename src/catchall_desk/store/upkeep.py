"""Looking after the store: erasure by law, backup, restore. In: a store; out: a store.

A backup is one file: every row of every table as a line of JSON, and at its end a count and a
hash of all of it. Restoring checks both, fills an empty store, and verifies the chain.
"""

import hashlib
import io
import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, BinaryIO

from django.apps import apps
from django.core import serializers
from django.db.models import Model

from catchall_desk.cases.commands import Draft
from catchall_desk.cases.events import ERASABLE
from catchall_desk.cases.policy import Reader
from catchall_desk.errors import BadBackupError, NotFoundError
from catchall_desk.store import records
from catchall_desk.store.database import alias
from catchall_desk.store.desk import Moment, file_for, record
from catchall_desk.store.labels import by_id, kernel
from catchall_desk.store.models import Edge, EventRow, StreamKey, WordRow
from catchall_desk.store.rebuild import DERIVED, rebuild, rebuild_streams
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
        rebuild_streams({stream, *naming(stream)})
        return event.id


def naming(stream: str) -> Iterator[str]:
    """The streams whose events name this one: something of it may stand in their rows."""
    rows = WordRow.objects.filter(kind="thing", key=stream).values_list("stream", flat=True)
    edges = Edge.objects.filter(target=stream).values_list("source", flat=True)
    yield from (str(one) for one in {*rows, *edges})


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
            text = serializers.serialize("json", [row])
            yield (text[1:-1].strip() + "\n").encode()


def back_up(path: Path) -> int:
    """Writes a backup and answers how many rows it holds. Nothing half written is left."""
    part = path.with_name(path.name + ".part")
    mixed, count = hashlib.sha256(), 0
    with kernel(), part.open("wb") as out:
        for line in lines():
            mixed.update(line)
            out.write(line)
            count += 1
        out.write(json.dumps({"rows": count, "sha256": mixed.hexdigest()}).encode() + b"\n")
    part.replace(path)
    return count


def restore(path: Path) -> Bad | None:
    """Fills an empty store from a backup; answers the first bad record of its log, or ``None``.

    Raises:
        BadBackupError: the store is not empty, or the file is not whole.
    """
    check_whole(path)
    with kernel():
        if EventRow.objects.exists():
            raise BadBackupError(str(path), "the store is not empty; restore into a new one")
        with path.open("rb") as source:
            load(source)
        rebuild()
        return verify()


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
        model._default_manager.using(alias()).bulk_create(rows)  # noqa: SLF001
