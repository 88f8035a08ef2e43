"""The UK's lists as CSV: rows joined by number, every cell kept, the day of the first line."""

import csv
import io
from datetime import date

import pytest
from tests.catchall.intake.watchlists.cut_samples import silent_losses
from tests.catchall.intake.watchlists.samples import (
    golden,
    read_bytes,
    rows,
    said,
    sample,
    words,
)

from catchall.errors import WatchlistDoubtError
from catchall.intake.watchlists import read

UK, OFSI = "uk_sanctions.csv", "uk_conlist.csv"
NUMBERS = {UK: "Unique ID", OFSI: "Group ID"}
REAL = "lists/samples_official_format/deriv_sample_hmt.csv"


@pytest.mark.parametrize(("name", "day"), [(UK, date(2026, 2, 13)), (OFSI, date(2026, 1, 27))])
def test_the_day_is_the_one_of_the_first_line(name, day):
    assert (sample(name).published, sample(name).notes) == (day, ())


def test_a_file_without_a_first_line_has_no_day(tmp_path):
    bare = golden(UK).partition(b"\n")[2]
    assert read_bytes(tmp_path, {"a.csv": bare}).published is None


def test_a_first_line_that_says_no_day_is_noted(tmp_path):
    found = read_bytes(tmp_path, {"a.csv": golden(UK).replace(b"13-Feb-2026", b"soon", 1)})
    assert (found.published, len(found.notes)) == (None, 1)


@pytest.mark.parametrize(
    ("name", "number", "kinds"),
    [
        (UK, "TST0006", ["primary", "original_script", "weak_alias"]),
        (OFSI, "91039", ["primary", "weak_alias", "original_script", "former"]),
    ],
)
def test_a_name_that_rows_repeat_is_one_name(name, number, kinds):
    row = rows(sample(name))[number]
    assert [one["kind"] for one in row["names"]] == kinds
    assert len(said(row, "dates", "birth")) == 2


def test_a_ship_has_its_number_flag_and_owner():
    ship = rows(sample(UK))["TST0075"]
    assert said(ship, "identifiers", "imo") == ["IMO9074729"]
    assert said(ship, "links", "owner") == ["Invented Shipping"]
    assert said(rows(sample(OFSI))["91040"], "identifiers", "imo") == ["9074729"]


def _lost_cells(data, name, found):
    """The cells of a file that are not in their record; the type is told by the schema."""
    held = {row["record"]: words(row) for row in found.records.to_pylist()}
    text = data.decode("utf-8-sig")
    lost = []
    for cells in csv.DictReader(io.StringIO(text.partition("\n")[2])):
        told = (cells.get("Designation Type"), cells.get("Group Type"))
        row = held[cells[NUMBERS[name]]]
        kept = [" ".join(cell.split()) for cell in cells.values() if cell not in told]
        lost += [cell for cell in kept if cell not in row]
    return lost


@pytest.mark.parametrize("name", NUMBERS)
def test_every_cell_of_the_file_is_in_its_record(name):
    assert _lost_cells(golden(name), name, sample(name)) == []


@pytest.mark.parametrize("name", NUMBERS)
def test_a_file_without_a_last_line_end_is_in_doubt(name, tmp_path):
    with pytest.raises(WatchlistDoubtError, match="ends without a line end"):
        read_bytes(tmp_path, {"a.csv": golden(name).rstrip()})


@pytest.mark.parametrize("name", NUMBERS)
def test_a_damaged_file_is_never_silently_smaller(name, tmp_path):
    def at_a_line_end(data):
        """A cut between two rows cannot be seen: the format announces no number of rows."""
        return golden(name).startswith(data) and data.endswith((b"\n", b"\r"))

    lost = silent_losses(golden(name), lambda data: read_bytes(tmp_path, {"a": data}))
    assert [data for data in lost if not at_a_line_end(data)] == []


def test_the_real_extract_has_exactly_these_counts_and_every_cell(real_data):
    found = read([real_data / REAL], name="test")
    keys = ("records_in", "loaded", "names", "addresses", "identifiers", "dates")
    assert [found.counts[key] for key in keys] == [6, 6, 10, 1, 1, 28]
    assert (found.source, found.published) == ("uk-ofsi-csv", date(2020, 4, 27))
    assert _lost_cells((real_data / REAL).read_bytes(), OFSI, found) == []
