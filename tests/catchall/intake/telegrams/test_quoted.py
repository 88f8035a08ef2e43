"""Texts quoted inside a paragraph."""

from tests.catchall.intake.telegrams.samples import message

PAPER = """1. (C) Give them "Pumps in Two Ports" below.

2. (C) BEGIN TEXT OF PAPER:

(CONFIDENTIAL REL AUS, CAN AND NSG)

Pumps in Two Ports

A firm bought pumps.

One Port

It bought ten.

Another Port
------------

It bought two.

END TEXT OF PAPER.

3. (C) End."""


def paper():
    return message(PAPER).paper


def test_title_marking_and_markers():
    found = paper()
    assert (found.title.text, found.classification) == ("Pumps in Two Ports", "CONFIDENTIAL")
    assert found.releasable_to == ("AUS", "CAN", "NSG")
    assert (found.begin_marker, found.end_marker) == (
        "BEGIN TEXT OF PAPER:",
        "END TEXT OF PAPER.",
    )


def test_headings_with_and_without_underline():
    assert [s.heading and s.heading.text for s in paper().subsections] == [
        None,
        "One Port",
        "Another Port",
    ]


def test_the_title_is_found_where_it_is_spoken_of():
    assert paper().mention.text == '"Pumps in Two Ports"'


def test_headings_of_a_paper_are_no_sections():
    assert [s.heading for s in message(PAPER).sections] == [None]


def test_a_paper_without_end_goes_to_the_end_of_its_paragraph():
    found = message("1. (C) BEGIN POINTS:\n\n1. One.\n\nWords of it.").paper
    assert found.end_marker is None


def test_a_numbered_paper():
    found = message(
        "1. (C) BEGIN POINTS:\n\n1. One word.\n\n2. Two words.\n\nEND POINTS."
    ).paper
    assert found.numbered
    assert found.title is None


def test_two_papers_in_one_message():
    found = message("1. (C) BEGIN TEXT: A. END TEXT.\n\n2. (C) BEGIN QUOTE: B. END QUOTE.")
    assert len(found.papers) == 2
