"""Duties of requests: who answers, who chases, when silence is recorded."""

import pytest
from tests.catchall_desk.cases.sample_files import D, request

from catchall_desk.cases.duties import duties
from catchall_desk.cases.duty import Desk

HOME = Desk(home="USA")
SENT = ("2026-04-02", "send")
US, DE = {"government": "USA"}, {"government": "DEU"}


def told(kind, *steps, frm=US, to=DE, desk=HOME, **fields):
    asked = request(kind, *steps, to=to, **{"from": frm}, **fields)
    return [(one.kind, one.due, one.silence, one.done_by) for one in duties(asked, (), desk)]


def test_a_consultation_of_ours_lapses_the_day_after_its_tenth_working_day():
    # from the Thursday before Easter to 20 April: see test_clocks
    silence = "the transaction is not essentially identical"
    wanted = [("record_lapse", D("2026-04-21"), silence, None)]
    assert told("consultation.eu", SENT) == wanted


def test_a_consultation_put_to_us_is_to_be_answered_by_its_tenth_working_day():
    asked = told("consultation.eu", SENT, frm=DE, to=US)
    # 3-16 April: no holiday of the United States among them, ten working days to the 16th
    assert [row[:2] for row in asked] == [("answer", D("2026-04-16"))]


def test_a_demarche_is_chased_on_the_day_it_names():
    asked = told("demarche", SENT, due="2026-05-01", silence_means="nothing")
    assert asked == [("chase", D("2026-05-01"), "nothing", None)]


def test_an_extension_moves_the_day():
    moved = ("2026-04-20", "extend", {"until": "2026-06-01", "why": "asked for"})
    assert told("demarche", SENT, moved, due="2026-05-01")[0][1] == D("2026-06-01")


def test_silence_that_means_something_is_recorded():
    asked = told("assurance", SENT, due="2026-05-01", silence_means="no_objection")
    assert asked == [("record_lapse", D("2026-05-02"), "no objection", None)]


def test_a_request_without_a_day_stays_a_duty():
    assert told("demarche", SENT) == [("chase", None, "", None)]


@pytest.mark.parametrize("closing", ["answer", "lapse", "close", "withdraw"])
def test_it_is_done_when_it_is_closed(closing):
    assert told("demarche", SENT, ("2026-05-09", closing))[0][3] == "r-3"


def test_a_part_of_an_answer_does_not_do():
    assert told("demarche", SENT, ("2026-05-09", "part_answer"))[0][3] is None


def test_a_draft_is_no_duty():
    assert told("demarche", ("2026-04-02", "submit")) == []


@pytest.mark.parametrize(("frm", "to", "kinds"), [
    (US, {"party": "p"}, ["chase"]),
    (DE, {"government": "POL"}, []),
    ({}, {}, ["answer", "chase"]),
    (US, {"government": "USA", "office": "energy"}, ["answer", "chase"]),
])  # fmt: skip
def test_who_is_asked_decides_whose_duty_it_is(frm, to, kinds):
    assert [row[0] for row in told("demarche", SENT, frm=frm, to=to)] == kinds


def test_a_desk_that_does_not_know_its_country_answers_and_chases():
    assert {row[0] for row in told("demarche", SENT, desk=Desk())} == {"answer", "chase"}


def test_the_office_that_is_asked_answers():
    asked = request("demarche", SENT, to={**US, "office": "energy"}, **{"from": US})
    offices = {one.kind: one.office for one in duties(asked, (), HOME)}
    assert offices == {"answer": "energy", "chase": "licensing"}
