"""Australia's list: references with letters are one record, and a workbook says the same."""

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

NAME = "au_dfat.csv"
CSV = golden(NAME)


@pytest.fixture(scope="module")
def records():
    return rows(sample(NAME))


@pytest.fixture(scope="module")
def workbook():
    """The invented file as a workbook, as the publisher gives it."""
    kept = io.BytesIO()
    with xlsxwriter.Workbook(kept) as book:
        sheet = book.add_worksheet("Regulation8_consolidated")
        for at, cells in enumerate(csv.reader(io.StringIO(CSV.decode()))):
            sheet.write_row(at, 0, cells)
    return kept.getvalue()


def test_references_with_letters_are_one_record(records):
    assert list(records) == ["98577", "98556", "98230"]
    names = records["98577"]["names"]
    assert [(name["text"], name["kind"]) for name in names] == [
        ("Sample Invent TESTOV", "primary"),
        ("Сампле Тестов", "original_script"),
        ("Sampila TESTAU", "alias"),
        ("Uncle Sample", "weak_alias"),
    ]
    assert [name["kind"] for name in records["98556"]["names"]] == ["primary", "former"]


def test_a_reference_that_is_no_number_is_kept_whole(tmp_path):
    data = CSV.replace(b"98230,", b"Res-7b,")
    assert list(rows(read_bytes(tmp_path, {"a.csv": data})))[-1] == "Res-7b"


def test_a_workbook_says_the_same(workbook, tmp_path):
    found = read_bytes(tmp_path, {"a.xlsx": workbook})
    assert found.source == "au-dfat"
    assert found.records.to_pylist() == sample(NAME).records.to_pylist()


def test_a_ship_has_its_number_and_the_measures_that_are_imposed(records):
    ship = records["98230"]
    assert (ship["schema"], said(ship, "identifiers", "imo")) == ("Vessel", ["9074729"])
    assert said(ship, "properties", "measure") == ["Maritime Restriction"]
    assert said(records["98577"], "properties", "measure") == [
        "Targeted Financial Sanction",
        "Travel Ban",
    ]


def test_countries_are_those_of_citizenship_and_addresses(records):
    assert records["98577"]["countries"] == ["IR", "AF", "MT"]


def test_remarks_that_differ_between_the_names_are_all_kept(records):
    assert records["98577"]["remarks"] == "General of an invented corps\n\nAide of tests"


def test_every_cell_of_the_file_is_in_its_record(records):
    for cells in csv.DictReader(io.StringIO(CSV.decode())):
        row = words(records[cells["Reference"].rstrip("abc")])
        pieces = [part for cell in cells.values() for part in cell.split(";")]
        # the type is told by the schema, the measure by its name
        told = ("TRUE", "FALSE", "1", cells["Type"], cells["Reference"])
        assert [
            one.strip() for one in pieces if one not in told and one.strip() not in row
        ] == []


def test_a_type_that_is_not_known_is_unsaid_and_kept(tmp_path):
    data = CSV.replace(b",Vessel,", b",Spacecraft,")
    row = rows(read_bytes(tmp_path, {"a.csv": data}))["98230"]
    assert (row["schema"], said(row, "properties", "type")) == ("LegalEntity", ["Spacecraft"])


def test_a_row_without_a_reference_is_rejected_with_its_line(tmp_path):
    found = read_bytes(tmp_path, {"a.csv": CSV.replace(b"98230,", b",")})
    assert found.rejects["source_line"].to_pylist() == [8]
    assert (found.counts["loaded"], found.counts["refused"]) == (2, 1)


def test_a_file_without_a_last_line_end_is_in_doubt(tmp_path):
    with pytest.raises(WatchlistDoubtError, match="ends without a line end"):
        read_bytes(tmp_path, {"a.csv": CSV.rstrip()})


def test_a_damaged_file_is_never_silently_smaller(tmp_path):
    def at_a_line_end(data):
        """A cut between two rows cannot be seen: the format announces no number of rows."""
        return CSV.startswith(data) and data.endswith((b"\n", b"\r"))

    lost = silent_losses(CSV, lambda data: read_bytes(tmp_path, {"a.csv": data}))
    assert [data for data in lost if not at_a_line_end(data)] == []


def test_a_damaged_workbook_is_refused_or_whole(workbook, tmp_path):
    assert silent_losses(workbook, lambda data: read_bytes(tmp_path, {"a.xlsx": data})) == []
    with pytest.raises(WatchlistRefusedError):
        read_bytes(tmp_path, {"a.xlsx": workbook[:-100]})
