"""Annexes of EU regulations: every cell is kept, and which measure a party is under."""

import csv
import io
import re

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

NAME = "eu_annexes.csv"
CSV = golden(NAME)
PERSON, FIRM, SHIP = "32099R0001/I.PERSONS/1", "32099R0001/I.ENTITIES/1", "32099R0002/XLII/7"
REAL = {
    "269": (["os_journal_32014R0269.csv"], [2802, 7223, 1602, 2657, 5183]),
    "833": (["os_journal_32014R0833_annexIV_enduse.csv"], [1746, 4349, 1316, 3499, 1665]),
}


@pytest.fixture(scope="module")
def records():
    return rows(sample(NAME))


def test_a_record_is_known_by_regulation_annex_and_item_or_name(records):
    assert list(records) == [
        PERSON,
        FIRM,
        SHIP,
        "32099R0002/XIV/Sample Bank (Belarus)",
        "32099R0002/XLVII.A/Port of Samplegrad",
        "32099R0002/XLII/7 (Second Ostrelin)",
    ]


def test_the_very_same_row_twice_is_kept_twice(tmp_path):
    last = CSV.splitlines(keepends=True)[-1]
    found = rows(read_bytes(tmp_path, {"a.csv": CSV + last}))
    assert list(found)[-1] == "32099R0002/XLII/7 (Second Ostrelin)*"


def test_names_have_their_kinds_and_joined_ones_are_parted(records):
    names = records[PERSON]["names"]
    assert [(name["text"], name["kind"]) for name in names] == [
        ("Sample Inventovich TESTOV", "primary"),
        ("Сампле Тестов", "alias"),
        ("Sampila TESTAU (Сампел Тэстаў)", "alias"),
        ("Sampila TESTAU", "alias"),
        ("Сампел Тэстаў", "alias"),
        ("Uncle Sample", "weak_alias"),
        ("Sample OLDTESTOV", "former"),
    ]
    counts = sample(NAME).counts
    assert (counts["names_in"], counts["names_split"]) == (13, 4)


def test_the_annex_and_the_measure_are_programmes(records):
    assert records[SHIP]["programmes"] == [
        "EU-TST",
        "annex XLII",
        "Transportation restrictions",
    ]
    assert records[SHIP]["citations"] == ["32099R0002, annex XLII"]


def test_numbers_of_one_cell_are_parted_and_kept_as_filed_too(records):
    firm = records[FIRM]
    assert said(firm, "identifiers", "registration")[:2] == ["1000000000001", "770000001"]
    assert said(firm, "identifiers", "tax") == ["7700000001"]
    assert said(firm, "properties", "taxNumber") == ["7700000001 (Tax ID/INN)"]
    assert said(firm, "identifiers", "email") == ["a@invented.example", "b@invented.example"]


def test_only_a_ship_has_a_ship_number(records):
    assert said(records[SHIP], "identifiers", "imo") == ["9074729"]
    assert said(records[FIRM], "identifiers", "imo_company") == ["1000000"]


def test_countries_are_those_of_addresses_nationality_and_flag(records):
    assert records[PERSON]["countries"] == ["RU", "MT", "IR"]
    assert records[FIRM]["countries"] == ["RU", "HK", "MT"]
    assert records[SHIP]["countries"] == ["MT"]


def test_an_asset_has_no_schema_of_its_own_and_says_that_it_is_one(records):
    port = records["32099R0002/XLVII.A/Port of Samplegrad"]
    assert port["schema"] == "LegalEntity"
    assert said(port, "properties", "schema") == ["Asset"]


def _lost_cells(text, table):
    """The pieces of cells of a file that are not in their record."""
    lost = []
    for cells, row in zip(csv.DictReader(io.StringIO(text)), table, strict=True):
        held = words(row)
        pieces = [part for cell in cells.values() for part in re.split(";", cell)]
        lost += [part for part in pieces if " ".join(part.split()) not in held]
    return lost


def test_every_cell_of_the_file_is_in_its_record(records):
    assert _lost_cells(CSV.decode(), records.values()) == []


@pytest.mark.parametrize("column", ["celex", "annex", "name"])
def test_a_row_without_what_it_is_known_by_is_rejected(column, tmp_path):
    values = {"celex": "32099R0002", "annex": "XIV", "name": "Sample Bank (Belarus)"}
    line = next(one for one in CSV.split(b"\r\n") if b"Sample Bank" in one)
    bad = line.replace(values[column].encode(), b"", 1)
    found = read_bytes(tmp_path, {"a.csv": CSV.replace(line, bad)})
    reject = found.rejects.to_pylist()[0]
    assert (reject["source_line"], reject["reason"]) == (5, f"no {column}")
    assert found.counts["loaded"] == 5


def test_two_regulations_are_one_list(tmp_path):
    other = CSV.replace(b"32099R", b"32098R")
    found = read_bytes(tmp_path, {"a.csv": CSV, "b.csv": other})
    assert found.counts["loaded"] == 12


def test_a_file_without_a_last_line_end_is_in_doubt(tmp_path):
    with pytest.raises(WatchlistDoubtError, match="ends without a line end"):
        read_bytes(tmp_path, {"a.csv": CSV.rstrip()})


def _at_a_line_end(data):
    """A cut between two rows cannot be seen: the format announces no number of rows."""
    return len(data) < len(CSV) and CSV.startswith(data) and data.endswith((b"\n", b"\r"))


def test_a_damaged_file_is_never_silently_smaller(tmp_path):
    lost = silent_losses(golden(NAME), lambda data: read_bytes(tmp_path, {"a": data}))
    assert [data for data in lost if not _at_a_line_end(data)] == []


@pytest.mark.parametrize("case", REAL)
def test_a_real_file_has_exactly_these_counts_and_every_cell(case, real_data):
    names, expected = REAL[case]
    files = [real_data / "lists/eu" / name for name in names]
    found = read(files, name="test")
    keys = ("loaded", "names_in", "addresses", "identifiers", "dates")
    assert [found.counts[key] for key in keys] == expected
    assert (found.counts["refused"], found.doubts) == (0, ())
    text = files[0].read_text(encoding="utf-8")
    assert _lost_cells(text, found.records.to_pylist()) == []
