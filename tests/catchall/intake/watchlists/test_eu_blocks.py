"""Parts of an EU record: each goes to its column, and what is left stays with its part."""

import pytest

from catchall.intake.watchlists import eu_blocks
from catchall.intake.watchlists.entry import ORGANIZATION, PERSON, VESSEL, Entry


@pytest.fixture
def entry():
    return Entry("EU.1.1", ORGANIZATION)


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        ({"identificationTypeCode": "passport"}, "passport"),
        ({"identificationTypeCode": "diplomatic-passport"}, "passport"),
        ({"identificationTypeCode": "id"}, "national_id"),
        ({"identificationTypeCode": "regnumber"}, "registration"),
        ({"identificationTypeCode": "fiscalcode"}, "tax"),
        ({"identificationTypeCode": "swiftbic"}, "swift"),
        ({"identificationTypeCode": "ssn"}, "ssn"),
        ({"identificationTypeCode": "drivinglicence"}, "driver_licence"),
        ({"identificationTypeDescription": "National passport"}, "passport"),
        ({}, "other"),
    ],
)
def test_a_number_has_the_kind_of_its_type(entry, said, kind):
    eu_blocks.keep_identification(entry, {"number": "770001", **said})
    assert entry.identifiers == [{"kind": kind, "value": "770001", "country": ""}]


def test_a_ship_number_makes_a_vessel(entry):
    eu_blocks.keep_identification(entry, {"number": "9074729", "identificationTypeCode": "imo"})
    assert entry.schema == VESSEL


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ({"birthdate": "1965-12-01", "year": "1965"}, "1965-12-01"),
        ({"year": "1965", "monthOfYear": "12"}, "1965-12"),
        ({"year": "1965", "circa": "true"}, "circa 1965"),
        ({"yearRangeFrom": "1960", "yearRangeTo": "1963"}, "between 1960 and 1963"),
    ],
)
def test_a_birth_is_a_day_a_year_or_a_range(entry, said, day):
    eu_blocks.keep_birth(entry, said)
    assert entry.dates == [{"kind": "birth", "value": day}]


def test_an_unknown_country_of_birth_is_no_place(entry):
    eu_blocks.keep_birth(entry, {"countryIso2Code": "00", "countryDescription": "UNKNOWN"})
    told = "countryIso2Code: 00; countryDescription: UNKNOWN"
    assert entry.properties == [{"key": "birth", "value": told}]


def test_an_address_of_nothing_is_none(entry):
    eu_blocks.keep_address(entry, {"countryIso2Code": "00", "countryDescription": "UNKNOWN"})
    assert entry.addresses == []
    assert "UNKNOWN" in entry.properties[0]["value"]


def test_ways_to_reach_a_party_are_identifiers(entry):
    said = {
        "contactInfo EMAIL": "a@invented.example",
        "contactInfo FAX": "1",
        "contactInfo": "x",
    }
    eu_blocks.keep_address(entry, said)
    assert [one["kind"] for one in entry.identifiers] == ["email", "phone"]


@pytest.mark.parametrize("said", [{"code": "person"}, {"classificationCode": "P", "code": "x"}])
def test_a_person_is_one_in_both_words(entry, said):
    eu_blocks.keep_entity(entry, said)
    assert entry.schema == PERSON


def test_a_citizenship_without_a_country_keeps_its_rest(entry):
    eu_blocks.keep_citizenship(entry, {"region": "North"})
    assert entry.properties == [{"key": "citizenship", "value": "region: North"}]


def test_a_name_block_without_a_name_is_no_name(entry):
    eu_blocks.keep_name(entry, {"logicalId": "7"})
    assert entry.names == []
    assert entry.properties == [{"key": "name", "value": "logicalId: 7"}]


def test_a_number_used_again_and_again_stays_one_of_its_own():
    known = {"EU.1.1": Entry("", PERSON), "EU.1.1 (5)": Entry("", PERSON)}
    said = {"euReferenceNumber": "EU.1.1", "logicalId": "5"}
    assert eu_blocks.number_of(said, known) == "EU.1.1 (5)*"
