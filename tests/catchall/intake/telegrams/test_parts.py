"""The parts of the body as records."""

from tests.catchall.intake.telegrams.samples import message, telegram


def test_paragraphs_belong_to_the_heading_above_them():
    found = message("1. (U) a.\n\nONE\n---\n\n2. (U) b.\n\n3. (U) c.\n\nTWO\n---\n\n4. (U) d.")
    assert [s.paragraphs for s in found.sections] == [(1,), (2, 3), (4,)]


def test_a_heading_above_the_first_paragraph_leaves_nothing_before_it():
    assert message("ONE\n---\n\n1. (U) b.").sections[0].heading.text == "ONE"


def test_a_lone_reference_is_cited_as_reftel():
    found = message("1. (U) As reftel says.", "SUBJECT: X\nREF: OSLO 12")
    assert [c.passage.text for c in found.references[0].citations] == ["reftel"]


def test_the_block_of_a_section_is_told_with_its_number():
    found = telegram("wire_sections.txt")
    assert [(b.role, b.section) for b in found.header_blocks] == [
        ("message_header", None),
        ("section_header", 2),
    ]


def test_noise_is_in_the_order_of_the_file():
    spans = [n.span for n in telegram("wire_damaged.txt").noise]
    assert spans == sorted(spans)


def test_a_heading_inside_a_paragraph_has_its_number():
    found = message("1. (U) a.\n\nHEAD\n----\n\nwords.\n\n2. (U) b.")
    assert [s.paragraphs for s in found.sections if s.heading] == [(1,)]


def test_no_summary():
    assert message().summary is None
