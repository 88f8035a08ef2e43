"""How every route is registered and answers. In: views; out: operations, responses.

A route has one scope, knows its parameters (others are refused), and tells which refusals it
may give. Answers are made here alone, so that headers and tags are the same everywhere.
"""

import hashlib
import inspect
import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import wraps
from http import HTTPStatus
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from ninja import Router
from ninja.throttling import SimpleRateThrottle

from catchall_desk.accounts import access
from catchall_desk.api.schemas import ProblemOut
from catchall_desk.errors import InvalidBodyError

View = Callable[..., HttpResponse]
USUAL = (401, 403, 422, 429, 503)
"""Refusals that any route may give: not signed in, no scope, wrong input, too often, down."""


class PerUser(SimpleRateThrottle):
    """So many requests a minute for each user, whatever key they come with; 0: any number."""

    def __init__(self) -> None:
        super().__init__("1/min")

    def allow_request(self, request: HttpRequest) -> bool:
        """May the user ask once more now?"""
        self.num_requests = settings.DESK_REQUESTS_PER_MINUTE
        return not self.num_requests or super().allow_request(request)

    def get_cache_key(self, request: HttpRequest) -> str | None:
        """The key under which the user's requests are counted."""
        return f"api-{request.user.pk}" if request.user.is_authenticated else None


@dataclass(frozen=True)
class Route:
    """What a route needs and may answer."""

    answer: Any
    scope: str = "read"
    status: int = 200
    refuses: tuple[int, ...] = ()
    extra: Mapping[str, Any] = field(default_factory=dict)
    name: str = ""
    open: bool = False
    tagged: bool = False


def add(router: Router, at: str, route: Route, view: View) -> None:
    """Registers a view; ``at`` is method and path: ``GET /me``."""
    method, path = at.split(" ")
    refusals = dict.fromkeys(sorted({*USUAL, *route.refuses}), ProblemOut)
    router.add_api_operation(
        path,
        [method],
        guarded(view, route),
        response={route.status: route.answer, **refusals},
        throttle=[] if route.open else [PerUser()],
        operation_id=route.name or view.__name__,
        url_name=route.name or view.__name__,
        summary=(view.__doc__ or "").strip().split("\n")[0],
        description="",
        openapi_extra=dict(route.extra),
    )


def guarded(view: View, route: Route) -> View:
    """The view behind its scope and its known parameters."""
    known = parameters(view)

    @wraps(view)
    def inside(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not route.open:
            access.need(request, route.scope)
        return view(request, *args, **kwargs)

    setattr(inside, "known", known)  # noqa: B010 - a function has no such attribute to mypy
    return checked(inside, known)


def checked(view: View, known: frozenset[str]) -> View:
    """The view for requests whose parameters are all known, each given once."""

    @wraps(view)
    def inside(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        check_query(request, known)
        return view(request, *args, **kwargs)

    return inside


def check_query(request: HttpRequest, known: frozenset[str]) -> None:
    """Nothing, or InvalidBodyError: a parameter is unknown, doubled, or no text."""
    found = []
    listed = ", ".join(sorted(known)) or "none"
    for name, values in request.GET.lists():
        place = f"query.{ascii(name[:100])[1:-1]}"
        if name not in known:
            found.append((place, "is not known", f"leave it out; known are {listed}"))
        elif len(values) > 1:
            found.append((place, "stands more than once", "give it once"))
        elif "\x00" in values[0]:
            found.append((place, "holds a NUL", "leave it out"))
    if found:
        raise InvalidBodyError(*found[:100])


def parameters(view: View) -> frozenset[str]:
    """The names of the query parameters that a view takes: the fields of its ``query``."""
    asked = inspect.signature(view).parameters.get("query")
    model = getattr(asked.annotation, "__origin__", asked.annotation) if asked else None
    return frozenset(getattr(model, "model_fields", {}))


def text_of(value: Any) -> str:
    """The one way in which the API writes a value as JSON."""
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False)


def answer(
    value: Any, status: int = 200, headers: Mapping[str, str] | None = None
) -> HttpResponse:
    """The value as JSON."""
    return HttpResponse(
        text_of(value).encode(),
        content_type="application/json",
        status=status,
        headers=dict(headers or {}),
    )


def lines(rows: Iterable[bytes], headers: Mapping[str, str] | None = None) -> HttpResponse:
    """Rows of NDJSON."""
    return HttpResponse(
        b"".join(rows), content_type="application/x-ndjson", headers=dict(headers or {})
    )


def tagged(request: HttpRequest, value: Any, tag: str) -> HttpResponse:
    """The value with its ETag, or 304 when the caller has it already.

    The tag's first part is that of the file, for If-Match; the second one is of the whole
    answer, which also tells of other files.
    """
    whole = hashlib.sha256(text_of(value).encode()).hexdigest()[:16]
    etag = f'"{tag}.{whole}"'
    if etag in tags(request.headers.get("If-None-Match", "")):
        return HttpResponse(status=HTTPStatus.NOT_MODIFIED, headers={"ETag": etag})
    return answer(value, headers={"ETag": etag})


def tags(header: str) -> tuple[str, ...]:
    """The quoted tags of an If-Match or If-None-Match, weak marks taken off.

    >>> tags('W/"3-ab.cd", "4-ef"')
    ('"3-ab.cd"', '"4-ef"')
    """
    return tuple(part.strip().removeprefix("W/") for part in header.split(",") if part.strip())


def matched(header: str) -> str:
    """The tag of the file that an If-Match names; one that no file has, if it names several.

    >>> matched('"3-ab.cd"'), matched('"3-ab"'), matched("*")
    ('3-ab', '3-ab', 'none')
    """
    found = tags(header)
    if len(found) != 1 or not found[0].startswith('"'):
        return "none"
    return found[0].strip('"').split(".")[0]
