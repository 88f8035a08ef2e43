"""Duties in the store, worked out from the log. In: streams; out: DutyRow.

The duties of a file follow from its events and from those of the files beside it, so each
event has the duties of both made again. Re-screening is no row: it is asked of the screenings
themselves (``screenings.unscreened``), since the lists in force are not part of any file.
"""

import uuid
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Any

from django.conf import settings
from django.db.models import Q

from catchall_desk.cases.duties import duties
from catchall_desk.cases.duty import Desk, Duty
from catchall_desk.cases.events import FILES, Event
from catchall_desk.cases.fold import File, fold
from catchall_desk.store import log
from catchall_desk.store.fast import insert
from catchall_desk.store.labels import label_id
from catchall_desk.store.models import DutyRow, Edge, EventRow, FileRow, ScreeningRow
from catchall_desk.store.screenings import naming_parties

BATCH = 500
LONGEST = 300
COLUMNS = (
    "file",
    "file_kind",
    "kind",
    "due",
    "office",
    "officer",
    "basis",
    "silence",
    "opened_by",
    "done_by",
    "label_id",
)
SILENT = "note"
"""The event that no clock and no duty looks at: most of a history, and left out of it here."""
NONE = frozenset({"lead", "case", "paper"})
"""Files whose own events ask for nothing by a day, unless their parties were screened."""


def follow(recorded: Sequence[Event]) -> None:
    """Works out again what these events bear on: their files, and those beside them."""
    speaking = [event for event in recorded if event.kind in FILES and event.type != SILENT]
    if speaking:
        work_out({uuid.UUID(event.stream) for event in speaking})


def work_out(files: Iterable[uuid.UUID]) -> None:
    """The duties of these files and of those beside them, made again."""
    waiting = iter(sorted(with_neighbours(files)))
    while some := list(islice(waiting, BATCH)):
        made_again(some)


def work_out_all() -> None:
    """The duties of all files, made again; no neighbour is looked for, since all are here."""
    files = FileRow.objects.filter(asking()).order_by("stream")
    waiting = iter(list(files.values_list("stream", flat=True)))
    while some := list(islice(waiting, BATCH)):
        made_again(some)


def with_neighbours(files: Iterable[uuid.UUID]) -> set[uuid.UUID]:
    """These files, and those that name them or that they name, of kinds that have duties."""
    given = set(files)
    pairs = edges_at(given)
    found = given | {end for pair in pairs for end in pair}
    kinds = FileRow.objects.filter(stream__in=found).filter(asking())
    return set(kinds.values_list("stream", flat=True))


def asking() -> Q:
    """Files that may have duties: by their kind, or since a hit of theirs is to be judged."""
    screened = ScreeningRow.objects.filter(screened_at__isnull=False).values("file")
    return Q(kind__in=set(FILES) - NONE) | Q(kind__in=NONE, stream__in=screened)


def edges_at(files: Iterable[uuid.UUID]) -> list[tuple[uuid.UUID, uuid.UUID]]:
    """The references of files at these files, either way."""
    wanted = list(files)
    rows = Edge.objects.filter(
        Q(source__in=wanted) | Q(target__in=wanted), source_kind__in=FILES
    )
    return [*rows.values_list("source", "target").distinct(), *through_parties(wanted)]


def through_parties(files: list[uuid.UUID]) -> Iterator[tuple[uuid.UUID, uuid.UUID]]:
    """Files and the determinations on their parties, from the one or from the other."""
    roles = naming_parties()
    about = Edge.objects.filter(name="field:subject", source_kind="determination")
    for rows, others, turned in ((roles, about, False), (about, roles, True)):
        pairs = rows.filter(source__in=files).values_list("source", "target").distinct()
        at: dict[uuid.UUID, set[uuid.UUID]] = {}
        for one, party in pairs:
            at.setdefault(party, set()).add(one)
        for other, party in others.filter(target__in=at).values_list("source", "target"):
            yield from ((other, one) if turned else (one, other) for one in at[party])


def made_again(files: Sequence[uuid.UUID]) -> None:
    """The duties of these files, written anew."""
    beside: dict[uuid.UUID, set[uuid.UUID]] = {file: set() for file in files}
    for source, target in edges_at(files):
        for one, other in ((source, target), (target, source)):
            if one in beside:
                beside[one].add(other)
    known = folded({*beside, *(other for others in beside.values() for other in others)})
    rows = [
        row_of(duty, file.kind)
        for stream in files
        if (file := known.get(stream)) is not None
        for duty in duties(
            file, [known[o] for o in sorted(beside[stream]) if o in known], this_desk()
        )
    ]
    DutyRow.objects.filter(file__in=files).delete()
    insert(DutyRow, COLUMNS, rows)


def folded(streams: Iterable[uuid.UUID]) -> dict[uuid.UUID, File]:
    """The files among these streams, over all their events but notes."""
    rows = EventRow.objects.filter(stream__in=list(streams), kind__in=FILES)
    rows = rows.exclude(type=SILENT)
    histories: dict[str, list[Event]] = {}
    for event in log.events(rows.order_by("stream", "seq")):
        histories.setdefault(event.stream, []).append(event)
    found = ((uuid.UUID(stream), fold(history)) for stream, history in histories.items())
    return {stream: file for stream, file in found if file is not None}


def row_of(duty: Duty, kind: str) -> Sequence[Any]:
    """A duty as a row."""
    return (
        uuid.UUID(duty.file),
        kind,
        duty.kind,
        duty.due,
        duty.office,
        duty.officer,
        duty.basis[:LONGEST],
        duty.silence[:LONGEST],
        uuid.UUID(duty.opened_by),
        uuid.UUID(duty.done_by) if duty.done_by else None,
        label_id(duty.marking, duty.addressees),
    )


def this_desk() -> Desk:
    """What duties need to know of this desk."""
    return Desk(home=settings.DESK_COUNTRY)
