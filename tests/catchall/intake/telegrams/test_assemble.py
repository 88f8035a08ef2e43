"""A message put together: header, references, body."""

from tests.catchall.intake.telegrams.samples import message, telegram

from catchall.intake.telegrams import read


def test_the_second_copy_of_the_header_gives_second_places():
    found = telegram("wire_damaged.txt")
    one = found.references[0]
    assert (
        found.raw[slice(*one.span)]
        == found.raw[slice(*one.duplicate_span)]
        == "A. LA PAZ 00987 (NOTAL)"
    )


def test_classified_by_in_the_first_paragraph_is_found():
    found = message("1. (U) Classified By: Consul Ann Roe. Reason 1.4 (d).\n\n2. (U) A word.")
    assert found.header.classified_by.name == "Ann Roe"


def test_a_serial_cut_to_four_digits_is_told():
    text = (
        "DE RUEHRO #4567 0790625\nP 201625Z MAR 09\nFM AMEMBASSY ROME\n"
        "UNCLAS ROME 034567\n\nSUBJECT: X\n\n1. (U) A."
    )
    defect = next(
        d for d in read(text.encode(), "x").defects if d.kind == "truncated_station_serial"
    )
    assert text[slice(*defect.span)] == "#4567"


def test_a_missing_section_is_told():
    text = (
        "UNCLAS SECTION 01 OF 03 ROME 000012\n\nSUBJECT: X\n\n1. (U) A.\n\n"
        "UNCLAS SECTION 03 OF 03 ROME 000012\n\n2. (U) B.\n"
    )
    assert "section 2 is not in the file" in {
        d.repaired for d in read(text.encode(), "x").defects
    }


def test_the_year_is_that_of_the_web_page_without_a_date_time_group():
    text = (
        "Identifier\nCreated\n09ROME12\n2009-03-12 08:15:00\nCable title: X\n"
        "Tags: PARM\nUNCLAS ROME 000012\n\nREF: OSLO 7\n\n1. (U) A."
    )
    assert read(text.encode(), "x").references[0].identifier == "09OSLO7"
