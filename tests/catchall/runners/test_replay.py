"""Sealed records run once more: the same, or what differs."""

import hashlib
import shutil
from dataclasses import replace

import orjson
import pytest

from catchall import casefile
from catchall.errors import RecordError
from catchall.runners import local, prepare, shards
from catchall.runners.replay import replay


@pytest.fixture
def records(job, request):
    request.getfixturevalue("small_batches")
    local.run(job)
    return shards.records_folder(job.out)


def test_every_record_gives_the_same_result(records, home):
    again = replay(records, (), home)
    assert [one.same for one in again] == [True] * 10
    assert {one.differences for one in again} == {()}


def test_one_record_can_be_asked_for(records, home):
    assert [one.id for one in replay(records, ["T99"], home)] == ["T99"]


def test_an_unknown_id_is_named(records, home):
    with pytest.raises(RecordError, match="no record of T77 here"):
        replay(records, ["T77"], home)


def test_another_engine_is_told(records, home, monkeypatch):
    monkeypatch.setattr("catchall.runners.replay.engine", lambda: "9.9.9+abc")
    (one,) = replay(records, ["T99"], home)
    assert one.same
    assert one.differences == (f"engine: {prepare.engine()} then, 9.9.9+abc here",)


def test_a_result_that_differs_says_where(records, home):
    path = records / "records-00003.jsonl"
    value = orjson.loads(path.read_bytes())
    value.pop("record")
    value["determination"]["outcome"] = "clear"
    forged = casefile.CaseFile(value, casefile.digest(value)).line()
    old = hashlib.sha256(path.read_bytes()).hexdigest()
    path.write_bytes(forged)
    manifest = records / "manifest.jsonl"
    new = hashlib.sha256(forged).hexdigest()
    manifest.write_text(manifest.read_text().replace(old, new))
    lines = [orjson.loads(line) for line in manifest.read_bytes().splitlines()[:-1]]
    named = {line["batch"]: line for line in lines}
    manifest.write_bytes(b"\n".join(map(orjson.dumps, [*lines, shards.closing(named)])))
    (one,) = replay(records, ["T99"], home)
    assert not one.same
    assert "determination.outcome: 'clear' then, 'review' here" in one.differences


def test_a_changed_record_is_refused(records, home):
    path = records / "records-00003.jsonl"
    path.write_bytes(path.read_bytes().replace(b'"review"', b'"clear!"', 1))
    with pytest.raises(RecordError, match="was changed after it was sealed"):
        replay(records, (), home)


def test_a_changed_header_is_refused(records, home):
    path = records / "run.json"
    path.write_bytes(path.read_bytes().replace(b"2026-11-22", b"2026-11-23", 1))
    with pytest.raises(RecordError, match="was changed after it was sealed"):
        replay(records, (), home)


def test_a_list_no_longer_held_is_named(records, home):
    shutil.rmtree(home)
    with pytest.raises(RecordError, match="list exercise of 2026-01-02"):
        replay(records, (), home)


@pytest.mark.parametrize("missing", ["run.json", "manifest.jsonl", "records-00003.jsonl"])
def test_a_missing_file_is_named(records, home, missing):
    (records / missing).unlink()
    with pytest.raises(RecordError, match=missing):
        replay(records, (), home)


def test_a_header_cut_off_is_told(records, home):
    path = records / "run.json"
    path.write_bytes(path.read_bytes()[:50])
    with pytest.raises(RecordError, match="cut off or no JSON"):
        replay(records, (), home)


def test_a_header_of_another_form_is_told(records, home):
    path = records / "run.json"
    value = orjson.loads(path.read_bytes())
    path.write_bytes(orjson.dumps({**value, "format": 99}))
    with pytest.raises(RecordError, match="written in form 99"):
        replay(records, (), home)


@pytest.mark.parametrize("missing", ["engine", "as_of", "jurisdictions", "lists", "side"])
def test_a_header_with_a_right_hash_that_lacks_a_part_is_told(records, home, missing):
    path = records / "run.json"
    body = orjson.loads(path.read_bytes())["body"]
    del body[missing]
    path.write_bytes(orjson.dumps(casefile.seal_header(body, {}).as_json()))
    with pytest.raises(RecordError, match=rf"has no body\.{missing}"):
        replay(records, (), home)


@pytest.mark.parametrize(
    "change",
    [
        lambda body: {**body, "as_of": "yesterday"},
        lambda body: {**body, "side": {"rumours": []}},
        lambda body: {**body, "lists": [{**body["lists"][0], "colour": "red"}]},
    ],
)
def test_a_header_with_a_right_hash_that_no_run_writes_is_told(records, home, change):
    path = records / "run.json"
    body = change(orjson.loads(path.read_bytes())["body"])
    path.write_bytes(orjson.dumps(casefile.seal_header(body, {}).as_json()))
    with pytest.raises(RecordError, match="not as a run writes it"):
        replay(records, (), home)


def test_records_with_owners_give_the_same_result(job, home, tmp_path):
    path = tmp_path / "owners.csv"
    path.write_text("party,owner,share\nMaple Tiles,Birch,70\nBirch,Kivrox Pumps Limited,60\n")
    ran = local.run(replace(job, side={"owners": path}))
    first = ran.determinations.to_pylist()[0]
    assert (first["outcome"], first["findings"][0]["rule"]) == ("review", "us.OWN01")
    owners = [one["party"] for one in first["screened_parties"] if one["role"] == "owner"]
    assert owners == ["Birch", "Kivrox Pumps Limited"]
    again = replay(shards.records_folder(job.out), (), home)
    assert {(one.same, one.differences) for one in again} == {(True, ())}
