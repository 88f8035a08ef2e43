"""The Foreign End User List: names in both scripts, other names, the weapons of concern."""

import csv
import io

import pytest
import xlsxwriter
from tests.catchall.intake.watchlists.cut_samples import silent_losses
from tests.catchall.intake.watchlists.samples import (
    golden,
    read_bytes,
    rows,
    said,
    sample,
    words,
)

from catchall.errors import WatchlistDoubtError, WatchlistRefusedError
from catchall.intake.watchlists import read
from catchall.intake.watchlists.files import ListFile
from catchall.intake.watchlists.meti_end_user import SOURCE, recognise
from catchall.intake.watchlists.meti_end_user import read as read_list

NAME = "end_user.csv"
TEXT = golden(NAME).decode()
CELLS = list(csv.DictReader(io.StringIO(TEXT, newline="")))
FIRST = "Islamic Republic of Afghanistan/Invented Optics Institute"


@pytest.fixture(scope="module")
def records():
    return rows(sample(NAME))


def _read(tmp_path, text):
    return read_bytes(tmp_path, {"a.csv": text.encode()})


@pytest.mark.parametrize(
    "header",
    [
        "No.,Country or Region,Company or Organization,Also Known As,Type of WMD",
        "番号,国名、地域名,企業名、組織名,別名,懸念区分",
    ],
)
def test_the_header_may_be_in_either_language(header):
    assert recognise(header.encode(), "x")
    assert not recognise(header.replace("Region", "R").replace("地域名", "").encode(), "x")


def test_a_record_is_its_country_and_name(records):
    assert list(records) == [
        FIRST,
        "Iran/Sample Works Co.",
        "North Korea/Probe General Corporation",
    ]
    assert [row["countries"] for row in records.values()] == [["AF"], ["IR"], ["KP"]]


def test_names_behind_dots_and_spellings_in_brackets_are_kept(records):
    assert [(name["text"], name["kind"]) for name in records[FIRST]["names"]] == [
        ("Invented Optics Institute", "primary"),
        ("样品光学院", "original_script"),
        ("Sample Optics", "alias"),
        ("IOI", "alias"),
        ("样品院", "original_script"),
        ("Probe Works", "alias"),
    ]
    last = records["North Korea/Probe General Corporation"]
    assert said(last, "names", "alias") == ["Probe Corp"]
    assert sample(NAME).counts["names_in"] == 9


def test_the_weapons_of_concern_are_programmes(records):
    assert records[FIRST]["programmes"][2:] == ["missiles", "nuclear weapons"]
    conventional = records["Iran/Sample Works Co."]["programmes"]
    assert conventional == ["nuclear weapons", "conventional weapons"]


def test_every_text_of_the_file_is_in_its_record(records):
    for cells, row in zip(CELLS, records.values(), strict=True):
        kept = [part.strip("・()") for cell in cells.values() for part in cell.split("\n")]
        assert [part for part in kept if part not in words(row)] == []


def test_a_workbook_with_headers_on_two_lines_says_the_same(tmp_path):
    with xlsxwriter.Workbook(tmp_path / "a.xlsx") as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, [header.replace(" C", "\nC") for header in CELLS[0]])
        for at, cells in enumerate(CELLS, 1):
            sheet.write_row(at, 0, list(cells.values()))
    found = read([tmp_path / "a.xlsx"], name="test")
    assert (found.source, found.counts["loaded"]) == (SOURCE, 3)
    names = sample(NAME).records["names"]
    assert found.records["names"].equals(names)


def test_a_row_without_a_company_is_rejected(tmp_path):
    found = _read(tmp_path, TEXT.replace("Probe General Corporation", "-"))
    assert found.rejects["reason"].to_pylist() == ["no company"]
    assert (found.counts["loaded"], found.counts["names_refused"]) == (2, 1)


def test_a_country_that_is_not_known_is_kept_as_filed(tmp_path):
    row = rows(_read(tmp_path, TEXT.replace("\nIran", "\nOz")))["Oz/Sample Works Co."]
    assert row["countries"] == []
    assert "イラン Oz" in words(row)


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("\n2,", "\n4,", "number 4 follows another than 3"),
        ("\n2,", "\n,", "number 3 follows another than 2"),
        ("\n3,", "\n,", "some have none"),
    ],
)
def test_rows_not_numbered_from_1_on_are_in_doubt(old, new, problem, tmp_path):
    with pytest.raises(WatchlistDoubtError, match=problem):
        _read(tmp_path, TEXT.replace(old, new))


def test_a_list_without_numbers_is_read(tmp_path):
    assert _read(tmp_path, TEXT.replace("No.,", "Row,")).counts["loaded"] == 3


def test_a_missing_column_is_refused():
    file = ListFile("a.csv", TEXT.replace("Type of WMD", "Kind").encode())
    with pytest.raises(WatchlistRefusedError, match="header: there is no column type of wmd"):
        read_list([file])


def test_no_damage_loses_a_record_in_silence(tmp_path):
    data = golden(NAME)
    silent = silent_losses(data, lambda one: read_bytes(tmp_path, {"a.csv": one}))
    # cut behind a line end, the rows left are a whole file: only its size tells
    assert [one for one in silent if not one.endswith(b"\n")] == []
