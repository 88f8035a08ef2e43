"""Parties of OFAC's advanced XML: names, features, documents, relations, sanctions."""

import pytest
from lxml import etree
from tests.catchall.intake.watchlists.samples import rows, said, sample

from catchall.intake.watchlists.entry import ORGANIZATION, VESSEL, Entry
from catchall.intake.watchlists.ofac_parties import (
    Document,
    keep_document,
    keep_party,
    keep_relation,
    keep_sanctions,
)
from catchall.intake.watchlists.ofac_references import References

OWNED = References({("RelationType", "1"): "Owned or Controlled By"}, {})


@pytest.fixture(scope="module")
def records():
    return rows(sample("sdn_advanced.xml"))


def test_names_have_kind_quality_and_script(records):
    kept = [tuple(name.values()) for name in records["8001"]["names"]]
    assert kept == [
        ("SAMPLEMAN, Testo Middleton", "primary", "Name"),
        ("ВЫДУМКИН Тест", "original_script", "Name Cyrillic"),
        ("UNCLE SAMPLE", "weak_alias", "A.K.A. low quality"),
        ("OLDSAMPLE", "former", "F.K.A."),
    ]
    assert said(records["8002"], "names", "alias") == ["NEW INVENTED TRADING"]
    assert said(records["8002"], "names", "original_script") == ["شركة مخترعة"]


def test_a_person_has_birth_nationality_gender_and_title(records):
    person = records["8001"]
    assert (person["schema"], said(person, "dates", "birth")) == ("Person", ["circa 1960"])
    assert said(person, "properties", "nationality") == ["Iran"]
    assert said(person, "properties", "gender") == ["Male"]
    assert said(person, "properties", "Title") == ["Invented Minister"]
    assert said(person, "properties", "birth_place")[0].endswith("1010, Austria")
    assert said(person, "properties", "Place of Birth comment") == ["perhaps"]
    assert person["countries"] == ["AT", "IR"]


def test_documents_and_numbered_features_are_identifiers(records):
    passport = {"kind": "passport", "value": "A1234567", "country": "IR"}
    assert passport in records["8001"]["identifiers"]
    assert said(records["8001"], "identifiers", "crypto") == ["1SampleInventedAddress"]
    assert said(records["8002"], "identifiers", "tax") == ["770099"]
    assert said(records["8004"], "identifiers", "tail_number") == ["EP-XYZ"]
    line = said(records["8001"], "properties", "id")[0]
    assert line.startswith("Passport A1234567 (Iran) Issue Date 2001-02-03 Invented Office")
    assert line.endswith("Fraudulent invented remark on a passport")


def test_a_vessel_has_its_particulars(records):
    ship = records["8003"]
    assert (ship["schema"], ship["countries"]) == ("Vessel", ["MT"])
    assert said(ship, "identifiers", "imo") == ["9074729"]
    assert said(ship, "identifiers", "call_sign") == ["EXAM1"]
    assert said(ship, "properties", "vessel_type") == ["Crude Oil Tanker"]
    assert said(ship, "links", "owner") == ["INVENTED LINES", "INVENTED TRADING CO."]


def test_an_address_has_its_parts(records):
    assert records["8002"]["addresses"] == [
        {
            "text": "1 Sample Road, Unit 2, Vienna, Sample Province, 1010, Austria",
            "city": "Vienna",
            "region": "Sample Province",
            "postcode": "1010",
            "country": "AT",
        }
    ]


def test_relations_are_links_by_the_name_of_the_other(records):
    assert records["8001"]["links"][0] == {
        "kind": "linked_to",
        "target": "INVENTED TRADING CO.",
    }
    assert said(records["8002"], "links", "parent") == ["SAMPLEMAN, Testo Middleton"]
    assert said(records["8002"], "links", "subsidiary") == ["EP-XYZ"]
    assert said(records["8001"], "properties", "relation")[0] == (
        "Acting for or on behalf of INVENTED TRADING CO. Invented quality "
        "invented remark on a relation"
    )


def test_sanctions_give_programmes_dates_and_legal_basis(records):
    person = records["8001"]
    assert person["programmes"] == ["IRAN", "NPWMD"]
    assert said(person, "dates", "listed") == ["2020-03-04"]
    assert person["citations"] == ["Executive Order 13382 (Non-proliferation)"]
    assert said(person, "properties", "measure") == ["Block all property"]
    assert said(person, "properties", "list") == ["SDN List"]


def _relation(schema, former):
    entry = Entry("1", schema)
    text = f'<ProfileRelationship RelationTypeID="1" Former="{former}"/>'
    keep_relation(entry, etree.fromstring(text), OWNED, "X")
    return entry.links[0]["kind"]


def test_an_owner_is_one_of_a_vessel_and_a_parent_of_a_firm_unless_former():
    assert _relation(VESSEL, "false") == "owner"
    assert _relation(ORGANIZATION, "false") == "parent"
    assert _relation(VESSEL, "true") == "linked_to"


def test_a_document_of_no_known_kind_is_a_property_and_a_tie():
    entry = Entry("1", ORGANIZATION)
    keep_document(entry, Document("9", 0, "Invented Paper", "5", "Malta", ("", "x")))
    assert (entry.identifiers, entry.countries) == ([], ["MT"])
    assert entry.properties == [{"key": "id", "value": "Invented Paper 5 (Malta) x"}]


def test_a_programme_without_a_name_is_a_measure():
    entry = Entry("1", ORGANIZATION)
    values = References({("SanctionsType", "1"): "Program"}, {})
    xml = "<SanctionsEntry><SanctionsMeasure SanctionsTypeID='1'/></SanctionsEntry>"
    keep_sanctions(entry, etree.fromstring(xml), values)
    assert entry.programmes == []
    assert {"key": "measure", "value": "Program"} in entry.properties


def test_what_cannot_be_read_is_given_back_with_its_reason():
    party = etree.fromstring(
        "<DistinctParty><Profile><Identity><Alias><DocumentedName/></Alias></Identity>"
        "<Feature><FeatureVersion><VersionLocation LocationID='7'/></FeatureVersion></Feature>"
        "</Profile></DistinctParty>"
    )
    unread = keep_party(Entry("1", ORGANIZATION), party, References({}, {}), {})
    assert [reason for _, reason in unread] == [
        "the name has no text",
        "there is no location 7",
    ]
