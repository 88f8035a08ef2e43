"""References: year, station, subject, other kinds."""

from datetime import date

import pytest
from tests.catchall.intake.telegrams.samples import message

from catchall.intake.telegrams.references import Context, pieces

MARCH = Context(2009, date(2009, 3, 20), "MADRID", 262)


def read(text, at=MARCH):
    return [p.reference for p in pieces(text, at)]


def test_the_year_of_the_message_is_inferred():
    one = read("REF: OSLO 12")[0]
    assert (one.identifier, one.year_inferred) == ("09OSLO12", True)


def test_a_written_year_is_not_inferred():
    one = read("REF: 08 OSLO 12")[0]
    assert (one.year, one.year_as_written, one.year_inferred) == (2008, "08", False)


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("REF: MADRID 263", 2008),
        ("REF: MADRID 12", 2009),
        ("REF: STATE 99000", 2008),
        ("REF: STATE 23911", 2009),
    ],
)
def test_a_number_not_yet_reached_is_of_the_year_before(text, year):
    assert read(text)[0].year == year


def test_previous_notal_and_subject():
    one = read("REF: A. 08 OSLO 12 AND PREVIOUS (NOTAL) - PUMPS FOR A WORKS")[0]
    assert (one.and_previous, one.notal, one.subject) == (True, True, "PUMPS FOR A WORKS")


def test_a_subject_in_brackets():
    assert read('REF: A. OSLO 12 ("TWO PUMPS")')[0].subject == "TWO PUMPS"


def test_further_telegrams_of_an_item():
    one = read("REF: A. OSLO 12 AND 15 B. RIGA 7")[0]
    assert one.also == ("09OSLO15",)


@pytest.mark.parametrize(
    ("text", "kind", "day"),
    [
        ("ROE/MARSH E-MAIL OF JAN 9", "e-mail", ("2009-01-09", "day_year_inferred")),
        ("ROE-MARSH TELCON 01/11/09", "telephone", ("2009-01-11", "day")),
        ("ROE LETTER OF 12 DECEMBER", "letter", ("2008-12-12", "day_year_inferred")),
        ("2008 HUMAN RIGHTS REPORT", "report", None),
        ("9 FAM 41.31", "book", None),
        ("OSLO A-50", "airgram", None),
        ("ROE E-MAIL 02/30/09", "e-mail", None),
        ("ROE E-MAIL 3/2", "e-mail", ("2009-03-02", "day_year_inferred")),
        ("MEMO OF 9 JAN 08", "letter", ("2008-01-09", "day")),
        ("THE USUAL SOURCES", None, None),
    ],
)
def test_references_that_are_no_telegrams(text, kind, day):
    one = read(f"REF: A. {text}")[0]
    assert (one.kind, one.text, one.date) == (kind, text, day)


def test_without_letters_each_telegram_is_its_own():
    found = read("REF: OSLO 12; ROE E-MAIL; 08 RIGA 7")
    assert [(r.letter, r.identifier or r.kind) for r in found] == [
        (None, "09OSLO12"),
        (None, "e-mail"),
        (None, "08RIGA7"),
    ]


def test_a_page_line_among_references_is_passed_over():
    assert [
        r.identifier for r in read("REF: A) OSLO 1 MADRID 00000262 001.2 OF 005 B) OSLO 2")
    ] == ["09OSLO1", "09OSLO2"]


def test_the_span_leads_to_the_item():
    found = message(fields="SUBJECT: X\nREF: A. OSLO 12 (NOTAL)\n\n     B. RIGA 7")
    assert [found.raw[slice(*r.span)] for r in found.references] == [
        "A. OSLO 12 (NOTAL)",
        "B. RIGA 7",
    ]


def test_without_a_year_the_identifier_has_none():
    assert read("REF: OSLO 12", Context())[0].identifier == "OSLO12"


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("OSLO 12 (S/NF)", None),
        ("OSLO 12 PUMPS AND VALVES", "PUMPS AND VALVES"),
        ("OSLO 12 \u2013 PUMPS", "PUMPS"),
        ("OSLO 12 DTG 121212Z MAR 09", None),
        ("OSLO 12 (SUBJECT: PUMPS)", "PUMPS"),
    ],
)
def test_what_follows_a_telegram_is_its_subject(text, subject):
    assert read(f"REF: A. {text}")[0].subject == subject
