"""Around every request of the API. In: a request; out: its answer, as problem+json if refused.

It logs route, status and time, never what a file says; counts; and keeps answers out of caches.
"""

import logging
import time
from collections.abc import Callable
from http import HTTPStatus

from django.http import HttpRequest, HttpResponse
from django.utils.cache import patch_vary_headers

from catchall_desk.accounts.problems import problem
from catchall_desk.api import metrics

log = logging.getLogger("catchall_desk.request")

API = "/api/"
KNOWN_METHODS = frozenset({"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE"})
SAID = {
    HTTPStatus.METHOD_NOT_ALLOWED: "this address does not take that method; Allow names those",
    HTTPStatus.NOT_FOUND: "nothing is here; see /api/v1/openapi.json",
}


class Around:
    """Django calls it with each request."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """The answer of the views inside, told in the one way of the API."""
        if not request.path_info.startswith(API):
            return self.get_response(request)
        began = time.perf_counter()
        response = finished(self.get_response(request))
        note(request, response.status_code, time.perf_counter() - began)
        return response


def finished(response: HttpResponse) -> HttpResponse:
    """The answer with what every answer has; a refusal of another form is told anew."""
    status = response.status_code
    if status >= HTTPStatus.BAD_REQUEST and "problem+json" not in response["Content-Type"]:
        response = retold(response)
    response["Cache-Control"] = "no-store"
    patch_vary_headers(response, ("Authorization", "Cookie"))
    return response


def retold(response: HttpResponse) -> HttpResponse:
    """A refusal of the framework in the form of the API; its headers stay."""
    status = HTTPStatus(response.status_code)
    told = problem(status, SAID.get(status, "the request cannot be taken"))
    for name in ("Allow", "Retry-After"):
        if name in response:
            told[name] = response[name]
    return told


def note(request: HttpRequest, status: int, seconds: float) -> None:
    """Logs and counts a request by its route's template."""
    match = request.resolver_match
    route = f"/{match.route}" if match else "unknown"
    method = request.method if request.method in KNOWN_METHODS else "other"
    metrics.count(method or "other", route, status, seconds)
    told = {"method": method, "route": route, "status": status, "ms": round(1000 * seconds, 1)}
    log.info(
        "request",
        extra={**told, "user": getattr(request.user, "pk", None)}
        if hasattr(request, "user")
        else told,
    )
