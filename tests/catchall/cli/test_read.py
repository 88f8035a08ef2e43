"""``catchall read``: what it prints and how it ends."""

from types import SimpleNamespace

import orjson
import pytest
from tests.catchall.link.sample import HEAD

from catchall.cli import read

TEXT = HEAD.format(subject="CUSTOMS TALKS") + "1. (C) Nothing.\n\n2. (C) No more.\n"


@pytest.fixture(autouse=True)
def no_law(monkeypatch):
    monkeypatch.setattr(read.load, "load", lambda **_how: None)


@pytest.fixture
def telegram(tmp_path):
    path = tmp_path / "in" / "a.txt"
    path.parent.mkdir()
    path.write_text(TEXT)
    return path


def test_a_file_is_told_in_lines(call, telegram):
    done = call("read", telegram)
    assert (done.status, "09VALLETTA123, CONFIDENTIAL" in done.out) == (0, True)


def test_json_has_one_object_a_file(call, telegram):
    (telegram.parent / "b.txt").write_text(TEXT + "\n")
    done = call("read", telegram.parent, "--json")
    rows = [orjson.loads(line) for line in done.out.splitlines()]
    assert [row["document"] for row in rows] == ["09VALLETTA123"] * 2
    assert rows[1]["links"][0]["kind"] == "duplicate"


def test_a_file_that_cannot_be_read_is_named_and_the_others_are_read(call, telegram):
    (telegram.parent / "b.rar").write_bytes(b"Rar!xx")
    done = call("read", telegram.parent, "--json")
    assert (done.status, len(done.out.splitlines())) == (3, 2)
    assert "b.rar: is a RAR archive. Unpack it" in done.err


def test_a_part_that_cannot_be_read_is_a_reject(call, tmp_path):
    mail = tmp_path / "a.eml"
    mail.write_bytes(
        b"MIME-Version: 1.0\nContent-Type: application/x; name=a.rar\n"
        b"Content-Disposition: attachment; filename=a.rar\n\nRar!xx\n"
    )
    done = call("read", mail)
    assert (done.status, "a.eml, a.rar: is a RAR archive" in done.err) == (3, True)


def test_without_a_list_it_warns_and_reads_on(call, telegram):
    done = call("read", telegram)
    assert "warning: no watchlist is in force" in done.err


def test_a_list_asked_for_by_name_must_be_there(call, telegram):
    assert call("read", telegram, "--lists", "none").status == 2


def test_lists_in_force_are_loaded(call, telegram, monkeypatch):
    held = SimpleNamespace(name="l")
    monkeypatch.setattr(read.snapshots, "in_force", lambda *_given: (held,))
    monkeypatch.setattr(read, "used_lists", lambda *_given: (held,))
    monkeypatch.setattr(read.snapshots, "load", lambda one: one)
    assert "warning" not in call("read", telegram).err


def test_a_known_case_is_linked(call, telegram, tmp_path):
    known = tmp_path / "cases.jsonl"
    known.write_text('{"id": "C1", "messages": ["08VALLETTA417"]}\n')
    assert "message: " in call("read", telegram, "--known", known).out


@pytest.mark.parametrize("row", ['{"no": 1}', '{"id": "C1", "parties": [{"id": "P"}]}'])
def test_a_wrong_row_of_known_cases_is_told_with_its_line(call, telegram, tmp_path, row):
    known = tmp_path / "cases.jsonl"
    known.write_text(row + "\n")
    done = call("read", telegram, "--known", known)
    assert (done.status, "cases.jsonl:1:" in done.err) == (2, True)


def test_an_empty_folder_is_wrong_use(call, tmp_path):
    (tmp_path / "empty").mkdir()
    assert call("read", tmp_path / "empty").status == 2
