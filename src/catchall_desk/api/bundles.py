"""Whole bodies of what one reader may see: a case's bundle. In: a reader, an id; out: lines."""

import uuid
from collections.abc import Iterator

from django.db.models import Q

from catchall_desk.api import files
from catchall_desk.cases.policy import Reader
from catchall_desk.errors import BundleError
from catchall_desk.jobs import moment
from catchall_desk.jobs.bundle import Part, lines
from catchall_desk.store.models import Edge
from catchall_desk.store.view import View, view_of

MOST = 2000
"""Streams of one bundle."""


def bundle(reader: Reader, case: str) -> list[bytes]:
    """The bundle of a case, line by line.

    Raises:
        NotFoundError: there is no such case that the reader may see.
        BundleError: it is too large, or its markings cannot stand in one paper.
    """
    with view_of(reader) as view:
        files.found(view, "case", case)
        parts = list(parts_of(view, case))
    return list(lines(case, parts, moment.now(), reader.user))


def parts_of(view: View, case: str) -> Iterator[Part]:
    """The case, what names it, what those name in turn, and their parties."""
    streams = belonging(view, uuid.UUID(case))
    if len(streams) > MOST:
        said = f"it has {len(streams)} streams, more than {MOST}; export instead"
        raise BundleError(case, said)
    for stream in sorted(streams):
        events = view.timeline(str(stream))
        file = view.file(str(stream))
        if file is not None:
            yield Part(file, events)


def belonging(view: View, case: uuid.UUID) -> set[uuid.UUID]:
    """The streams of a case: it, the files that name it or are named, and what these name."""
    rows = view.rows(Edge.objects)
    at = Q(source=case) | Q(target=case)
    first = {end for pair in rows.filter(at).values_list("source", "target") for end in pair}
    found = {case, *first}
    for _ in range(2):
        named = rows.filter(source__in=found).values_list("target", flat=True)
        found |= set(named[: MOST * 2])
    return set(view.rows_of(sorted(found)))
