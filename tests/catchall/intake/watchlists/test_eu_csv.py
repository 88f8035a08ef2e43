"""The EU list as CSV: both layouts, rows joined by party, every cell kept."""

import csv
import io
from datetime import date

import pytest
from tests.catchall.intake.watchlists.cut_samples import silent_losses
from tests.catchall.intake.watchlists.samples import golden, read_bytes, rows, sample, words

from catchall.errors import WatchlistDoubtError

NAMES = ("eu_fsf_1_1.csv", "eu_fsf_1_0.csv")


@pytest.mark.parametrize("name", NAMES)
def test_the_day_is_the_one_of_the_file(name):
    assert sample(name).published == date(2026, 2, 15)


def test_a_day_that_is_none_is_unknown(tmp_path):
    data = golden(NAMES[1]).replace(b"15/02/2026", b"soon")
    assert read_bytes(tmp_path, {"a.csv": data}).published is None


def test_rows_of_a_party_are_one_record():
    assert list(rows(sample(NAMES[0]))) == ["EU.9001.1", "9002"]
    counts = sample(NAMES[0]).counts
    assert (counts["names_in"], counts["names"], counts["addresses"]) == (4, 4, 1)


def test_both_layouts_say_the_same_of_a_party():
    new, old = (rows(sample(name))["EU.9001.1"] for name in NAMES)
    assert new["names"][:2] == old["names"]
    assert (new["schema"], new["programmes"], new["citations"]) == (
        old["schema"],
        old["programmes"],
        old["citations"],
    )
    assert old["addresses"][0]["country"] == new["addresses"][0]["country"] == "CD"
    assert old["identifiers"][0]["country"] == "DZ"


@pytest.mark.parametrize("name", NAMES)
def test_every_cell_of_the_file_is_in_its_record(name):
    held = {row["record"]: words(row) for row in sample(name).records.to_pylist()}
    reader = csv.reader(io.StringIO(golden(name).decode("utf-8-sig")), delimiter=";")
    header = next(reader)
    for cells in reader:
        row = held["9002" if cells[1] == "9002" else "EU.9001.1"]
        # the day of the file stands in ``published``; flags say nothing when false
        kept = [cell for cell in cells[1:] if cell not in ("true", "false")]
        assert [cell for cell in kept if " ".join(cell.split()) not in row] == []
    assert len(header) > 40


def test_a_row_without_a_number_is_rejected_with_its_line(tmp_path):
    data = golden(NAMES[0]).replace(b"2026-02-15;9002;", b"2026-02-15;;", 1)
    found = read_bytes(tmp_path, {"a.csv": data})
    reject = found.rejects.to_pylist()[0]
    assert (reject["source_line"], reject["reason"]) == (10, "no entity number")
    assert (found.counts["records_in"], found.counts["loaded"]) == (3, 2)


def test_a_party_without_a_name_is_rejected(tmp_path):
    data = golden(NAMES[0]).replace(b"Invented Trading", b"")
    found = read_bytes(tmp_path, {"a.csv": data})
    assert found.rejects["place"].to_pylist() == ["entity 9002"]
    assert found.counts["loaded"] == 1


def test_a_line_of_other_columns_is_counted_as_a_record_that_is_lost(tmp_path):
    data = golden(NAMES[0]) + b"2026-02-15;9003\r\n"
    found = read_bytes(tmp_path, {"a.csv": data})
    assert (found.counts["refused"], found.counts["lines_refused"]) == (1, 1)


def test_a_file_without_a_last_line_end_is_in_doubt(tmp_path):
    with pytest.raises(WatchlistDoubtError, match="ends without a line end"):
        read_bytes(tmp_path, {"a.csv": golden(NAMES[0]).rstrip()})


@pytest.mark.parametrize("name", NAMES)
def test_a_damaged_file_is_never_silently_smaller(name, tmp_path):
    def at_a_line_end(data):
        """A cut between two rows cannot be seen: the format announces no number of rows."""
        return golden(name).startswith(data) and data.endswith((b"\n", b"\r"))

    lost = silent_losses(golden(name), lambda data: read_bytes(tmp_path, {"a": data}))
    assert [data for data in lost if not at_a_line_end(data)] == []
