"""What went wrong, as the API tells it. In: an error; out: ``application/problem+json``.

What is hidden and what is absent get the same answer, byte for byte. An error that nobody
foresaw tells its id and nothing else.
"""

import logging
import sys
import uuid
from collections.abc import Callable, Iterable
from http import HTTPStatus
from typing import Any

from django.core.exceptions import RequestDataTooBig
from django.db import DatabaseError, InterfaceError, OperationalError
from django.http import Http404, HttpRequest, HttpResponse
from ninja.errors import HttpError, ValidationError

from catchall.errors import CatchallError, InputError
from catchall_desk.accounts.problems import Problem, problem
from catchall_desk.errors import (
    BadCursorError,
    BundleError,
    EngineNotReadyError,
    ErasedError,
    InvalidBodyError,
    KeyReusedError,
    NotAllowedError,
    NotFoundError,
    PreconditionMissingError,
    ProposalError,
    RefusedError,
    ScopeMissingError,
    StaleError,
    TokenRefusedError,
    WebhookRefusedError,
)

log = logging.getLogger("catchall_desk.api")

RETRY_SECONDS = 5
"""After how long a client may ask again when the database does not answer."""
SHOWN = 200
"""Characters of a place that are repeated in an answer."""
DOWN = (OperationalError, InterfaceError)
STATUS: dict[type[CatchallError], HTTPStatus] = {
    NotFoundError: HTTPStatus.NOT_FOUND,
    NotAllowedError: HTTPStatus.FORBIDDEN,
    ScopeMissingError: HTTPStatus.FORBIDDEN,
    StaleError: HTTPStatus.PRECONDITION_FAILED,
    PreconditionMissingError: HTTPStatus.PRECONDITION_REQUIRED,
    RefusedError: HTTPStatus.CONFLICT,
    ErasedError: HTTPStatus.CONFLICT,
    BundleError: HTTPStatus.CONFLICT,
    InvalidBodyError: HTTPStatus.UNPROCESSABLE_ENTITY,
    KeyReusedError: HTTPStatus.UNPROCESSABLE_ENTITY,
    TokenRefusedError: HTTPStatus.UNPROCESSABLE_ENTITY,
    WebhookRefusedError: HTTPStatus.UNPROCESSABLE_ENTITY,
    ProposalError: HTTPStatus.UNPROCESSABLE_ENTITY,
    InputError: HTTPStatus.UNPROCESSABLE_ENTITY,
    BadCursorError: HTTPStatus.BAD_REQUEST,
    EngineNotReadyError: HTTPStatus.SERVICE_UNAVAILABLE,
}
"""The status of each deliberate error; every other one is a mistake of the desk's own."""

Answer = Callable[[HttpRequest, Any], HttpResponse]


def of_desk(_request: HttpRequest, error: CatchallError) -> HttpResponse:
    """The answer to a deliberate error."""
    status = STATUS.get(type(error))
    if status is None:
        return unforeseen(_request, error)
    answer = problem(status, str(error), told(error))
    if status is HTTPStatus.SERVICE_UNAVAILABLE:
        answer["Retry-After"] = str(RETRY_SECONDS)
    return answer


def told(error: CatchallError) -> Iterable[Problem]:
    """The places of an error that names some."""
    if isinstance(error, InvalidBodyError):
        return error.problems
    if isinstance(error, RefusedError):
        return tuple(("event", reason, "see to it, then try again") for reason in error.reasons)
    return ()


def of_input(_request: HttpRequest, error: ValidationError) -> HttpResponse:
    """The answer to parameters or a body that the schema does not take; it repeats no value."""
    places = [
        (where(one["loc"]), str(one["msg"]), "see /api/v1/openapi.json") for one in error.errors
    ]
    status = HTTPStatus.UNPROCESSABLE_ENTITY
    return problem(status, "what was sent is not what is asked for", places)


def where(parts: Iterable[Any]) -> str:
    """A place of the request, as ``query.limit``.

    >>> where(("query", "filters", "limit"))
    'query.limit'
    """
    first, *rest = [str(part)[:SHOWN] for part in parts]
    kept = rest[1:] if len(rest) > 1 else rest
    return ".".join([first, *kept])


def of_http(_request: HttpRequest, error: HttpError) -> HttpResponse:
    """The answer to an error of the framework: a body that is no JSON, too many requests."""
    status = HTTPStatus(error.status_code)
    if status is HTTPStatus.TOO_MANY_REQUESTS:
        return problem(status, "too many requests; wait as Retry-After says")
    return problem(status, "the body cannot be read; send JSON in UTF-8")


def too_big(_request: HttpRequest, _error: RequestDataTooBig) -> HttpResponse:
    """The answer to a body that is too large."""
    return problem(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, "the body is too large; send less")


def absent(_request: HttpRequest, _error: Http404) -> HttpResponse:
    """The answer where there is nothing at this address."""
    return problem(HTTPStatus.NOT_FOUND, "nothing is here; see /api/v1/openapi.json")


def down(_request: HttpRequest, _error: DatabaseError | None = None) -> HttpResponse:
    """The answer while the database does not answer. Nothing was recorded."""
    answer = problem(HTTPStatus.SERVICE_UNAVAILABLE, "the database does not answer; try again")
    answer["Retry-After"] = str(RETRY_SECONDS)
    return answer


def unforeseen(_request: HttpRequest, error: BaseException | None) -> HttpResponse:
    """The answer to a mistake of the desk's own; its id stands in the log, with the place.

    The log gets no text of the error, which may hold what a file says.
    """
    if isinstance(error, DOWN):
        return down(_request)
    number = str(uuid.uuid4())
    log.error("unforeseen", extra={"error": number, **place_of(error)})
    said = f"something went wrong; tell whoever runs the desk this id: {number}"
    return problem(HTTPStatus.INTERNAL_SERVER_ERROR, said)


def place_of(error: BaseException | None) -> dict[str, Any]:
    """Class of an error, and module and line where it arose."""
    trace = error.__traceback__ if error else None
    lines = []
    while trace is not None:
        lines.append(f"{trace.tb_frame.f_globals.get('__name__')}:{trace.tb_lineno}")
        trace = trace.tb_next
    return {"class": type(error).__name__, "trace": lines[-12:]}


def last_resort(request: HttpRequest) -> HttpResponse:
    """The answer to what arose outside any view: the database was down at sign-in."""
    return unforeseen(request, sys.exc_info()[1])


HANDLERS: tuple[tuple[type[Exception], Answer], ...] = (
    (CatchallError, of_desk),
    (ValidationError, of_input),
    (HttpError, of_http),
    (RequestDataTooBig, too_big),
    (Http404, absent),
    (OperationalError, down),
    (InterfaceError, down),
    (Exception, unforeseen),
)
"""Who answers to which error; the nearest class of the error counts."""
