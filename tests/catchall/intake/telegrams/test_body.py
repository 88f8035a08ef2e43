"""Paragraphs, headings and quoted text by line."""

from tests.catchall.intake.telegrams.samples import lines

from catchall.intake.telegrams import body


def test_text_between_begin_and_end_is_quoted():
    assert body.quoted(lines("1. BEGIN TEXT:\na\nEND TEXT.\n2. b")) == [(0, 2)]


def test_an_open_quotation_is_left_out():
    assert body.quoted(lines("1. BEGIN TEXT:\na")) == []


def test_a_quotation_on_one_line_is_closed():
    assert body.quoted(lines("1. BEGIN TEXT: a END TEXT.\nb")) == []


def test_numbers_inside_a_quotation_start_no_paragraph():
    found = body.read(lines("1. (U) BEGIN POINTS:\n\n2. (U) a\n\nEND POINTS.\n\n2. (U) b\n"))
    assert [p.first for p in found.parts] == [0, 6]


def test_a_paragraph_ends_before_the_heading_of_the_next():
    found = body.read(lines("1. (U) a.\n\nHEAD\n----\n\n2. (U) b."))
    assert [(p.first, p.last) for p in found.parts] == [(0, 1), (5, 6)]


def test_an_underlined_heading_without_number_is_found():
    found = body.read(lines("1. (U) a.\n\nHEAD\n----\n\nwords.\n\n2. (U) b."))
    assert [(h.found.first, h.inside) for h in found.headings] == [(2, True)]


def test_a_table_has_no_headings():
    assert (
        body.read(
            lines("1. (U) a:\n\n   GOODS    QTY\n   -----    ---\n   pump       1\n")
        ).headings
        == ()
    )
