"""OFAC's XML: every text is kept, in both namespaces; the announced number of records holds."""

import io
import zipfile
from datetime import date

import pytest
from lxml import etree
from tests.catchall.intake.watchlists.samples import (
    golden,
    read_bytes,
    rows,
    said,
    sample,
    words,
)

from catchall.errors import WatchlistRefusedError

XML = golden("sdn.xml")
NEW = b"https://sanctionslistservice.ofac.treas.gov/api/PublicationPreview/exports/XML"


@pytest.fixture(scope="module")
def records():
    return rows(sample("sdn.xml"))


def test_the_day_of_publication_is_read_month_first():
    assert sample("sdn.xml").published == date(2026, 3, 4)


def test_a_day_that_cannot_be_is_none(tmp_path):
    found = read_bytes(tmp_path, {"a.xml": XML.replace(b"03/04/2026", b"30/04/2026")})
    assert found.published is None


def test_names_have_kind_and_the_words_of_the_list(records):
    names = [(name["text"], name["kind"], name["quality"]) for name in records["102"]["names"]]
    assert names == [
        ("SAMPLEMAN, Testo", "primary", ""),
        ("SAMPLEMANN, Testo", "alias", "a.k.a. strong"),
        ("UNCLE SAMPLE", "weak_alias", "a.k.a. weak"),
        ("OLDSAMPLE", "former", "f.k.a. weak"),
        ("Newtesto", "alias", "n.k.a. strong"),
    ]


def test_the_same_person_has_the_same_name_in_csv_and_xml(records):
    csv = rows(sample("SDN.CSV"))
    assert csv["102"]["names"][0] == records["102"]["names"][0]


def test_an_id_has_its_kind_and_keeps_its_dates(records):
    person = records["102"]
    assert person["identifiers"] == [
        {"kind": "passport", "value": "Z0000001", "country": "IR"},
        {"kind": "crypto", "value": "1InventedAddress", "country": ""},
    ]
    line = "Passport Z0000001 (Iran) issued 14 Nov 2007 expires 12 Nov 2012"
    assert line in said(person, "properties", "id")


def test_an_id_that_is_no_identifier_goes_where_it_belongs(records):
    person = records["102"]
    assert said(person, "properties", "gender") == ["Male"]
    assert said(person, "dates", "listed") == ["24 Feb 2022"]
    assert said(person, "dates", "birth") == ["circa 1961"]


def test_an_address_has_its_parts(records):
    assert records["102"]["addresses"] == [
        {
            "text": "1 Invented Street, Floor 2, Tehran, Tehran, 11111, Iran",
            "city": "Tehran",
            "region": "Tehran",
            "postcode": "11111",
            "country": "IR",
        }
    ]


def test_a_vessel_keeps_its_particulars(records):
    vessel = records["103"]
    assert (vessel["schema"], said(vessel, "identifiers", "imo")) == ("Vessel", ["9074729"])
    assert said(vessel, "identifiers", "call_sign") == ["EXAM1"]
    assert said(vessel, "links", "owner") == ["INVENTED SHIPPING LINES"]
    assert vessel["countries"] == ["IR"]


def test_every_text_of_the_file_is_in_its_record(records):
    for element in etree.fromstring(XML).iter("{*}sdnEntry"):
        row = words(records[element.findtext("{*}uid")])
        texts = [" ".join((part.text or "").split()) for part in element.iter()]
        assert [text for text in texts if text not in row] == []


def test_the_other_namespace_reads_the_same(tmp_path):
    data = XML.replace(b"http://tempuri.org/sdnList.xsd", NEW)
    assert read_bytes(tmp_path, {"a.xml": data}).records.equals(sample("sdn.xml").records)


def test_a_zip_reads_the_same(tmp_path):
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("folder/sdn.xml", XML)
    found = read_bytes(tmp_path, {"sdn_xml.zip": packed.getvalue()})
    assert found.records.equals(sample("sdn.xml").records)


def test_fewer_records_than_announced_refuse_the_file(tmp_path):
    data = XML.replace(b"<Record_Count>3<", b"<Record_Count>4<")
    with pytest.raises(WatchlistRefusedError, match="announces 4 records and holds 3"):
        read_bytes(tmp_path, {"a.xml": data})


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        (b"<uid>105</uid>", b"", "the record has no uid"),
        (b"<lastName>PLAIN SAMPLE WORKS</lastName>", b"", "the record has no name"),
        (b"<uid>105</uid>", b"<uid>103</uid>", "uid 103 is used twice"),
    ],
)
def test_a_bad_record_is_rejected_with_its_place(old, new, reason, tmp_path):
    found = read_bytes(tmp_path, {"a.xml": XML.replace(old, new)})
    reject = found.rejects.to_pylist()[0]
    assert (reject["place"], reject["reason"]) == ("sdnEntry 3", reason)
    assert "still kept" in reject["words"]
    assert (found.counts["loaded"], found.counts["refused"]) == (2, 1)


def test_mostly_non_sdn_programmes_are_the_consolidated_list(tmp_path):
    data = XML.replace(b"<program>CUBA<", b"<program>NS-PLC<")
    data = data.replace(b"<program>IRAN<", b"<program>NS-PLC<")
    assert read_bytes(tmp_path, {"a.xml": data}).source == "ofac-consolidated-xml"


def test_a_name_that_is_not_loaded_refuses_the_file(tmp_path):
    hidden = b"<x><lastName>HIDDEN SAMPLE</lastName></x></sdnEntry>"
    with pytest.raises(WatchlistRefusedError, match="names in the file"):
        read_bytes(tmp_path, {"a.xml": XML.replace(b"</sdnEntry>", hidden, 1)})
