"""Labels of OFAC put their values where they belong."""

import pytest

from catchall.intake.watchlists.entry import Entry
from catchall.intake.watchlists.ofac_labels import keep, keep_identifier, split_label


def _kept(part, schema="Organization"):
    entry = Entry("1", schema)
    assert keep(entry, *split_label(part))
    return entry


@pytest.mark.parametrize(
    ("part", "identifier"),
    [
        ("Passport Z1 (Iran) issued 2001 expires 2011", ("passport", "Z1", "IR")),
        ("alt. Tax ID No. 77 (Russia)", ("tax", "77", "RU")),
        ("National ID No. 00-1 (Haiti)", ("national_id", "00-1", "HT")),
        ("Registration Number HRB 12 (Germany)", ("registration", "HRB 12", "DE")),
        ("SSN 000-00-0000 (United States)", ("ssn", "000-00-0000", "US")),
        ("Vessel Registration Identification IMO 9074729", ("imo", "9074729", "")),
        ("Vessel Registration Identification 9074729", ("imo", "9074729", "")),
        ("Vessel Registration Identification AB 12", ("vessel_registration", "AB 12", "")),
        ("Identification Number IMO 5000001", ("imo_company", "5000001", "")),
        ("MMSI 422000000", ("mmsi", "422000000", "")),
        ("Digital Currency Address - XBT 1Invented", ("crypto", "1Invented", "")),
        ("SWIFT/BIC INVTIRTH", ("swift", "INVTIRTH", "")),
        ("Email Address a@invented.example", ("email", "a@invented.example", "")),
        ("Website www.invented.example", ("website", "www.invented.example", "")),
        ("Phone Number 98210000", ("phone", "98210000", "")),
        ("Unified Social Credit Code (USCC) 9122 (China)", ("registration", "9122", "CN")),
        ("Legal Entity Number 5493 (Oz)", ("lei", "5493", "")),
        ("Aircraft Tail Number EP-XYZ", ("tail_number", "EP-XYZ", "")),
        ("Vessel Call Sign EXAM1", ("call_sign", "EXAM1", "")),
    ],
)
def test_an_identifier_has_its_kind_value_and_country(part, identifier):
    kept = _kept(part).identifiers
    assert kept == [dict(zip(("kind", "value", "country"), identifier, strict=True))]


def test_the_number_of_a_ship_is_hers_under_any_label():
    entry = Entry("1", "Vessel")
    keep_identifier(entry, "Identification Number", "IMO 9074729", "")
    assert entry.identifiers[0]["kind"] == "imo"


@pytest.mark.parametrize(
    ("part", "kind", "value"),
    [
        ("DOB 10 Dec 1948", "birth", "10 Dec 1948"),
        ("alt. DOB circa 1951", "birth", "circa 1951"),
        ("Organization Established Date 1999", "established", "1999"),
        ("Listing Date (EO 00001 Directive 2): 24 Feb 2022", "listed", "24 Feb 2022"),
        ("Effective Date (CMIC) 02 Aug 2021", "effective", "02 Aug 2021"),
    ],
)
def test_a_date_is_kept_as_filed(part, kind, value):
    assert _kept(part).dates == [{"kind": kind, "value": value}]


@pytest.mark.parametrize(
    ("part", "key", "country"),
    [
        ("nationality Iran", "nationality", "IR"),
        ("citizen Turkey", "citizenship", "TR"),
        ("POB Samplegrad, Egypt", "birth_place", "EG"),
        ("Former Vessel Flag Malta", "former_vessel_flag", "MT"),
        ("Nationality of Registration Russia", "registration_country", "RU"),
    ],
)
def test_a_tie_to_a_country_is_a_property_and_a_country(part, key, country):
    entry = _kept(part)
    assert (entry.properties[0]["key"], entry.countries) == (key, [country])


def test_a_tail_number_is_no_aircraft_operator():
    assert _kept("Aircraft Operator Invented Air").links[0]["kind"] == "operator"


def test_a_label_that_is_not_known_is_not_taken():
    entry = Entry("1", "Person")
    assert split_label("Quality seal of its own") == ("", "Quality seal of its own")
    assert not keep(entry, "", "Quality seal of its own")


def test_a_word_that_only_begins_like_a_label_is_none():
    assert split_label("Websites are many")[0] == ""
