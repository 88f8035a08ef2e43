"""Import, export and erase, as typed."""

import json

from tests.api_callers import made_user
from tests.desk_builders import CLOSE, NOW, OFFICER, OPEN, at, opening

from catchall_desk.errors import UserRefusedError
from catchall_desk.program import history
from catchall_desk.store.desk import run
from catchall_desk.store.models import EventRow, StreamKey

GOOD = {
    "id": "e1", "stream": "case 1", "kind": "case", "type": "open", "marking": OPEN,
    "happened_at": NOW.isoformat(),
    "body": {"set": {"title": "Pumps", "kind": "diversion", "raised_by": ["DEU"]}},
}  # fmt: skip


def test_what_is_rejected_is_written_to_its_file_and_the_status_is_three(db, tmp_path, call):
    (tmp_path / "in").write_text(f"{json.dumps(GOOD)}\nno\n")
    rejects = tmp_path / "rejects"
    done = call(history.import_, str(tmp_path / "in"), "--rejects", str(rejects))
    assert done.return_value == 3
    assert "2 rows: 1 taken, 0 already there, 1 rejected" in done.output
    assert json.loads(rejects.read_text())["line"] == 2


def test_a_dry_run_takes_nothing(db, tmp_path, call):
    (tmp_path / "in").write_text(json.dumps(GOOD))
    done = call(history.import_, str(tmp_path / "in"), "--dry-run")
    assert (done.return_value, "1 would be taken" in done.output) == (0, True)
    assert not EventRow.objects.exists()


def test_an_export_is_what_a_user_may_see(db, tmp_path, call):
    run(opening("case", CLOSE), OFFICER, at())
    run(opening("case"), OFFICER, at(1))
    made_user("ana", level="U")
    assert "1 events" in call(history.export, str(tmp_path / "out"), "--as", "ana").output
    done = call(history.export, str(tmp_path / "out"), "--as", "nobody")
    assert isinstance(done.exception, UserRefusedError)


def test_erasing_drops_the_key(db, call):
    party = run(opening("party"), OFFICER, at()).stream
    done = call(history.erase, party, "--basis", "court order", "--why", "unfounded")
    assert done.return_value == 0
    assert not StreamKey.objects.exists()
