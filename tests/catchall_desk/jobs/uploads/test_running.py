"""Uploads at work: rows in are rows made and rejects, whatever stops it."""

import pytest
from tests.desk_builders import BOSS, NOW, OFFICER
from tests.upload_builders import begun, row, worked

from catchall_desk.accounts.models import User
from catchall_desk.cases.commands import Command
from catchall_desk.jobs.models import UploadFile, UploadMade, UploadReject
from catchall_desk.jobs.uploads import running, states
from catchall_desk.store.desk import Moment, run
from catchall_desk.store.labels import kernel
from catchall_desk.store.models import FileRow

BAD = row(9).replace("Feinwerk,DE", "Feinwerk,Atlantis")


@pytest.fixture(autouse=True)
def _ana(request):
    request.getfixturevalue("desk_db" if "desk_db" in request.fixturenames else "db")
    User.objects.create(username="ana", role="officer", country="USA", level="S")


def transactions():
    return FileRow.objects.filter(kind="transaction")


def kernel_counts():
    with kernel():
        return transactions().count(), FileRow.objects.filter(kind="party").count()


def test_a_check_records_nothing():
    upload = worked(begun(row(1), row(1, 2), BAD))
    assert (upload.state, upload.rows, upload.shipments, upload.made) == ("done", 3, 2, 2)
    assert [one.line for one in UploadReject.objects.all()] == [4]
    assert kernel_counts() == (0, 0)


def test_what_was_checked_is_made_and_rows_in_are_made_and_rejects(desk_db):
    upload = worked(begun(row(1), row(2), row(2, 2), BAD, "too,few"), "make")
    rejects = UploadReject.objects.count()
    assert (upload.step, upload.state) == ("make", "done")
    assert upload.rows == upload.made + rejects == 5
    assert kernel_counts() == (2, 2)
    assert not UploadFile.objects.exists()


def test_it_stops_between_batches_and_goes_on_where_it_stood(monkeypatch):
    monkeypatch.setattr(running, "SIZE", 1)
    upload = worked(begun(row(1), row(2), row(3)))
    states.ask(OFFICER, upload, "make", NOW)
    whole = running.counted

    def stopping(one, position, results):
        if position == 1:
            states.ask(OFFICER, one, "stop", NOW)
        return whole(one, position, results)

    monkeypatch.setattr(running, "counted", stopping)
    running.work()
    upload.refresh_from_db()
    assert (upload.state, upload.position, upload.made) == ("stopped", 2, 2)
    monkeypatch.setattr(running, "counted", whole)
    assert worked(upload, "resume").made == 3
    assert kernel_counts()[0] == 3


def test_a_batch_that_was_done_and_not_counted_is_made_once(monkeypatch):
    upload = worked(begun(row(1)))
    states.ask(OFFICER, upload, "make", NOW)
    monkeypatch.setattr(running, "counted", lambda *_: False)
    running.work()
    monkeypatch.undo()
    running.work()
    upload.refresh_from_db()
    assert (upload.made, kernel_counts()[0]) == (1, 1)


def test_undoing_abandons_in_the_user_s_name_and_tells_what_stays():
    upload = worked(begun(row(1), row(2)), "make")
    gone = str(UploadMade.objects.get(number=0).stream)
    run(Command("transaction", "abandon", gone), BOSS, Moment(NOW))
    upload = worked(upload, "undo")
    assert (upload.state, upload.undone) == ("done", 1)
    assert UploadReject.objects.get().place == gone


def test_whoever_may_no_longer_is_refused():
    upload = begun(row())
    User.objects.update(role="partner")
    upload = worked(upload)
    assert upload.state == "failed"
    assert "uploads are for officer, supervisor" in upload.problem
    User.objects.update(role="officer", level="S", country="USA")
    assert worked(upload, "resume").state == "done"


def test_a_clearance_that_was_taken_away_stops_an_upload():
    upload = begun(row(), marking="SECRET")
    User.objects.update(level="U")
    assert worked(upload).state == "failed"


def test_the_file_that_is_gone_is_told():
    upload = begun(row())
    UploadFile.objects.all().delete()
    assert "Upload it again" in worked(upload).problem


def test_a_line_the_import_refuses_stops_it_loudly(monkeypatch):
    upload = worked(begun(row()))
    wrong = running.bulk.Report(rejects=[running.bulk.Reject(1, "x", "no")])
    monkeypatch.setattr(running.bulk, "import_lines", lambda *_: wrong)
    upload = worked(upload, "make")
    assert (upload.state, upload.made) == ("failed", 0)
    assert "1 lines were not taken" in upload.problem


def test_an_undo_that_is_stopped_goes_on(monkeypatch):
    upload = worked(begun(row(1), row(2)), "make")
    monkeypatch.setattr(running, "still_working", lambda one: False)
    upload = worked(upload, "undo")
    assert (upload.position, upload.state) == (1, "working")
    monkeypatch.undo()
    running.work()
    upload.refresh_from_db()
    assert (upload.undone, upload.state) == (2, "done")
