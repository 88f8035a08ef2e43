"""A header block ends with its last field."""

import pytest
from tests.catchall.intake.telegrams.samples import lines

from catchall.intake.telegrams import block


def fields(text):
    found = lines(text)
    return {
        k: " ".join(x.words for x in found[a:b]).strip()
        for k, (a, b) in block.read(found, 0).fields.items()
    }


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("TAS: PARM", "tags"),
        ("TAGS, PARM", "tags"),
        ("UBJECT: X", "subject"),
        ("SUBJ: X", "subject"),
        ("REF A. ROME 1", "refs"),
        ("REF(S): ROME 1", "refs"),
        ("EO 12958 DECL: X1", "eo"),
        ("Classiied By: Ann", "classified_by"),
        ("SUBJECT LINE", None),
        ("Refer to me", None),
    ],
)
def test_labels_are_known_in_all_their_spellings(text, name):
    assert block.label(text) == name


def test_a_subject_goes_on_over_a_blank_line_after_a_small_word():
    assert fields("SUBJECT: VALVES FOR THE\n\nMINISTRY\n\n1. (U) A.")[
        "subject"
    ] == "SUBJECT: VALVES FOR THE  MINISTRY".replace("  ", "  ")


def test_a_subject_ends_before_a_sentence():
    assert (
        fields("SUBJECT: VALVES\nThis is an action request.\n")["subject"] == "SUBJECT: VALVES"
    )


def test_references_go_on_over_blank_lines():
    assert fields("REF: A. ROME 1\n\nB. OSLO 2\n\nSome text.")["refs"].endswith("OSLO 2")


def test_a_station_on_one_line_and_its_number_on_the_next():
    assert fields("REF: A. RIO DE JANEIRO\n\n00723\n\n1. (U) A.")["refs"].endswith("00723")


def test_reasons_end_the_classified_by_line():
    assert fields("Classified By: Ann Roe. Reason 1.4 (b)\nand (d).\nThe text.")[
        "classified_by"
    ].endswith("(d).")


def test_a_class_line_over_two_lines_opens_a_block():
    found = block.opener(lines("UNCLAS SECTION 01 OF 02 LA\nPAZ 000012"), 0)
    assert (found[0].station, found[1]) == ("LA PAZ", 2)


def test_captions_without_fields_belong_to_the_block():
    assert block.read(lines("UNCLAS ROME 000012\n\nSIPDIS\n\n3. (U) A."), 0).last == 3


def test_tags_go_on_on_the_next_line():
    assert fields("TAGS: PARM PREL\nETTC IR\nSUBJECT: X")["tags"].endswith("IR")


def test_a_date_on_the_line_below_belongs_to_the_order():
    assert fields("E.O. 12958: DECL:\n01/02/2019\nTAGS: PARM")["eo"].endswith("2019")
