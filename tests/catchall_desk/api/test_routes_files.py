"""Files and things by the API: opened, changed once, told as each reader may see them."""

import pytest
from tests.desk_builders import CLOSE, OPEN, OPENINGS

CASE = OPENINGS["case"][1]


@pytest.fixture
def case(officer) -> str:
    return officer.opened("cases", CASE, OPEN)


def test_a_case_is_opened_and_told_with_what_may_be_done_next(officer, case):
    told = officer.get(f"/cases/{case}").json()
    assert (told["state"], told["marking"], told["author"]) == ("open", OPEN, "ana")
    assert {one["event"]: one["plain"] for one in told["actions"]}["note"] is True


def test_the_same_key_has_one_effect_and_the_same_answer(officer):
    body = {"set": CASE, "marking": OPEN}
    first, again = (officer.post("/cases", body, key="k") for _ in range(2))
    assert first.content == again.content
    assert again["Idempotent-Replayed"] == "true"
    assert len(officer.get("/cases").json()["files"]) == 1


def test_a_key_that_comes_with_another_request_is_refused(officer):
    officer.post("/cases", {"set": CASE, "marking": OPEN}, key="k")
    other = officer.post("/cases", {"set": CASE, "marking": CLOSE}, key="k")
    assert other.status_code == 422


def test_a_write_without_a_key_is_refused(officer):
    answer = officer.client.post("/api/v1/cases", b"{}", "application/json", **officer.sent)
    assert answer.status_code == 422


def test_a_step_needs_the_tag_and_a_stale_one_is_refused(officer, case):
    step = {"type": "assign", "body": {"officer": "ben"}}
    tag = officer.get(f"/cases/{case}")["ETag"]
    place = f"/cases/{case}/events"
    statuses = [
        officer.post(place, step).status_code,
        officer.post(place, step, **{"If-Match": tag}).status_code,
        officer.post(place, step, **{"If-Match": tag}).status_code,
    ]
    assert statuses == [428, 201, 412]


def test_a_note_needs_no_tag_and_may_be_closer_than_its_file(officer, partner, case):
    place, note = f"/cases/{case}/events", {"type": "note", "body": {"text": "seen"}}
    before = partner.get(f"/cases/{case}").content
    assert officer.post(place, {**note, "marking": CLOSE}).status_code == 201
    assert partner.get(f"/cases/{case}").content == before
    assert len(officer.get(f"/cases/{case}/timeline").json()["events"]) == 2


def test_what_the_caller_has_already_is_not_sent_again(officer, case):
    tag = officer.get(f"/cases/{case}")["ETag"]
    answer = officer.get(f"/cases/{case}", **{"If-None-Match": tag})
    assert (answer.status_code, answer.content) == (304, b"")


def test_hidden_and_absent_are_one_answer(officer, partner):
    hidden = officer.opened("cases", CASE, CLOSE)
    absent = "0b8f4a3e-2f0e-4a53-9a5b-0e6f3c1d2a4b"
    one, other = (partner.get(f"/cases/{stream}") for stream in (hidden, absent))
    assert (one.status_code, one.content) == (other.status_code, other.content)
    assert one.status_code == 404


def test_an_unknown_parameter_is_refused_by_name(officer):
    answer = officer.get("/cases?colour=red")
    assert answer.status_code == 422
    assert answer.json()["problems"][0]["place"] == "query.colour"


def test_pages_hold_every_file_once(officer):
    opened = {officer.opened("cases", CASE, OPEN) for _ in range(5)}
    found, cursor = [], ""
    while cursor is not None:
        page = officer.get(f"/cases?limit=2&cursor={cursor}").json()
        found += [one["id"] for one in page["files"]]
        cursor = page["next"] or None
    assert (set(found), len(found)) == (opened, 5)


def test_a_past_day_is_told_as_it_was_known(officer, case):
    at = officer.get(f"/cases/{case}").json()["opened_at"]
    officer.post(f"/cases/{case}/events", {"type": "note", "body": {"text": "later"}})
    told = officer.get(f"/cases/{case}?known_on={at.replace('+', '%2B')}").json()
    assert told["entries"] == []
    assert told["actions"] == []


def test_values_that_cannot_be_stored_are_refused(officer):
    values = {**CASE, "title": "a\x00b", "kind": "\ud800", "about": 1.5}
    answer = officer.post("/cases", {"set": values, "marking": OPEN})
    assert answer.status_code == 422
    assert len(answer.json()["problems"]) == 3


def test_a_bundle_tells_the_case_and_its_marking(officer, case):
    lines = officer.get(f"/cases/{case}/bundle").content.splitlines()
    assert case.encode() in lines[0]
    assert b"sha256" in lines[-1]
