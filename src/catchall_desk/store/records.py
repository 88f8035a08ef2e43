"""Sealed records of the engine behind screenings. In: records of a run; out: what to replay.

They are kept packed, beside the log: the log holds their seal. Once a party is erased, every
record that tells of it is gone, and its run with it.
"""

import uuid
import zlib
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import orjson

from catchall_desk.store.models import Edge, RecordRow, RunRow
from catchall_desk.store.view import View, is_uuid


@dataclass(frozen=True, slots=True)
class Run:
    """What the records of one run share: its hash, its header, and whom it tells of."""

    hash: str
    header: Mapping[str, Any]
    parties: Collection[str]


@dataclass(frozen=True, slots=True)
class Kept:
    """One record: the event of its screening, the file, the label, and its sealed line."""

    event: str
    file: str
    label: int
    line: bytes


def keep(run: Run, kept: Sequence[Kept]) -> None:
    """Keeps the records of a run. Inside ``kernel()``."""
    row = RunRow.objects.filter(hash=run.hash).first() or RunRow(hash=run.hash)
    row.parties = f" {' '.join(sorted({*row.parties.split(), *run.parties}))} "
    row.packed = zlib.compress(orjson.dumps(run.header))
    row.save()
    RecordRow.objects.bulk_create(
        RecordRow(
            event=uuid.UUID(one.event),
            file=uuid.UUID(one.file),
            run=run.hash,
            packed=zlib.compress(one.line),
            label_id=one.label,
        )
        for one in kept
    )


def opened(view: View, event: str) -> tuple[bytes, bytes] | None:
    """The header of the run and the record's line, as ``catchall replay`` reads them.

    ``None``: there is none that the reader may see; that of an erased party is gone.
    """
    if not is_uuid(event):
        return None
    rows = view.rows(RecordRow.objects).filter(event=event, file__in=view.streams())
    row = rows.first()
    run = RunRow.objects.filter(hash=row.run).first() if row else None
    if row is None or run is None:
        return None
    return zlib.decompress(bytes(run.packed)), zlib.decompress(bytes(row.packed))


def forget(party: str) -> None:
    """Takes away every record that may tell of a party. Inside ``kernel()``."""
    files = Edge.objects.filter(target=party).values("source")
    RecordRow.objects.filter(file__in=files).delete()
    runs = RunRow.objects.filter(parties__contains=f" {party} ")
    RecordRow.objects.filter(run__in=runs.values("hash")).delete()
    runs.delete()
