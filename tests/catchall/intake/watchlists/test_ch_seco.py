"""The Swiss list: what is in force is loaded whole, what was taken off is told, not loaded."""

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

NAME = "ch_seco.xml"
XML = golden(NAME)
GONE = re.search(rb'modification-type="de-listed"[^/]*', XML)[0]


@pytest.fixture(scope="module")
def records():
    return rows(sample(NAME))


def test_the_day_is_the_one_of_the_list(tmp_path):
    assert sample(NAME).published == date(2026, 2, 10)
    bare = XML.replace(b' date="2026-02-10"', b"")
    assert read_bytes(tmp_path, {"a.xml": bare}).published is None


def test_a_day_that_cannot_be_refuses_the_file(tmp_path):
    with pytest.raises(WatchlistRefusedError, match="'2026-02-31' is no day"):
        read_bytes(tmp_path, {"a.xml": XML.replace(b'date="2026-02-10"', b'date="2026-02-31"')})


def test_a_target_taken_off_is_told_with_its_day_and_is_no_record_refused(records):
    assert list(records) == ["95142", "96130", "94461"]
    found = sample(NAME)
    reject = found.rejects.to_pylist()[0]
    assert (reject["place"], reject["reason"]) == (
        "target 95999",
        "taken off the list on 2024-03-01",
    )
    assert (found.counts["records_in"], found.counts["refused"]) == (3, 0)
    assert found.notes[0].startswith("1 targets were taken off")


@pytest.mark.parametrize(
    "change",
    [
        b'modification-type="listed" effective-date="2024-03-01"',
        b'modification-type="de-listed" effective-date="2026-02-11"',
        b'modification-type="de-listed" effective-date="2016-05-18"',
    ],
)
def test_a_target_listed_again_or_not_yet_taken_off_is_in_force(change, tmp_path):
    found = read_bytes(tmp_path, {"a.xml": XML.replace(GONE, change)})
    assert "95999" in rows(found)


def test_a_target_without_any_change_is_in_force(tmp_path):
    bare = re.sub(rb"<modification [^>]*/>", b"", XML)
    assert "95999" in rows(read_bytes(tmp_path, {"a.xml": bare}))


def test_names_of_former_states_are_not_loaded(records):
    assert "History Testov" not in words(records["95142"])


def test_names_have_their_kinds_and_spellings_are_counted_as_split(records):
    names = records["95142"]["names"]
    assert [(name["text"], name["kind"]) for name in names] == [
        ("Testov Sample Inventovich", "primary"),
        ("Тестов Сампле Inventovich", "alias"),
        ("Testov Sampila Inventovich", "alias"),
        ("Testov Sampl Inventovich", "alias"),
        ("Sample Oldtestov", "former"),
        ("Other Testov", "alias"),
        ("Uncle Sample", "weak_alias"),
    ]
    assert sample(NAME).counts["names_split"] == 3


def test_the_programme_ordinance_and_measure_are_those_of_the_set(records):
    bank = records["96130"]
    assert bank["programmes"] == ["Testland"]
    assert bank["citations"] == ["Ordinance of 15 June 2099 on measures against Testland"]
    assert "money market" in said(bank, "properties", "sanctions_set")[0]


def test_a_link_names_the_target_that_it_means(records):
    assert records["95142"]["links"] == [{"kind": "linked_to", "target": "Invented Bank"}]
    assert records["96130"]["links"] == [{"kind": "owner", "target": "99999"}]


def test_a_ship_is_one(records):
    ship = records["94461"]
    assert (ship["schema"], said(ship, "identifiers", "imo")) == ("Vessel", ["9074729"])


def test_every_text_of_what_is_in_force_is_in_its_record(records):
    root = etree.fromstring(XML)
    for change in root.findall("target/modification"):
        change.getparent().remove(change)
    for target in root.findall("target")[:3]:
        row = words(records[target.get("ssid")])
        texts = [" ".join((part.text or "").split()) for part in target.iter()]
        assert [text for text in texts if text not in row] == []
    assert "Samplegrad, South, Belarus" in words(records["95142"])


@pytest.mark.parametrize(
    ("old", "reason"),
    [
        (b'<target ssid="94461">', "the target has no number"),
        (b"<value>Ostrelin</value>", "the record has no name"),
    ],
)
def test_a_bad_record_is_rejected_with_its_place(old, reason, tmp_path):
    new = b"<target>" if b"target" in old else b""
    found = read_bytes(tmp_path, {"a.xml": XML.replace(old, new)})
    assert reason in found.rejects["reason"].to_pylist()
    assert (found.counts["loaded"], found.counts["refused"]) == (2, 1)


def test_a_set_that_the_file_does_not_explain_is_kept_by_its_number(tmp_path):
    data = XML.replace(b'sanctions-set-id="96113"', b'sanctions-set-id="7"')
    assert rows(read_bytes(tmp_path, {"a.xml": data}))["96130"]["programmes"] == ["7"]


def test_a_damaged_file_is_never_silently_smaller(tmp_path):
    # without the target that was taken off, whose reject would speak for every loss
    data = re.sub(rb'<target ssid="95999">.*?</target>', b"", XML, flags=re.DOTALL)
    assert silent_losses(data, lambda damaged: read_bytes(tmp_path, {"a.xml": damaged})) == []
