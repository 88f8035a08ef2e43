"""OFAC's advanced XML: every text is in a record, and what belongs to no record is rejected."""

from datetime import date

import pytest
from lxml import etree
from tests.catchall.intake.watchlists.damage import accounted, cuts, flips, read_or_refused
from tests.catchall.intake.watchlists.samples import golden, read_bytes, rows, sample, words

from catchall.errors import WatchlistRefusedError

DATA = golden("sdn_advanced.xml")
OLD = b"http://www.un.org/sanctions/1.0"
NEW = b"https://sanctionslistservice.ofac.treas.gov/api/PublicationPreview/exports/ADVANCED_XML"
KEPT = (
    "NamePartValue",
    "Value",
    "VersionDetail",
    "Comment",
    "IDRegistrationNo",
    "IssuingAuthority",
)


def test_the_day_and_the_counts_are_those_of_the_file():
    found = sample("sdn_advanced.xml")
    assert (found.source, found.published) == ("ofac-advanced-xml", date(2026, 7, 9))
    keys = ("records_in", "loaded", "names_in", "names", "addresses", "lines_refused")
    assert [found.counts[key] for key in keys] == [4, 4, 9, 9, 2, 0]


def test_every_text_of_the_file_is_in_a_record():
    kept = " ".join(map(words, rows(sample("sdn_advanced.xml")).values()))
    texts = [
        (one.text or "").strip()
        for one in etree.fromstring(DATA).iter()
        if etree.QName(one).localname in KEPT
    ]
    assert len(texts) > 40
    assert [text for text in texts if text not in kept] == []


def test_the_older_namespace_and_none_are_read_too(tmp_path):
    for name in (OLD, b""):
        data = DATA.replace(b'xmlns="' + NEW + b'"', b'xmlns="' + name + b'"' if name else b"")
        assert read_bytes(tmp_path, {"a": data}).records.equals(
            sample("sdn_advanced.xml").records
        )


def test_the_consolidated_list_is_known_by_its_programmes(tmp_path):
    data = DATA.replace(b">IRAN<", b">NS-PLC<")
    assert read_bytes(tmp_path, {"a": data}).source == "ofac-consolidated-advanced-xml"


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        (b'Profile ID="8002"', b'Profile ID="8001"', "profile 8001 is used twice"),
        (b'<Profile ID="8002"', b'<Profile NO="8002"', "the profile has no number"),
        (b"<Profile ID", b"<Profile2 ID", "0 profiles, not one"),
        (b">SAMPLE STAR<", b"><", "the record has no name"),
    ],
)
def test_a_bad_party_is_rejected_with_its_reason(old, new, reason, tmp_path):
    data = DATA
    if new.startswith(b"<Profile2"):
        place = data.index(b'<Profile ID="8004"')
        rest = data[place:].replace(old, new, 1).replace(b"</Profile>", b"</Profile2>", 1)
        data = data[:place] + rest
    else:
        data = data.replace(old, new, 1)
    found = read_bytes(tmp_path, {"a": data})
    assert reason in found.rejects["reason"].to_pylist()
    assert (found.counts["loaded"], found.counts["refused"]) == (3, 1)


def test_a_name_without_text_is_rejected_alone(tmp_path):
    found = read_bytes(tmp_path, {"a": DATA.replace(b">OLDSAMPLE<", b"><")})
    reject = found.rejects.to_pylist()[0]
    assert (reject["place"], reject["reason"]) == ("DocumentedName 74", "the name has no text")
    assert (found.counts["loaded"], found.counts["names_refused"]) == (4, 1)


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        (b'IdentityID="94"', b'IdentityID="95"', "no party has the identity 95"),
        (b'From-ProfileID="8003"', b'From-ProfileID="7"', "no party has its From-ProfileID"),
        (b'802" ProfileID="8002"', b'802" ProfileID="7"', "no party has its ProfileID"),
        (
            b'<VersionLocation LocationID="503"',
            b'<VersionLocation LocationID="7"',
            "there is no location 7",
        ),
    ],
)
def test_what_belongs_to_no_record_is_rejected(old, new, reason, tmp_path):
    found = read_bytes(tmp_path, {"a": DATA.replace(old, new)})
    assert found.rejects["reason"].to_pylist() == [reason]
    assert found.counts["loaded"] == 4


def test_parties_before_the_reference_values_are_refused(tmp_path):
    sets = DATA[DATA.index(b"  <ReferenceValueSets>") : DATA.index(b"  <Locations>")]
    data = DATA.replace(sets, b"").replace(b"</Sanctions>", sets + b"</Sanctions>")
    with pytest.raises(WatchlistRefusedError, match="before the reference value sets"):
        read_bytes(tmp_path, {"a": data})


def test_a_file_without_a_day_has_none(tmp_path):
    data = DATA.replace(b"<Year>2026</Year>", b"<Year>soon</Year>")
    assert read_bytes(tmp_path, {"a": data}).published is None


def test_a_cut_file_is_refused(tmp_path):
    assert {read_or_refused(tmp_path, data) for data in cuts(DATA)} == {None}


def test_a_bit_turned_over_loses_no_record_in_silence(tmp_path):
    for data in flips(DATA, 100):
        assert accounted(read_or_refused(tmp_path, data), 4)
