"""What becomes of a command. In: a command, who asks, what the store tells; out: drafts.

Nothing here writes. Whoever acts is the signed-in reader, never a name in the body. What a
command touches is looked up as that reader sees it: what may not be seen does not exist.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol

from catchall.errors import MarkingError
from catchall.marking import parse
from catchall_desk.cases import fields, guards
from catchall_desk.cases.commands import Command, Draft
from catchall_desk.cases.events import FILES, KINDS, Event, canonical
from catchall_desk.cases.fold import MOVING, File, is_plain, standing
from catchall_desk.cases.guards import Move
from catchall_desk.cases.machines import Attempt, Refusal, allowed, apply, machines
from catchall_desk.cases.policy import LabelClass, Reader, may_act, may_read
from catchall_desk.cases.ports import World
from catchall_desk.errors import (
    InvalidBodyError,
    NotAllowedError,
    NotFoundError,
    RefusedError,
    StaleError,
)


class Desk(Protocol):
    """What a handler needs of the store."""

    @property
    def now(self) -> datetime:
        """When the command runs."""

    @property
    def world(self) -> World:
        """What the guards ask."""

    def seen(self, stream: str, reader: Reader) -> File | None:
        """What the file is to this reader, or ``None``; its entries may be left out."""

    def history(self, stream: str, reader: Reader) -> File | None:
        """The file with all entries that this reader may see, or ``None``."""

    def whole(self, stream: str) -> File | None:
        """The file folded over all its events."""

    def new_id(self) -> str:
        """The id of a new stream."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A command with the one who asks and the store it goes to."""

    command: Command
    actor: Reader
    desk: Desk


def handle(command: Command, actor: Reader, desk: Desk) -> tuple[Draft, ...]:
    """The events that the command leads to.

    Raises:
        NotFoundError: there is no such file that the actor may see.
        NotAllowedError: the actor's role may not do it.
        StaleError: the file has changed since the actor saw it.
        InvalidBodyError: the body or the marking is not understood; every place is named.
        RefusedError: the machine or a guard forbids it; every reason is given.
    """
    asked = Asked(command, actor, desk)
    if command.kind not in KINDS:
        raise NotFoundError(command.kind)
    if command.stream is None:
        return open_file(asked)
    file = seen(asked)
    if command.tag is not None and command.tag != tag(file):
        raise StaleError(file.kind, file.id)
    if is_plain(command.kind, command.type):
        return plain(asked, file)
    return move(asked, file)


def tag(file: File) -> str:
    """What changes whenever the file does, for whoever sees it so.

    It is made of what the reader sees alone, so that hidden events leave it as it is.
    """
    return tag_of(file.count, file.last)


def tag_of(count: int, last: str) -> str:
    """The tag of a file of which so many events are seen, the last of them this one.

    >>> tag_of(2, "0b8f4a3e-2f0e-4a53-9a5b-0e6f3c1d2a4b")
    '2-0b8f4a3e'
    """
    return f"{count}-{last[:8]}"


def seen(asked: Asked) -> File:
    """The file of the command, as the actor sees it."""
    found = asked.desk.seen(asked.command.stream or "", asked.actor)
    if found is None or found.kind != asked.command.kind:
        raise NotFoundError(asked.command.kind)
    return found


def open_file(asked: Asked) -> tuple[Draft, ...]:
    """The event that opens a file or first records a thing."""
    command, actor = asked.command, asked.actor
    if command.kind in FILES:
        machine = machines()[command.kind]
        answer = apply(machine, None, Attempt(command.type, actor.role))
        if isinstance(answer, Refusal):
            may = actor.role in machine.opening.roles
            raise RefusedError((answer.reason,)) if may else NotAllowedError(answer.reason)
    elif command.type != "begin":
        raise RefusedError((f"{command.kind}: the first event is begin",))
    else:
        check_may(asked)
    check_marking(asked, command.marking, command.addressees)
    body = fields.check(command.kind, command.type, command.body, opening=True)
    check_references(asked, body)
    return (draft(asked, asked.desk.new_id(), body, (command.marking, command.addressees)),)


def plain(asked: Asked, file: File) -> tuple[Draft, ...]:
    """An event that moves no machine."""
    command = asked.command
    check_may(asked)
    check_open(file, command.type)
    body = fields.check(file.kind, command.type, command.body, held=file.fields)
    check_speaker(asked, body)
    check_references(asked, body)
    if command.type == "retract":
        gone = retracted(asked.desk.history(file.id, asked.actor) or file, body)
        return (draft(asked, file.id, body, (gone.marking, gone.addressees)),)
    own = (file.marking, file.addressees)
    if command.type in MOVING or not command.marking:
        if command.marking and command.marking != file.marking:
            said = f"takes the marking of its file, {file.marking}"
            raise InvalidBodyError(("marking", said, "leave it out"))
        return (draft(asked, file.id, body, own),)
    check_marking(asked, command.marking, command.addressees)
    return (draft(asked, file.id, body, (command.marking, command.addressees)),)


def move(asked: Asked, file: File) -> tuple[Draft, ...]:
    """A step of the file's machine, once its guards are met."""
    command = asked.command
    if file.kind not in FILES:
        raise RefusedError((f"{file.kind}: {command.type} is not one of its events",))
    machine = machines()[file.kind]
    found = allowed(machine, file.state, command.type)
    if isinstance(found, Refusal):
        raise RefusedError((found.reason,))
    if asked.actor.role not in found.roles:
        may = ", ".join(sorted(found.roles))
        raise NotAllowedError(f"{file.kind}: {command.type} is for {may}")
    body = fields.check(file.kind, command.type, command.body, held=file.fields)
    check_references(asked, body)
    reasons = blocked(asked, file, body)
    if reasons:
        raise RefusedError(reasons)
    return (draft(asked, file.id, body, (file.marking, file.addressees)),)


def blocked(asked: Asked, file: File, body: Mapping[str, Any]) -> tuple[str, ...]:
    """Why the step may not be taken now, as this actor may be told it."""
    whole = asked.desk.whole(file.id) or file
    step = Move(whole, asked.command.type, asked.actor, body)
    return guards.reasons(
        guards.unmet(step, asked.desk.world),
        lambda marking: may_read(asked.actor, LabelClass(0, marking)),
    )


def check_may(asked: Asked) -> None:
    """Nothing, or NotAllowedError: the actor's role does not record such events."""
    if not may_act(asked.actor, asked.command.type):
        raise NotAllowedError(f"{asked.command.type} is not for the role {asked.actor.role}")


def check_open(file: File, kind: str) -> None:
    """Nothing, or RefusedError: a file at its end takes notes, no new content."""
    ended = file.kind in FILES and file.state in machines()[file.kind].ends
    if ended and kind in ("amend", "respond", "draw"):
        raise RefusedError((f"{file.kind}: {kind} is not possible, the file is {file.state}",))


def check_marking(asked: Asked, marking: str, addressees: tuple[str, ...]) -> None:
    """Nothing, or InvalidBodyError: a marking is missing, wrong, or shuts its author out."""
    if not marking:
        raise InvalidBodyError(("marking", "is missing", "mark it, as UNCLASSIFIED if it is"))
    try:
        parse(marking, strict=True)
    except MarkingError as error:
        raise InvalidBodyError(("marking", str(error), "correct the marking")) from error
    if not may_read(asked.actor, LabelClass(0, marking, addressees)):
        what = "choose a marking you may read, and name yourself if it is for named readers"
        raise InvalidBodyError(("marking", "you could not read it yourself", what))


def check_speaker(asked: Asked, body: Mapping[str, Any]) -> None:
    """Nothing, or NotAllowedError: somebody speaks for an office or government not his own.

    A partner answers and consents for its own government; a clearance is given by one of the
    office that clears. What a partner says by other ways, a liaison officer records for it.
    """
    actor, kind = asked.actor, asked.command.type
    if kind == "clearance" and body["office"].casefold() != actor.office.casefold():
        raise NotAllowedError(f"clearance: you clear for {actor.office or 'no office'} only")
    spoken = {"respond": body.get("by"), "consent": body.get("originator")}.get(kind)
    if actor.role == "partner" and kind in ("respond", "consent") and spoken != actor.country:
        raise NotAllowedError(f"{kind}: you speak for {actor.country} only, and say so")


def check_references(asked: Asked, body: Mapping[str, Any]) -> None:
    """Nothing, or InvalidBodyError: the body names what its author cannot see or may not."""
    command, desk = asked.command, asked.desk
    wrong = []
    for one in fields.targets(command.kind, command.type, body):
        seen = desk.seen(one.stream, asked.actor)
        if seen is None:
            wrong.append((one.name, "names nothing that you may see", "check the id"))
        elif seen.kind not in one.kinds:
            wrong.append((one.name, f"names a {seen.kind}", f"name a {' or '.join(one.kinds)}"))
    if wrong:
        raise InvalidBodyError(*wrong)


def retracted(file: File, body: Mapping[str, Any]) -> Event:
    """The standing event that is retracted; the retraction takes its marking.

    Raises:
        InvalidBodyError: there is no such event.
    """
    for kind in ("claim", "link", "note", "respond", "clearance", "consent", "position"):
        for event in standing(file, kind):
            if event.id == body["event"]:
                return event
    said = "is no claim, link, note or answer of this file that still stands"
    raise InvalidBodyError(("event", said, "give the id of one that does"))


def draft(
    asked: Asked, stream: str, body: Mapping[str, Any], label: tuple[str, tuple[str, ...]]
) -> Draft:
    """The draft of the command's event."""
    canonical(body)
    command = asked.command
    happened = command.happened_at or asked.desk.now
    if happened > asked.desk.now:
        said = f"{happened.isoformat()} has not come yet"
        raise InvalidBodyError(("happened_at", said, "give when it was so"))
    return Draft(
        stream=stream,
        kind=command.kind,
        type=command.type,
        happened_at=happened,
        marking=label[0],
        body=body,
        addressees=label[1],
        cause=command.cause,
    )
