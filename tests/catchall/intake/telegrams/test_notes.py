"""Notes, comments, summary, subparagraphs."""

import pytest
from tests.catchall.intake.telegrams.samples import message


@pytest.mark.parametrize(
    ("body", "kind", "text"),
    [
        ("1. (U) A. (Note: See (b) below.) C.", "NOTE", "(Note: See (b) below.)"),
        ("1. (U) A. NOTE: B. END NOTE. C.", "NOTE", "NOTE: B. END NOTE."),
        ("1. (U) COMMENT: B is so.", "COMMENT", "COMMENT: B is so."),
        ("1. (U) A. [Embassy Comment: B.]", "COMMENT", "[Embassy Comment: B.]"),
    ],
)
def test_a_note_is_found_whole(body, kind, text):
    assert [(n.kind, n.passage.text) for n in message(body).notes] == [(kind, text)]


@pytest.mark.parametrize(
    "body", ["1. (U) He had no comment. It ended.", "1. (U) Take note: it is late."]
)
def test_the_word_alone_is_no_note(body):
    assert message(body).notes == ()


def test_a_note_inside_a_quotation_is_the_papers():
    assert message("1. (U) BEGIN TEXT:\n\n(Note: a.)\n\nEND TEXT.").notes == ()


def test_a_summary_ends_with_its_words():
    found = message("1. (U) SUMMARY: A is B. END SUMMARY. C is D.")
    assert found.summary.passage.text == "SUMMARY: A is B. END SUMMARY."


def test_a_summary_under_its_own_heading():
    found = message("SUMMARY\n-------\n\n1. (U) A is B.\n\nDETAILS\n-------\n\n2. (U) C.")
    assert (found.summary.paragraph, found.summary.passage.text) == (1, "1. (U) A is B.")


def labels(body):
    return [s.label for s in message(body).subparagraphs]


@pytest.mark.parametrize(
    ("body", "want"),
    [
        ("1. (U) Two:\n\na. one.\n\nb. two.", ["a.", "b."]),
        ("1. (U) It is so. (i) One. (ii) Two.", ["(i)", "(ii)"]),
        ("1. (U) Two:\n\n-- one;\n\n-- two.", ["--", "--"]),
        ("2. (U) Two:\n\n2a. one.\n\n2b. two.", ["2a.", "2b."]),
        ("1. (U) He saw it.\na. is a letter.", []),
    ],
)
def test_subparagraphs(body, want):
    assert labels(body) == want
