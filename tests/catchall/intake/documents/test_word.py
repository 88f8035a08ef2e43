"""DOCX: paragraphs, tables, headers."""

from io import BytesIO

import pytest
from tests.catchall.intake.documents.sample import LIMITS

from catchall.errors import InputError
from catchall.intake.documents import word
from catchall.intake.documents.limits import Limits

docx = pytest.importorskip("docx", reason="the extra documents is not installed")


def _made() -> bytes:
    document, stream = docx.Document(), BytesIO()
    document.add_paragraph("EXERCISE letter\tone")
    table = document.add_table(1, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "Goods", "12"
    document.sections[0].header.paragraphs[0].text = "Invented head"
    document.save(stream)
    return stream.getvalue()


def test_paragraphs_rows_and_headers_are_read_in_order():
    told = word.parse(_made(), "a.docx", LIMITS)
    assert told.text == "EXERCISE letter\tone\nGoods\t12\nInvented head\n"
    assert [page.name for page in told.pages] == ["body", "header1"]


def test_a_cell_has_its_place():
    told = word.parse(_made(), "a.docx", LIMITS)
    assert [(told.text[p.start : p.end], p.label) for p in told.places][1] == ("12", "T1R1C2")


def test_a_damaged_docx_is_refused():
    with pytest.raises(InputError, match="is a damaged DOCX"):
        word.parse(b"PK\x03\x04", "a.docx", LIMITS)


def test_too_much_text_is_told_as_that():
    with pytest.raises(InputError, match="more than 5 characters"):
        word.parse(_made(), "a.docx", Limits(text=5))
