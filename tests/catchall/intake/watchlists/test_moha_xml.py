"""Malaysia's list as tagged XML: each row of its tables is a record with all its cells."""

import re
from datetime import date

import pytest
from lxml import etree
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
from catchall.intake.watchlists.moha_xml import SOURCE, listed

DATA = golden("moha.xml")


@pytest.fixture(scope="module")
def records():
    return rows(sample("moha.xml"))


def _read(tmp_path, old, new, count=1):
    assert old in DATA
    return read_bytes(tmp_path, {"a.xml": DATA.replace(old, new, count)})


def test_the_day_is_the_one_on_which_the_document_was_made():
    found = sample("moha.xml")
    assert (found.source, found.published) == (SOURCE, date(2025, 2, 4))
    assert found.notes == ("the day is the one on which the document was made",)


def test_a_record_is_its_reference_without_spaces(records):
    assert list(records) == ["KDN.I.01-2014", "KDN.I.02-2021", "KDN.I.03-2022", "KDN.K.1-2013"]
    schemas = [row["schema"] for row in records.values()]
    assert schemas == ["Person", "Person", "Person", "Organization"]


def test_names_behind_letters_and_names_joined_by_a_sign_are_kept(records):
    assert said(records["KDN.I.02-2021"], "names", "alias") == ["Anna Sample", "Annie Probe"]
    assert [name["text"] for name in records["KDN.I.01-2014"]["names"]] == [
        "Sample bin Probe @ Kavzel bin Probe",
        "Sample bin Probe",
        "Kavzel bin Probe",
    ]
    assert said(records["KDN.I.03-2022"], "names", "weak_alias") == ["Mansor"]
    counts = sample("moha.xml").counts
    assert (counts["names_in"], counts["names_split"]) == (9, 4)


def test_numbers_dates_and_countries_are_kept_one_by_one(records):
    row = records["KDN.I.02-2021"]
    assert said(row, "identifiers", "passport") == ["X1", "X2"]
    assert said(row, "identifiers", "national_id") == ["11-22", "33"]
    assert row["countries"] == ["PH", "EG"]
    assert said(records["KDN.I.01-2014"], "dates", "birth") == ["9.12.1961", "1.1.1962"]
    assert [one["country"] for one in records["KDN.K.1-2013"]["addresses"]] == ["IQ", "SY"]


def test_every_text_of_the_file_is_in_its_record(records):
    count = 0
    for row in etree.fromstring(DATA).iter("TR"):
        cells = [" ".join("".join(cell.itertext()).split()) for cell in row]
        if not cells[0].startswith("("):
            kept = words(records[cells[1].replace(" ", "")])
            texts = [
                part
                for cell in cells[2:]
                for part in re.split(r"\(?\b[ab]\)| / | (?=1\.1)", cell)
            ]
            assert [one for one in texts if one.strip(" -") not in kept] == []
            count += len(texts)
    assert count > 40


def test_a_cell_without_letters_is_one_value():
    assert listed("Sample (Front)") == ["Sample (Front)"]


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        (b"<TD>\n<P>Haji </P>\n</TD>\n", b"", "it has 12 cells, not 13 or 7"),
        (b"KDN. I.02-2021", b"-", "it has no reference KDN"),
        (b"KDN. I.02-2021", b"KDN.I.01-2014", "reference KDN.I.01-2014 is used twice"),
        (b"<P>Ann Sample </P>", b"<P>- </P>", "it has no name"),
    ],
)
def test_a_bad_row_is_rejected(old, new, reason, tmp_path):
    (tmp_path / "a.xml").write_bytes(DATA.replace(old, new, 1))
    found = read([tmp_path / "a.xml"], name="test", accepted=True)
    assert found.rejects["reason"].to_pylist() == [reason]
    assert (found.counts["records_in"], found.counts["loaded"]) == (4, 3)
    assert "not numbered from 1 to" in found.doubts[0]


def test_a_missing_row_is_in_doubt(tmp_path):
    row = re.search(rb"<TR>\n<TH>\n<P>2 .*?</TR>\n", DATA, re.DOTALL)[0]
    with pytest.raises(WatchlistDoubtError, match="individuals are not numbered from 1 to 2"):
        _read(tmp_path, row, b"")


def test_a_cut_file_is_refused_with_its_place(tmp_path):
    with pytest.raises(WatchlistRefusedError, match="not well-formed XML"):
        _read(tmp_path, b"</TaggedPDF-doc>", b"")


def test_a_day_that_cannot_be_is_none(tmp_path):
    assert _read(tmp_path, b"2025-02-04T", b"2025-02-34T").published is None


def test_no_damage_loses_a_record_in_silence(tmp_path):
    assert silent_losses(DATA, lambda one: read_bytes(tmp_path, {"a.xml": one})) == []


def test_a_real_document_has_these_counts_and_every_name(real_data):
    file = real_data / "lists/samples_official_format/deriv_sample_moha.xml"
    found = read([file], name="test")
    keys = ("records_in", "loaded", "names_in", "addresses", "identifiers", "lines_refused")
    assert tuple(found.counts[key] for key in keys) == (101, 101, 188, 35, 112, 0)
    held = words({"rows": found.records.to_pylist()})
    for row in etree.parse(str(file)).getroot().iter("TR"):
        cells = [" ".join("".join(cell.itertext()).split()) for cell in row]
        assert cells[0].startswith("(1)") or cells[2] in held
