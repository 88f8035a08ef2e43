"""Header labels that lost their line end."""

import pytest

from catchall.intake.telegrams.offsets import View
from catchall.intake.telegrams.unglue import unglue


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("REF: A. CAIRO 12Classified By: Ann", "Classified By"),
        ("SUBJECT: EGYPTREF: A. CAIRO 12", "REF: A"),
        ("TAGS: EGSUBJECT: X", "SUBJECT: X"),
        ("DEPT FOR ISN E.O. 12958: N/A", "E.O."),
        ("E.O. 12958: N/A TAGS: PARM", "TAGS: PARM"),
        ("DECL: 01/02/2019 AGS: PARM", "AGS: PARM"),
    ],
)
def test_a_label_begins_a_line(text, label):
    assert f"\n{label}" in unglue(View.of(text))[0].text


@pytest.mark.parametrize(
    "text",
    [
        "REF: A. REF A: OSLO 1",
        "REF: REF: OSLO 1",
        "1. (U) See this REF: it is so",
        "(SUBJ: X)",
        "TAGS: PARM\n",
    ],
)
def test_other_labels_stay(text):
    assert unglue(View.of(text))[0].text == text


def test_the_defect_tells_the_place():
    _, defects = unglue(View.of("SUBJECT: XREF: OSLO 1"))
    assert (defects[0].raw, defects[0].repaired) == ("XREF:", "X\nREF:")
