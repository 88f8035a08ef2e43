"""Cells of a workbook."""

import pytest
from tests.catchall.intake.documents.sample import LIMITS, workbook

from catchall.errors import InputError
from catchall.intake.documents import sheets
from catchall.intake.documents.limits import Limits


def test_every_cell_keeps_its_name():
    told = sheets.parse(workbook("EXERCISE", "12"), "a.xlsx", LIMITS)
    assert told.text == "EXERCISE\t12\n"
    assert [(told.text[p.start : p.end], p.label) for p in told.places] == [
        ("EXERCISE", "B3"),
        ("12", "C3"),
    ]


def test_a_damaged_workbook_is_refused():
    with pytest.raises(InputError, match="is a damaged workbook"):
        sheets.parse(b"PK\x03\x04", "a.xlsx", LIMITS)


def test_too_much_text_is_told_as_that():
    with pytest.raises(InputError, match="more than 2 characters"):
        sheets.parse(workbook("EXERCISE"), "a.xlsx", Limits(text=2))
