"""Commands from requests. In: what was sent; out: what the desk recorded, once a key.

Whoever acts is the signed-in user. What the database or a hash cannot hold is refused here.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from django.http import HttpRequest, HttpResponse

from catchall_desk.accounts import access
from catchall_desk.api import wire
from catchall_desk.api.schemas import Labelled
from catchall_desk.cases.commands import Command
from catchall_desk.cases.policy import Reader
from catchall_desk.errors import InvalidBodyError
from catchall_desk.jobs import hooks, moment
from catchall_desk.store import desk
from catchall_desk.store.desk import Done, Moment
from catchall_desk.store.labels import kernel
from catchall_desk.store.view import is_uuid, view_of

REPLAYED = "Idempotent-Replayed"


@dataclass(frozen=True)
class Sent:
    """Where a command goes, and its idempotency key."""

    kind: str
    type: str
    key: str
    stream: str | None = None
    tag: str | None = None


def command(sent: Sent, said: Labelled, body: Mapping[str, Any]) -> Command:
    """The command that was sent.

    Raises:
        InvalidBodyError: a text or number that cannot be stored, or a moment out of range.
    """
    problems = [*unstorable(body, "body"), *unstorable(said.marking, "marking")]
    problems += unstorable(list(said.addressees), "addressees")
    problems += unstorable(sent.key, "Idempotency-Key")
    if said.cause is not None and not is_uuid(said.cause):
        problems.append(("cause", "is no id of an event", "give one, or leave it out"))
    if problems:
        raise InvalidBodyError(*problems[:100])
    return Command(
        kind=sent.kind,
        type=sent.type,
        stream=sent.stream,
        body=body,
        marking=said.marking,
        addressees=tuple(said.addressees),
        happened_at=utc(said.happened_at, "happened_at"),
        cause=said.cause,
        tag=sent.tag,
        key=sent.key,
    )


def check(asked: Command) -> None:
    """Nothing, or InvalidBodyError: the body or the key cannot be stored."""
    problems = [*unstorable(asked.body, "body"), *unstorable(asked.key, "Idempotency-Key")]
    if problems:
        raise InvalidBodyError(*problems[:100])


def plain_text(said: str) -> None:
    """Nothing, or InvalidBodyError: a part of the address cannot be looked up."""
    if problems := list(unstorable(said, "path")):
        raise InvalidBodyError(*problems)


def utc(at: datetime | None, place: str) -> datetime | None:
    """The moment in UTC.

    Raises:
        InvalidBodyError: it lies before the first year or after the last.
    """
    try:
        return at.astimezone(UTC) if at else None
    except OverflowError as error:
        raise InvalidBodyError((place, "is out of range", "give when it was so")) from error


def unstorable(value: Any, place: str) -> Iterator[tuple[str, str, str]]:
    """The places of a value that cannot be kept: NULs, halves of characters, floats.

    >>> [where for where, _, _ in unstorable({"a": ["x", 1.5]}, "body")]
    ['body.a[2]']
    """
    if isinstance(value, Mapping):
        for name, part in value.items():
            at = f"{place}.{ascii(str(name)[:100])[1:-1]}"
            yield from unstorable(str(name), at)
            yield from unstorable(part, at)
    elif isinstance(value, list):
        for number, part in enumerate(value, 1):
            yield from unstorable(part, f"{place}[{number}]")
    elif isinstance(value, float):
        yield place, "is a number with a point", 'write amounts as text: "1.5"'
    elif isinstance(value, str) and (
        "\x00" in value or any("\ud800" <= c < "\ue000" for c in value)
    ):
        yield place, "holds a NUL or half a character", "leave it out"


def record(request: HttpRequest, asked: Command) -> HttpResponse:
    """Runs the command and answers what it led to; once more the same for the same key."""
    reader, at = access.reader(request), moment.moment()
    check_cause(asked, reader)
    with desk.together():
        done = desk.run(asked, reader, at)
        if not done.again:
            hooks.tell(done.events, at.now)
    path = f"{request.path.split('/api/v1/')[0]}/api/v1/"
    return answered(done, path + f"{noun_of(request)}/{done.stream}")


def noun_of(request: HttpRequest) -> str:
    """The noun in the request's path."""
    return request.path.split("/api/v1/")[1].split("/")[0]


def answered(done: Done, place: str) -> HttpResponse:
    """What a command led to, as the API tells it."""
    headers = {"Location": place, "ETag": f'"{done.tag}"'}
    if done.again:
        headers[REPLAYED] = "true"
    told = {"id": done.stream, "events": list(done.events), "tag": done.tag}
    return wire.answer(told, 201, headers)


def check_cause(asked: Command, reader: Reader) -> None:
    """Nothing, or InvalidBodyError: the cause is no event that the reader may see."""
    if asked.cause is None:
        return
    with view_of(reader) as view:
        if not view.seen_events([asked.cause]):
            said = "is no event that you may see"
            raise InvalidBodyError(("cause", said, "give one, or leave it out"))


def once(
    request: HttpRequest,
    asked: Command,
    make: Callable[[Moment], tuple[str, Mapping[str, Any]]],
) -> HttpResponse:
    """Makes something of the user's own, once a key; ``make`` gives its id and what to tell.

    A secret is in the first answer alone: the same key again gets the id without it.
    """
    reader, at = access.reader(request), moment.moment()
    with kernel():
        held = desk.answered(asked, reader)
        if held is not None:
            return wire.answer({"id": held.stream}, 201, {REPLAYED: "true"})
        made, told = make(at)
        desk.remember(asked, reader, at, Done(made, (), ""))
        return wire.answer({"id": made, **told}, 201)
