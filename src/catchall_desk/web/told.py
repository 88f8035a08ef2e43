"""Fields and events as pages tell them. In: values and events; out: words and addresses.

References are told by the title of what they name, where the reader may see that; else by the
id alone, which tells no more than the file that holds it.
"""

import uuid
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.urls import reverse

from catchall_desk.cases.events import Event
from catchall_desk.store.models import FileRow
from catchall_desk.store.view import View, is_uuid
from catchall_desk.web.words import spaced

Named = Mapping[str, FileRow]


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of a value; with an address it leads somewhere."""

    text: str
    href: str = ""


@dataclass(frozen=True, slots=True)
class Told:
    """A name with the lines of its value, where it comes from, and its marking."""

    name: str
    lines: tuple[tuple[Part, ...], ...]
    source: str = ""
    marking: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """An event of a timeline."""

    id: str
    what: str
    values: tuple[Told, ...]
    happened: datetime
    recorded: datetime
    actor: str
    role: str
    marking: str
    late: bool
    """Learned on another day than it happened."""


def href(kind: str, stream: str) -> str:
    """The address of a file or thing."""
    return reverse("file", kwargs={"kind": kind, "stream": stream})


def ids_in(value: Any) -> Iterator[str]:
    """Every id inside a value."""
    if isinstance(value, str):
        if is_uuid(value):
            yield value
    elif isinstance(value, Mapping):
        for part in value.values():
            yield from ids_in(part)
    elif isinstance(value, list | tuple):
        for part in value:
            yield from ids_in(part)


def named(view: View, values: Iterable[Any]) -> dict[str, FileRow]:
    """The files and things that values name, as far as the reader may see them."""
    asked = {uuid.UUID(one) for value in values for one in ids_in(value)}
    return {str(stream): row for stream, row in view.rows_of(sorted(asked)).items()}


def part(value: Any, names: Named) -> Part:
    """One plain value; what is named by its id leads there."""
    text = str(value)
    row = names.get(text) if isinstance(value, str) else None
    if row is not None:
        return Part(row.title or row.kind, href(row.kind, text))
    return Part({True: "yes", False: "no", None: "not known"}.get(value, text))


def line(value: Any, names: Named) -> tuple[Part, ...]:
    """One line of a value: names before parts, parts after one another."""
    if isinstance(value, Mapping):
        parts: list[Part] = []
        for name, inner in value.items():
            parts += [Part(f"{spaced(str(name))}:"), *line(inner, names)]
        return tuple(parts)
    if isinstance(value, list | tuple):
        return tuple(one for inner in value for one in line(inner, names))
    return (part(value, names),)


def lines(value: Any, names: Named) -> tuple[tuple[Part, ...], ...]:
    """A value line by line; a list has a line for each entry."""
    if isinstance(value, list | tuple):
        return tuple(line(one, names) for one in value)
    return (line(value, names),)


def fields(
    values: Mapping[str, Any], names: Named, sources: Mapping[str, Event] | None = None
) -> tuple[Told, ...]:
    """Fields in force with who set them when, if ``sources`` tells."""
    told = []
    for name, value in values.items():
        event = (sources or {}).get(name)
        said = f"{event.actor}, {event.recorded_at:%Y-%m-%d}" if event else ""
        told.append(
            Told(spaced(name), lines(value, names), said, event.marking if event else "")
        )
    return tuple(told)


def set_by(events: Iterable[Event]) -> dict[str, Event]:
    """The newest event that set each field."""
    found: dict[str, Event] = {}
    for event in events:
        given = event.body.get("set")
        if isinstance(given, Mapping):
            found |= dict.fromkeys(given, event)
    return found


def timeline(events: Sequence[Event], names: Named) -> tuple[Line, ...]:
    """The events as lines, in the order given."""
    return tuple(
        Line(
            id=event.id,
            what=spaced(event.type),
            values=fields(shown(event.body), names),
            happened=event.happened_at,
            recorded=event.recorded_at,
            actor=event.actor,
            role=event.role,
            marking=event.marking,
            late=event.happened_at.date() != event.recorded_at.date(),
        )
        for event in events
    )


def shown(body: Mapping[str, Any]) -> dict[str, Any]:
    """A body with what it sets beside the rest."""
    given = body.get("set")
    inner = dict(given) if isinstance(given, Mapping) else {}
    return {**inner, **{name: value for name, value in body.items() if name != "set"}}
