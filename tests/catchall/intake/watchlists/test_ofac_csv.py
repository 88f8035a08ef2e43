"""OFAC's CSV family: every cell is kept, each file is known by its content, damage is told."""

import itertools
import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.catchall.intake.watchlists.samples import (
    FAMILY,
    golden,
    read_bytes,
    rows,
    said,
    sample,
    words,
)

from catchall.errors import WatchlistRefusedError
from catchall.intake.watchlists import ofac_csv, read

SDN = golden("SDN.CSV")


@pytest.fixture(scope="module")
def family():
    return rows(sample(*FAMILY))


@pytest.mark.parametrize("order", list(itertools.permutations(FAMILY)))
def test_the_files_are_told_apart_by_content_in_any_order(order, tmp_path):
    files = {f"{number}.txt": golden(name) for number, name in enumerate(order)}
    assert read_bytes(tmp_path, files).records.equals(sample(*FAMILY).records)


def test_names_of_all_files_are_kept_with_their_kinds(family):
    kinds = {(name["text"], name["kind"]) for name in family["101"]["names"]}
    assert kinds == {
        ("INVENTED TRADING CO., LTD.", "primary"),
        ("ITC", "weak_alias"),
        ("OLD INVENTED", "former"),
        ("NEW INVENTED", "alias"),
        ("INVENTED COMMERCE COMPANY", "alias"),
        ("FORMER INVENTED WORKS", "former"),
    }
    assert family["101"]["names"][0]["kind"] == "primary"


def test_a_person_keeps_the_name_as_filed(family):
    assert (family["102"]["names"][0]["text"], family["102"]["schema"]) == (
        "SAMPLEMAN, Testo",
        "Person",
    )


def test_joined_programmes_are_parted(family):
    assert family["101"]["programmes"] == ["IRAN", "NPWMD"]


def test_an_address_has_its_text_city_and_country(family):
    assert family["101"]["addresses"] == [
        {
            "text": "1 Invented Street, Tehran, Iran",
            "city": "Tehran",
            "region": "",
            "postcode": "",
            "country": "IR",
        },
        {
            "text": "Region: Crimea",
            "city": "",
            "region": "Crimea",
            "postcode": "",
            "country": "UA",
        },
    ]


def test_an_address_line_of_nulls_is_no_address_but_its_number_is_kept(family):
    assert family["102"]["addresses"] == []
    assert said(family["102"], "properties", "address_number") == ["7003"]


def test_the_comments_file_continues_the_remark_in_mid_word(family):
    assert "Registration ID 99887 (Iran)" in family["102"]["remarks"]
    assert said(family["102"], "identifiers", "registration") == ["99887"]
    assert said(family["102"], "names", "weak_alias") == ["UNCLE SAMPLE"]


def test_a_remark_that_was_cut_without_the_comments_file_is_noted():
    assert "1 remarks are cut" in sample("SDN.CSV").notes[0]


def test_a_vessel_keeps_its_particulars(family):
    vessel = family["103"]
    assert vessel["schema"] == "Vessel"
    assert said(vessel, "identifiers", "imo") == ["9074729"]
    assert said(vessel, "identifiers", "call_sign") == ["EXAM1"]
    assert said(vessel, "links", "owner") == ["INVENTED SHIPPING LINES"]
    assert said(vessel, "properties", "vessel_flag") == ["Iran"]
    assert vessel["countries"] == ["IR", "MT"]


def test_an_aircraft_is_one(family):
    assert family["104"]["schema"] == "Airplane"


def test_every_cell_of_every_file_is_in_its_record(family):
    for name in FAMILY:
        for line in golden(name).decode().splitlines():
            cells = ofac_csv._cells(line)
            for cell in cells[1:]:
                for part in cell.strip().split("] ["):
                    assert part in ("-0-", "") or part in words(family[cells[0]])


def test_the_counts_agree_with_the_files():
    counts = sample(*FAMILY).counts
    assert (counts["records_in"], counts["loaded"], counts["refused"]) == (5, 5, 0)
    assert counts["names_in"] == counts["names"] == 5 + 4 + 5


def test_a_header_row_is_not_a_record(tmp_path):
    header = b"ID,Name,Type,Programme,Title,F,G,H,I,J,K,Details\r\n"
    found = read_bytes(tmp_path, {"a.csv": header + SDN})
    assert found.records.equals(sample("SDN.CSV").records)


def test_the_consolidated_list_is_known_by_its_programmes(tmp_path):
    data = SDN.replace(b'"CUBA"', b'"NS-PLC"').replace(b'"SDGT"', b'"SDGT] [NS-PLC"')
    data = data.replace(b'"IRAN"', b'"CMIC-EO13959"', 1)
    found = read_bytes(tmp_path, {"a.csv": data})
    assert found.source == "ofac-consolidated"


def test_a_source_that_is_given_stands(tmp_path):
    found = read_bytes(tmp_path, {"a.csv": SDN}, source="ofac-consolidated")
    assert found.source == "ofac-consolidated"


def _first_reject(found):
    return found.rejects.to_pylist()[0]


def test_an_unclosed_quote_rejects_its_own_line_only(tmp_path):
    found = read_bytes(tmp_path, {"a.csv": SDN.replace(b'"EP-XYZ",', b'"EP-XYZ,', 1)})
    assert (found.counts["loaded"], found.counts["refused"]) == (4, 1)
    reject = _first_reject(found)
    assert (reject["source_line"], reject["reason"]) == (4, "a quote is not closed")
    assert reject["words"].startswith('104,"EP-XYZ,')


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        (b'105,"PLAIN SAMPLE WORKS"', b"105,-0- ", "the record has no name"),
        (b"105,", b"104,", "number 104 is used twice"),
        (b"105,", b"1O5,", "the record number is '1O5'"),
        (b"105,", b"105,105,", "13 columns, not 12"),
    ],
)
def test_a_bad_record_is_rejected_with_its_reason(old, new, reason, tmp_path):
    found = read_bytes(tmp_path, {"a.csv": SDN.replace(old, new, 1)})
    assert (_first_reject(found)["source_line"], _first_reject(found)["reason"]) == (5, reason)
    assert found.counts["records_in"] == found.counts["loaded"] + 1


def test_lines_without_a_record_are_rejected_and_the_day_is_doubted(tmp_path):
    files = {
        name: golden(name).replace(b"\n103,", b"\n999,") for name in ("SDN.CSV", "ALT.CSV")
    }
    files["SDN.CSV"] = SDN
    found = read_bytes(tmp_path, files)
    assert _first_reject(found)["reason"] == "no record of that number in the main file"
    assert found.counts["names_in"] == found.counts["names"] + found.counts["names_refused"]
    assert any("are the files of the same day?" in note for note in found.notes)


def test_an_alias_without_a_name_is_rejected(tmp_path):
    alias = golden("ALT.CSV").replace(b'"SAMPLEMANN, Testo"', b"-0- ")
    found = read_bytes(tmp_path, {"SDN.CSV": SDN, "ALT.CSV": alias})
    assert _first_reject(found)["reason"] == "the alias has no name"


def test_an_address_and_a_comment_without_a_record_are_rejected(tmp_path):
    files = {
        name: golden(name).replace(b"102,", b"998,") for name in FAMILY if name != "SDN.CSV"
    }
    found = read_bytes(tmp_path, {"SDN.CSV": SDN, **files})
    assert set(found.rejects["source"].to_pylist()) == set(FAMILY) - {"SDN.CSV"}


def test_the_main_file_must_be_there(tmp_path):
    with pytest.raises(WatchlistRefusedError, match="read with the main file of their day"):
        read_bytes(tmp_path, {"ALT.CSV": golden("ALT.CSV")})


def test_two_main_files_are_refused(tmp_path):
    with pytest.raises(WatchlistRefusedError, match="a second main file"):
        read_bytes(tmp_path, {"a.csv": SDN, "b.csv": SDN})


def test_binary_in_the_file_is_refused_with_its_line(tmp_path):
    with pytest.raises(WatchlistRefusedError, match=r"line 5: the character 0x00 is not text"):
        read_bytes(tmp_path, {"a.csv": SDN.replace(b"PLAIN", b"PL\0IN")})


def test_windows_letters_are_read_and_noted(tmp_path):
    found = read_bytes(tmp_path, {"a.csv": SDN.replace(b"PLAIN", b"PL\xc4IN")})
    assert rows(found)["105"]["names"][0]["text"] == "PLÄIN SAMPLE WORKS"
    assert any("line 5" in note and "Windows-1252" in note for note in found.notes)


def test_many_bad_records_refuse_the_file(tmp_path):
    bad = b"".join(b"%d,-0- ,-0-\r\n" % number for number in range(3))
    good = SDN.rstrip(b"\x1a") * 4
    with pytest.raises(WatchlistRefusedError, match="cannot be read"):
        read_bytes(tmp_path, {"a.csv": good + bad + b"\x1a"})


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(cut=st.integers(min_value=1, max_value=len(SDN) - 1))
def test_a_file_cut_anywhere_is_refused_or_doubted(cut, tmp_path):
    try:
        found = read_bytes(tmp_path, {"a.csv": SDN[:cut]})
    except WatchlistRefusedError:
        return
    assert any("no end mark" in note for note in found.notes)


def test_a_main_file_alone_says_what_it_lacks(tmp_path):
    alone = read_bytes(tmp_path, {"SDN.CSV": SDN})
    assert [note for note in alone.notes if "aliases (ALT.CSV) and addresses" in note]
    assert not [note for note in sample(*FAMILY).notes if "added without" in note]


CONS = ("cons_alt.csv", "cons_add.csv", "cons_comments.csv")
REAL = {
    "a header row and no end mark": (
        ("sdn_sancbook_2023.csv",),
        ("ofac-sdn", 11443, 14215, 0, 10790, 0),
    ),
    "2021 alone": (("sdn_watchman_bench.csv",), ("ofac-sdn", 8976, 11415, 0, 8043, 0)),
    "non-sdn alone": (("cons_prim.csv",), ("ofac-consolidated", 442, 510, 0, 1270, 0)),
    "another non-sdn": (("OFAC_wallblue4.csv",), ("ofac-consolidated", 443, 509, 0, 1252, 0)),
    "another non-sdn with aliases": (
        ("OFAC_wallblue4.csv", *CONS),
        ("ofac-consolidated", 443, 1586, 522, 1266, 0),
    ),
    "later addresses": (
        ("sdn_sancbook_2023.csv", "add_watchman_tfidf.csv"),
        ("ofac-sdn", 11443, 14215, 12455, 10790, 9503),
    ),
    "other later aliases": (
        ("sdn_sancbook_2023.csv", "alt_watchman_pkg.csv"),
        ("ofac-sdn", 11443, 28902, 0, 10790, 4799),
    ),
}


@pytest.mark.parametrize("case", REAL)
def test_a_real_family_has_exactly_these_counts(case, real_data):
    files, expected = REAL[case]
    found = read([real_data / "lists/ofac" / file for file in files], name="test")
    keys = ("loaded", "names", "addresses", "identifiers", "lines_refused")
    assert (found.source, *(found.counts[key] for key in keys)) == expected
    assert found.counts["records_in"] == found.counts["loaded"]


@pytest.mark.parametrize("case", ["a header row and no end mark", "another non-sdn"])
def test_every_name_seen_in_a_real_main_file_by_eye_is_loaded(case, real_data):
    file = real_data / "lists/ofac" / REAL[case][0][0]
    text = file.read_text(encoding="utf-8")
    seen = re.findall(r'^(\d+),"?(.*?)"?,(?:-0-|"?[a-z]+"?) ?,', text, re.MULTILINE)
    kept = rows(read([file], name="test"))
    assert len(seen) == REAL[case][1][1]
    other = [
        (number, name)
        for number, name in seen
        if kept[number]["names"][0]["text"] != name.strip()
    ]
    assert other == []


@pytest.mark.parametrize(
    "file",
    [
        "alt_watchman_tfidf.csv",
        "add_watchman_tfidf.csv",
        "sdn_comments_watchman_tfidf.csv",
        "alt_watchman_pkg.csv",
        "sdn_address_sancbook_2023.csv",
    ],
)
def test_a_real_side_file_without_a_main_file_is_refused(file, real_data):
    with pytest.raises(WatchlistRefusedError, match="12 columns\\) is missing"):
        read([real_data / "lists/ofac" / file], name="test")


def test_a_first_record_with_a_damaged_number_is_no_header(tmp_path):
    lines = golden("SDN.CSV").split(b"\r\n")
    damaged = b"\r\n".join([b"s" + lines[0][1:], *lines[1:]])
    found = read_bytes(tmp_path, {"SDN.CSV": damaged})
    assert found.counts["refused"] == 1
    assert "the record number is" in found.rejects["reason"].to_pylist()[0]
