"""Each error has one answer, and an unforeseen one tells its id alone."""

import json

import pytest
from django.core.exceptions import RequestDataTooBig
from django.db import OperationalError
from django.test import RequestFactory
from ninja.errors import HttpError, Throttled

from catchall_desk import errors
from catchall_desk.api import problems

REQUEST = RequestFactory().get("/api/v1/cases")
ANSWERS = (
    (problems.of_desk, errors.NotFoundError("case"), 404),
    (problems.of_desk, errors.ScopeMissingError("read"), 403),
    (problems.of_desk, errors.StaleError("case", "x"), 412),
    (problems.of_desk, errors.RefusedError(("no",)), 409),
    (problems.of_desk, errors.BadCursorError("x"), 400),
    (problems.of_desk, errors.EngineNotReadyError("no list"), 503),
    (problems.of_desk, errors.BadHeadsError("x", "y"), 500),
    (problems.of_http, HttpError(400, "Kavzel"), 400),
    (problems.of_http, Throttled(1), 429),
    (problems.too_big, RequestDataTooBig(), 413),
    (problems.unforeseen, OperationalError("Kavzel"), 503),
    (problems.unforeseen, KeyError("Kavzel"), 500),
)


@pytest.mark.parametrize(("answerer", "error", "status"), ANSWERS)
def test_each_error_has_its_status_and_tells_no_more(answerer, error, status):
    answer = answerer(REQUEST, error)
    assert answer.status_code == status
    assert b"Kavzel" not in answer.content


def test_reasons_of_a_refusal_stand_one_by_one():
    answer = problems.of_desk(REQUEST, errors.RefusedError(("not screened", "same author")))
    told = [one["problem"] for one in json.loads(answer.content)["problems"]]
    assert told == ["not screened", "same author"]


def test_an_unforeseen_error_is_logged_by_place_without_its_text(caplog):
    try:
        int("Kavzel")
    except ValueError as error:
        answer = problems.unforeseen(REQUEST, error)
    (one,) = caplog.records
    assert one.error in json.loads(answer.content)["detail"]
    assert "Kavzel" not in str(vars(one))
    assert "test_problems" in one.trace[-1]
