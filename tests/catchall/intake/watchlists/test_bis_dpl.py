"""The Denied Persons List as published: every line is a record, every cell is kept."""

import csv
import re

import pytest
from tests.catchall.intake.watchlists.damage import accounted, cuts, flips, read_or_refused
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

DPL = golden("dpl.txt")


@pytest.fixture(scope="module")
def records():
    return rows(sample("dpl.txt"))


def _cells(data):
    return list(csv.DictReader(data.decode().splitlines(), delimiter="\t"))


def test_a_record_is_known_by_country_and_name_and_what_differs(records):
    assert list(records) == [
        "US/TESTO SAMPLEMAN A/K/A TESTA EXAMPLA",
        "AT/INVENTED PARTS LTD",
        "AT/INVENTED PARTS LTD (86 F.R. 300 2/9/21)",
        "SAMPLE WORKS",
    ]


def test_dates_citations_and_the_order_are_kept(records):
    first = records["US/TESTO SAMPLEMAN A/K/A TESTA EXAMPLA"]
    assert said(first, "dates", "effective") == ["06/19/2003"]
    assert said(first, "dates", "expires") == ["06/29/2056"]
    assert said(first, "dates", "updated") == ["2007-01-31"]
    assert first["citations"] == ["68 F.R. 100 6/27/03", "71 F.R. 200 7/10/06"]
    assert said(first, "properties", "Standard_Order") == ["Y"]
    assert first["remarks"] == "F.R. NOTICE ADDED"


def test_names_inside_a_name_are_added(records):
    first = records["US/TESTO SAMPLEMAN A/K/A TESTA EXAMPLA"]
    assert said(first, "names", "alias") == ["TESTO SAMPLEMAN", "TESTA EXAMPLA"]


def test_the_address_has_its_parts(records):
    assert records["AT/INVENTED PARTS LTD"]["addresses"] == [
        {
            "text": "1 SAMPLE ROAD, VIENNA, 1010, AT",
            "city": "VIENNA",
            "region": "",
            "postcode": "1010",
            "country": "AT",
        }
    ]


def test_a_country_that_is_not_told_is_not_guessed(records):
    assert records["SAMPLE WORKS"]["countries"] == []


def test_every_cell_is_in_its_record(records):
    for cells, row in zip(_cells(DPL), records.values(), strict=True):
        citations = cells.pop("FR_Citation").split()
        kept = words(row)
        assert [one for one in (*citations, *cells.values()) if one.strip() not in kept] == []


def test_a_column_that_is_new_is_a_property(tmp_path):
    data = b"\n".join(line + b'\t"NEW THING"' for line in DPL.splitlines()) + b"\n"
    row = rows(read_bytes(tmp_path, {"a": data}))["SAMPLE WORKS"]
    assert {"key": "NEW THING", "value": "NEW THING"} in row["properties"]


def test_a_line_without_a_name_is_rejected(tmp_path):
    found = read_bytes(tmp_path, {"a": DPL.replace(b'"SAMPLE WORKS"', b'""')})
    reject = found.rejects.to_pylist()[0]
    assert (reject["source_line"], reject["reason"]) == (5, "no name")
    assert (found.counts["loaded"], found.counts["refused"], found.counts["names_in"]) == (
        3,
        1,
        3,
    )


def test_a_file_without_a_last_line_end_is_in_doubt(tmp_path):
    with pytest.raises(WatchlistDoubtError, match="may have been cut"):
        read_bytes(tmp_path, {"a": DPL.rstrip(b"\n")})


def test_a_cut_file_is_refused_but_between_two_lines(tmp_path):
    """The format has no end mark: a cut just after a line end cannot be seen in the file."""
    for data in cuts(DPL):
        assert data.endswith(b"\n") or read_or_refused(tmp_path, data) is None


def test_a_bit_turned_over_loses_no_record_in_silence(tmp_path):
    for data in flips(DPL):
        found = read_or_refused(tmp_path, data)
        assert found is None or accounted(found, 4)


def test_the_real_list_has_exactly_these_counts(real_data):
    found = read([real_data / "lists/bis/dpl_watchman.txt"], name="test")
    keys = ("records_in", "loaded", "names_in", "names", "addresses", "dates", "lines_refused")
    expected = (581, 581, 581, 588, 581, 1690, 0)
    assert (found.source, *(found.counts[key] for key in keys)) == ("bis-dpl-txt", *expected)
    assert len(set(found.records["record"].to_pylist())) == 581


def test_every_cell_of_the_real_list_is_in_its_record(real_data):
    file = real_data / "lists/bis/dpl_watchman.txt"
    kept = read([file], name="test").records.to_pylist()
    for cells, row in zip(_cells(file.read_bytes()), kept, strict=True):
        citations = re.sub(r"[,;]|\band\b", " ", cells.pop("FR_Citation")).split()
        text = words(row).replace(",", " ")
        told = [" ".join(cell.replace(",", " ").split()) for cell in cells.values()]
        single = " ".join(text.split())
        assert [one for one in (*citations, *told) if one not in single] == []
