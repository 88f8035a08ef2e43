"""A user's own list: plain columns, several values in a cell, CSV or XLSX."""

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
from catchall.intake.watchlists.own import SOURCE, recognise

CELLS = list(csv.DictReader(io.StringIO(golden("own.csv").decode(), newline="")))


@pytest.fixture(scope="module")
def records():
    return rows(sample("own.csv"))


@pytest.mark.parametrize(
    ("head", "is_own"),
    [
        (b"Name;Also Known As;Remarks\n", True),
        (b"\xef\xbb\xbfNAME\tDOB\ttype\n", True),
        (b"name,country\na,b\n", False),
        (b"name,country,price\n", False),
        (b"id,country,address\n", False),
        (b"", False),
        (b"PK\x03\x04broken", False),
    ],
)
def test_a_list_is_known_by_its_header_words(head, is_own):
    assert recognise(head, "x") is is_own


def test_each_name_has_its_kind(records):
    names = records["1"]["names"]
    assert [(name["text"], name["kind"]) for name in names] == [
        ("Invented Optics OOO", "primary"),
        ("IOO", "alias"),
        ("Optika Sample", "alias"),
        ("IO", "weak_alias"),
        ("Sample Plant", "former"),
        ("Изобретённая оптика", "original_script"),
    ]


def test_a_record_has_the_number_given_or_else_its_name(records):
    assert list(records) == ["1", "2", "3", "Nameless Works"]
    schemas = [row["schema"] for row in records.values()]
    assert schemas == ["Organization", "Person", "Vessel", "LegalEntity"]


def test_identifiers_and_links_may_say_their_kind(records):
    row = records["1"]
    assert said(row, "identifiers", "tax") == ["7700123456"]
    assert said(row, "identifiers", "number") == ["88-17"]
    assert row["links"] == [
        {"kind": "owner", "target": "Holding Sample"},
        {"kind": "linked_to", "target": "Probe Trading"},
    ]
    assert said(records["3"], "identifiers", "imo") == ["9074729"]


def test_values_in_one_cell_are_parted_and_remarks_kept_whole(records):
    row = records["1"]
    assert row["countries"] == ["RU", "AE"]
    assert [one["text"] for one in row["addresses"]] == ["1 Sample Street", "2 Probe Road"]
    assert (row["programmes"], row["remarks"]) == (
        ["alpha", "beta"],
        "Did not pay; do not ship",
    )


def test_every_text_of_the_file_is_in_its_record(records):
    for cells, row in zip(CELLS, records.values(), strict=True):
        kept = [part for cell in cells.values() for part in cell.split(";")]
        kept = [" ".join(part.split(":")[-1].split()) for part in kept]
        texts = words(row) + " ship person Company"
        assert [part for part in kept if part not in texts] == []


def test_a_workbook_is_recognised_and_says_the_same(tmp_path):
    with xlsxwriter.Workbook(tmp_path / "a.xlsx") as book:
        sheet = book.add_worksheet()
        for at, cells in enumerate([list(CELLS[0]), *(one.values() for one in CELLS)]):
            sheet.write_row(at, 0, list(cells))
    found = read([tmp_path / "a.xlsx"], name="test")
    assert found.source == SOURCE
    assert found.records.equals(sample("own.csv").records)


def test_a_list_without_a_column_of_names_is_refused(tmp_path):
    with pytest.raises(WatchlistRefusedError, match="its content is not"):
        read_bytes(tmp_path, {"a.csv": golden("own.csv").replace(b"id,name", b"id,firm")})


def test_a_list_without_its_last_line_end_is_in_doubt(tmp_path):
    with pytest.raises(WatchlistDoubtError, match="without a line end"):
        read_bytes(tmp_path, {"a.csv": golden("own.csv")[:-1]})


def test_no_damage_loses_a_record_in_silence(tmp_path):
    data = golden("own.csv")
    silent = silent_losses(data, lambda one: read_bytes(tmp_path, {"a.csv": one}))
    # cut behind a line end, the rows left are a whole file: only its size tells
    assert [one for one in silent if not one.endswith(b"\n")] == []
