"""Guards: what must hold before a step is taken. A guard nobody can check is not met."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from catchall_desk.cases.fold import File
from catchall_desk.cases.machines import GUARDS, machines
from catchall_desk.cases.policy import Reader
from catchall_desk.cases.ports import World


@dataclass(frozen=True, slots=True)
class Move:
    """A step that somebody tries: the whole file, the event, who, and the body."""

    file: File
    event: str
    actor: Reader
    body: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Unmet:
    """A guard that does not hold, and why."""

    guard: str
    reason: str
    marking: str = ""


def unmet(move: Move, world: World) -> tuple[Unmet, ...]:
    """The guards of the step that do not hold."""
    needs = machines()[move.file.kind].transitions[move.event].guards
    found = []
    for guard in needs:
        if guard == "author_is_not_approver" and move.actor.user != move.file.author:
            continue
        found.append(Unmet(guard, f"needs: {GUARDS[guard]}"))
    return tuple(found)


def told(found: Unmet, may_read: Callable[[str], bool]) -> str:
    """The reason as somebody may be told it."""
    hidden = found.marking and not may_read(found.marking)
    return "something that you may not see stands against it" if hidden else found.reason
