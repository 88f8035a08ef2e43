"""TAGS, glued, misspelt, in words, names of persons."""

import pytest

from catchall.intake.telegrams import tags


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("TAGS: parm, ir", ["PARM", "IR"]),
        ("TAGS PARM IR", ["PARM", "IR"]),
        ("TAS: PARM", ["PARM"]),
        ("TAGS: PARMPRELIR", ["PARM", "PREL", "IR"]),
        ("TAGS: IRPARM PARM", ["IR", "PARM"]),
        ("TAGS: OVIP ELLERY ROSA PREL", ["OVIP", "ELLERY, ROSA", "PREL"]),
        ("TAGS: OVIP (ELLERY, ROSA T.), PREL", ["OVIP", "ELLERY, ROSA T.", "PREL"]),
        ("TAGS: PREL MARSH JOHN", ["PREL", "MARSH, JOHN"]),
        ("TAGS: PREL HUMAN RIGHTS IT", ["PREL", "HUMAN RIGHTS", "IT"]),
        ("TAGS: PREL HUMAN RIGHTSPREF", ["PREL", "HUMAN RIGHTS", "PREF"]),
        ("TAGS: IT LOCAL HARBOUR AFFAIRS PREL", ["IT", "LOCAL HARBOUR AFFAIRS", "PREL"]),
        ("TAGS: PARM SIPDIS", ["PARM"]),
        ("TAGS: PARM PAGE 02  ROME 03067  211833Z IT", ["PARM", "IT"]),
        ("TAGS: PARMM", ["PARM"]),
        ("TAGS: COUNTER TERRORISM", ["COUNTERTERRORISM"]),
        ("TAGS: TRADE IN PUMPS IT", ["TRADE", "IN", "PUMPS", "IT"]),
        ("TAGS:", []),
    ],
)
def test_tags(text, want):
    assert [tag.text for tag in tags.read(text)] == want


def test_kinds():
    assert [
        t.kind for t in tags.read("TAGS: PARM KNNP IR NATO XYZW, MARSH JOHN, HUMAN RIGHTS")
    ] == [
        "subject",
        "programme",
        "geographic",
        "organisation",
        "unknown",
        "person",
        "term",
    ]


def test_places_have_the_departments_own_codes():
    assert tags.read("TAGS: CH")[0].meaning == "china"


@pytest.mark.parametrize(
    ("before", "line"),
    [("TAGS: PARM,", "XX YY"), ("TAGS: PARM COUNTRY", "CLEARANCE"), ("TAGS: PARM", "IR IZ")],
)
def test_a_row_goes_on(before, line):
    assert tags.continues(before, line)


def test_a_very_long_run_is_left_whole():
    assert len(tags.read("TAGS: " + "PARM" * 60)) == 1
