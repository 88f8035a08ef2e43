"""A telegram is read whole, whatever its form and its damage."""

import pytest
from tests.catchall.intake.telegrams.samples import telegram
from tools import fuzz_telegrams

from catchall.intake.telegrams import header, read

FILES = ("wire_damaged.txt", "wire_sections.txt", "office.txt", "archive.txt")


@pytest.mark.parametrize("name", FILES)
def test_every_fixture_is_marked_as_an_exercise(name):
    assert telegram(name).raw.startswith("EXERCISE EXERCISE EXERCISE")


@pytest.mark.parametrize(
    ("name", "form"),
    [("wire_damaged.txt", "wire"), ("office.txt", "office"), ("archive.txt", "archive")],
)
def test_the_form_is_recognised(name, form):
    assert telegram(name).form == form


@pytest.mark.parametrize("name", FILES)
def test_a_paragraph_slices_to_its_words(name):
    found = telegram(name)
    for one in found.paragraphs:
        pieces = found.view.pieces(*one.passage.clean)
        raw = "".join(found.raw[a:b] for a, b in pieces)
        assert "".join(one.passage.text.split())[:12] == "".join(raw.split())[:12]


def test_paragraphs_of_the_damaged_message():
    found = telegram("wire_damaged.txt")
    assert [(p.number, p.marking) for p in found.paragraphs] == [(1, "C"), (2, None), (3, "C")]


def test_the_damage_is_mended_and_told():
    found = telegram("wire_damaged.txt")
    text = found.paragraphs[0].passage.text
    assert "himself carried the papers, he said" in text
    kinds = {d.kind for d in found.defects}
    assert {
        "word_split_by_newline",
        "missing_space_after_comma",
        "duplicate_header_block",
        "glued_header_field",
        "blank_line_inside_sentence",
        "pilcrow",
    } <= kinds


def test_a_page_line_inside_a_sentence_is_noise():
    found = telegram("wire_damaged.txt")
    assert "seen the crate" in found.paragraphs[1].passage.text
    assert "page_line" in {n.kind for n in found.noise}


def test_the_signature_stands_before_the_web_footer():
    found = telegram("wire_damaged.txt")
    assert found.signature.text == "QUILLAN"
    assert "portal_footer" in {n.kind for n in found.noise}


def test_sections_out_of_order_are_read_in_order():
    found = telegram("wire_sections.txt")
    assert [p.number for p in found.paragraphs] == [1, 2, 3, 4, 5]
    assert "a sign of good faith" in found.paragraphs[2].passage.text


def test_the_archive_keeps_its_attributes():
    found = telegram("archive.txt")
    assert found.trailer["Document Number"] == "1976QUITO03471"
    assert [p.number for p in found.paragraphs] == [1, 2, 3]


def test_a_stamp_inside_a_sentence_is_left_out():
    found = telegram("archive.txt")
    assert "AND WILL NOT BUY." in found.paragraphs[1].passage.text


@pytest.mark.parametrize(
    "data", [b"", b"\n", b"\xff\xfe", b"\x00" * 9, b"1. (C", "\U0001f600".encode()]
)
def test_no_input_makes_it_fail(data):
    assert read(data, "x").name == "x"


def test_a_lone_paragraph_has_no_number():
    found = read(
        b"UNCLAS ROME 000012\n\nSUBJECT: EXERCISE\n\nOnly these words.\n\nMARSH\n", "x"
    )
    assert [(p.number, p.passage.text) for p in found.paragraphs] == [
        (None, "Only these words.")
    ]


def test_the_message_itself_is_no_reference_of_its_own():
    found = header("REF: A. LIMA 12 B. ROME 7", year=2009, own="09LIMA0012")
    assert [r["identifier"] for r in found["references"]] == ["09ROME7"]


def test_a_message_in_small_letters_is_read():
    raw = telegram("wire_sections.txt").raw.lower()
    found = read(raw.encode(), "x")
    assert found.header.identifier == "06ASHGABAT733"
    assert [t.text for t in found.header.tags] == ["ETTC", "PARM", "PREL", "TX", "CH"]
    assert [p.marking for p in found.paragraphs] == ["C", "C", "C", "C", "U"]


def test_a_sample_of_fuzzed_headers_and_messages_is_read():
    assert fuzz_telegrams.main(["250", "60"]) == 0
