"""The clean text holds the message, its words mended."""

from tests.catchall.intake.telegrams.samples import message, telegram


def test_the_second_header_is_not_in_the_clean_text():
    assert telegram("wire_damaged.txt").clean.count("E.O. 12958") == 1


def test_a_place_in_the_clean_text_leads_to_the_file():
    found = telegram("wire_damaged.txt")
    at = found.clean.index("himself")
    assert found.raw[slice(*found.view.span(at, at + 7))] == "himsel\nf"


def test_lines_of_a_table_stay_lines():
    found = message("1. (U) Goods:\n\n   GOODS    QTY\n   -----    ---\n   pump       1\n")
    assert found.clean.rstrip().endswith("   GOODS    QTY\n   -----    ---\n   pump       1")


def test_a_page_line_leaves_no_defect():
    found = message("1. (U) A word and\n\nROME 00000012  001.2 OF 002\n\nanother word.")
    assert [d.kind for d in found.defects] == []
