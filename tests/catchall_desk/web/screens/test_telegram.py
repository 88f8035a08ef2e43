"""A message is read, and each fact of it judged by a person."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from tests.catchall.link.sample import HEAD
from tests.catchall_desk.jobs.test_reading import TEXT
from tests.desk_builders import CLOSE, OFFICER, OPEN, at, opening

from catchall_desk.store.desk import run
from catchall_desk.store.models import FileRow

DATA = HEAD.format(subject="PUMPS") + TEXT
SELLER, BUYER, DEAL = "case1.party1", "case1.party2", "case1.transaction1"
ALL = [str(one) for one in range(40)]


@pytest.fixture
def review(ana):
    """The address of a message that Ana pasted."""
    return ana.post("/telegrams/", {"text": DATA, "marking": OPEN})["Location"]


def judge(ana, review, key, says="accepted", **more):
    return ana.post(review, {"key": key, "says": says, "keep": ALL, "marking": OPEN, **more})


def test_the_empty_page_teaches(ana):
    assert "nothing is made before" in ana.get("/telegrams/").content.decode()


def test_pasted_text_is_drafted_with_the_words_it_rests_on(ana, review):
    page = ana.get(review).content.decode()
    assert '<mark id="s' in page
    assert 'class="here"' in page
    assert "6 facts, 6 not judged yet" in page
    assert not FileRow.objects.exclude(kind="document").exists()
    assert review in ana.get("/telegrams/").content.decode()


def test_a_file_is_read_as_pasted_text_is(ana):
    file = SimpleUploadedFile("a.txt", DATA.encode())
    answer = ana.post("/telegrams/", {"file": file, "marking": OPEN})
    assert "6 facts" in ana.get(answer["Location"]).content.decode()


def test_what_cannot_be_read_is_told(ana):
    for sent, said in (
        ({"text": "  ", "marking": OPEN}, "Nothing was given"),
        ({"text": DATA, "marking": "no such"}, "marking"),
    ):
        answer = ana.post("/telegrams/", sent)
        assert answer.status_code == 422
        assert said in answer.content.decode()


def test_an_accepted_fact_becomes_a_file_and_the_next_is_shown(ana, review):
    assert judge(ana, review, SELLER).status_code == 302
    (row,) = FileRow.objects.filter(kind="party")
    page = ana.get(review).content.decode()
    assert f"/files/party/{row.stream}/" in page
    assert f'name="key" value="{BUYER}"' in page


def test_a_changed_fact_carries_the_change(ana, review):
    judge(ana, review, SELLER, **{"set.name": "Alder Works GmbH"})
    assert FileRow.objects.get(kind="party").title == "Alder Works GmbH"
    assert ">edited<" in ana.get(review).content.decode()


def test_a_rejection_needs_its_reason_and_makes_nothing(ana, review):
    answer = judge(ana, review, SELLER, "rejected")
    assert answer.status_code == 422
    assert "a rejection needs its reason" in answer.content.decode()
    judge(ana, review, SELLER, "rejected", why="a news agency")
    assert not FileRow.objects.filter(kind="party").exists()
    assert "a news agency" in ana.get(f"{review}?fact={SELLER}").content.decode()


def test_a_fact_that_names_others_waits_for_them(ana, review):
    answer = judge(ana, review, DEAL)
    assert answer.status_code == 422
    assert "nobody has judged yet" in answer.content.decode()


def test_a_party_that_is_here_is_offered_and_joined(ana, review):
    here = run(opening("party", name="Brindle Marsh Industries"), OFFICER, at()).stream
    assert here in ana.get(f"{review}?fact={BUYER}").content.decode()
    judge(ana, review, BUYER, "joined", joined=f"/files/party/{here}/")
    assert FileRow.objects.filter(kind="party").count() == 1


def test_what_may_not_be_seen_is_not_there(ana, pia):
    review = ana.post("/telegrams/", {"text": DATA, "marking": CLOSE})["Location"]
    assert pia.get(review).status_code == 404
    assert ana.post(review, {"key": "case9.case", "says": "accepted"}).status_code == 404
    assert review not in pia.get("/telegrams/").content.decode()
