"""Order, subject, classified-by, captions and passing lines."""

import pytest

from catchall.intake.telegrams import fields


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("E.O. 12958: DECL: 6/3/08", "2008-06-03"),
        ("EO 12958 DECL: 2020/02/23", "2020-02-23"),
        ("E.O. 12958: DECL: 25 MAR 2019", "2019-03-25"),
        ("E.O. 12958: DECL: 25/12/2019", "2019-12-25"),
        ("E.O. 12958: N/A", None),
        ("E.O. 12958: DECL: X1, X5", None),
        ("E.O. 12958: DECL: 02/31/2019", None),
        ("E.O. 12958: DECL: MAY 3, 2031", "2031-05-03"),
    ],
)
def test_day_of_declassification(text, day):
    assert fields.order(text)[1] == day


def test_an_event_is_kept_as_written():
    assert fields.order("E.O. 12958: DECL: AFTER THE TALKS")[2] == "AFTER THE TALKS"


@pytest.mark.parametrize(
    ("text", "name", "title"),
    [
        (
            "Classified By: Acting Economic Section Chief Ann Roe. Reasons 1.4 (b).",
            "Ann Roe",
            "Acting Economic Section Chief",
        ),
        ("Classified By: Ann B. Roe, DCM, for reasons 1.5 (d)", "Ann B. Roe", "DCM"),
        (
            "CLASSIFIED BY: Political Counselor, Ann Roe, REASON: 1.4 (d)",
            "Ann Roe",
            "Political Counselor",
        ),
        (
            "Classified By: Ambassador Ada van Houten, E.O. 12958, 1.4 (b)",
            "Ada van Houten",
            "Ambassador",
        ),
        (
            "Classified By: Consul General Ann Roe, Embassy Rome. Reason 1.4 (b)",
            "Ann Roe",
            "Consul General, Embassy Rome",
        ),
        ("Classified By: Ann Roe. Reason 1.4 (b)", "Ann Roe", None),
        ("Classified By: Reason 1.4 (b)", None, None),
    ],
)
def test_name_and_title(text, name, title):
    who, _ = fields.classified_by(text)
    assert (who.name, who.title) == (name, title)


@pytest.mark.parametrize(
    ("text", "letters"),
    [
        ("1.4 (b) and (d)", "bd"),
        ("1.4(B),(D),(H).", "bdh"),
        ("1.5 b, d", "bd"),
        ("1.4 (a/b)", "ab"),
        ("1.4", ""),
    ],
)
def test_letters_of_the_reasons(text, letters):
    assert "".join(fields.reasons(text).letters) == letters


def test_no_section_no_reasons():
    assert fields.reasons("because") is None


def test_a_line_without_label_classifies_nothing():
    assert fields.classified_by("x") == (None, None)


def test_the_subject_ends_before_a_glued_reference():
    assert (
        fields.subject("SUBJECT: (C/NF) NEWS FROM ROMEREF: A. ROME 12").text == "NEWS FROM ROME"
    )


def test_a_page_line_is_no_subject():
    assert fields.subject("SUBJECT: NEWS ROME 00000012 001.2 OF 002").text == "NEWS"


def test_an_empty_subject_is_none():
    assert fields.subject("SUBJECT: ") is None


def test_a_single_word_in_capitals_is_a_caption():
    assert fields.is_caption("TERREP")
    assert not fields.is_caption("EAP/TC")


def test_two_words_may_be_one_caption():
    assert fields.captions("ROGER CHANNEL, SIPDIS") == ["ROGER CHANNEL", "SIPDIS"]


@pytest.mark.parametrize(
    ("text", "post", "attention"),
    [
        ("BERN FOR POL: ANN ROE", "BERN", ("POL: ANN ROE",)),
        (
            "STATE FOR ISN/CB (MARSH, ELLERY), EAP AND NEA",
            "STATE",
            ("ISN/CB (MARSH, ELLERY)", "EAP", "NEA"),
        ),
        ("PLEASE PASS TO USTR", None, ("USTR",)),
        ("DEPT NEA/MAG (ROE)", None, ()),
    ],
)
def test_passing_lines(text, post, attention):
    found = fields.passing(text)
    assert (found.post, found.attention) == (post, attention)


def test_an_office_in_capitals_is_a_title():
    who, _ = fields.classified_by("Classified By: DAS R. Ellery, ISN Acting. Reason 1.4 (b).")
    assert (who.name, who.title) == ("R. Ellery", "DAS, ISN Acting")
