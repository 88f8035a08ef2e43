"""PDF: the text of each page, with a box for each word. In: bytes; out: ``Parsed``.

Fields of forms and notes are made part of their page first. A page without text is a scan: its
letters are recognised where the extra ``ocr`` is there, and the page is rejected where not.
Files attached to the PDF come out as parts.
"""

from typing import Any

from catchall.errors import InputError
from catchall.intake.documents import extras, letters
from catchall.intake.documents.limits import Limits
from catchall.intake.documents.model import Parsed
from catchall.intake.documents.writer import Box, Writer

_NAMES = ("Title", "Author", "Subject", "Creator", "Producer", "CreationDate", "ModDate")
_HYPHENS = {"\x02": "-", "\ufffe": "-", "\r": ""}
_SURROGATES = range(0xD800, 0xE000)
_LEAST = 3
"""Letters below which a page counts as a scan: a page number alone is no text."""


def _opened(data: bytes, name: str) -> Any:
    pdfium = extras.library("pypdfium2")
    try:
        pdf = pdfium.PdfDocument(data)
        pdf.init_forms()
    except pdfium.PdfiumError as error:
        locked = "password" in str(error).lower()
        problem = "is locked with a password" if locked else f"is a damaged PDF ({error})"
        advice = "Save it without the password." if locked else "Ask the sender for it again."
        raise InputError(name, problem, advice) from error
    return pdf


def _letter(code: int) -> str:
    if code in _SURROGATES or code == 0:
        return "\ufffd"
    return _HYPHENS.get(chr(code), chr(code))


def _characters(page: Any) -> list[tuple[str, Box]]:
    """Every character of the page and its box, from the top left corner."""
    raw, text, height = extras.library("pypdfium2.raw"), page.get_textpage(), page.get_height()
    found = []
    for at in range(text.count_chars()):
        left, bottom, right, top = text.get_charbox(at)
        letter = _letter(raw.FPDFText_GetUnicode(text.raw, at))
        found.append((letter, (left, height - top, right, height - bottom)))
    return found


def around(boxes: list[Box]) -> Box:
    """The smallest box around these, in tenths of a point.

    >>> around([(1, 2, 3, 4), (2, 1, 5, 3)])
    (1, 1, 5, 4)
    """
    left, top, right, bottom = zip(*boxes, strict=True)
    return (
        round(min(left), 1),
        round(min(top), 1),
        round(max(right), 1),
        round(max(bottom), 1),
    )


def _put(writer: Writer, found: list[tuple[str, Box]]) -> None:
    word: list[tuple[str, Box]] = []

    def close() -> None:
        if word:
            text = "".join(letter for letter, _ in word)
            writer.put(text, around([box for _, box in word]))
            word.clear()

    for letter, box in found:
        if letter.isspace() or not letter:
            close()
            writer.write(letter)
        else:
            word.append((letter, box))
    close()
    writer.write("\n")


def _scan(writer: Writer, page: Any, number: int) -> None:
    if not writer.limits.recognise:
        writer.reject(
            f"page {number}",
            "has no text (a scan), and its letters are recognised only with the extra 'ocr': "
            "python3 setup/bootstrap.py ocr",
        )
        return
    picture = page.render(scale=letters.DOTS / 72).to_numpy()
    letters.put(writer, picture, 72 / letters.DOTS)


def _page(writer: Writer, pdf: Any, at: int) -> None:
    if pdf.formenv:
        pdf.get_page(at).flatten()
    page = pdf.get_page(at)  # what was made part of a page shows when it is opened again
    writer.page("", page.get_width(), page.get_height())
    found = _characters(page)
    if sum(letter.isalnum() for letter, _ in found) < _LEAST:
        _scan(writer, page, at + 1)
    else:
        _put(writer, found)


def _files(writer: Writer, pdf: Any) -> None:
    for at in range(pdf.count_attachments()):
        inside = pdf.get_attachment(at)
        writer.parts.append(
            (inside.get_name() or f"attachment {at + 1}", bytes(inside.get_data()))
        )


def parse(data: bytes, name: str, limits: Limits) -> Parsed:
    """The text of a PDF, page by page.

    Raises:
        InputError: it is damaged, locked, or over the limits.
    """
    pdf, writer = _opened(data, name), Writer(name, limits)
    pdfium = extras.library("pypdfium2")
    for key, value in pdf.get_metadata_dict().items():
        if key in _NAMES:
            writer.metadata[key] = value
    for at in range(len(pdf)):
        try:
            _page(writer, pdf, at)
        except pdfium.PdfiumError as error:
            writer.reject(f"page {at + 1}", f"is damaged ({error})")
    _files(writer, pdf)
    return writer.done()
