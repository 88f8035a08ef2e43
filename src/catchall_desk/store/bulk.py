"""Bulk import of history, line by line. In: lines of JSON; out: events, and every reject named.

A line is ``{"id", "stream", "kind", "type", "marking", "happened_at", "body"}`` and, if need
be, ``addressees`` and ``cause``. ``id`` and ``stream`` are the sender's own words: the same
words give the same ids here, so that a file sent again adds nothing twice. ``{"ref": "word"}``
anywhere in a body stands for the stream of that word. Steps of machines must be lawful; guards
are not asked, since it is history: who imported it, and the role ``import``, say so.
"""

import hashlib
import hmac
import json
import uuid
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import lru_cache
from itertools import islice
from typing import Any

from django.conf import settings

from catchall.errors import CatchallError, MarkingError
from catchall.marking import parse
from catchall_desk.cases import fields
from catchall_desk.cases.commands import Draft
from catchall_desk.cases.events import FILES, KINDS
from catchall_desk.cases.fold import is_plain
from catchall_desk.cases.machines import Refusal, allowed, machines
from catchall_desk.cases.policy import Reader
from catchall_desk.errors import RefusedError
from catchall_desk.store import log
from catchall_desk.store.desk import Moment
from catchall_desk.store.labels import kernel
from catchall_desk.store.models import EventRow, FileRow
from catchall_desk.store.rebuild import rebuild_streams

BATCH = 5000
ROLE = "import"
NEEDED = ("id", "stream", "kind", "type", "marking", "happened_at")


@dataclass(frozen=True, slots=True)
class Reject:
    """A line that was not taken: its number from 1, its id, and why."""

    line: int
    id: str
    problem: str


@dataclass
class Report:
    """What became of the lines: rows in = taken + already there + rejected."""

    rows: int = 0
    taken: int = 0
    already: int = 0
    rejects: list[Reject] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Before:
    """What a stream is before a line."""

    kind: str
    state: str
    fields: Mapping[str, Any]


@dataclass(slots=True)
class Line:
    """A line that can be read, with its place."""

    number: int
    said: Mapping[str, Any]


Told = Callable[[int], None]


def import_lines(
    lines: Iterable[bytes], actor: Reader, moment: Moment, told: Told = lambda _: None
) -> Report:
    """Takes what can be taken, in batches that hold or fail as a whole.

    ``told`` is called with the number of rows done, for a progress bar.
    """
    report = Report()
    numbered = enumerate(lines, start=1)
    while batch := list(islice(numbered, BATCH)):
        with kernel():
            take(batch, report, actor, moment)
        told(report.rows)
    return report


def take(batch: list[tuple[int, bytes]], report: Report, actor: Reader, moment: Moment) -> None:
    """One batch."""
    read = [line for line in (read_line(one, report) for one in batch) if line]
    ids = {own_id("event", line.said["id"]) for line in read}
    there = set(EventRow.objects.filter(id__in=ids).values_list("id", flat=True))
    states = known_states({own_id("stream", line.said["stream"]) for line in read})
    drafts: list[Draft] = []
    for line in read:
        event = own_id("event", line.said["id"])
        if uuid.UUID(event) in there:
            report.already += 1
            continue
        there.add(uuid.UUID(event))
        try:
            drafts.append(drafted(line.said, states, event))
        except (CatchallError, ValueError, TypeError) as error:
            report.rejects.append(Reject(line.number, str(line.said["id"]), str(error)))
            there.discard(uuid.UUID(event))
    stamp = log.Stamp(actor.user, ROLE, moment.now, moment.ruleset)
    rebuild_streams(log.append(drafts, stamp))
    report.taken += len(drafts)


def read_line(numbered: tuple[int, bytes], report: Report) -> Line | None:
    """The line, or ``None`` when it is rejected."""
    number, raw = numbered
    report.rows += 1
    try:
        said = json.loads(raw)
    except ValueError as error:
        said, problem = {}, f"not JSON: {error}"
    else:
        problem = lacking(said)
    if problem:
        name = str(said.get("id", "")) if isinstance(said, dict) else ""
        report.rejects.append(Reject(number, name, problem))
        return None
    return Line(number, said)


def lacking(said: Any) -> str:
    """What a line lacks; empty when it has all that it needs."""
    if not isinstance(said, dict):
        return "not an object"
    for name in NEEDED:
        if not isinstance(said.get(name), str) or not said[name]:
            return f"{name} is missing, or not text"
    if said["kind"] not in KINDS:
        return f"{said['kind']} is not one of {', '.join(KINDS)}"
    return ""


def known_states(streams: Iterable[str]) -> dict[str, Before]:
    """Kind and state of those of the streams that there are."""
    rows = FileRow.objects.filter(stream__in=list(streams))
    return {str(row.stream): Before(row.kind, row.state, row.fields) for row in rows}


def drafted(said: Mapping[str, Any], states: dict[str, Before], event: str) -> Draft:
    """The draft of a line; ``states`` moves on with it.

    Raises:
        CatchallError, ValueError: why the line cannot be taken.
    """
    stream, kind = own_id("stream", said["stream"]), said["kind"]
    before = states.get(stream)
    if before and before.kind != kind:
        raise ValueError(f"the stream is a {before.kind}, not a {kind}")
    state = state_after(said, before)
    held = before.fields if before else {}
    body = fields.check(
        kind, said["type"], resolved(said.get("body", {})), opening=before is None, held=held
    )
    made = Draft(
        stream=stream,
        kind=kind,
        type=said["type"],
        happened_at=moment_of(said["happened_at"]),
        marking=marking_of(said["marking"]),
        body=body,
        addressees=tuple(said.get("addressees", ())),
        cause=own_id("event", said["cause"]) if said.get("cause") else None,
        id=event,
    )
    states[stream] = Before(kind, state, {**held, **body.get("set", {})})
    return made


def state_after(said: Mapping[str, Any], before: Before | None) -> str:
    """The state that the line leads to.

    Raises:
        RefusedError, ValueError: the machine knows no such step.
    """
    kind, event = said["kind"], said["type"]
    if before is not None and is_plain(kind, event) and event != "begin":
        return before.state
    if kind not in FILES:
        if before is None and event == "begin":
            return "known"
        raise ValueError(f"{kind}: {event} is not possible here")
    found = allowed(machines()[kind], before.state if before else None, event)
    if isinstance(found, Refusal):
        raise RefusedError((found.reason,))
    return found.target


@lru_cache(maxsize=1024)
def marking_of(text: str) -> str:
    """The marking, as written.

    Raises:
        MarkingError: it is not understood in full.
    """
    try:
        parse(text, strict=True)
    except MarkingError as error:
        raise ValueError(f"marking: {error}") from error
    return text


def moment_of(text: str) -> datetime:
    """The moment of a text with its zone.

    Raises:
        ValueError: it is none, or names no zone.
    """
    at = datetime.fromisoformat(text)
    if at.tzinfo is None:
        raise ValueError(f"happened_at {text} names no zone")
    return at


def resolved(value: Any) -> Any:
    """The value with ``{"ref": word}`` replaced by the stream of that word."""
    if isinstance(value, dict):
        if value.keys() == {"ref"}:
            return own_id("stream", str(value["ref"]))
        return {name: resolved(part) for name, part in value.items()}
    if isinstance(value, list):
        return [resolved(part) for part in value]
    return value


def own_id(what: str, word: str) -> str:
    """The id here of a sender's word. Without the desk's secret nobody can work it out."""
    said = f"{what}\n{word}".encode()
    mixed = hmac.new(settings.SECRET_KEY.encode(), said, hashlib.sha256).digest()
    return str(uuid.UUID(bytes=mixed[:16], version=4))


def written(report: Report) -> Iterator[str]:
    """The report's lines for a person."""
    yield f"{report.rows} rows: {report.taken} taken, {report.already} already there"
    for reject in report.rejects:
        yield f"line {reject.line} {reject.id}: {reject.problem}"
