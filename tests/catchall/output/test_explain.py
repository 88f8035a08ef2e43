"""A determination in words: the order, the sources, what is missing."""

import pytest

from catchall.output.explain import explain, headline, text


def words(row, **changes):
    return text(row(**changes))


def test_reasons_come_strictest_first(row, finding):
    told = explain(
        row(findings=[finding(), finding(outcome="stop"), finding(outcome="licence")])
    )
    assert [one.word for one in told.reasons] == ["stop", "licence", "review"]


def test_a_finding_without_effect_is_no_reason(row, finding):
    told = explain(row(findings=[finding(outcome="")]))
    assert (told.reasons, [one.word for one in told.recorded]) == ((), ["recorded"])


def test_a_missing_fact_is_told_as_not_decided(row, finding):
    told = explain(row(findings=[finding(outcome="", incomplete=True)]))
    assert told.reasons[0].word == "not decided"


def test_the_list_and_its_date_and_the_citation_are_told(row):
    assert explain(row()).reasons[0].sources == (
        "list sample 2026-01-15",
        "cited an invented order, art. 1",
    )


def test_evidence_is_told_in_words(row):
    told = dict(explain(row()).reasons[0].evidence)
    assert told == {"tokens": "zarvania, zarwania", "score": "0.9312"}


@pytest.mark.parametrize("evidence", ["", "no json", "[1]", None])
def test_evidence_in_another_form_is_no_fault(row, finding, evidence):
    assert explain(row(findings=[finding(evidence=evidence)])).reasons


def test_a_party_not_screened_is_seen_in_the_text(row):
    party = {**row()["screened_parties"][0], "screened": False, "why_not": "a place, no name"}
    assert "not screened end user Zarvania Optics: a place, no name" in words(
        row, screened_parties=[party]
    )


def test_a_party_without_any_hit_is_told_as_such(row):
    party = {**row()["screened_parties"][0], "best_below": 0.0}
    assert explain(row(screened_parties=[party])).parties[0].note == "no listed name near it"


def test_flags_not_computed_say_what_is_needed(row):
    assert "3 red flags could not be computed; needed: vessels" in words(row)
    assert "computed" not in words(row, flags_unknown=0)


def test_a_question_says_what_an_answer_could_lead_to(row):
    question = {
        "asks": "x",
        "text": "Which grade?",
        "decides": [],
        "could_become": "licence",
        "subject": "",
    }
    assert "Which grade? [could become: licence]" in words(row, questions=[question])


def test_the_embargo_line_is_always_there(row):
    assert "embargo      no embargo" in words(row, findings=[], outcome="clear")


def test_the_headline_is_the_strictest_reason_and_counts_the_others(row, finding):
    stop = finding(outcome="stop", why="an embargoed place")
    assert headline(row(findings=[finding(), stop])) == "an embargoed place (and 1 more)"


def test_without_a_finding_the_headline_is_the_embargo_line(row):
    assert headline(row(findings=[])) == row()["embargo"]


@pytest.mark.parametrize("width", [40, 96, 200])
def test_no_line_is_wider_than_asked(row, width):
    wrapped = text(row(record="ef"), width)
    assert max(map(len, wrapped.splitlines())) <= width


def test_a_name_cannot_steer_the_terminal(row, finding):
    assert "\x1b" not in words(row, id="S\x1b[2J", findings=[finding(why="\x1b[31m")])
