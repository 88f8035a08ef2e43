"""The Entity List: every name, address, citation and licence requirement is kept."""

from datetime import date

import orjson
import pytest
from tests.catchall.intake.watchlists.samples import golden, read_bytes, rows, sample, words

from catchall.errors import WatchlistRefusedError

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
