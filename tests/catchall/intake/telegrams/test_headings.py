"""Headings in all styles."""

import pytest
from tests.catchall.intake.telegrams.samples import lines, message

from catchall.intake.telegrams import headings


@pytest.mark.parametrize("under", ["-------", "------ -", "= = = =", "=====", "\n-----"])
def test_every_row_of_dashes_underlines(under):
    found = message(f"1. (U) a.\n\nThe Second Crate\n{under}\n\n2. (U) b.")
    assert [s.heading and s.heading.text for s in found.sections] == [None, "The Second Crate"]


@pytest.mark.parametrize(
    "words", ["THE CRATE", "The Second Crate", "TVO", "Next steps", "WHAT NOW?"]
)
def test_a_line_alone_before_a_number_is_a_heading(words):
    found = message(f"1. (U) a.\n\n{words}\n\n2. (U) b.")
    assert [s.heading and s.heading.text for s in found.sections] == [None, words]


@pytest.mark.parametrize(
    "words", ["SENSITIVE BUT UNCLASSIFIED", "He left.", "NNNN", "and the rest of it"]
)
def test_other_lines_are_none(words):
    assert len(message(f"1. (U) a.\n\n{words}\n\n2. (U) b.").sections) == 1


def test_a_heading_of_two_lines():
    found = message(
        "1. (U) a.\n\nTHE MINISTRY ANSWERS ON THE\nSECOND CRATE\n-----\n\n2. (U) b."
    )
    assert found.sections[1].heading.text == "THE MINISTRY ANSWERS ON THE SECOND CRATE"


def test_a_table_head_is_no_heading():
    assert headings.underlined(lines("GOODS   QTY\n-----   ---"), 1, 0) is None


def test_nothing_stands_above_the_first_line():
    assert headings.before(lines("\n1. (U) a."), 1, 0) is None


def test_a_row_above_a_heading_is_no_text():
    found = message("1. (U) a.\n\n-----\nCRATE\n-----\n\n2. (U) b.")
    assert found.paragraphs[0].passage.text == "1. (U) a."
    assert found.sections[1].heading.text == "CRATE"


def test_a_list_under_a_row_is_no_heading():
    found = message("1. (U) Guests:\n\nChina\n-----\nAnn Roe, Director\n\n2. (U) b.")
    assert "China ----- Ann Roe, Director" not in [
        s.heading and s.heading.text for s in found.sections
    ]
