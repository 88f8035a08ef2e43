"""Tests of ``catchall.link.status``: every firm, person and ship is invented."""

import pytest
from tests.catchall.link.sample import case


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("He declared the case closed.", "closed"),
        (
            "The ministry promised an answer within four weeks.",
            "open_awaiting_answer_from_respondent",
        ),
        ("The ministry has not had a reply.", "open_awaiting_information_from_raising_party"),
        (
            "The ministry asked for more information.",
            "open_awaiting_information_from_raising_party",
        ),
        ("The investigation continues.", "open_investigation_continues"),
        ("The firm closed its doors.", "not_stated"),
        ("He said nothing else.", "not_stated"),
    ],
)
def test_a_case_stands_as_the_text_says(text, value):
    assert case("Kestrel Flow Ltd sold four pumps. " + text).status.value == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("(Note: This is the first report on this case.)", "first_report"),
        (
            "(Note: No new information since Ref B telegram in 2008.)",
            "repeat_no_new_information",
        ),
        (
            "(Note: This adds the visit of May to what Ref B reported.)",
            "update_with_new_information",
        ),
        ("The result was passed to the Embassy in May 2008 (Ref B).", "previously_relayed"),
        ("He said nothing else.", "none_in_text"),
    ],
)
def test_a_report_is_as_new_as_it_says(text, value):
    assert case("Kestrel Flow Ltd sold four pumps. " + text).note.value == value


def test_a_note_keeps_its_reference_and_year():
    note = case(
        "Kestrel Flow Ltd sold four pumps. (Note: No new information since Ref B "
        "telegram in 2008.)"
    ).note
    assert (note.in_reference, note.previously) == ("B", "2008")


def test_what_a_note_excepts_is_kept():
    note = case(
        "Kestrel Flow Ltd sold four pumps. (Note: Apart from the fine there is no "
        "change from Ref B.)"
    ).note
    assert (note.value, note.qualifier) == ("repeat_no_new_information", "fine")
