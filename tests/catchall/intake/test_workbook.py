"""Cells of a sheet become text without losing what they say."""

import io
from datetime import date, datetime, time, timedelta

import pytest
import xlsxwriter
from tests.catchall.intake.filed import parties, rows, workbook, write

from catchall.errors import InputError
from catchall.intake import shipments
from catchall.intake.workbook import cell_text

MIDNIGHT = datetime(2025, 3, 1)  # noqa: DTZ001  a sheet knows no zones


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("010121", "010121"), (69072190.0, "69072190"), (1358846.04, "1358846.04"), (7, "7"),
        (True, "true"), (False, "false"), (date(2025, 3, 1), "2025-03-01"),
        (time(7), "07:00:00"),
        (MIDNIGHT, "2025-03-01"), (MIDNIGHT.replace(hour=7), "2025-03-01T07:00:00"),
        (timedelta(hours=1), "3600.0"), (1e22, "10000000000000000000000"),
    ],
)  # fmt: skip
def test_a_cell_is_text(value, text):
    assert cell_text(value) == text


def test_a_workbook_comes_in_as_text(tmp_path):
    when = datetime(2025, 3, 1)  # noqa: DTZ001  a sheet knows no zones
    cells = [["consignee", "HS CODE", "date", "value"], ["Alder", 69072190, when, 12.5], [],
             ["=Birch", "010121", "Mar 2025", 3, "beyond"], [True, "", "", ""]]  # fmt: skip
    intake = shipments.read([write(tmp_path, workbook(cells, top=2), "in.xlsx")])
    first, last = intake.shipments.to_pylist()
    assert (first["source_line"], first["hs_code"], first["date"]) == (
        4,
        "69072190",
        "2025-03-01",
    )
    assert (first["value"], parties(last)[0][1]) == ("12.5", "true")
    assert intake.rejects["source_line"].to_pylist() == [6]
    assert "sheet 'Notes' was not read" in intake.reports[0].notes


def test_a_workbook_keeps_what_looks_like_a_formula_as_text(tmp_path):
    stream = io.BytesIO()
    book = xlsxwriter.Workbook(stream, {"in_memory": True, "strings_to_formulas": False})
    book.add_worksheet().write_column(0, 0, ["consignee", "=1+1"])
    book.close()
    assert parties(rows(tmp_path, stream.getvalue(), "in.xlsx")[0])[0][1] == "=1+1"


def test_a_sheet_with_a_stray_cell_far_away_is_refused(tmp_path):
    stream = io.BytesIO()
    book = xlsxwriter.Workbook(stream, {"in_memory": True})
    sheet = book.add_worksheet()
    sheet.write(0, 0, "consignee")
    sheet.write(1_048_575, 16_383, "x")
    book.close()
    with pytest.raises(InputError, match="stray cells"):
        shipments.read([write(tmp_path, stream.getvalue(), "in.xlsx")])
