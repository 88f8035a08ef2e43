"""XLSX: every sheet, a line for each row, cells separated by tabs. In: bytes; out: ``Parsed``.

Each cell that holds something keeps its name (``B7``) as its place.
"""

from io import BytesIO
from typing import Any

from python_calamine import CalamineWorkbook

from catchall.errors import InputError
from catchall.intake.documents.limits import Limits
from catchall.intake.documents.model import Parsed
from catchall.intake.documents.writer import Writer
from catchall.intake.workbook import cell_text

_LETTERS = 26


def column(number: int) -> str:
    """The letters of a column, counted from 0.

    >>> column(0), column(25), column(26), column(702)
    ('A', 'Z', 'AA', 'AAA')
    """
    letters, rest = "", number + 1
    while rest:
        rest, letter = divmod(rest - 1, _LETTERS)
        letters = chr(ord("A") + letter) + letters
    return letters


def _sheet(writer: Writer, sheet: Any) -> None:
    top, left = sheet.start or (0, 0)
    for at, row in enumerate(sheet.to_python(skip_empty_area=True), top + 1):
        cells = [" ".join(cell_text(value).split()) for value in row]
        if not any(cells):
            continue
        for number, text in enumerate(cells):
            if number:
                writer.write("\t")
            if text:
                writer.put(text, label=f"{column(left + number)}{at}")
        writer.write("\n")


def parse(data: bytes, name: str, limits: Limits) -> Parsed:
    """The cells of every sheet.

    Raises:
        InputError: the workbook is damaged or over the limits.
    """
    writer = Writer(name, limits)
    try:
        book = CalamineWorkbook.from_filelike(BytesIO(data))
        for title in book.sheet_names:
            writer.page(title)
            _sheet(writer, book.get_sheet_by_name(title))
    except InputError:
        raise
    except BaseException as error:  # the Rust reader panics, which is no Exception
        if isinstance(error, KeyboardInterrupt | MemoryError):
            raise
        raise InputError(
            name, f"is a damaged workbook ({type(error).__name__})", "Save it again as .xlsx."
        ) from error
    return writer.done()
