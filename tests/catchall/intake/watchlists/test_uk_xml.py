"""The UK Sanctions List as XML: every text is kept, ships and firms have their details."""

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

NAME = "uk_sanctions.xml"
XML = golden(NAME)


@pytest.fixture(scope="module")
def records():
    return rows(sample(NAME))


def test_the_day_is_the_one_of_generation(tmp_path):
    assert sample(NAME).published == date(2026, 2, 13)
    bare = XML.replace(b"<DateGenerated>13/02/2026</DateGenerated>", b"")
    assert read_bytes(tmp_path, {"a.xml": bare}).published is None


def test_the_primary_name_stands_first_with_the_family_name_last(records):
    names = records["TST0006"]["names"]
    assert [(name["text"], name["kind"]) for name in names] == [
        ("SAMPLE INVENTA ANY OTHER NAME TESTOVA", "primary"),
        ("Sample Inventa Testova", "alias"),
        ("Aunt Sample", "weak_alias"),
        ("Сампле Тестова", "original_script"),
    ]


def test_a_record_without_a_primary_name_has_its_first_one(records):
    assert records["TST0001"]["names"] == [
        {"text": "INVENTED MONEY EXCHANGE", "kind": "primary", "quality": "Alias"}
    ]


def test_a_ship_has_number_flags_owner_and_year(records):
    ship = records["TST0075"]
    assert (ship["schema"], ship["countries"]) == ("Vessel", ["KM", "IN"])
    assert said(ship, "identifiers", "imo") == ["IMO9074729"]
    assert said(ship, "links", "owner") == ["Invented Shipping"]
    assert said(ship, "dates", "built") == ["2011"]
    assert said(ship, "properties", "vessel_flag") == ["Comoros"]


def test_documents_have_the_country_that_is_told_of_them(records):
    passport = records["TST0006"]["identifiers"]
    assert {"kind": "passport", "value": "P04580001", "country": "IR"} in passport


def test_an_indicator_that_is_true_is_kept(records):
    assert said(records["TST0006"], "properties", "AssetFreeze") == ["true"]
    assert said(records["TST0006"], "properties", "ArmsEmbargo") == []


def test_every_text_of_the_file_is_in_its_record(records):
    for element in etree.fromstring(XML).iter("Designation"):
        row = words(records[element.findtext("UniqueID")])
        texts = [" ".join((part.text or "").split()) for part in element.iter()]
        # what is an individual, an entity or a ship is told by the schema
        told = ("false", element.findtext("IndividualEntityShip"))
        assert [text for text in texts if text not in told and text not in row] == []


def test_a_second_part_of_the_same_name_and_stray_text_are_kept(tmp_path):
    data = XML.replace(
        b"<AddressLine1>1 S", b"<AddressLine1>Flat 9</AddressLine1>stray<AddressLine1>1 S"
    )
    row = words(rows(read_bytes(tmp_path, {"a.xml": data}))["TST0006"])
    assert [text for text in ("Flat 9", "stray", "1 Sample Road") if text not in row] == []


def test_a_unique_id_used_twice_gets_the_name(tmp_path):
    data = XML.replace(b"TST0075", b"TST0001")
    assert list(rows(read_bytes(tmp_path, {"a.xml": data})))[-1] == "TST0001 (Ostrelin)"


@pytest.mark.parametrize(
    ("old", "reason"),
    [
        (b"<UniqueID>TST0075</UniqueID>", "no unique ID"),
        (b"<Name6>Ostrelin</Name6>", "the record has no name"),
    ],
)
def test_a_bad_record_is_rejected_with_its_place(old, reason, tmp_path):
    found = read_bytes(tmp_path, {"a.xml": XML.replace(old, b"")})
    reject = found.rejects.to_pylist()[0]
    assert (reject["place"], reject["reason"]) == ("Designation 3", reason)
    assert (found.counts["loaded"], found.counts["refused"]) == (2, 1)


def test_a_damaged_file_is_never_silently_smaller(tmp_path):
    lost = silent_losses(golden(NAME), lambda data: read_bytes(tmp_path, {"a": data}))
    assert lost == []
