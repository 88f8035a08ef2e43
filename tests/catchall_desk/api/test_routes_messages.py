"""Messages by the API: read, proposed, judged by a person, and nothing without."""

import pytest
from tests.desk_builders import CLOSE, OPEN

TEXT = """EXERCISE EXERCISE
UNCLASSIFIED
SUBJECT: EXERCISE - PUMPS

1. The German firm Brakel Vakuumtechnik GmbH sold two vacuum pumps to Tarsin Instruments FZE in
the United Arab Emirates.
"""


def put(caller, marking: str = OPEN) -> str:
    answer = caller.post("/messages", {"name": "m.txt", "text": TEXT, "marking": marking})
    assert answer.status_code == 201, answer.content
    return answer.json()["id"]


@pytest.fixture
def message(officer) -> str:
    return put(officer)


def proposed(caller, message: str) -> dict[str, dict]:
    told = caller.get(f"/messages/{message}/proposals").json()
    return {one["key"]: one for one in told["proposals"]}


def test_nothing_is_recorded_of_a_message_until_a_person_accepts_it(officer, message):
    found = proposed(officer, message)
    assert {one["kind"] for one in found.values()} >= {"party", "case"}
    assert officer.get("/parties").json()["files"] == []


def test_each_value_stands_where_it_says(officer, message):
    text = officer.get(f"/messages/{message}/proposals").json()["text"]
    spans = [
        value["span"]
        for one in proposed(officer, message).values()
        for value in one["values"]
        if value["span"]
    ]
    assert spans
    assert all(text[span["start"] : span["end"]] == span["text"] for span in spans)


def test_a_verdict_makes_the_file_and_is_kept(officer, message):
    verdict = {"key": "case1.party1", "says": "edited", "edits": {"schema": "company"}}
    answer = officer.post(f"/messages/{message}/verdicts", {"said": [verdict]})
    stream = answer.json()["judged"][0]["stream"]
    assert officer.get(f"/parties/{stream}").json()["fields"]["schema"] == "company"
    assert proposed(officer, message)["case1.party1"]["judged"]["actor"] == "ana"


def test_a_rejected_proposal_stays_to_be_read(officer, message):
    verdict = {"key": "case1.party1", "says": "rejected", "why": "known already"}
    officer.post(f"/messages/{message}/verdicts", {"said": [verdict]})
    assert proposed(officer, message)["case1.party1"]["judged"]["says"] == "rejected"
    assert officer.get("/parties").json()["files"] == []


def test_a_verdict_on_what_is_not_proposed_is_refused(officer, message):
    said = {"said": [{"key": "none", "says": "accepted"}]}
    assert officer.post(f"/messages/{message}/verdicts", said).status_code == 422


def test_a_closer_message_is_not_there_for_a_partner(officer, partner):
    hidden = put(officer, CLOSE)
    absent = "0b8f4a3e-2f0e-4a53-9a5b-0e6f3c1d2a4b"
    answers = {partner.get(f"/messages/{one}/proposals").content for one in (hidden, absent)}
    assert len(answers) == 1
