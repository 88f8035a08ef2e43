"""Every answer of the API is kept out of caches; every refusal is problem+json."""

import logging

from django.db import OperationalError
from django.test import Client

from catchall_desk.accounts import middleware as accounts_middleware


def refused(path, method="get"):
    """The answer of somebody who has not signed in."""
    return getattr(Client(raise_request_exception=False), method)(path)


def test_whoever_has_not_signed_in_gets_401_and_no_redirect(db):
    answer = refused("/api/v1/cases")
    assert (answer.status_code, answer["Cache-Control"]) == (401, "no-store")
    assert {"Cookie", "Authorization"} <= set(answer["Vary"].split(", "))


def test_an_address_that_is_not_there_is_told_as_a_problem(db):
    answer = refused("/api/v1/nothing")
    assert (answer.status_code, answer["Content-Type"]) == (404, "application/problem+json")


def test_a_method_that_is_not_taken_names_those_that_are(officer):
    answer = officer.client.put("/api/v1/cases", **officer.sent)
    assert (answer.status_code, answer["Content-Type"]) == (405, "application/problem+json")
    assert "GET" in answer["Allow"]


def test_a_database_that_does_not_answer_at_sign_in_is_503(officer, monkeypatch):
    def down(*_):
        raise OperationalError("Kavzel")

    monkeypatch.setattr(accounts_middleware, "verify", down)
    answer = officer.get("/cases")
    assert (answer.status_code, answer["Retry-After"]) == (503, "5")
    assert b"Kavzel" not in answer.content


def test_requests_are_logged_by_their_route_alone(officer, caplog):
    with caplog.at_level(logging.INFO, "catchall_desk.request"):
        officer.get("/search?q=Kavzel")
    (one,) = [r for r in caplog.records if r.name == "catchall_desk.request"]
    assert (one.route, one.status) == ("/api/v1/search", 200)
    assert "Kavzel" not in str(vars(one))
