"""Text of a PDF and the boxes of its words."""

from io import BytesIO

import pytest
from tests.catchall.intake.documents.sample import LIMITS
from tests.catchall.intake.documents.sample import pdf as made

from catchall.errors import InputError
from catchall.intake.documents import letters, pdf

pytest.importorskip("pypdfium2", reason="the extra documents is not installed")


def test_every_word_has_its_box_on_the_page():
    told = pdf.parse(made("EXERCISE", "Invoice no 12"), "a.pdf", LIMITS)
    words = {told.text[p.start : p.end]: p.box for p in told.places}
    assert list(words) == ["EXERCISE", "Invoice", "no", "12"]
    assert words["EXERCISE"][3] < words["Invoice"][1]


def test_a_page_without_text_is_rejected_and_named():
    told = pdf.parse(made(), "a.pdf", LIMITS)
    assert [one.place for one in told.rejects] == ["page 1"]


def test_a_scanned_page_is_recognised_when_asked_for(monkeypatch):
    seen = []
    monkeypatch.setattr(letters, "put", lambda _w, picture, _scale: seen.append(picture.shape))
    limits = type(LIMITS)(recognise=True)
    pdf.parse(made(), "a.pdf", limits)
    assert seen[0][:2] == (2223, 1667)


def test_a_damaged_pdf_is_refused():
    with pytest.raises(InputError, match="is a damaged PDF"):
        pdf.parse(b"%PDF-1.4 nothing", "a.pdf", LIMITS)


def test_a_file_inside_the_pdf_is_a_part():
    pdfium = pytest.importorskip("pypdfium2")
    document = pdfium.PdfDocument(made("EXERCISE"))
    document.new_attachment("note.txt").set_data(b"invented")
    stream = BytesIO()
    document.save(stream)
    assert pdf.parse(stream.getvalue(), "a", LIMITS).parts == (("note.txt", b"invented"),)
