"""China's lists: one record a party, with every announcement that names it."""

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

from catchall.intake.watchlists import read
from catchall.intake.watchlists.cn_lists import SOURCE

NAME = "cn_lists.csv"
CELLS = list(csv.DictReader(io.StringIO(golden(NAME).decode(), newline="")))
FIRST = "Company/Invented Optics, Inc."


@pytest.fixture(scope="module")
def records():
    return rows(sample(NAME))


def test_the_day_is_the_latest_listing():
    found = sample(NAME)
    assert (found.source, found.published) == (SOURCE, date(2025, 12, 26))
    assert found.notes[-1] == "the day is the latest one of a listing"


def test_a_party_of_two_announcements_is_one_record_with_all_its_names(records):
    assert list(records) == [FIRST, "Person/Ann Sample"]
    names = [(name["text"], name["kind"]) for name in records[FIRST]["names"]]
    assert names == [
        ("Invented Optics, Inc.", "primary"),
        ("样品光学公司", "original_script"),
        ("IOI", "alias"),
        ("Optika Sample", "alias"),
        ("样本光学公司", "original_script"),
    ]


def test_each_announcement_is_a_citation_with_its_list_and_day(records):
    row = records[FIRST]
    assert (
        row["citations"][1]
        == "Ministry of Foreign Affairs AFSL 26.12.2025 https://example.org/2"
    )
    assert said(row, "dates", "expires") == ["26.12.2026"]
    assert row["programmes"][:2] == ["List of Export Controls", "export.control"]


def test_the_country_may_be_a_name_or_a_code(records):
    assert [row["countries"] for row in records.values()] == [["US"], ["JP"]]


def test_every_text_of_the_file_is_in_its_record(records):
    for cells in CELLS:
        row = words(records[f"{cells['Type']}/{cells['Name']}"])
        kept = [part for cell in cells.values() for part in cell.split(";")]
        assert [part for part in kept if part not in row] == []


def test_no_damage_loses_a_record_in_silence(tmp_path):
    silent = silent_losses(golden(NAME), lambda one: read_bytes(tmp_path, {"a.csv": one}))
    # cut behind a line end, the rows left are a whole file: only its size tells
    assert [one for one in silent if not one.endswith(b"\n")] == []


def test_the_real_table_has_these_counts_and_every_name(real_data):
    file = real_data / "lists/other/cn_sanctions.csv"
    found = read([file], name="test")
    keys = ("records_in", "loaded", "names_in", "addresses", "identifiers", "lines_refused")
    assert tuple(found.counts[key] for key in keys) == (464, 464, 933, 78, 82, 0)
    held = {name["text"] for row in found.records["names"].to_pylist() for name in row}
    with file.open(encoding="utf-8", newline="") as lines:
        cells = [
            (row["Name"], row["Chinese name"], row["Alias"]) for row in csv.DictReader(lines)
        ]
    parts = {part for row in cells for cell in row for part in cell.split(";") if part.strip()}
    assert {" ".join(part.split()) for part in parts} - held == set()
    assert len(cells) == 610
