"""From a form to a command. In: a request; out: what the desk recorded, or why it did not.

The actor is the signed-in user. The form carries the tag of the file as its user saw it, so
nobody overwrites what he has not seen, and a key, so that sending twice records once.
"""

import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from http import HTTPStatus
from typing import Any

from django.http import HttpRequest

from catchall.errors import CatchallError
from catchall_desk.accounts import access
from catchall_desk.cases.commands import Command
from catchall_desk.errors import (
    ErasedError,
    InvalidBodyError,
    KeyReusedError,
    NotAllowedError,
    RefusedError,
    StaleError,
)
from catchall_desk.jobs import hooks, moment
from catchall_desk.store import desk
from catchall_desk.store.desk import Done
from catchall_desk.store.view import is_uuid

REFUSALS: Mapping[type[CatchallError], HTTPStatus] = {
    InvalidBodyError: HTTPStatus.UNPROCESSABLE_ENTITY,
    RefusedError: HTTPStatus.CONFLICT,
    StaleError: HTTPStatus.CONFLICT,
    KeyReusedError: HTTPStatus.CONFLICT,
    ErasedError: HTTPStatus.CONFLICT,
    NotAllowedError: HTTPStatus.FORBIDDEN,
}
"""What a command is refused with, and the status of the page that says so."""


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a command was not carried out: each problem in words."""

    status: HTTPStatus
    problems: tuple[str, ...]


def command(
    request: HttpRequest, kind: str, event: str, body: Mapping[str, Any], stream: str | None
) -> Command:
    """The command that a form asks for.

    Raises:
        InvalidBodyError: the moment is none.
    """
    key = request.POST.get("key", "")
    return Command(
        kind=kind,
        type=event,
        stream=stream,
        body=body,
        marking=request.POST.get("marking", "").strip(),
        addressees=tuple(sorted(request.POST.get("addressees", "").split())),
        happened_at=happened(request.POST.get("happened_at", "")),
        tag=request.POST.get("tag") or None,
        key=key if is_uuid(key) else str(uuid.uuid4()),
    )


def happened(text: str) -> datetime | None:
    """The moment of a form in UTC; None: now.

    Raises:
        InvalidBodyError: it is no moment.
    """
    try:
        at = datetime.fromisoformat(text) if text.strip() else None
    except ValueError as error:
        said = ("happened_at", "is no moment", "write 2026-03-02T09:30")
        raise InvalidBodyError(said) from error
    return at.replace(tzinfo=UTC) if at and at.tzinfo is None else at


def send(request: HttpRequest, asked: Command) -> Done | Refusal:
    """Runs the command for the signed-in user and tells webhooks of it.

    Raises:
        NotFoundError: there is no such file that the user may see.
    """
    at = moment.moment()
    try:
        with desk.together():
            done = desk.run(asked, access.reader(request), at)
            if not done.again:
                hooks.tell(done.events, at.now)
    except tuple(REFUSALS) as error:
        return refusal(error)
    return done


def refusal(error: CatchallError) -> Refusal:
    """Why, in words."""
    said: tuple[str, ...] = (str(error),)
    if isinstance(error, InvalidBodyError):
        said = tuple(f"{at}: {what}; {do}" for at, what, do in error.problems)
    elif isinstance(error, RefusedError):
        said = error.reasons
    return Refusal(REFUSALS[type(error)], said)
