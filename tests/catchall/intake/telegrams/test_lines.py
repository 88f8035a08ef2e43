"""Lines, rows of dashes, paragraph numbers."""

import pytest
from tests.catchall.intake.telegrams.samples import lines

from catchall.intake.telegrams.lines import PARAGRAPH, next_filled


def test_a_line_knows_where_its_words_start():
    assert [(x.start, x.first, x.words) for x in lines("ab\n  cd ")] == [
        (0, 0, "ab"),
        (3, 5, "cd"),
    ]


def test_the_next_filled_line_may_be_behind_the_end():
    assert next_filled(lines("a\n\n"), 1) == 3


@pytest.mark.parametrize(
    ("text", "number", "mark"),
    [
        ("1. (C) x", "1", "(C)"),
        ("12.(S/NF) x", "12", "(S/NF)"),
        ("3.  (S//REL TO USA, GBR) x", "3", "(S//REL TO USA, GBR)"),
        ("4. x", "4", None),
        ("5 (SBU) x", "5", "(SBU)"),
        ("6. (OFFICIAL) x", "6", "(OFFICIAL)"),
        ("7.Embassy x", "7", None),
    ],
)
def test_number_and_mark(text, number, mark):
    match = PARAGRAPH.match(text)
    assert (match[1], match[2]) == (number, mark)


@pytest.mark.parametrize("text", ["1.4 (b)", "1.5 tons", "2009 was", "12:30"])
def test_other_numbers_start_no_paragraph(text):
    assert not PARAGRAPH.match(text)
