"""The nouns of the guards, and what a file was when. In: folded files; out: answers, moments.

A guard answers for the step as its body would leave the file: what the body sets was looked at
by nobody yet.
"""

import unicodedata
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from catchall_desk.cases.events import Event
from catchall_desk.cases.fold import File
from catchall_desk.cases.policy import LabelClass, Reader, may_read
from catchall_desk.cases.ports import World

Fields = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Move:
    """A step that somebody tries: the file over all its events, the event, who, the body."""

    file: File
    event: str
    actor: Reader
    body: Mapping[str, Any] = field(default_factory=dict)

    @property
    def sets(self) -> Fields:
        """The fields that the step itself would set."""
        found: Fields = self.body.get("set") or {}
        return found

    def reads(self, event: Event | File) -> bool:
        """May the actor read what carries the marking of this event or file?"""
        return may_read(self.actor, LabelClass(0, event.marking, event.addressees))


@dataclass(frozen=True, slots=True)
class Unmet:
    """One reason why a guard does not hold.

    ``about`` are ids of the files and events it rests on; ``markings`` those of whatever the
    reason tells beyond the file itself: it may be told to whoever may read all of them.
    """

    guard: str
    reason: str
    about: tuple[str, ...] = ()
    markings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Met:
    """The guard holds; ``warnings`` are what the approver should still know."""

    warnings: tuple[Unmet, ...] = ()


Answer = Met | tuple[Unmet, ...]
"""What a guard says: it holds, or every reason why it does not."""


def answer(reasons: Iterable[Unmet], warnings: Iterable[Unmet] = ()) -> Answer:
    """The answer that these reasons give: without any, the guard holds."""
    found = tuple(reasons)
    return found or Met(tuple(warnings))


def who(name: str) -> str:
    """A user's or office's name as it is compared: spelling in capitals makes nobody another.

    >>> who(" Ana "), who("ANA") == who("ana")
    ('ana', True)
    """
    return unicodedata.normalize("NFKC", name).strip().casefold()


def contents(file: File) -> tuple[Event, ...]:
    """The events that set fields of the file, in order: opening, steps, amendments."""
    moves = [one for at, one in enumerate(file.moves) if at == 0 or one.body.get("set")]
    return tuple(sorted([*moves, *file.amends], key=lambda event: event.seq))


def last_set(file: File, look: Callable[[Fields], Any]) -> Event:
    """The event since which ``look`` sees in the fields what it sees now."""
    values: dict[str, Any] = {}
    before, found = None, file.moves[0]
    for at, event in enumerate(contents(file)):
        values |= event.body.get("set") or {}
        seen = look(values)
        if at == 0 or seen != before:
            before, found = seen, event
    return found


def since(file: File, look: Callable[[Fields], Any]) -> datetime:
    """Since when ``look`` sees in the fields of the file what it sees now."""
    return last_set(file, look).recorded_at


def valued(*names: str) -> Callable[[Fields], Any]:
    """A look at these fields; an empty one is as one that was never set.

    >>> valued("a", "b")({"a": "1", "b": []})
    ('1', None)
    """
    return lambda values: tuple(values.get(name) or None for name in names)


def rest(*names: str) -> Callable[[Fields], Any]:
    """A look at all fields but these.

    >>> rest("a")({"a": "1", "b": "2", "c": None})
    {'b': '2'}
    """
    return lambda values: {k: v for k, v in values.items() if k not in names and v}


def there(world: World, stream: object) -> File | None:
    """The file or thing that a field names; ``None`` when it names none."""
    return world.file(str(stream)) if stream else None


def listed(values: Fields, name: str) -> list[Any]:
    """The members of a list field; none where it is empty or not set."""
    return list(values.get(name) or ())


text_of = rest(
    "numbers", "related", "case", "law", "number", "checked_on", "check_possible", "outcome",
    "identical", "superseded_by",
)  # fmt: skip
"""A look at the text of a request or paper: all fields but those that follow its course."""
