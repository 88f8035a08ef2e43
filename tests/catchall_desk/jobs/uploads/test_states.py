"""What may be asked of an upload, and by whom."""

import pytest
from tests.desk_builders import BOSS, CLOSE, NOW, OFFICER, PARTNER
from tests.upload_builders import begun, csv, row, worked

from catchall_desk.accounts.models import User
from catchall_desk.cases.policy import Reader
from catchall_desk.errors import NotAllowedError, NotFoundError, RefusedError
from catchall_desk.jobs.uploads import states

pytestmark = pytest.mark.django_db


def send(name="a.csv", data=None, marking="UNCLASSIFIED", actor=OFFICER):
    return states.begin(
        actor, states.Sent(name, csv(row()) if data is None else data, marking), NOW
    )


@pytest.mark.parametrize("wrong", [{"name": "a.exe"}, {"data": b""}, {"marking": "who knows"}])
def test_what_cannot_be_taken_says_what_to_do(wrong):
    with pytest.raises(RefusedError):
        send(**wrong)


def test_a_file_that_is_too_large_is_refused(monkeypatch):
    monkeypatch.setattr(states, "LARGEST", 10)
    with pytest.raises(RefusedError, match="larger"):
        send()


def test_who_opens_no_transactions_uploads_none():
    with pytest.raises(NotAllowedError):
        send(actor=PARTNER)


def test_an_upload_is_its_user_s_alone_and_only_while_he_may_read_it():
    upload = send(marking=CLOSE)
    assert states.mine(OFFICER, str(upload.id)) == upload
    for other in (
        BOSS,
        Reader("ana", "officer", "USA", "U"),
        Reader("ana", "officer", "DEU", "S"),
    ):
        with pytest.raises(NotFoundError):
            states.mine(other, str(upload.id))
    with pytest.raises(NotFoundError):
        states.mine(OFFICER, "7")


def test_nothing_is_made_before_it_is_checked():
    User.objects.create(username="ana", role="officer", country="USA", level="S")
    upload = begun(row())
    with pytest.raises(RefusedError, match="not possible"):
        states.ask(OFFICER, upload, "make", NOW)
    assert worked(upload).state == "done"
    states.ask(OFFICER, upload, "make", NOW)
    with pytest.raises(RefusedError):
        states.ask(OFFICER, upload, "steal", NOW)
