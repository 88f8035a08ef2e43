"""Zones of a wire message."""

from tests.catchall.intake.telegrams.samples import lines, telegram

from catchall.intake.telegrams import read, wire


def test_class_lines_beside_a_page_line_are_of_the_page():
    found = wire.find(
        lines(
            "UNCLAS ROME 000012\n\n1. a\n\nUNCLASSIFIED\n\nUNCLASSIFIED\n\n"
            "PAGE 02  ROME 00012  010203Z\n\nb"
        )
    )
    assert {4, 6, 8} <= found.dropped


def test_exempt_posts_belong_to_the_format_lines():
    found = telegram("wire_sections.txt")
    assert [n.kind for n in found.noise].count("section_format_lines") == 1


def test_a_section_without_number_follows_the_one_before():
    text = (
        "UNCLAS SECTION 01 OF 02 ROME 000012\n\nSUBJECT: X\n\n1. (U) A.\n\n"
        "UNCLAS ROME 000012\n\n2. (U) B.\n"
    )
    assert [p.number for p in read(text.encode(), "x").paragraphs] == [1, 2]


def test_a_class_line_of_another_message_is_text():
    text = (
        "UNCLAS ROME 000012\n\nSUBJECT: X\n\n1. (U) He showed:\n\n"
        "UNCLAS OSLO 000099\n\n2. (U) B.\n"
    )
    assert len(read(text.encode(), "x").header_blocks) == 1


def test_a_lost_class_line_is_taken_from_the_copy():
    text = (
        "E.O. 12958: N/A\nTAGS: PARM\nSUBJECT: X\n\nUNCLAS ROME 000012\n\n"
        "E.O. 12958: N/A\nTAGS: PARM\nSUBJECT: X\n\n1. (U) A.\n"
    )
    found = read(text.encode(), "x")
    assert [b.role for b in found.header_blocks] == [
        "message_header",
        "duplicate_of_message_header",
    ]


def test_addresses_alone_are_a_header():
    assert (
        read(b"TO AMEMBASSY ROME PRIORITY\nINFO AMEMBASSY OSLO", "x").header.info[0].name
        == "AMEMBASSY OSLO"
    )


def test_the_block_of_the_clean_header_is_found_again():
    assert (
        wire.main_block(lines("FM AMEMBASSY ROME\nUNCLAS ROME 000012\nTAGS: PARM")).first == 1
    )
    assert wire.nothing("x") is None


def test_a_copy_of_the_header_behind_a_section_line_is_a_copy():
    head = "TAGS: PARM\nSUBJECT: X\n\n"
    text = (
        "UNCLAS SECTION 02 OF 02 ROME 000012\n\nTAGS: IR\n\n2. (U) B.\n\n"
        f"UNCLAS SECTION 01 OF 02 ROME 000012\n\n{head}UNCLAS ROME 000012\n\n{head}1. (U) A.\n"
    )
    found = read(text.encode(), "x")
    assert [p.number for p in found.paragraphs] == [1, 2]
    assert [tag.text for tag in found.header.tags] == ["PARM"]
