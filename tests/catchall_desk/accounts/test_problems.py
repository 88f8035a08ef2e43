"""Refusals of the API."""

import json
from http import HTTPStatus

from catchall_desk.accounts.problems import problem


def test_a_refusal_says_what_and_why_and_is_kept_by_no_cache():
    refusal = problem(HTTPStatus.FORBIDDEN, "not yours")
    said = {"title": "Forbidden", "status": 403, "detail": "not yours"}
    assert json.loads(refusal.content) == said
    assert refusal["Cache-Control"] == "no-store"
    assert "WWW-Authenticate" not in refusal
