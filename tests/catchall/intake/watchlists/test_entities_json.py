"""US lists as JSON: every name, address, date, citation and note of each list is kept."""

import json
import re
from datetime import date

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

from catchall.errors import WatchlistRefusedError
from catchall.intake.watchlists import read

LIST = orjson.loads(golden("entity_list.json"))


@pytest.fixture(scope="module")
def records():
    return rows(sample("entity_list.json"))


def _changed(tmp_path, number, **changes):
    """The list with one record changed."""
    entities = [dict(record) for record in LIST["entities"]]
    entities[number] |= changes
    return read_bytes(tmp_path, {"a.json": orjson.dumps(LIST | {"entities": entities})})


def test_the_day_is_the_one_of_extraction():
    assert sample("entity_list.json").published == date(2026, 7, 9)


def test_a_record_is_known_by_country_and_name(records):
    assert list(records) == [
        "China/Invented Optics Institute (IOI)",
        "Russia/Sample Works, OOO (f.k.a., Zavod Sample)",
        "Pakistan/Test Trading",
        "Pakistan/Test Trading (64 FR 2, 2/2/99)",
    ]


def test_the_very_same_record_twice_is_kept_twice(tmp_path):
    twice = LIST | {"entities": LIST["entities"][3:] * 3, "count": 3}
    found = read_bytes(tmp_path, {"a.json": orjson.dumps(twice)})
    assert len(rows(found)) == 3


def test_names_inside_a_joined_name_are_added_and_counted(records):
    names = records["Russia/Sample Works, OOO (f.k.a., Zavod Sample)"]["names"]
    assert [(name["text"], name["kind"]) for name in names] == [
        ("Sample Works, OOO (f.k.a., Zavod Sample)", "primary"),
        ("Sample Works, OOO", "alias"),
        ("Zavod Sample", "former"),
    ]
    counts = sample("entity_list.json").counts
    assert (counts["names_in"], counts["names_split"], counts["names"]) == (7, 3, 10)


def test_each_address_has_the_country_that_ends_it(records):
    first = records["China/Invented Optics Institute (IOI)"]
    assert [address["country"] for address in first["addresses"]] == ["CN", "HK"]
    assert records["Pakistan/Test Trading (64 FR 2, 2/2/99)"]["addresses"][0]["country"] == "PK"


def test_alternate_addresses_elsewhere_are_a_remark_and_ties(records):
    first = records["China/Invented Optics Institute (IOI)"]
    assert first["remarks"] == "(See alternate addresses under Malaysia and Turkey)"
    assert first["countries"] == ["CN", "HK", "MY", "TR"]


def test_citations_are_parted_and_the_licence_requirement_kept(records):
    first = records["China/Invented Optics Institute (IOI)"]
    assert first["citations"] == ["75 FR 1701, 1/13/10", "77 FR 58006, 9/19/12"]
    assert first["licence_requirement"].startswith("For all items subject to the EAR.")


def test_every_text_of_the_file_is_in_its_record(records):
    for record, row in zip(LIST["entities"], records.values(), strict=True):
        texts = [record["name"], record["country"], record["notes"], record["status"] or ""]
        texts += record["aliases"] or []
        texts += (record["address"] or "").split("; and ")
        texts += record["federal_register"].split(".\n")
        assert [text for text in texts if text not in words(row)] == []


def test_a_field_that_is_not_known_is_a_property(tmp_path):
    row = rows(_changed(tmp_path, 2, review_policy={"all": "denial"}))["Pakistan/Test Trading"]
    assert {"key": "review_policy", "value": '{"all":"denial"}'} in row["properties"]


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"name": " "}, "no name"),
        ({"name": 7}, "no name"),
        ({"country": None}, "no country"),
        ({"aliases": "TT"}, "aliases is not a list of texts"),
        ({"aliases": [7]}, "aliases is not a list of texts"),
        ({"address": ["x"]}, "address is not a text"),
    ],
)
def test_a_bad_record_is_rejected_with_its_place(changes, reason, tmp_path):
    found = _changed(tmp_path, 1, **changes)
    reject = found.rejects.to_pylist()[0]
    assert (reject["place"], reject["reason"]) == ("entities[1]", reason)
    assert (found.counts["loaded"], found.counts["refused"]) == (3, 1)


def test_a_record_that_is_no_object_is_rejected(tmp_path):
    odd = LIST | {"entities": [*LIST["entities"], "x"], "count": 5}
    found = read_bytes(tmp_path, {"a.json": orjson.dumps(odd)})
    assert found.rejects["reason"].to_pylist() == ["not an object"]


def test_a_blank_alias_is_no_name(tmp_path):
    assert _changed(tmp_path, 1, aliases=[" "]).counts["names_in"] == 7


@pytest.mark.parametrize(
    ("changes", "problem"),
    [
        ({"count": 9}, "announces 9 records and holds 4"),
        ({"entities": {}}, "no list of entities"),
        ({"extracted": "soon"}, "'soon' is no day"),
    ],
)
def test_a_file_of_another_shape_is_refused(changes, problem, tmp_path):
    with pytest.raises(WatchlistRefusedError, match=problem):
        read_bytes(tmp_path, {"a.json": orjson.dumps(LIST | changes)})


def test_a_cut_file_is_refused_with_line_and_column(tmp_path):
    with pytest.raises(WatchlistRefusedError, match=r"line \d+, column \d+: not JSON"):
        read_bytes(tmp_path, {"a.json": golden("entity_list.json")[:-20]})


def test_a_file_without_a_day_has_none(tmp_path):
    bare = {key: value for key, value in LIST.items() if key not in ("extracted", "count")}
    assert read_bytes(tmp_path, {"a.json": orjson.dumps(bare)}).published is None


SAMPLES = (
    "entity_list",
    "denied_persons",
    "debarred",
    "withhold_release",
    "section_1260h",
    "chinese_military_complex",
    "nonproliferation",
)


def _texts_of(record):
    """Every text that a record of the file holds, spaces made single, joined parts apart."""
    whole = ("name", "country", "status", "effective_date", "notes")
    texts = [record[key] or "" for key in whole] + list(record["aliases"] or ())
    texts += re.split(r";\s*(?:and\b)?", record["address"] or "")
    texts += re.sub(r"[,;.]|\band\b", " ", record["federal_register"] or "").split()
    return [" ".join(text.split()) for text in texts]


def _plain(row):
    return words(row) + " " + re.sub(r"[,;.]", " ", words(row))


@pytest.mark.parametrize("name", SAMPLES)
def test_every_text_of_each_list_is_in_its_record(name):
    entities = orjson.loads(golden(f"{name}.json"))["entities"]
    kept = sample(f"{name}.json").records.to_pylist()
    for record, row in zip(entities, kept, strict=True):
        assert [text for text in _texts_of(record) if text not in _plain(row)] == []


def test_each_list_is_its_own_source():
    assert [sample(f"{name}.json").source for name in SAMPLES] == [
        "bis-entity-json",
        "bis-dpl-json",
        "state-debarred-statutory-json",
        "cbp-wro-json",
        "dow-1260h-json",
        "ofac-nscmic-json",
        "state-nonproliferation-json",
    ]


def test_lost_letters_are_noted_with_their_place(tmp_path):
    found = _changed(tmp_path, 2, name="T\ufffdst Trading")
    assert found.notes[-1] == "letters are lost (U+FFFD) in entities[2]"
    assert not any("U+FFFD" in note for note in sample("entity_list.json").notes)


def test_a_list_is_not_read_as_another(tmp_path):
    data = {"a.json": golden("denied_persons.json")}
    with pytest.raises(WatchlistRefusedError, match="it is bis-dpl-json, not bis-meu-json"):
        read_bytes(tmp_path, data, source="bis-meu-json")
    assert read_bytes(tmp_path, data, source="bis-dpl-json").counts["loaded"] == 4


def test_a_list_that_is_not_known_is_refused_with_those_that_are(tmp_path):
    data = golden("denied_persons.json").replace(b"bis-dpl", b"bis-new")
    with pytest.raises(
        WatchlistRefusedError, match="'bis-new' is not one of bis-entity-list, "
    ):
        read_bytes(tmp_path, {"a.json": data})


def test_a_description_of_lists_is_refused_as_such(tmp_path):
    data = b'{"generated": "2026-07-09", "lists": [{"id": "x", "short_name": "X List"}]}'
    with pytest.raises(WatchlistRefusedError, match="describes lists and holds no party"):
        read_bytes(tmp_path, {"a.json": data})


def test_a_denial_has_its_dates_citations_and_kind():
    first = sample("denied_persons.json").records.to_pylist()[0]
    assert said(first, "dates", "effective") == ["2021-02-03"]
    assert said(first, "dates", "expires") == ["2031-02-03"]
    assert first["citations"] == ["86 F.R. 100 2/9/21", "86 F.R. 200 3/9/21"]
    assert said(first, "properties", "type_of_denial") == ["Standard"]
    assert said(first, "names", "alias") == ["INVENTED AIRLINES", "SAMPLE SKY"]
    assert first["licence_requirement"] == ""


def test_records_of_one_name_are_told_apart_by_what_differs():
    assert list(rows(sample("denied_persons.json")))[2:] == [
        "Iran/INVENTED PARTS",
        "Iran/INVENTED PARTS (86 F.R. 300 2/9/21)",
    ]


def test_a_record_of_one_name_and_citation_has_its_address_too(tmp_path):
    content = orjson.loads(golden("denied_persons.json"))
    content |= {"entities": content["entities"][2:] + content["entities"][3:], "count": 3}
    found = read_bytes(tmp_path, {"a.json": orjson.dumps(content)})
    number = "Iran/INVENTED PARTS (86 F.R. 300 2/9/21) (9 SAMPLE ROAD, TABRIZ, IR)"
    assert list(rows(found))[2] == number


def test_a_record_without_a_country_is_known_by_its_name():
    debarred = rows(sample("debarred.json"))
    assert debarred["Samplerson, Testa"]["schema"] == "Person"
    assert debarred["Samplerson, Testa"]["countries"] == []
    assert said(debarred["Samplerson, Testa"], "dates", "birth") == ["November, 1975"]


def test_parties_joined_in_one_name_are_added_and_the_name_kept():
    joined = list(rows(sample("debarred.json")).values())[2]
    assert [name["text"] for name in joined["names"]] == [
        "Exampleman, Testo; Invented Optics, S.A., Sample Vision, S.A., and SVS, S.A",
        "Exampleman, Testo",
        "Invented Optics, S.A.",
        "Sample Vision, S.A.",
        "SVS, S.A",
    ]


def test_a_fishing_vessel_is_a_vessel_with_its_bare_name():
    first, owned = sample("withhold_release.json").records.to_pylist()[:2]
    assert (first["schema"], owned["schema"]) == ("Vessel", "LegalEntity")
    assert said(first, "names", "alias") == ["Sample Star No. 1"]
    assert said(owned, "names", "alias") == ["Invented Fishing Co. Ltd."]


def test_subsidiaries_listed_in_the_notes_are_names_and_links():
    group = sample("section_1260h.json").records.to_pylist()[0]
    assert said(group, "links", "subsidiary") == [
        "Sample Aerospace Co., Ltd.",
        "Test Design Corporation",
        "SAMPLE, Americas",
    ]
    assert said(group, "names", "former") == ["Example Instruments Company Limited (EICL)"]


@pytest.mark.parametrize("name", SAMPLES)
def test_a_cut_file_of_each_list_is_refused(name, tmp_path):
    read_cut = [read_or_refused(tmp_path, data) for data in cuts(golden(f"{name}.json"))]
    assert len(read_cut) >= 30
    assert set(read_cut) == {None}


@pytest.mark.parametrize("name", SAMPLES)
def test_a_bit_turned_over_loses_no_record_in_silence(name, tmp_path):
    data = golden(f"{name}.json")
    whole = sample(f"{name}.json").counts["loaded"]
    for changed in flips(data):
        assert accounted(read_or_refused(tmp_path, changed), whole)


REAL = {
    "bis-dpl-json": ("bis/bis_dpl", 564, 566, 568, 564, 0, 1075),
    "bis-meu-json": ("bis/bis_meu", 70, 73, 73, 70, 0, 0),
    "state-debarred-admin-json": ("state/state_debarred_admin", 8, 8, 16, 0, 0, 8),
    "state-debarred-statutory-json": (
        "state/state_debarred_statutory",
        *(779, 935, 948, 0, 0, 1258),
    ),
    "state-nonproliferation-json": ("state/state_nonproliferation", 528, 694, 705, 0, 0, 1793),
    "dhs-uflpa-json": ("us_other/dhs_uflpa", 148, 242, 254, 0, 0, 148),
    "dow-1286-json": ("us_other/dow_1286", 134, 277, 279, 0, 0, 0),
    "dow-1260h-json": ("us_other/nsfreg_dow_1260h", 80, 158, 267, 0, 0, 80),
    "ofac-nscmic-json": ("us_other/nsfreg_ofac_nscmic", 68, 217, 217, 76, 58, 136),
    "cbp-wro-json": ("us_other/nsfreg_cbp_wro", 67, 102, 127, 0, 0, 67),
    "fcc-covered-json": ("us_other/nsfreg_fcc_covered", 15, 15, 15, 0, 0, 15),
    "ofac-eo14032-json": ("us_other/nsfreg_ofac_eo14032_annex", 59, 59, 59, 0, 0, 59),
}


@pytest.mark.parametrize("source", REAL)
def test_a_real_list_has_exactly_these_counts(source, real_data):
    file, *expected = REAL[source]
    found = read([real_data / f"lists/{file}.json"], name="test")
    keys = ("loaded", "names_in", "names", "addresses", "identifiers", "dates")
    assert (found.source, *(found.counts[key] for key in keys)) == (source, *expected)
    assert found.counts["records_in"] == found.counts["loaded"]
    assert len(set(found.records["record"].to_pylist())) == found.counts["loaded"]


@pytest.mark.parametrize("source", REAL)
def test_every_text_of_a_real_list_is_in_its_record(source, real_data):
    file = real_data / f"lists/{REAL[source][0]}.json"
    entities = json.loads(file.read_text(encoding="utf-8"))["entities"]
    kept = read([file], name="test").records.to_pylist()
    for record, row in zip(entities, kept, strict=True):
        assert [text for text in _texts_of(record) if text not in _plain(row)] == []


@pytest.mark.parametrize("source", REAL)
def test_every_name_seen_in_a_real_file_by_eye_is_loaded(source, real_data):
    """Names taken by a pattern of the raw text, not by the reader."""
    file = real_data / f"lists/{REAL[source][0]}.json"
    raw = file.read_text(encoding="utf-8")
    seen = re.findall(r'^   "name": (".*"),$|^    (".*"),?$', raw, re.MULTILINE)
    names = {json.loads(one or other) for one, other in seen}
    kept = read([file], name="test").records.to_pylist()
    assert {name.strip() for name in names} <= {n["text"] for row in kept for n in row["names"]}
    assert len(seen) == REAL[source][2]


def test_the_real_description_of_lists_is_refused(real_data):
    with pytest.raises(WatchlistRefusedError, match="describes lists and holds no party"):
        read([real_data / "lists/us_other/nsfreg_lists.json"], name="test")
