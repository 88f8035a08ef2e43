"""Records on disk: what the manifest does not name does not exist."""

import pytest

from catchall import casefile
from catchall.errors import RecordError
from catchall.runners import shards

HEADER = casefile.seal_header({"lists": [], "as_of": "2026-11-22"}, {"at": "now"})


def _file(number):
    content = {"determination": {"id": f"S{number}"}}
    return casefile.CaseFile(content, casefile.digest(content))


@pytest.fixture
def kept(tmp_path):
    return shards.start(tmp_path / "out.records", HEADER, resume=False)


def test_a_saved_batch_is_read_back(kept):
    kept.save(0, "key", [_file(1), _file(2)])
    assert [one.id for one in kept.load(0, "key")] == ["S1", "S2"]
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


def test_batches_of_an_earlier_longer_run_are_dropped(kept):
    for batch in range(3):
        kept.save(batch, "key", [_file(batch)])
    shards.drop_after(kept, 1)
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
    path = kept.folder / "records-00000.jsonl"
    path.write_bytes(change(path.read_bytes()))
    with pytest.raises(RecordError, match="taken out or put in"):
        list(shards.each(kept.folder))


def test_a_batch_that_the_manifest_lost_is_told(kept):
    for batch in range(3):
        kept.save(batch, "key", [_file(batch)])
    path = kept.folder / "manifest.jsonl"
    first, _, last = path.read_bytes().splitlines(keepends=True)
    path.write_bytes(first + last)
    with pytest.raises(RecordError, match="a batch is missing"):
        list(shards.each(kept.folder))


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
