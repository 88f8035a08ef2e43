"""The store as the handlers see it, and the one way in for commands.

In: commands of signed-in readers; out: what was recorded, once. A command, its events, its
projections and its answer are one transaction: all of it holds, or none.
"""

import hashlib
import uuid
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

from django.db import IntegrityError, transaction
from django.db.models import Count, Window

from catchall_desk.cases.commands import Command, Draft
from catchall_desk.cases.events import Event, canonical
from catchall_desk.cases.fold import File, fold
from catchall_desk.cases.handlers import handle, tag_of
from catchall_desk.cases.policy import Reader
from catchall_desk.errors import KeyReusedError, NotFoundError
from catchall_desk.store import log
from catchall_desk.store.database import alias
from catchall_desk.store.labels import by_id, kernel, readable_ids, turn
from catchall_desk.store.models import CommandRow, EventRow, FileRow
from catchall_desk.store.project import file_of, project
from catchall_desk.store.view import is_uuid
from catchall_desk.store.world import StoredWorld

TRIES = 5
"""How often a command that met another writer is begun again."""


@dataclass(frozen=True, slots=True)
class Done:
    """What a command led to: the file, its new events, and the tag as its actor sees it."""

    stream: str
    events: tuple[str, ...]
    tag: str
    again: bool = False


@dataclass(frozen=True, slots=True)
class Moment:
    """When a command runs, and under which law and lists."""

    now: datetime
    ruleset: Mapping[str, Any] = field(default_factory=dict)


class StoredDesk:
    """What the handlers ask of the store, inside one transaction of the kernel."""

    def __init__(self, moment: Moment) -> None:
        self.now = moment.now
        self.world = StoredWorld(moment.now, moment.ruleset.get("lists", ()))
        self.counted: dict[str, int] = {}
        """How many events of each file its reader was found to see."""

    def seen(self, stream: str, reader: Reader) -> File | None:
        """The file as its row shows it, with the tag of this reader; without its entries."""
        found = outline(stream, readable_ids(reader))
        if found is not None:
            self.counted[stream] = found.count
        return found

    def history(self, stream: str, reader: Reader) -> File | None:
        """The file folded over the events that this reader may see."""
        return file_for(stream, readable_ids(reader))

    def whole(self, stream: str) -> File | None:
        """The file folded over all its events."""
        return fold(log.stream_events(stream))

    def new_id(self) -> str:
        """A random id: it tells neither time nor number."""
        return str(uuid.uuid4())


def file_for(
    stream: str, ids: tuple[int, ...], known_on: datetime | None = None
) -> File | None:
    """The file as somebody sees it who may read these labels; ``None``: not there."""
    if not is_uuid(stream):
        return None
    return fold(log.stream_events(stream, ids, known_on))


def outline(stream: str, ids: tuple[int, ...]) -> File | None:
    """The file as its row shows it to somebody who may read these labels, without entries.

    It equals ``file_for`` in all but entries and moves, and does not read the whole stream.
    """
    if not is_uuid(stream):
        return None
    row = FileRow.objects.filter(stream=stream, label_id__in=ids).first()
    if row is None:
        return None
    seen = EventRow.objects.filter(stream=stream, label_id__in=ids).order_by("-seq")
    last, count = seen.annotate(number=Window(Count("id"))).values_list("id", "number")[0]
    return replace(file_of(row, by_id()[row.label_id]), count=count, last=str(last))


def run(command: Command, actor: Reader, moment: Moment) -> Done:
    """Does what the command asks, once, whatever its key was tried with before.

    Raises:
        NotFoundError, NotAllowedError, StaleError, InvalidBodyError, RefusedError: as
            ``handlers.handle`` says.
        KeyReusedError: the key came with another command before.
    """
    for _ in range(TRIES - 1):
        try:
            return attempt(command, actor, moment)
        except IntegrityError:  # another writer was first: look again
            continue
    return attempt(command, actor, moment)


def attempt(command: Command, actor: Reader, moment: Moment) -> Done:
    """One try of ``run``."""
    with kernel():
        held = answered(command, actor)
        if held is not None:
            return held
        if command.stream is not None:
            lock(command)
        desk = StoredDesk(moment)
        drafts = handle(command, actor, desk)
        recorded = record(drafts, actor, moment)
        done = outcome(recorded, desk.counted.get(recorded[-1].stream, 0))
        remember(command, actor, moment, done)
        return done


def record(drafts: Sequence[Draft], actor: Reader, moment: Moment) -> tuple[Event, ...]:
    """Records drafts and applies them to everything derived. Inside ``kernel()``."""
    stamp = log.Stamp(actor.user, actor.role, moment.now, moment.ruleset)
    recorded = log.append(drafts, stamp)
    project(recorded)
    return recorded


def outcome(recorded: Sequence[Event], seen: int) -> Done:
    """The answer to a command; ``seen``: how many events of the file its actor saw before.

    Whoever acts may read what he records, so the tag follows without asking the store.
    """
    last = recorded[-1]
    tag = tag_of(seen + len(recorded), last.id)
    return Done(last.stream, tuple(event.id for event in recorded), tag)


def lock(command: Command) -> None:
    """Waits until no other command works on this file.

    Raises:
        NotFoundError: the id is none.
    """
    stream = command.stream or ""
    if not is_uuid(stream):
        raise NotFoundError(command.kind)
    rows = FileRow.objects.select_for_update().filter(stream=stream)
    list(rows.values_list("seq"))


def digest(command: Command) -> str:
    """What a command asks, as one key."""
    said = [
        command.kind,
        command.type,
        command.stream,
        command.body,
        command.marking,
        list(command.addressees),
        command.happened_at.isoformat() if command.happened_at else None,
        command.cause,
        command.tag,
    ]
    return hashlib.sha256(canonical(said)).hexdigest()


def answered(command: Command, actor: Reader) -> Done | None:
    """The answer that the command with this key got before."""
    if not command.key:
        return None
    row = CommandRow.objects.filter(actor=actor.user, key=command.key).first()
    if row is None:
        return None
    if row.digest != digest(command):
        raise KeyReusedError(command.key)
    said = row.answer
    return Done(said["stream"], tuple(said["events"]), said["tag"], again=True)


def remember(command: Command, actor: Reader, moment: Moment, done: Done) -> None:
    """Keeps the answer under the command's key."""
    if command.key:
        answer = {"stream": done.stream, "events": list(done.events), "tag": done.tag}
        CommandRow.objects.create(
            actor=actor.user,
            key=command.key,
            digest=digest(command),
            answer=answer,
            recorded_at=moment.now,
        )


@contextmanager
def together() -> Iterator[None]:
    """Commands inside are one transaction: all or none."""
    with turn(), transaction.atomic(using=alias()):
        yield
