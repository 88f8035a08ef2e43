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
        "list sample of 2026-01-15",
        "cited an invented order, art. 1",
    )


def test_a_list_that_the_reason_names_is_not_told_twice(row, finding):
    why = "vessel ZARV is 'ZARVA' (its primary name), list sample of 2026-01-15, record 7: same"
    told = explain(row(findings=[finding(why=why)]))
    assert told.reasons[0].sources == ("cited an invented order, art. 1",)


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


def party_note(row, **changes):
    findings = changes.pop("findings", [])
    party = {**row()["screened_parties"][0], **changes}
    return explain(row(screened_parties=[party], findings=findings)).parties[0].note


def test_a_party_without_any_hit_is_told_as_such(row):
    assert party_note(row, best_below=0.0) == "no match; no listed name near it"
    assert party_note(row) == "no match; nearest listed name 0.71"


def test_a_party_with_a_hit_is_never_told_to_have_none(row, finding):
    for below in (0.0, 0.71):
        assert "see the reasons" in party_note(row, best_below=below, findings=[finding()])


def test_only_names_besides_the_filed_one_are_told_as_tried(row):
    party = {**row()["screened_parties"][0], "names_tried": ["Zarvania Optics", "Zarvania"]}
    assert explain(row(screened_parties=[party])).parties[0].tried == ("Zarvania",)


def test_flags_not_computed_say_what_is_needed(row):
    assert explain(row()).not_computed == "3 red flags could not be computed; needed: vessels"
    assert "3 red flags could not be computed" in words(row)
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
    assert (
        headline(explain(row(findings=[finding(), stop]))) == "an embargoed place (and 1 more)"
    )


def test_without_a_finding_the_headline_is_the_embargo_line(row):
    assert headline(explain(row(findings=[]))) == row()["embargo"]


@pytest.mark.parametrize("width", [40, 96, 200])
def test_no_line_is_wider_than_asked(row, width):
    wrapped = text(row(record="ef"), width)
    assert max(map(len, wrapped.splitlines())) <= width


def test_a_name_cannot_steer_the_terminal(row, finding):
    assert "\x1b" not in words(row, id="S\x1b[2J", findings=[finding(why="\x1b[31m")])


def test_one_fact_about_one_party_in_two_roles_is_told_once(row, finding):
    also = finding(subject="payer", why=finding()["why"].replace("end user", "payer"))
    other = finding(subject="bank", why="bank Quarvolt is like the listed name Quarwolt")
    (first, second) = explain(row(findings=[finding(), also, other])).reasons
    assert (first.about, second.about) == ("party, end user, payer", "party, bank")


def test_the_same_question_about_two_roles_is_asked_once(row):
    one = {
        "asks": "x",
        "text": "Who?",
        "decides": [],
        "could_become": "stop",
        "subject": "bank",
    }
    asked = explain(row(questions=[one, {**one, "subject": "payer"}])).questions
    assert asked == (("Who? (bank, payer)", "stop"),)


def test_a_finding_about_its_own_kind_says_it_once(row, finding):
    for subject in ("catch_all", "catch all", ""):
        told = explain(row(findings=[finding(kind="catch_all", subject=subject)]))
        assert told.reasons[0].about == "catch-all"


def test_what_is_left_out_at_the_terminal_is_counted(row, finding):
    many = [finding(why=f"reason number {at}") for at in range(9)]
    assert "... and 4 more" in words(row, findings=many)
    assert len(explain(row(findings=many)).reasons) == 9
