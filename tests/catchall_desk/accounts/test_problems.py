"""Refusals of the API."""

import json
from http import HTTPStatus

from catchall_desk.accounts.problems import problem


def test_a_refusal_says_what_and_why_and_is_kept_by_no_cache():
    refusal = problem(HTTPStatus.FORBIDDEN, "not yours", [("key", "is old", "make another")])
    said = {"type": "about:blank", "title": "Forbidden", "status": 403, "detail": "not yours"}
    said["problems"] = [{"place": "key", "problem": "is old", "what_to_do": "make another"}]
    assert json.loads(refusal.content) == said
    assert refusal["Cache-Control"] == "no-store"
    assert "WWW-Authenticate" not in refusal
