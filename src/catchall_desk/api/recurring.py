"""The same firm again after a measure. In: a view and a party; out: whom it may be, and why."""

import uuid
from typing import Any

from catchall_desk.api import files
from catchall_desk.cases.fold import File
from catchall_desk.cases.naming import Names, names_of
from catchall_desk.jobs.recurrence import Measured, recurrences
from catchall_desk.store.models import Edge, FileRow
from catchall_desk.store.view import View

BEHIND = ("link:directs", "link:owns")
"""Links from the people behind a party to it."""
STOOD = ("served", "imposed", "appealed")
"""States in which a measure was taken and not overturned."""


def recurring(view: View, stream: str) -> list[dict[str, Any]]:
    """The parties with measures that this one may be under another name, surest first."""
    own = named(view, files.found(view, "party", stream))
    measured = parties_with_measures(view, stream)
    rows = view.rows_of([uuid.UUID(one.names.party) for one in measured])
    titles = {str(one): row.title for one, row in rows.items()}
    return [
        {
            "party": one.party,
            "title": titles.get(one.party, ""),
            "measures": list(one.measures),
            "score": one.score,
            "why": list(one.why),
        }
        for one in recurrences(own, measured)
    ]


def named(view: View, party: File) -> Names:
    """What a party is called, with the names of the people behind it."""
    edges = view.rows(Edge.objects).filter(target=party.id, name__in=BEHIND)
    people = view.rows_of(list(edges.values_list("source", flat=True)))
    return names_of(party, [people[one].title for one in sorted(people)])


def parties_with_measures(view: View, but: str) -> list[Measured]:
    """Every party that a measure was taken on, but this one, with its measures."""
    measures = view.rows(FileRow.objects).filter(kind="measure", state__in=STOOD)
    edges = view.rows(Edge.objects).filter(source__in=measures.values("stream"))
    by_party: dict[str, set[str]] = {}
    for source, target in edges.values_list("source", "target"):
        by_party.setdefault(str(target), set()).add(str(source))
    found = []
    for party in sorted(by_party.keys() - {but}):
        file = view.file(party)
        if file is not None and file.kind == "party":
            found.append(Measured(named(view, file), tuple(sorted(by_party[party]))))
    return found
