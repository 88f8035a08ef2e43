"""Files, events, duties and edges as the API tells them. In: nouns; out: plain values.

What goes in was already filtered for the reader. A number of a stream is never told, and a
cause only when the reader may see it too.
"""

from collections.abc import Collection, Iterable, Mapping
from datetime import date, datetime
from typing import Any

from catchall_desk.cases.events import Event
from catchall_desk.cases.policy import Reader
from catchall_desk.store.labels import by_id
from catchall_desk.store.models import DutyRow, Edge, FileRow
from catchall_desk.store.view import View

Told = dict[str, Any]


def instant(at: datetime) -> str:
    """A moment with its zone."""
    return at.isoformat()


def row(found: FileRow) -> Told:
    """What a list shows of a file or thing."""
    return {
        "id": str(found.stream),
        "kind": found.kind,
        "title": found.title,
        "state": found.state,
        "ended": found.ended,
        "marking": by_id()[found.label_id].marking,
        "office": found.office,
        "officer": found.officer,
        "author": found.author,
        "about": found.about,
        "opened_at": instant(found.opened_at),
        "changed_at": instant(found.changed_at),
    }


def event(found: Event, causes: Collection[str]) -> Told:
    """An event; ``causes`` are the ids of causes that the reader may see."""
    return {
        "id": found.id,
        "stream": found.stream,
        "kind": found.kind,
        "type": found.type,
        "happened_at": instant(found.happened_at),
        "recorded_at": instant(found.recorded_at),
        "actor": found.actor,
        "role": found.role,
        "marking": found.marking,
        "addressees": list(found.addressees),
        "cause": found.cause if found.cause in causes else None,
        "body": found.body,
        "ruleset": found.ruleset,
    }


def events(view: View, found: Iterable[Event]) -> list[Told]:
    """Events, each with its cause where the reader may see that."""
    listed = tuple(found)
    asked = {one.cause for one in listed if one.cause}
    causes = view.seen_events(asked)
    return [event(one, causes) for one in listed]


def edge(found: Edge) -> Told:
    """An edge."""
    return {
        "name": found.name,
        "source": str(found.source),
        "source_kind": found.source_kind,
        "target": str(found.target),
        "event": str(found.event),
        "marking": by_id()[found.label_id].marking,
    }


def node(found: FileRow, hops: int) -> Told:
    """One end of edges, so many steps away."""
    return {
        "id": str(found.stream),
        "kind": found.kind,
        "title": found.title,
        "state": found.state,
        "marking": by_id()[found.label_id].marking,
        "hops": hops,
    }


def duty(found: DutyRow, title: str, reader: Reader, today: date) -> Told:
    """A duty, with why it is the reader's."""
    return {
        "file": str(found.file),
        "file_kind": found.file_kind,
        "title": title,
        "kind": found.kind,
        "due": found.due.isoformat() if found.due else None,
        "overdue": found.due is not None and found.due < today,
        "office": found.office,
        "officer": found.officer,
        "basis": found.basis,
        "silence": found.silence,
        "marking": by_id()[found.label_id].marking,
        "why_mine": why_mine(found, reader),
    }


def why_mine(found: DutyRow, reader: Reader) -> list[str]:
    """Why a duty is the reader's: as its officer, by his office; empty when it is not."""
    whys = []
    if found.officer and found.officer == reader.user:
        whys.append("you are its officer")
    if found.office and found.office == reader.office:
        whys.append("your office has it")
    return whys


def titles(view: View, rows: Iterable[DutyRow]) -> Mapping[str, str]:
    """The titles of the files of these duties, by id."""
    found = view.rows_of([one.file for one in rows])
    return {str(stream): one.title for stream, one in found.items()}
