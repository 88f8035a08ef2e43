"""Which files are screened, worked out from the log. In: events; out: ScreeningRow.

A file needs screening when one of its rows was touched after it was screened, or was screened
on other lists than those in force. That is a query, so no failed night job can lose it.
"""

import hashlib
import json
import uuid
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from itertools import islice
from typing import Any

from django.db.models import F, Max, Q, QuerySet

from catchall_desk.cases.events import Event, canonical
from catchall_desk.cases.policy import adds_nothing
from catchall_desk.store.fast import insert
from catchall_desk.store.labels import by_id
from catchall_desk.store.models import Edge, EventRow, FileRow, ScreeningRow

BATCH = 2000
COLUMNS = ("file", "label_id", "touched_at", "screened_at", "lists")
TOUCHING = ("claim", "retract", "link")
"""What changes the names by which a party is screened."""
ABOVE = ("link:owns", "link:directs")
"""Links from whoever stands behind a party to it."""
FRONT = "link:fronts_for"
"""A link from a party to whoever stands behind it."""
NAMING = ("field:legs", "field:issuer", "field:signatory", "field:subjects")
"""Edges beside roles by which a file names a party."""
STEPS = 4
"""How many links deep those behind a party are screened with it."""


def list_key(lists: Any) -> str:
    """The lists of a screening, each in its version, as one key.

    >>> list_key([]) == list_key([{"list": "a", "version": "1"}])
    False
    """
    named = sorted([one["list"], one["version"]] for one in lists)
    return hashlib.sha256(canonical(named)).hexdigest()


def follow(recorded: Sequence[Event]) -> None:
    """Works the rows out again for whatever these events bear on."""
    files = {
        uuid.UUID(event.stream)
        for event in recorded
        if event.seq == 1 or event.type in ("amend", "screened")
    }
    named = {
        event.stream for event in recorded if event.kind == "party" and event.type in TOUCHING
    }
    work_out(files | touched_by({uuid.UUID(one) for one in named}))


def touched_by(streams: set[uuid.UUID]) -> set[uuid.UUID]:
    """These, and the files that name one of them, or somebody they stand behind."""
    if not streams:
        return set()
    reached = around(streams, below)
    files = set(naming_parties().filter(target__in=reached).values_list("source", flat=True))
    items = Edge.objects.filter(target__in=reached, name="field:maker").values("source")
    lines = Edge.objects.filter(target__in=items, name__startswith="item:")
    return streams | files | set(lines.values_list("source", flat=True))


def all_files() -> set[uuid.UUID]:
    """Every file that names a party or an item."""
    lines = Edge.objects.filter(name__startswith="item:")
    found = naming_parties().values_list("source", flat=True)
    return {*found, *lines.values_list("source", flat=True)}


def naming_parties() -> QuerySet[Edge]:
    """The edges by which a file names a party: a role, a leg of its route, who issued it."""
    return Edge.objects.filter(Q(name__startswith="role:") | Q(name__in=NAMING))


Pairs = set[tuple[uuid.UUID, uuid.UUID]]
Standing = tuple[uuid.UUID, uuid.UUID, uuid.UUID]
"""A file, a party that it names, and the event by which it does."""


def above(parties: Collection[uuid.UUID]) -> Pairs:
    """Each of these parties with whoever stands right behind it."""
    up = Edge.objects.filter(target__in=parties, name__in=ABOVE)
    front = Edge.objects.filter(source__in=parties, name=FRONT)
    return {*up.values_list("target", "source"), *front.values_list("source", "target")}


def below(parties: Collection[uuid.UUID]) -> Pairs:
    """Each of these parties with those that it stands right behind."""
    down = Edge.objects.filter(source__in=parties, name__in=ABOVE)
    front = Edge.objects.filter(target__in=parties, name=FRONT)
    return {*down.values_list("source", "target"), *front.values_list("target", "source")}


def around(
    parties: Collection[uuid.UUID], step: Callable[[Collection[uuid.UUID]], Pairs]
) -> set[uuid.UUID]:
    """These parties and all that steps of one direction lead to."""
    found, ring = set(parties), set(parties)
    for _ in range(STEPS):
        ring = {other for _, other in step(ring)} - found if ring else set()
        found |= ring
    return found


def behind(parties: Collection[uuid.UUID]) -> dict[uuid.UUID, set[uuid.UUID]]:
    """For each of these parties, all who stand behind it, links deep."""
    pairs = above(around(parties, above))
    near: dict[uuid.UUID, set[uuid.UUID]] = {}
    for one, other in pairs:
        near.setdefault(one, set()).add(other)
    return {one: reached(one, near) for one in parties}


def reached(one: uuid.UUID, near: Mapping[uuid.UUID, set[uuid.UUID]]) -> set[uuid.UUID]:
    """All that links lead to from here, without itself."""
    found, ring = {one}, {one}
    for _ in range(STEPS):
        ring = {other for each in ring for other in near.get(each, ())} - found
        found |= ring
    return found - {one}


def work_out(files: Iterable[uuid.UUID]) -> None:
    """The rows of these files, made again."""
    waiting = iter(files)
    while some := list(islice(waiting, BATCH)):
        ScreeningRow.objects.filter(file__in=some).delete()
        insert(ScreeningRow, COLUMNS, rows_of(some))


def rows_of(files: Sequence[uuid.UUID]) -> list[Sequence[Any]]:
    """The rows of some files, from the log: file, label, touched, screened, lists."""
    edges = naming_parties().filter(source__in=files)
    named = [*edges.values_list("source", "target", "event"), *makers(files)]
    there = FileRow.objects.filter(stream__in={target for _, target, _ in named}, kind="party")
    parties = set(there.values_list("stream", flat=True))
    standing = [one for one in named if one[1] in parties]
    if not standing:
        return []
    hold = behind({party for _, party, _ in standing})
    standing += [(file, one, event) for file, party, event in standing for one in hold[party]]
    with_parties = {source for source, _, _ in standing}
    own = dict(
        FileRow.objects.filter(stream__in=with_parties).values_list("stream", "label_id")
    )
    touched = {(file, own[file]): at for file, at in last_changes(with_parties).items()}
    for file, label, at in party_changes(standing, own):
        touched[file, label] = max(touched.get((file, label), at), at)
    done = screened(with_parties)
    return [
        (file, label, at, *done.get((file, label), (None, "")))
        for (file, label), at in touched.items()
    ]


def makers(files: Collection[uuid.UUID]) -> Iterator[Standing]:
    """Files with the makers of the items on their lines, and the event that names the item."""
    lines = Edge.objects.filter(name__startswith="item:", source__in=files)
    named = list(lines.values_list("source", "target", "event"))
    made = Edge.objects.filter(source__in={item for _, item, _ in named}, name="field:maker")
    of = dict(made.values_list("source", "target"))
    yield from ((file, of[item], event) for file, item, event in named if item in of)


def last_changes(files: Iterable[uuid.UUID]) -> dict[uuid.UUID, datetime]:
    """When the own content of each file last changed."""
    rows = EventRow.objects.filter(Q(seq=1) | Q(type="amend"), stream__in=files)
    return dict(rows.values_list("stream").annotate(at=Max("recorded_at")))


def party_changes(
    standing: Sequence[tuple[uuid.UUID, uuid.UUID, uuid.UUID]], own: Mapping[uuid.UUID, int]
) -> Iterator[tuple[uuid.UUID, int, datetime]]:
    """For each file: the label of names that its parties have, and since when they count.

    Names that add nothing to the label of the file are screened with the file itself.
    """
    known = by_id()
    begun = EventRow.objects.filter(id__in={event for _, _, event in standing})
    since = dict(begun.values_list("id", "recorded_at"))
    parties = {party for _, party, _ in standing}
    rows = EventRow.objects.filter(stream__in=parties, type__in=(*TOUCHING, "begin"))
    changes: dict[uuid.UUID, list[tuple[int, datetime]]] = {}
    latest = rows.values_list("stream", "label_id").annotate(at=Max("recorded_at"))
    for party, label, at in latest:
        changes.setdefault(party, []).append((label, at))
    for file, party, event in standing:
        for label, at in changes.get(party, ()):
            mine = own[file]
            with_file = adds_nothing(known[label], known[mine])
            yield file, mine if with_file else label, max(at, since[event])


def screened(
    files: Iterable[uuid.UUID],
) -> Mapping[tuple[uuid.UUID, int], tuple[datetime, str]]:
    """The newest screening of each file and label: when, and on which lists."""
    rows = EventRow.objects.filter(stream__in=files, type="screened").order_by("seq")
    return {
        (row.stream, row.label_id): (row.recorded_at, list_key(json.loads(row.body)["lists"]))
        for row in rows
    }


def unscreened(lists: Any) -> QuerySet[ScreeningRow]:
    """The rows that must be screened on these lists: touched since, other lists, or never."""
    current = Q(lists=list_key(lists), screened_at__isnull=False)
    ended = FileRow.objects.filter(ended=True).values("stream")
    return ScreeningRow.objects.exclude(current & fresh()).exclude(file__in=ended)


def fresh() -> Q:
    """Screened after the last change."""
    return Q(screened_at__gte=F("touched_at"))
