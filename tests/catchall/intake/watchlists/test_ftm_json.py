"""FollowTheMoney files: every party, every name, and what other entities say of them."""

import json
import re

import orjson
import pytest
from tests.catchall.intake.watchlists.cut_samples import silent_losses
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
from catchall.intake.watchlists.ftm_json import SOURCE, recognise

LINES = golden("ftm_flat.json").splitlines(keepends=True)


@pytest.fixture(scope="module")
def records():
    return rows(sample("ftm_flat.json"))


def _read(tmp_path, lines):
    return read_bytes(tmp_path, {"a.json": b"".join(lines)})


def _line(**changes):
    return orjson.dumps(
        {"id": "Z", "schema": "Company", "properties": {"name": ["Z"]}} | changes
    )


@pytest.mark.parametrize("name", ["ftm_flat.json", "ftm_nested.json"])
def test_lines_and_arrays_are_recognised(name):
    assert recognise(golden(name), "x")
    assert sample(name).source == SOURCE


def test_parties_are_records_and_the_rest_is_attached(records):
    counts = sample("ftm_flat.json").counts
    assert list(records) == ["X-1", "X-2", "X-3"]
    assert (counts["records_in"], counts["names_in"], counts["lines_refused"]) == (3, 7, 0)


def test_names_have_their_kinds(records):
    names = [(name["text"], name["kind"]) for name in records["X-1"]["names"]]
    assert names[:3] == [
        ("Invented Optics OOO", "primary"),
        ("Изобретённая оптика", "alias"),
        ("IOO", "alias"),
    ]
    assert names[3:] == [("Sample Plant", "former"), ("Optics", "weak_alias")]


def test_an_address_entity_says_more_of_the_address(records):
    row = records["X-1"]
    assert [one["text"] for one in row["addresses"]] == [
        "7 Loose Lane",
        "1 Sample Street, Moscow",
    ]
    assert row["addresses"][1] | {"text": ""} == {
        "text": "", "city": "Moscow", "region": "", "postcode": "101000", "country": "RU",
    }  # fmt: skip
    assert said(row, "properties", "addressEntity") == ["addr-absent"]


def test_designations_and_documents_belong_to_their_party(records):
    assert records["X-1"]["programmes"] == ["XX-SAMPLE", "Sample Act"]
    assert said(records["X-1"], "dates", "listed") == ["2024-02-03"]
    assert said(records["X-2"], "identifiers", "passport") == ["N1234567"]


def test_ties_are_links_from_both_ends(records):
    assert records["X-3"]["links"] == [
        {"kind": "owner", "target": "Invented Optics OOO"},
        {"kind": "linked_to", "target": "X-absent"},
    ]
    assert records["X-1"]["links"] == [
        {"kind": "linked_to", "target": "Kavzel Star"},
        {"kind": "linked_to", "target": "Ann Sample"},
    ]


def test_who_is_no_target_says_so(records):
    assert said(records["X-2"], "properties", "target") == ["false"]


def test_nested_entities_say_the_same_as_flat_ones():
    row = rows(sample("ftm_nested.json"))["N-1"]
    assert row["links"] == [{"kind": "owner", "target": "Holding Sample"}]
    assert row["countries"] == ["AE"]
    assert said(row, "dates", "expires") == ["2025"]
    assert said(row, "properties", "Ownership/owner/country") == ["ae"]


def _texts(value):
    if isinstance(value, dict):
        inner = {key: one for key, one in value.items() if key not in ("id", "schema")}
        return [text for one in inner.values() for text in _texts(one)]
    if isinstance(value, list):
        return [text for one in value for text in _texts(one)]
    return [str(value)] if isinstance(value, str) else []


@pytest.mark.parametrize("name", ["ftm_flat.json", "ftm_nested.json"])
def test_every_text_of_the_file_is_in_a_record(name):
    held = words({"rows": list(rows(sample(name)).values())})
    data = golden(name)
    elements = json.loads(data) if name == "ftm_nested.json" else map(json.loads, LINES)
    texts = [text for element in elements for text in _texts(element)]
    assert [text for text in texts if text not in held and not text.startswith("addr-")] == []
    assert len(texts) > 8


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        (b"x", "not a JSON object"),
        (_line(id=" "), "no id"),
        (_line(schema=7), "no schema"),
        (_line(properties=[]), "properties is not an object"),
        (_line(properties={"alias": [""]}), "no name"),
        (_line(id="X-1"), "its id is used twice"),
        (_line(schema="Address"), "it belongs to no party of this file"),
        (
            _line(properties={"name": ["Z"], "a": json.loads("[" * 70 + "]" * 70)}),
            "nested more",
        ),
    ],
)
def test_a_bad_entity_is_rejected_with_its_line(line, reason, tmp_path):
    found = _read(tmp_path, [*LINES, line, b"\n"])
    reject = found.rejects.to_pylist()[0]
    assert reject["reason"].startswith(reason)
    assert (reject["source_line"], found.counts["loaded"]) == (10, 3)


def test_a_file_that_ends_within_a_line_is_refused(tmp_path):
    with pytest.raises(WatchlistRefusedError, match="line 9: the file ends in the middle"):
        _read(tmp_path, [*LINES[:-1], LINES[-1][:-5]])
    with pytest.raises(WatchlistDoubtError, match="without a line end"):
        _read(tmp_path, [*LINES[:-1], LINES[-1][:-1]])


def test_a_cut_array_is_refused_with_its_place(tmp_path):
    with pytest.raises(WatchlistRefusedError, match=r"line \d+, column \d+: not JSON"):
        _read(tmp_path, [golden("ftm_nested.json")[:-9]])


@pytest.mark.parametrize("name", ["ftm_flat.json", "ftm_nested.json"])
def test_no_damage_loses_a_record_in_silence(name, tmp_path):
    silent = silent_losses(golden(name), lambda data: _read(tmp_path, [data]))
    # cut between two lines, the lines left are a whole file: only its size tells
    assert [one for one in silent if not one.endswith(b"\n")] == []


def test_a_real_array_has_these_counts_and_every_name(real_data):
    file = real_data / "lists/state/us_tel_watchman.json"
    found = read([file], name="test")
    assert (found.source, found.counts["records_in"], found.counts["loaded"]) == (
        SOURCE,
        10,
        10,
    )
    assert (found.counts["names_in"], found.rejects.num_rows) == (13, 0)
    held = {name["text"] for row in found.records["names"].to_pylist() for name in row}
    lists = re.findall(r'"(?:name|alias|weakAlias)": \[([^\]]*)\]', file.read_text())
    names = {one for text in lists for one in re.findall(r'"([^"]+)"', text)}
    assert (len(names), names - held) == (13, set())
