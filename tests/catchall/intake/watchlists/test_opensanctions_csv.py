"""The simple table of OpenSanctions: every cell is kept, whatever columns its version has."""

import csv
import io

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

from catchall.intake.watchlists.opensanctions_csv import SOURCE

NAME = "targets_simple.csv"
CELLS = list(csv.DictReader(io.StringIO(golden(NAME).decode(), newline="")))


@pytest.fixture(scope="module")
def records():
    return rows(sample(NAME))


def test_names_and_kinds_are_kept(records):
    found = sample(NAME)
    assert (found.source, found.counts["names_in"]) == (SOURCE, 5)
    assert said(records["X-1"], "names", "alias") == ["IOO", "Sample Plant"]
    schemas = [row["schema"] for row in records.values()]
    assert schemas == ["Organization", "Person", "LegalEntity"]


def test_codes_in_small_letters_are_countries(records):
    assert records["X-2"]["countries"] == ["NO"]
    assert records["X-1"]["countries"] == ["RU"]
    assert said(records["X-1"], "properties", "countries") == ["ru;suhh"]


def test_dates_identifiers_and_programmes_are_kept(records):
    assert said(records["X-2"], "dates", "birth") == ["1970-01-02", "1971"]
    kinds = [one["kind"] for one in records["X-1"]["identifiers"]]
    assert kinds == ["number", "phone", "email"]
    assert records["X-1"]["programmes"][0] == "XX-SAMPLE"


def test_every_text_of_the_file_is_in_its_record(records):
    for cells in CELLS:
        row = words(records[cells["id"]]) + " Company Person"
        kept = [part for cell in cells.values() for part in cell.split(";")]
        assert [part for part in kept if part not in row] == []


def test_an_older_table_without_programmes_is_read_too(tmp_path):
    old = [[cell for at, cell in enumerate(row.values()) if at != 11] for row in CELLS]
    header = [word for word in CELLS[0] if word != "program_ids"]
    text = io.StringIO()
    csv.writer(text).writerows([header, *old])
    found = read_bytes(tmp_path, {"a.csv": text.getvalue().encode()})
    assert (found.source, found.counts["loaded"]) == (SOURCE, 3)


def test_no_damage_loses_a_record_in_silence(tmp_path):
    silent = silent_losses(golden(NAME), lambda one: read_bytes(tmp_path, {"a.csv": one}))
    # cut behind a line end, the rows left are a whole file: only its size tells
    assert [one for one in silent if not one.endswith(b"\n")] == []
