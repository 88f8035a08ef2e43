"""The EU list as XML: every attribute is kept, and each record is known by its number."""

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

from catchall.errors import WatchlistRefusedError
from catchall.intake.watchlists import read

NAME = "eu_fsf.xml"
XML = golden(NAME)
REAL = "lists/samples_official_format/deriv_sample_eu.xml"


@pytest.fixture(scope="module")
def records():
    return rows(sample(NAME))


def test_the_day_is_the_one_of_generation(tmp_path):
    assert sample(NAME).published == date(2026, 2, 15)
    bare = re.sub(rb' generationDate="[^"]*"', b"", XML)
    assert read_bytes(tmp_path, {"a.xml": bare}).published is None


def test_a_day_that_cannot_be_refuses_the_file(tmp_path):
    with pytest.raises(WatchlistRefusedError, match="2026-02-35 is no day"):
        read_bytes(tmp_path, {"a.xml": XML.replace(b"2026-02-15T", b"2026-02-35T")})


def test_a_record_is_known_by_its_reference_number_or_its_number_in_the_file(records):
    assert list(records) == ["EU.9001.1", "9002", "EU.9003.3"]
    schemas = [row["schema"] for row in records.values()]
    assert schemas == ["Person", "Vessel", "Organization"]


def test_a_reference_number_used_twice_gets_the_number_in_the_file(tmp_path):
    data = XML.replace(b"EU.9003.3", b"EU.9001.1")
    assert list(rows(read_bytes(tmp_path, {"a.xml": data})))[-1] == "EU.9001.1 (9003)"


def test_a_name_that_is_not_strong_is_a_weak_one(records):
    names = records["EU.9001.1"]["names"]
    assert [(name["text"], name["kind"]) for name in names] == [
        ("Testo Ben Sample", "primary"),
        ("Тесто Сампле", "alias"),
        ("Uncle Sample", "weak_alias"),
        ("Testa Sampila", "alias"),
    ]


def test_every_attribute_and_text_of_the_file_is_in_its_record(records):
    for element, row in zip(etree.fromstring(XML), records.values(), strict=True):
        texts = [str(text) for part in element.iter() for text in part.attrib.values()]
        texts += [part.text or "" for part in element.iter()]
        # strong is the rule, circa a word of the date, and a false flag says nothing
        kept = [" ".join(text.split()) for text in texts if text not in ("true", "false")]
        assert [text for text in kept if text not in words(row)] == []


def test_a_flag_that_is_true_is_kept(records):
    told = words(records["EU.9001.1"])
    assert "diplomatic: true" in told
    assert "asAtListingTime: true" in told


def test_what_is_said_of_a_name_stays_with_it(records):
    told = said(records["EU.9001.1"], "properties", "name Testo Ben Sample")[0]
    assert "Mother's name is Inventa." in told
    assert "regulationSummary/numberTitle: 2099/598 (OJ L176)" in told


def test_remarks_and_head_parts_that_are_not_known_are_kept(records):
    assert records["EU.9001.1"]["remarks"] == (
        "An invented remark of the person.\nA second remark."
    )
    assert said(records["EU.9003.3"], "properties", "somethingNew/word") == ["kept too"]


@pytest.mark.parametrize(
    ("old", "reason"),
    [
        (b'logicalId="9002"', "no reference number"),
        (b'wholeName="Ostrelin"', "no name"),
    ],
)
def test_a_bad_record_is_rejected_with_its_place(old, reason, tmp_path):
    found = read_bytes(tmp_path, {"a.xml": XML.replace(old, b"")})
    reject = found.rejects.to_pylist()[0]
    assert reject["place"] == "sanctionEntity 2"
    assert reason in reject["reason"]
    assert "9074729" in reject["words"]
    assert (found.counts["loaded"], found.counts["refused"]) == (2, 1)


def test_another_export_is_not_taken_for_the_list(tmp_path):
    with pytest.raises(WatchlistRefusedError, match="its content is not"):
        read_bytes(tmp_path, {"a.xml": XML.replace(b"fpi/fsd/export", b"other/export")})


def test_a_damaged_file_is_never_silently_smaller(tmp_path):
    lost = silent_losses(golden(NAME), lambda data: read_bytes(tmp_path, {"a": data}))
    assert lost == []


def test_the_real_extract_has_exactly_these_counts_and_every_name(real_data):
    found = read([real_data / REAL], name="test")
    keys = ("records_in", "loaded", "names", "addresses", "identifiers", "dates")
    assert [found.counts[key] for key in keys] == [7, 7, 15, 2, 3, 21]
    assert found.published == date(2020, 4, 15)
    names = re.findall(r'wholeName="([^"]+)"', (real_data / REAL).read_text(encoding="utf-8"))
    held = [name["text"] for row in found.records.to_pylist() for name in row["names"]]
    assert sorted(names) == sorted(held)
