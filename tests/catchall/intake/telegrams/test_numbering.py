"""Paragraph numbers against lists."""

from tests.catchall.intake.telegrams.samples import lines

from catchall.intake.telegrams import numbering


def chosen(text):
    return [(c.number, c.line) for c in numbering.chain(lines(text))]


def test_a_list_inside_a_paragraph_is_no_paragraph():
    text = "1. (C) We need:\n1. a pump;\n2. a valve;\n3. a seal.\n\n2. (C) So we ask."
    assert chosen(text) == [(1, 0), (2, 5)]


def test_lost_marks_are_no_hindrance():
    assert chosen("1. a\n\n2. (C) b\n\n3. c") == [(1, 0), (2, 2), (3, 4)]


def test_a_lost_number_is_passed_over():
    assert chosen("1. (C) a\n\n2. (C) b\n\n4. (C) d") == [(1, 0), (2, 2), (4, 4)]


def test_a_message_may_begin_in_the_middle():
    assert chosen("5. (C) a\n\n6. (C) b") == [(5, 0), (6, 2)]


def test_reasons_are_no_paragraph():
    assert chosen("Classified for reasons\n1.4 (b) and (d).") == []


def test_classified_by_with_a_number_is_no_paragraph():
    assert chosen("1. (U) Classified By: Ann Roe. Reason 1.4 (d).\n\n2. (U) a.") == [(2, 2)]
