"""The Consolidated Screening List: the same record from both CSV layouts and from JSON."""

import csv
import io
import json
import re

import orjson
import pytest
from tests.catchall.intake.watchlists.damage import accounted, cuts, flips, read_or_refused
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

FILES = ("csl_2019.csv", "csl.csv", "csl.json")
CONTENT = orjson.loads(golden("csl.json"))


def _names(file):
    found = [row["names"] for row in sample(file).records.to_pylist()[:5]]
    return [sorted((name["text"], name["kind"]) for name in names) for names in found]


def test_the_names_are_the_same_in_every_layout():
    assert _names("csl.csv") == _names("csl_2019.csv") == _names("csl.json")
    assert ("SAMPLEMANN, Testo", "alias") in _names("csl.csv")[0]


def test_a_record_is_known_by_its_id_else_by_list_and_number():
    assert list(rows(sample("csl.csv"))) == ["9001", "9002", "0a1b2c", "3d4e5f", "6a7b8c"]
    assert list(rows(sample("csl.json"))) == list(rows(sample("csl.csv")))
    assert list(rows(sample("csl_2019.csv"))) == [
        "SDN/9001",
        "SDN/9002",
        "EL/Invented Optics Works; and any successor, sub-unit, or subsidiary thereof",
        "DPL/TESTA EXAMPLA",
        "ISN/Sample Institute",
        "ISN/Sample Institute (Vol. 83, No. 91, 05/10/2018)",
    ]


@pytest.mark.parametrize("file", FILES)
def test_the_list_of_each_record_is_a_programme(file):
    first = sample(file).records.to_pylist()[0]
    source = "Specially Designated Nationals (SDN) - Treasury Department"
    assert first["programmes"] == [source, "IRAN", "NPWMD"]


@pytest.mark.parametrize("file", FILES)
def test_a_person_has_births_citizenship_and_passport(file):
    person = sample(file).records.to_pylist()[0]
    assert person["schema"] == "Person"
    assert said(person, "dates", "birth") == ["1960-01-02", "1961"]
    assert said(person, "properties", "citizenship") == ["IR"]
    assert {"kind": "passport", "value": "A1234567", "country": "IR"} in person["identifiers"]
    assert said(person, "identifiers", "registration") == ["778899"]
    assert [one["country"] for one in person["addresses"]] == ["IR", "AT"]
    assert said(person, "names", "weak_alias") == ["UNCLE SAMPLE"]
    assert said(person, "links", "linked_to") == ["INVENTED TRADING"]


@pytest.mark.parametrize("file", FILES)
def test_a_vessel_has_its_particulars(file):
    ship = sample(file).records.to_pylist()[1]
    assert (ship["schema"], ship["countries"]) == ("Vessel", ["IR"])
    assert said(ship, "identifiers", "imo") == ["9074729"]
    assert said(ship, "identifiers", "call_sign") == ["EXAM1"]
    assert said(ship, "links", "owner") == ["INVENTED LINES"]
    assert said(ship, "properties", "vessel_flag") == ["Iran"]


@pytest.mark.parametrize("file", FILES)
def test_a_licence_text_is_kept_with_its_policy_and_citations(file):
    firm = sample(file).records.to_pylist()[2]
    assert firm["licence_requirement"] == (
        "For all items subject to the EAR. Presumption of denial."
    )
    assert firm["citations"] == ["83 FR 37423", "87 FR 77505"]
    assert said(firm, "names", "alias") == [
        "IOW",
        "Sample Lens Institute",
        "Invented Optics Works",
    ]


def _texts(row):
    joined = ("alt_names", "addresses", "ids", "programs", "dates_of_birth")
    for key, cell in row.items():
        pieces = cell.split("; ") if key in joined else [cell]
        if key == "federal_register_notice":
            pieces = re.sub(r"[,;]|\band\b", " ", cell).split()
        yield from (" ".join(piece.removeprefix("and ").split()) for piece in pieces)


def _bare(text):
    return " ".join(text.replace(",", " ").split())


@pytest.mark.parametrize("file", ["csl_2019.csv", "csl.csv"])
def test_every_cell_is_in_its_record(file):
    table = csv.DictReader(io.StringIO(golden(file).decode()))
    for cells, row in zip(table, sample(file).records.to_pylist(), strict=True):
        kept = _bare(words(row))
        assert [text for text in _texts(cells) if _bare(text) not in kept] == []


def _leaves(value):
    if isinstance(value, dict | list):
        inner = value.values() if isinstance(value, dict) else value
        return [text for one in inner for text in _leaves(one)]
    return [] if value is None else [str(value)]


def test_every_text_of_the_json_is_in_its_record():
    for record, row in zip(CONTENT["results"], rows(sample("csl.json")).values(), strict=True):
        kept = _bare(words(row))
        assert [text for text in _leaves(record) if _bare(text) not in kept] == []


def test_a_json_that_is_only_a_list_is_read_too(tmp_path):
    found = read_bytes(tmp_path, {"a.json": orjson.dumps(CONTENT["results"])})
    assert found.records.equals(sample("csl.json").records)


def test_a_page_of_a_longer_answer_is_in_doubt(tmp_path):
    with pytest.raises(WatchlistDoubtError, match="announces 19,000 records and holds 5"):
        read_bytes(tmp_path, {"a.json": orjson.dumps(CONTENT | {"total": 19000})})


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"name": None}, "no name"),
        ({"source": 7}, "no source"),
        ({"alt_names": [7]}, "alt_names is not a list of texts"),
    ],
)
def test_a_bad_record_is_rejected_with_its_place(changes, reason, tmp_path):
    results = [*CONTENT["results"][:4], CONTENT["results"][4] | changes]
    found = read_bytes(tmp_path, {"a.json": orjson.dumps(CONTENT | {"results": results})})
    reject = found.rejects.to_pylist()[0]
    assert (reject["place"], reject["reason"]) == ("results[4]", reason)
    assert (found.counts["loaded"], found.counts["refused"]) == (4, 1)


def test_a_record_that_is_no_object_is_rejected(tmp_path):
    results = {"results": [*CONTENT["results"], "x"], "total": 6}
    found = read_bytes(tmp_path, {"a.json": orjson.dumps(CONTENT | results)})
    assert found.rejects["reason"].to_pylist() == ["not an object"]


def test_fields_of_another_type_are_kept_as_they_are(tmp_path):
    odd = {"addresses": ["1 Sample Road, Vienna, AT"], "ids": ["Passport, B7654321, AT"]}
    odd |= {"title": {"a": 1}, "programs": "IRAN"}
    results = [CONTENT["results"][0] | odd]
    row = read_bytes(
        tmp_path, {"a.json": orjson.dumps({"results": results})}
    ).records.to_pylist()[0]
    assert row["addresses"][0]["country"] == "AT"
    assert said(row, "identifiers", "passport") == ["B7654321"]
    assert said(row, "properties", "title") == ['{"a":1}']
    assert row["programmes"][1:] == ["IRAN"]


def test_a_json_without_records_is_refused(tmp_path):
    data = json.dumps({"results": {"source": 1, "alt_names": [], "source_list_url": ""}})
    with pytest.raises(WatchlistRefusedError, match="results: there is no list"):
        read_bytes(tmp_path, {"a.json": data.encode()})


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        (b"TESTA EXAMPLA", b"", "no name"),
        (b"Denied Persons List (DPL) - Bureau of Industry and Security", b"", "no source"),
    ],
)
def test_a_bad_row_is_rejected_with_its_line(old, new, reason, tmp_path):
    found = read_bytes(tmp_path, {"a.csv": golden("csl.csv").replace(old, new)})
    reject = found.rejects.to_pylist()[0]
    assert (reject["source_line"], reject["reason"]) == (5, reason)
    assert (found.counts["loaded"], found.counts["refused"]) == (4, 1)


def test_a_new_column_is_a_property(tmp_path):
    data = b"\n".join(line + b",novelty" for line in golden("csl.csv").splitlines()) + b"\n"
    row = read_bytes(tmp_path, {"a.csv": data}).records.to_pylist()[0]
    assert said(row, "properties", "novelty") == ["novelty"]


@pytest.mark.parametrize("file", FILES)
def test_a_cut_file_is_refused_but_between_two_lines(file, tmp_path):
    """CSV has no end mark: a cut just after a line end cannot be seen in the file."""
    for data in cuts(golden(file)):
        line_ends = file.endswith("csv") and data.endswith(b"\n")
        assert line_ends or read_or_refused(tmp_path, data) is None


@pytest.mark.parametrize("file", FILES)
def test_a_bit_turned_over_loses_no_record_in_silence(file, tmp_path):
    whole = sample(file).counts["loaded"]
    for data in flips(golden(file)):
        assert accounted(read_or_refused(tmp_path, data), whole)


REAL = {
    "csl_watchman_sample.csv": (115, 276, 277, 127, 114, 61),
    "csl_consolidated_watchman_small.csv": (13, 28, 29, 13, 9, 9),
}


@pytest.mark.parametrize("file", REAL)
def test_a_real_extract_has_exactly_these_counts(file, real_data):
    found = read([real_data / "lists/csl" / file], name="test", accepted=True)
    keys = ("loaded", "names_in", "names", "addresses", "identifiers", "dates")
    assert tuple(found.counts[key] for key in keys) == REAL[file]
    assert found.counts["records_in"] == found.counts["loaded"]
    assert len(set(found.records["record"].to_pylist())) == found.counts["loaded"]


def test_the_real_extract_that_ends_in_a_line_is_in_doubt(real_data):
    file = real_data / "lists/csl/csl_consolidated_watchman_small.csv"
    with pytest.raises(WatchlistDoubtError, match="may have been cut"):
        read([file], name="test")


@pytest.mark.parametrize("file", REAL)
def test_every_cell_of_a_real_extract_is_in_its_record(file, real_data):
    path = real_data / "lists/csl" / file
    kept = read([path], name="test", accepted=True).records.to_pylist()
    with path.open(encoding="utf-8", newline="") as opened:
        for cells, row in zip(csv.DictReader(opened), kept, strict=True):
            text = _bare(words(row))
            assert [one for one in _texts(cells) if _bare(one) not in text] == []
