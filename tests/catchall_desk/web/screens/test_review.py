"""Judging hits, one after the other."""

import pytest
from tests.desk_builders import CLOSE
from tests.hit_builders import HIT, with_hit

from catchall_desk.store.models import EventRow, FileRow

OTHER = {**HIT, "record": "R-8", "name": "Holm Works"}


def first_hit(browser) -> str:
    """The address of the first hit in the list."""
    return browser.get("/matches/?format=json") and browser.get("/matches/").context["first"]


def judge(browser, says, why="other country", **more):
    return browser.post(first_hit(browser), {"says": says, "why": why, **more})


def test_without_hits_the_page_says_where_they_come_from(ana):
    assert b"Hits come from screening" in ana.get("/matches/").content


def test_a_decision_is_a_determination_of_the_signed_in_user(ana):
    _, party = with_hit()
    assert judge(ana, "different").headers["Location"] == "/matches/"
    made = FileRow.objects.get(kind="determination")
    assert (made.author, made.fields["subject"]) == ("ana", party)
    assert made.fields["rule"] == "harbour:R-7"
    assert made.fields["finding"].startswith("not the same")
    assert b"No hit is waiting" in ana.get("/matches/").content


def test_the_next_hit_opens_by_itself(ana):
    with_hit(hits=(HIT, OTHER))
    answer = judge(ana, "same")
    assert "R-8" in answer.headers["Location"]
    assert (
        "Is Holm Feinwerk the same as Holm Works?" in ana.get(answer.headers["Location"]).text
    )


def test_a_decision_for_one_file_leaves_the_party_open_in_others(ana):
    file, _ = with_hit()
    judge(ana, "different", scope="file")
    assert FileRow.objects.get(kind="determination").fields["subject"] == file
    with_hit()
    assert ana.get("/matches/").context["first"]


def test_a_remembered_decision_shows_its_scope(ana):
    with_hit()
    hit = first_hit(ana)
    judge(ana, "different")
    page = ana.get(hit).text
    assert "the party, in every file" in page
    assert "Judged already" in page


def test_holding_back_leaves_a_note_and_the_hit_open(ana):
    file, _ = with_hit()
    judge(ana, "hold", "ask for the registry extract")
    assert EventRow.objects.filter(stream=file, type="note").count() == 1
    assert ana.get("/matches/").context["first"]


@pytest.mark.parametrize(("says", "why"), [("", "because"), ("same", " ")])
def test_without_choice_or_reason_nothing_is_recorded(ana, says, why):
    with_hit()
    answer = judge(ana, says, why)
    assert answer.status_code == 422
    assert "Nothing was recorded" in answer.text
    assert not FileRow.objects.filter(kind="determination").exists()


def test_a_hit_that_may_not_be_seen_is_not_there(ana, pia):
    with_hit(CLOSE)
    hit = first_hit(ana)
    assert b"No hit is waiting" in pia.get("/matches/").content
    assert pia.get(hit).status_code == 404
    assert ana.get("/matches/hit/").status_code == 404


def test_a_partner_may_not_judge(pia):
    with_hit()
    answer = judge(pia, "same")
    assert answer.status_code == 403
    assert "Nothing was recorded" in answer.text


def test_the_list_is_filtered_by_the_address(ana):
    with_hit()
    assert "R-7" in ana.get("/matches/?list=harbour&format=csv").text
    assert "R-7" not in ana.get("/matches/?list=quay&format=csv").text


def test_both_records_stand_side_by_side(ana, monkeypatch):
    with_hit()
    record = {
        "schema": "Organization",
        "names": [{"text": "Holm Fine Works", "kind": "weak_alias", "quality": ""}],
        "addresses": [{"text": "4 Quay Road"}],
    }
    monkeypatch.setattr("catchall_desk.jobs.reviewing.record_of", lambda _: record)
    page = ana.get(first_hit(ana)).text
    assert "4 Quay Road" in page
    assert "weak alias" in page


def test_hits_come_page_by_page(ana, monkeypatch):
    monkeypatch.setattr("catchall_desk.web.screens.review.PAGE", 1)
    with_hit(hits=(HIT, OTHER))
    assert "R-8" not in ana.get("/matches/?format=csv").text
    assert "R-8" in ana.get("/matches/?format=csv&cursor=1").text
