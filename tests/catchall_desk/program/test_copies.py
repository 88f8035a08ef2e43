"""Backup, restore and rebuild, as typed."""

import pytest
from tests.desk_builders import OFFICER, at, opening

from catchall_desk.program import copies
from catchall_desk.store.desk import run
from catchall_desk.store.models import FileRow


@pytest.mark.parametrize("desk_db", ["sqlite"], indirect=True)
def test_a_backup_fills_an_empty_desk(desk_db, tmp_path, call, request):
    assert "0 rows" in call(copies.backup, str(tmp_path / "empty")).output
    assert "0 events restored" in call(copies.restore, str(tmp_path / "empty")).output
    run(opening("case"), OFFICER, at())
    assert call(copies.backup, str(tmp_path / "one")).return_value == 0


def test_rebuild_says_what_differed(db, call):
    run(opening("case"), OFFICER, at())
    assert call(copies.rebuild).return_value == 0
    FileRow.objects.update(title="another")
    done = call(copies.rebuild)
    assert (done.return_value, "FileRow: differed" in done.stderr) == (1, True)
    assert FileRow.objects.get().title == "Pumps by another way"


def test_a_bad_log_is_told_after_restoring(db, tmp_path, call, monkeypatch):
    bad = copies.upkeep.Bad("desk", 4, "", "it was changed")
    monkeypatch.setattr(copies.upkeep, "restore", lambda _: bad)
    (tmp_path / "file").touch()
    done = call(copies.restore, str(tmp_path / "file"))
    assert (done.return_value, "record 4 of desk" in done.stderr) == (2, True)
