"""The office form."""

import pytest
from tests.catchall.intake.telegrams.samples import lines, telegram

from catchall.intake.telegrams import office, read


def test_labels_become_fields():
    found = telegram("office.txt").header
    assert found.identifier == "ECU/2012/0457"
    assert found.from_address == "Export Control Unit, Larkfield"
    assert [a.name for a in found.info] == ["Embassy Tokyo", "Embassy Seoul"]
    assert found.date == "2012-06-04"
    assert found.release_marking == "OFFICIAL - RELEASABLE TO AUS, CAN, NZL"


def test_references_of_an_office():
    found = telegram("office.txt")
    assert [(r.letter, r.kind) for r in found.references] == [
        ("A", None),
        ("B", "telephone"),
        ("C", "telegram"),
    ]


def test_a_signature_block_keeps_all_its_lines():
    assert (
        telegram("office.txt").signature.text
        == "Harriet Penmarsh Head, Export Control Unit +00 000 0000"
    )


def test_a_farewell_is_not_signed():
    text = (
        "FROM: A\nTO: B\nDATE: 1 May 2010\nSUBJECT: EXERCISE\n\n1. A word.\n\n"
        "Kind regards,\nAnn Roe\n"
    )
    assert read(text.encode(), "x").signature.text == "Ann Roe"


@pytest.mark.parametrize(
    "text", ["12/25/2012", "25/12/2012", "December 25, 2012", "25th December 2012"]
)
def test_days(text):
    assert office.day(text) == "2012-12-25"


def test_no_day():
    assert office.day("soon") is None


def test_a_wire_message_is_no_office_message():
    assert not office.is_office(
        lines("FM AMEMBASSY ROME\nTO SECSTATE WASHDC\nUNCLAS ROME 000012\n\nSUBJECT: X")
    )


def test_no_labels_no_block():
    assert office.block(lines("a")).first == 0


def test_a_release_marking_may_have_its_own_label():
    text = (
        "RELEASABLE TO: PARTNERS\nFROM: A\nTO: B\nDATE: 1 May 2010\n"
        "SUBJECT: EXERCISE\n\n1. A word.\n"
    )
    assert read(text.encode(), "x").header.release_marking == "PARTNERS"


def test_a_class_line_gives_the_class():
    text = "CONFIDENTIAL\nFROM: A\nTO: B\nDATE: 1 May 2010\nSUBJECT: EXERCISE\n\n1. A word.\n"
    assert read(text.encode(), "x").header.classification == "CONFIDENTIAL"


def test_the_marking_that_names_readers_comes_first():
    text = (
        "OFFICIAL\nREL TO NZL\nEXERCISE\nFROM: A\nTO: B\n"
        "DATE: 1 May 2010\nSUBJECT: C\n\n1. A word.\n"
    )
    found = read(text.encode(), "x").header
    assert (found.release_marking, found.captions) == ("REL TO NZL", ("EXERCISE",))


OFFICE = "FROM: A\nTO: B\nDATE: 1 May 2010\nSUBJECT: C\n\n{}\n\n1. A word.\n\n{}\n"


@pytest.mark.parametrize(
    "marking", ["(RESTRICTED - PARTNERS)", "FOR LIAISON OFFICERS ONLY", "CONFIDENTIAL - REL WA"]
)
def test_a_marking_below_the_labels_is_no_heading(marking):
    found = read(OFFICE.format(marking, "Ann Roe").encode(), "x")
    assert found.header.release_marking == marking
    assert [s.heading for s in found.sections] == [None]


@pytest.mark.parametrize("words", ["(signed) A. Roe", "pp. Head of Section", "Duty officer"])
def test_other_signatures(words):
    assert read(OFFICE.format("REL B", words).encode(), "x").signature.text == words
