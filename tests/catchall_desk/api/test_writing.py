"""Commands from requests: what cannot be kept is refused where it stands."""

from datetime import UTC, datetime, timedelta, timezone

import pytest
from tests.desk_builders import OPEN, OPENINGS

from catchall_desk.api import writing
from catchall_desk.errors import InvalidBodyError

CASE = OPENINGS["case"][1]


def test_every_place_that_cannot_be_stored_is_named():
    found = writing.unstorable({"a": ["x\x00", 1.5], "b\ud800": "y"}, "body")
    assert [where for where, _, _ in found] == ["body.a[1]", "body.a[2]", "body.b\\ud800"]


def test_a_moment_out_of_range_is_refused():
    with pytest.raises(InvalidBodyError):
        writing.utc(datetime(1, 1, 1, tzinfo=timezone(timedelta(hours=14))), "happened_at")


def test_a_moment_is_kept_in_utc():
    at = datetime(2026, 3, 2, 9, tzinfo=timezone(timedelta(hours=1)))
    assert writing.utc(at, "x") == datetime(2026, 3, 2, 8, tzinfo=UTC)


def test_a_part_of_an_address_that_cannot_be_looked_up_is_refused():
    with pytest.raises(InvalidBodyError):
        writing.plain_text("a\x00")


def test_what_has_not_happened_yet_is_refused(officer):
    body = {"set": CASE, "marking": OPEN, "happened_at": "2099-01-01T00:00:00Z"}
    assert officer.post("/cases", body).status_code == 422


def test_a_cause_is_an_event_that_may_be_seen(officer):
    case = officer.opened("cases", CASE, OPEN)
    event = officer.get(f"/cases/{case}/timeline").json()["events"][0]["id"]
    note = {"type": "note", "body": {"text": "x"}}
    statuses = [
        officer.post(f"/cases/{case}/events", {**note, "cause": cause}).status_code
        for cause in (event, case, "x")
    ]
    assert statuses == [201, 422, 422]


def test_set_stands_once(officer):
    case = officer.opened("cases", CASE, OPEN)
    tag = {"If-Match": officer.get(f"/cases/{case}")["ETag"]}
    body = {"type": "amend", "set": {"title": "x"}, "body": {"set": {"title": "y"}}}
    assert officer.post(f"/cases/{case}/events", body, **tag).status_code == 422
