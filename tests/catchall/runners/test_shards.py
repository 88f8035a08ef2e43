"""Records on disk: what the manifest does not name does not exist."""

from pathlib import Path

import pytest

from catchall import casefile
from catchall.errors import RecordError
from catchall.runners import shards

BODY = {
    "engine": "0.1.0+abc", "versions": {}, "as_of": "2026-11-22", "jurisdictions": ["eu"],
    "lists": [], "lawbook": {"version": "1", "hash": "ab"}, "side": {}, "side_rejected": [],
}  # fmt: skip
HEADER = casefile.seal_header(BODY, {"at": "now"})


def _file(number):
    determination = {"id": f"S{number}", "outcome": "clear", "incomplete": False}
    content = {
        "inputs": {"lines": [], "series": {}}, "hits": [], "matches": [],
        "determination": determination,
    }  # fmt: skip
    return casefile.CaseFile(content, casefile.digest(content))


@pytest.fixture
def kept(tmp_path):
    return shards.start(tmp_path / "out.records", HEADER, resume=False)


def test_a_saved_batch_is_read_back(kept):
    kept.save(0, "key", [_file(1), _file(2)])
    assert [one.id for one in kept.load(0, "key")] == ["S1", "S2"]
    shards.finish(kept, 1)
    assert [one.id for one in shards.each(kept.folder)] == ["S1", "S2"]


def test_a_batch_of_other_input_is_not_taken(kept):
    kept.save(0, "key", [_file(1)])
    assert kept.load(0, "other key") is None


def test_a_half_written_manifest_line_is_passed_over(kept):
    kept.save(0, "key", [_file(1)])
    with (kept.folder / "manifest.jsonl").open("ab") as stream:
        stream.write(b'{"batch": 1, "file": "rec')
    again = shards.start(kept.folder, HEADER, resume=True)
    assert sorted(again.done) == [0]
    again.save(1, "key", [_file(2)])
    shards.finish(again, 2)
    assert [one.id for one in shards.each(kept.folder)] == ["S1", "S2"]


def test_a_line_written_after_half_a_line_is_not_lost_when_killed_again(kept):
    with (kept.folder / "manifest.jsonl").open("ab") as stream:
        stream.write(b'{"batch": 0, "file": "rec')
    shards.start(kept.folder, HEADER, resume=True).save(0, "key", [_file(1)])
    assert sorted(shards.start(kept.folder, HEADER, resume=True).done) == [0]


def test_batches_of_an_earlier_longer_run_are_dropped(kept):
    for batch in range(3):
        kept.save(batch, "key", [_file(batch)])
    shards.finish(kept, 1)
    assert sorted(kept.done) == [0]
    assert not (kept.folder / "records-00002.jsonl").exists()
    assert [one.id for one in shards.each(kept.folder)] == ["S0"]


def test_a_run_without_resume_starts_anew(kept):
    kept.save(0, "key", [_file(1)])
    again = shards.start(kept.folder, HEADER, resume=False)
    assert again.done == {}
    assert not (kept.folder / "records-00000.jsonl").exists()


def test_a_folder_without_records_is_told(tmp_path):
    with pytest.raises(RecordError, match=r"no run\.json here"):
        shards.read_header(tmp_path)


@pytest.mark.parametrize(
    "change",
    [
        lambda data: b"",
        lambda data: data.splitlines(keepends=True)[0],
        lambda data: data + data,
    ],
)
def test_records_taken_out_or_doubled_are_told(kept, change):
    kept.save(0, "key", [_file(1), _file(2)])
    shards.finish(kept, 1)
    path = kept.folder / "records-00000.jsonl"
    path.write_bytes(change(path.read_bytes()))
    with pytest.raises(RecordError, match="taken out or put in"):
        list(shards.each(kept.folder))


def test_a_batch_that_the_manifest_lost_is_told(kept):
    for batch in range(3):
        kept.save(batch, "key", [_file(batch)])
    shards.finish(kept, 3)
    path = kept.folder / "manifest.jsonl"
    first, _, last, end = path.read_bytes().splitlines(keepends=True)
    path.write_bytes(first + last + end)
    with pytest.raises(RecordError, match="a batch is missing"):
        list(shards.each(kept.folder))


@pytest.mark.parametrize("cut", [1, 2, 3, 4])
def test_a_manifest_whose_last_lines_were_cut_off_is_of_a_run_that_did_not_finish(kept, cut):
    for batch in range(3):
        kept.save(batch, "key", [_file(batch)])
    shards.finish(kept, 3)
    path = kept.folder / "manifest.jsonl"
    path.write_bytes(b"".join(path.read_bytes().splitlines(keepends=True)[:-cut]))
    with pytest.raises(RecordError, match=r"did not finish.*run the same screening .*--resume"):
        list(shards.each(kept.folder))


def test_a_manifest_that_lost_a_batch_before_its_closing_line_is_told(kept):
    for batch in range(3):
        kept.save(batch, "key", [_file(batch)])
    shards.finish(kept, 3)
    path = kept.folder / "manifest.jsonl"
    first, second, _, end = path.read_bytes().splitlines(keepends=True)
    path.write_bytes(first + second + end)
    with pytest.raises(RecordError, match="changed after the run had finished"):
        list(shards.each(kept.folder))


def test_a_run_that_is_resumed_is_not_finished_until_it_ends(kept):
    kept.save(0, "key", [_file(1)])
    shards.finish(kept, 1)
    again = shards.start(kept.folder, HEADER, resume=True)
    with pytest.raises(RecordError, match="did not finish"):
        list(shards.each(kept.folder))
    shards.finish(again, 1)
    assert [one.id for one in shards.each(kept.folder)] == ["S1"]


def test_a_run_begun_anew_takes_the_old_records_away_as_no_longer_valid(kept):
    kept.save(0, "key", [_file(1)])
    shards.finish(kept, 1)
    shards.start(kept.folder, HEADER, resume=False)
    with pytest.raises(RecordError, match=r"no manifest\.jsonl here: the run did not finish"):
        list(shards.each(kept.folder))


def test_a_finished_run_without_a_shipment_has_no_records(kept):
    shards.finish(kept, 0)
    assert list(shards.each(kept.folder)) == []


def test_results_of_another_kind_keep_records_of_their_own():
    names = [
        "a.parquet",
        "a.csv",
        "a.jsonl",
        "a.csv.gz",
        "a.xlsx",
        "a.csv.parquet",
        "a.b.parquet",
    ]
    folders = [shards.records_folder(Path("x") / name).name for name in names]
    assert folders[0] == "a.records"
    assert folders[1:3] == ["a.csv.records", "a.jsonl.records"]
    assert len(set(folders)) == len(names)


@pytest.mark.parametrize(
    "line",
    [
        b"null",
        b"[1]",
        b'{"batch": 0}',
        b'{"batch": 0, "file": 5, "key": "key", "sha256": "x"}',
        b'{"batch": 0, "file": "../other/records-00000.jsonl", "key": "key", "sha256": "x"}',
    ],
)
def test_a_manifest_line_of_another_form_names_nothing(kept, line):
    (kept.folder / "manifest.jsonl").write_bytes(line + b"\n")
    again = shards.start(kept.folder, HEADER, resume=True)
    assert (again.done, again.load(0, "key")) == ({}, None)
