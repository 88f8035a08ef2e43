"""Files beside a file, and the events that a selector finds. In: files; out: events, unknowns.

Two files are related when a field of one refers to the other. Whatever is asked for and not
found is told by name, never taken for a no.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from catchall_desk.cases.calendars import Lookup
from catchall_desk.cases.clock_table import Selector
from catchall_desk.cases.events import FILES, Event
from catchall_desk.cases.field_table import table
from catchall_desk.cases.fields import references
from catchall_desk.cases.fold import File

SHARED = "law"
"""A field that a file takes over from the files beside it while it has none of its own."""


@dataclass(frozen=True, slots=True)
class Sight:
    """A file with the files beside it, on one day, and how calendars are found."""

    file: File
    others: tuple[File, ...]
    today: date
    calendar: Lookup


@dataclass(frozen=True, slots=True)
class Hits:
    """The events found, oldest first, and what would have to be known to find more."""

    events: tuple[Event, ...] = ()
    missing: frozenset[str] = frozenset()


NOT_KNOWN = "unknown"
"""A word of some fields that says no more than an empty field."""


def refers(file: File) -> frozenset[str]:
    """The streams that the fields of a file refer to."""
    return frozenset(target for _, target in references(file.kind, file.fields))


def beside(file: File, files: Iterable[File]) -> tuple[File, ...]:
    """The files related to this one, each once, by id: the order they come in is nothing.

    A determination on a party that the file names is one of them.
    """
    mine = refers(file)
    found = {
        one.id: one
        for one in files
        if one.id != file.id
        and (one.id in mine or file.id in refers(one) or on_party(one, mine))
    }
    return tuple(found[key] for key in sorted(found))


def on_party(one: File, mine: frozenset[str]) -> bool:
    """Is it a determination about one of the streams that a file names, as a party in it?"""
    return one.kind == "determination" and one.fields.get("subject") in mine


def unseen(sight: Sight, kind: str) -> frozenset[str]:
    """Files of this kind that the file refers to and that are not there, as ``file <id>``."""
    there = {one.id for one in sight.others}
    fields = table().kinds[sight.file.kind].fields
    may = {
        f"field:{name}"
        for name, one in fields.items()
        if kind in one.of and set(one.of) <= set(FILES)
    }
    found = references(sight.file.kind, sight.file.fields)
    return frozenset(f"file {to}" for name, to in found if name in may and to not in there)


def happened(file: File, types: Collection[str], until: date) -> tuple[Event, ...]:
    """The events of these types that were so by that day, oldest first."""
    found = {
        event.id: event
        for event in (*file.moves, *file.entries)
        if event.type in types and event.happened_at.date() <= until
    }
    return tuple(sorted(found.values(), key=lambda event: (event.happened_at, event.id)))


def follows(event: Event, start: Event) -> bool:
    """Does an event come after another: in its own stream by order, else on that day or later?

    Days alone are sure between streams, since many an event is known by its day only.
    """
    if event.stream == start.stream:
        return event.seq > start.seq
    return event.happened_at.date() >= start.happened_at.date()


def select(selector: Selector, sight: Sight) -> Hits:
    """What a selector finds on the file itself, or on the files beside it."""
    everyone = (sight.file, *sight.others)
    of = [one for one in sight.others if one.kind == selector.file]
    events: list[Event] = []
    missing: set[str] = set()
    for one in of if selector.file else (sight.file,):
        found = happened(one, selector.events, sight.today)
        lacks = lacking(one, selector.when, everyone) if found else None
        if lacks:
            missing |= lacks
        elif lacks is not None:
            events += found
    events.sort(key=lambda event: (event.happened_at, event.id))
    return Hits(tuple(events), frozenset(missing))


def lacking(
    file: File, when: Mapping[str, frozenset[str]], everyone: Sequence[File]
) -> frozenset[str] | None:
    """The fields that must be known before the file can be said to fit.

    Empty: it fits. ``None``: it does not, whatever the missing ones hold.
    """
    values = {name: value(file, name, everyone) for name in when}
    if any(said and said not in when[name] for name, said in values.items()):
        return None
    return frozenset(f"{file.kind}.{name}" for name, said in values.items() if not said)


def value(file: File, name: str, everyone: Sequence[File]) -> str:
    """The value of a field as text, or an empty text while it is not known.

    Of a side it is the government. ``law`` is taken from the files beside it where all of them
    that have one agree.
    """
    held = file.fields.get(name)
    own = str((held.get("government") if isinstance(held, Mapping) else held) or "")
    if own or name != SHARED:
        return "" if own == NOT_KNOWN else own
    said = {str(one.fields[SHARED]) for one in beside(file, everyone) if one.fields.get(SHARED)}
    return said.pop() if len(said) == 1 else ""
