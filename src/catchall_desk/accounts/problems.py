"""Refusals of the API. In: a status and a sentence; out: a response as RFC 9457 has it."""

import json
from collections.abc import Iterable
from http import HTTPStatus

from django.http import HttpResponse

Problem = tuple[str, str, str]
"""A place, what is wrong there, and what to do."""


def problem(status: HTTPStatus, detail: str, problems: Iterable[Problem] = ()) -> HttpResponse:
    """The refusal: ``application/problem+json``, never kept by a cache.

    Source: RFC 9457, and RFC 6750 section 3 for the challenge that goes with 401.
    """
    body = {
        "type": "about:blank",
        "title": status.phrase,
        "status": status.value,
        "detail": detail,
        "problems": [
            {"place": place, "problem": what, "what_to_do": do} for place, what, do in problems
        ],
    }
    response = HttpResponse(
        json.dumps(body), content_type="application/problem+json", status=status.value
    )
    response["Cache-Control"] = "no-store"
    if status is HTTPStatus.UNAUTHORIZED:
        response["WWW-Authenticate"] = "Bearer"
    return response
