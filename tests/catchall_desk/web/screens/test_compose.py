"""The request composer."""

import pytest
from django.test import Client
from tests.api_callers import made_user
from tests.desk_builders import CLOSE, OFFICER, at, opening

from catchall_desk.store.desk import run
from catchall_desk.store.models import FileRow

OPEN = "UNCLASSIFIED"


def form(wish="save", marking=OPEN, **more):
    usual = {"do": wish, "to": "DEU", "kind": "rfi", "summary": "Ask", "due": "2026-04-01"}
    return {**usual, "text-1": "Who bought it?", "marking-1": marking, **more}


@pytest.fixture
def ben(db) -> Client:
    client = Client()
    client.force_login(made_user("ben", role="supervisor", office="desk one"))
    return client


def kept(browser, **more) -> str:
    """The address of a draft that was kept."""
    return browser.post("/requests/compose/", form(**more)).headers["Location"]


def test_an_empty_composer_teaches(ana):
    assert "one thing a point" in ana.get("/requests/compose/").text


def test_a_preview_records_nothing_and_shows_banner_and_readers(ana):
    page = ana.post("/requests/compose/", form("", marking=CLOSE)).text
    assert ">SECRET//NOFORN</section>" in page
    assert "may not" in page
    assert not FileRow.objects.exists()


def test_a_draft_belongs_to_its_case_and_carries_the_roll_up(ana):
    case = run(opening("case"), OFFICER, at()).stream
    assert f"/requests/compose/?case={case}" in ana.get(f"/files/case/{case}/").text
    assert "GBR" not in ana.get(f"/requests/compose/?case={case}").text
    ana.post(f"/requests/compose/?case={case}", form(case=case))
    row = FileRow.objects.get(kind="request")
    assert (row.fields["case"], row.fields["points"][0]["number"]) == (case, "1")


def test_a_draft_is_changed_but_not_past_its_marking(ana):
    at_draft = kept(ana)
    ana.post(at_draft, form(**{"text-2": "And why?", "marking-2": OPEN}))
    assert len(FileRow.objects.get(kind="request").fields["points"]) == 2
    answer = ana.post(at_draft, form(marking=CLOSE))
    assert answer.status_code == 422
    assert "begin a new request marked SECRET//NOFORN" in answer.text


def test_it_goes_from_draft_to_sent_with_clearance(ana, ben):
    at_draft = kept(ana, offices="posts")
    ana.post(at_draft, {"do": "submit"})
    assert ana.post(at_draft, {"do": "approve"}).status_code == 403
    ben.post(at_draft, {"do": "approve"})
    assert "posts has not cleared" in ana.post(at_draft, {"do": "send"}).text
    other = Client()
    other.force_login(made_user("eva", role="officer", office="posts"))
    other.post(at_draft, {"do": "clearance", "office": "posts", "says": "cleared"})
    page = ana.post(at_draft, {"do": "send"}, follow=True).text
    assert "eva, " in page
    assert FileRow.objects.get(kind="request").state == "sent"


@pytest.mark.parametrize("wrong", [{"text-1": " "}, {"wish": "shred"}])
def test_what_cannot_be_recorded_says_why(ana, wrong):
    answer = ana.post("/requests/compose/", form(**wrong))
    assert answer.status_code == 422
    assert "Nothing was recorded" in answer.text


def test_what_may_not_be_seen_is_not_there(pia):
    case = run(opening("case", CLOSE), OFFICER, at()).stream
    assert pia.get(f"/requests/compose/?case={case}").status_code == 404
