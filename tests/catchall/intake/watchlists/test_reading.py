"""Files become a list: the right reader by content, counts that agree, damage refused."""

import csv
import json
import re

import pytest
from lxml import etree
from tests.catchall.intake.watchlists.samples import GOLDEN, golden, read_bytes, sample, words

from catchall.errors import (
    InputError,
    UsageError,
    WatchlistDoubtError,
    WatchlistRefusedError,
)
from catchall.intake.watchlists import READERS, SOURCES, read

FILES = {
    "ofac-xml": "sdn.xml",
    "un-xml": "un.xml",
    "eu-fsf-xml": "eu_fsf.xml",
    "eu-fsf-csv": "eu_fsf_1_1.csv",
    "uk-sanctions-xml": "uk_sanctions.xml",
    "uk-sanctions-csv": "uk_sanctions.csv",
    "uk-ofsi-csv": "uk_conlist.csv",
    "eu-annexes": "eu_annexes.csv",
    "au-dfat": "au_dfat.csv",
    "ch-seco-xml": "ch_seco.xml",
    "canada-sema-xml": "canada_sema.xml",
    "bis-entity-json": "entity_list.json",
    "ofac-advanced-xml": "sdn_advanced.xml",
    "us-csl-json": "csl.json",
    "us-csl-csv": "csl.csv",
    "bis-dpl-txt": "dpl.txt",
    "ofac-sdn": "SDN.CSV",
    "jp-meti-ban": "meti_ban.txt",
    "ftm-json": "ftm_flat.json",
    "own": "own.csv",
    "jp-meti-end-user": "end_user.csv",
    "cn-lists-csv": "cn_lists.csv",
    "my-moha-xml": "moha.xml",
    "opensanctions-simple-csv": "targets_simple.csv",
}


@pytest.mark.parametrize("source", FILES)
def test_each_format_is_recognised_by_its_own_reader_only(source):
    head = golden(FILES[source])
    assert [one.source for one in READERS if one.recognise(head, "x")] == [source]
    assert sample(FILES[source]).source == source


@pytest.mark.parametrize("name", ["sdn.xml", "un.xml", "sdn_advanced.xml"])
def test_an_xml_is_recognised_in_utf16_too(name, tmp_path):
    data = golden(name).decode().encode("utf-16")
    assert read_bytes(tmp_path, {"a": data}).records.equals(sample(name).records)


@pytest.mark.parametrize("source", FILES)
def test_the_list_has_the_name_that_was_asked_for(source):
    found = read([GOLDEN / FILES[source]], name="mine")
    assert set(found.records["list"].to_pylist()) == {"mine"}


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"<html><body>Not found</body></html>",
        b"{}",
        b"name,country\na,b\n",
        b"\x89PNG\r\n",
    ],
)
def test_a_file_of_no_known_format_is_refused(data, tmp_path):
    with pytest.raises(WatchlistRefusedError, match="Give the official files of one list"):
        read_bytes(tmp_path, {"a.csv": data})


def test_a_file_is_not_read_as_another_source():
    with pytest.raises(WatchlistRefusedError, match="its content is not un-xml"):
        read([GOLDEN / "sdn.xml"], name="test", source="un-xml")


def test_files_of_two_lists_are_refused():
    with pytest.raises(WatchlistRefusedError, match="un-xml beside ofac-sdn"):
        sample("SDN.CSV", "un.xml")


def test_two_files_of_a_list_of_one_file_are_refused():
    with pytest.raises(WatchlistRefusedError, match="a second file"):
        sample("un.xml", "un.xml")


def test_a_source_that_is_not_known_is_wrong_use():
    with pytest.raises(UsageError, match="choose auto, ofac-xml, ofac-consolidated-xml, "):
        read([GOLDEN / "un.xml"], name="test", source="ofac")
    assert "ofac-consolidated" in SOURCES


def test_no_files_is_wrong_use():
    with pytest.raises(UsageError, match="at least one official file"):
        read([], name="test")


def test_a_file_that_is_not_there_is_an_input_error(tmp_path):
    with pytest.raises(InputError):
        read([tmp_path / "absent.csv"], name="test")


def test_a_list_without_a_readable_record_is_refused(tmp_path):
    data = re.sub(rb"<REFERENCE_NUMBER>.*?<", b"<REFERENCE_NUMBER><", golden("un.xml"))
    with pytest.raises(WatchlistRefusedError, match="none of its 2 records could be read"):
        read_bytes(tmp_path, {"a.xml": data})


def test_a_list_with_too_many_bad_records_is_refused(tmp_path):
    content = json.loads(golden("entity_list.json"))
    content |= {"entities": content["entities"] + ["x"] * 10, "count": 14}
    with pytest.raises(WatchlistRefusedError, match="10 of 14 records cannot be read"):
        read_bytes(tmp_path, {"a.json": json.dumps(content).encode()})


REAL = {
    "sdn 2023": (
        ["ofac/sdn_sancbook_2023.csv", "ofac/sdn_address_sancbook_2023.csv"],
        ("ofac-sdn", None, 11443, 14215, 14215, 13834, 10790, 0),
    ),
    "sdn 2023 with later aliases": (
        [
            "ofac/sdn_sancbook_2023.csv",
            "ofac/sdn_address_sancbook_2023.csv",
            "ofac/alt_watchman_tfidf.csv",
            "ofac/sdn_comments_watchman_tfidf.csv",
        ],
        ("ofac-sdn", None, 11443, 34336, 28587, 13834, 11073, 5761),
    ),
    "sdn 2021": (
        [f"ofac/{kind}_watchman_bench.csv" for kind in ("alt", "sdn", "add")],
        ("ofac-sdn", None, 8976, 23325, 23325, 11440, 8043, 0),
    ),
    "non-sdn": (
        [f"ofac/cons_{kind}.csv" for kind in ("prim", "alt", "add", "comments")],
        ("ofac-consolidated", None, 442, 1587, 1587, 522, 1284, 0),
    ),
    "non-sdn xml": (
        ["ofac/ofac_consolidated_nonsdn_kebalkhadka_2025.xml"],
        ("ofac-consolidated-xml", "2025-03-28", 443, 1579, 1579, 520, 1266, 0),
    ),
    "un april 2025": (
        ["un/UN_kebalkhadka_2025.xml"],
        ("un-xml", "2025-04-19", 877, 3961, 3987, 696, 431, 0),
    ),
    "un 2026": (
        ["un/UN_consolidated_watchman.xml"],
        ("un-xml", "2026-02-27", 1003, 4133, 4204, 743, 454, 0),
    ),
    "entity list": (
        ["bis/bis_entity_list.json"],
        ("bis-entity-json", "2026-07-09", 3409, 8581, 8822, 5949, 0, 0),
    ),
}


@pytest.mark.parametrize("case", REAL)
def test_a_real_list_has_exactly_these_counts(case, real_data):
    files, expected = REAL[case]
    found = read([real_data / "lists" / file for file in files], name="test")
    keys = ("loaded", "names_in", "names", "addresses", "identifiers", "lines_refused")
    day = found.published and found.published.isoformat()
    assert (found.source, day, *(found.counts[key] for key in keys)) == expected
    assert found.counts["records_in"] == found.counts["loaded"]


def test_the_real_damaged_list_is_refused_with_its_place(real_data):
    file = real_data / "lists/un/UN_consolidated_wallblue4_2025.xml"
    with pytest.raises(
        WatchlistDoubtError, match="line 53, column 11: 775 characters that XML"
    ):
        read([file], name="test")
    found = read([file], name="test", accepted=True)
    assert "394 bytes that are not utf-8" in found.doubts[0]
    lost = found.counts["names_refused"]
    assert (found.counts["loaded"], lost, found.rejects.num_rows) == (879, lost, lost)
    assert lost == 380


@pytest.mark.parametrize("name", ["deriv_sdn.xml", "deriv_sample_ofac_sdn.zip"])
def test_a_real_extract_is_not_taken_for_the_whole_list(name, real_data):
    with pytest.raises(WatchlistDoubtError, match="announces 8,197 records and holds 8"):
        read([real_data / "lists/samples_official_format" / name], name="test")


def _texts(files, name="test"):
    found = read(files, name=name).records.to_pylist()
    return {row["record"]: words(row) for row in found}


def _single(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.parametrize("case", ["sdn 2023", "sdn 2021", "non-sdn"])
def test_every_cell_of_a_real_csv_is_in_its_record(case, real_data):
    files = [real_data / "lists" / file for file in REAL[case][0]]
    texts, cells = _texts(files), 0
    for file in files:
        for row in csv.reader(file.read_text(encoding="utf-8").splitlines()):
            kept = [part for cell in row[1:] for part in cell.split("] [") if row[0].isdigit()]
            kept = [_single(part) for part in kept if part.strip() not in ("", "-0-")]
            assert [part for part in kept if part not in texts[row[0]]] == []
            cells += len(kept)
    assert cells > 6_000


@pytest.mark.parametrize(
    ("case", "tags", "number"),
    [
        ("non-sdn xml", ("{*}sdnEntry",), "{*}uid"),
        ("un april 2025", ("INDIVIDUAL", "ENTITY"), "REFERENCE_NUMBER"),
        ("un 2026", ("INDIVIDUAL", "ENTITY"), "REFERENCE_NUMBER"),
    ],
)
def test_every_text_of_a_real_xml_is_in_its_record(case, tags, number, real_data):
    file = real_data / "lists" / REAL[case][0][0]
    texts, count = _texts([file]), 0
    for element in etree.parse(str(file)).getroot().iter(*tags):
        kept = [_single(part.text or "") for part in element.iter()]
        text = texts[_single(element.findtext(number))]
        assert [part for part in kept if part not in text] == []
        count += len(kept)
    assert count > 15_000


def test_every_text_of_the_real_entity_list_is_in_its_record(real_data):
    file = real_data / "lists" / REAL["entity list"][0][0]
    entities = json.loads(file.read_text(encoding="utf-8"))["entities"]
    for record, text in zip(entities, _texts([file]).values(), strict=True):
        kept = [record["name"], record["country"], record["notes"], *record["aliases"]]
        kept += re.split(r";\s*(?:and\b)?", record["address"] or "")
        kept += re.split(r"\.\s*\n", record["federal_register"])
        assert [part for part in kept if _single(part) not in text] == []
