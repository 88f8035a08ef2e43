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


def test_a_run_without_resume_starts_anew(kept):
    kept.save(0, "key", [_file(1)])
    again = shards.start(kept.folder, HEADER, resume=False)
    assert again.done == {}
    assert not (kept.folder / "records-00000.jsonl").exists()


def test_a_folder_without_records_is_told(tmp_path):
    with pytest.raises(RecordError, match=r"no run\.json here"):
        shards.read_header(tmp_path)
