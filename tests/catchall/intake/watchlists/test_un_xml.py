"""The UN list: every text is kept; the letters of a name are never guessed."""

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

from catchall.errors import WatchlistDoubtError, WatchlistRefusedError
from catchall.intake.watchlists import read

XML = golden("un.xml")


@pytest.fixture(scope="module")
def records():
    return rows(sample("un.xml"))


def test_the_day_is_the_one_the_file_was_made():
    assert sample("un.xml").published == date(2026, 2, 27)


def test_a_day_that_cannot_be_refuses_the_file(tmp_path):
    with pytest.raises(WatchlistRefusedError, match="2026-13-27 is no day"):
        read_bytes(tmp_path, {"a.xml": XML.replace(b"2026-02-27", b"2026-13-27")})


def test_names_have_the_kinds_of_their_qualities(records):
    person, entity = records["XXi.001"]["names"], records["XXe.001"]["names"]
    assert [(name["text"], name["kind"]) for name in person + entity] == [
        ("TESTO SAMPLE BIN INVENT", "primary"),
        ("тесто сампле", "original_script"),
        ("TESTO SAMPLET", "alias"),
        ("Uncle Sample", "weak_alias"),
        ("Onkel Sample", "weak_alias"),
        ("Oom Sample", "weak_alias"),
        ("INVENTED GENERAL CORPORATION", "primary"),
        ("INVENTED GC", "alias"),
        ("OLD INVENTED BUREAU", "former"),
    ]


def test_names_joined_by_semicolons_are_counted_as_split(records):
    counts = sample("un.xml").counts
    assert (counts["names_in"], counts["names_split"], counts["names"]) == (7, 2, 9)
    assert said(records["XXi.001"], "properties", "alias_as_filed")


def test_every_kind_of_birth_date_is_kept(records):
    born = said(records["XXi.001"], "dates", "birth")
    assert born == ["1970", "1971-02-03", "circa 1972", "between 1970 and 1974"]


def test_documents_are_identifiers_with_their_country(records):
    assert records["XXi.001"]["identifiers"] == [
        {"kind": "passport", "value": "C0000001", "country": "IR"},
        {"kind": "national_id", "value": "77-88", "country": ""},
        {"kind": "imo", "value": "9074729", "country": ""},
    ]


def test_countries_of_every_tie_are_codes(records):
    assert records["XXi.001"]["countries"] == ["CD", "IQ", "RW", "IR"]
    assert records["XXe.001"]["countries"] == ["KP"]


def test_the_link_to_the_notice_stays_in_the_remarks(records):
    assert "https://www.interpol.int/" in records["XXi.001"]["remarks"]


def test_every_text_of_the_file_is_in_its_record(records):
    for element in etree.fromstring(XML).iter("INDIVIDUAL", "ENTITY"):
        row = words(records[element.findtext("REFERENCE_NUMBER")])
        texts = [" ".join((part.text or "").split()) for part in element.iter()]
        assert [text for text in texts if text not in row] == []


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        (b"<REFERENCE_NUMBER>XXe.001</REFERENCE_NUMBER>", b"", "no reference number"),
        (b"<FIRST_NAME>INVENTED GENERAL CORPORATION<", b"<FIRST_NAME><", "no name"),
        (b"XXe.001", b"XXi.001", "used twice"),
    ],
)
def test_a_bad_record_is_rejected_with_its_place(old, new, reason, tmp_path):
    found = read_bytes(tmp_path, {"a.xml": XML.replace(old, new)})
    reject = found.rejects.to_pylist()[0]
    assert (reject["place"], reason in reject["reason"]) == ("ENTITY 2", True)
    assert found.counts["names_in"] - found.counts["names_refused"] == 5 - 1


def test_a_file_whose_characters_were_cut_to_one_byte_is_refused(tmp_path):
    data = XML.decode("utf-8").encode("utf-16-le")[::2]
    with pytest.raises(WatchlistRefusedError):
        read_bytes(tmp_path, {"a.xml": data})


def test_a_file_that_lost_letters_gives_no_name_in_another_script(tmp_path):
    data = XML.replace("\u2019".encode(), b"\x19")
    with pytest.raises(WatchlistDoubtError, match="letters of names are lost"):
        read_bytes(tmp_path, {"a.xml": data})
    found = read([tmp_path / "a.xml"], name="test", accepted=True)
    kinds = {name["kind"] for row in rows(found).values() for name in row["names"]}
    assert "original_script" not in kinds
    assert "in its own script were lost" in found.rejects["reason"].to_pylist()[0]


def test_a_stray_windows_letter_is_repaired_and_noted(tmp_path):
    found = read_bytes(tmp_path, {"a.xml": XML.replace(b"Samplegrad", b"S\xe4mplegrad", 1)})
    assert "Sämplegrad" in words(rows(found)["XXi.001"])
    assert [note for note in found.notes if "byte E4 read as ä" in note and "line 23" in note]
