"""Erasure, backup and restore, on both databases."""

import shutil
import stat
from datetime import timedelta

import psycopg
import pytest
from allauth.mfa.models import Authenticator
from axes.models import AccessAttempt
from django.db import connections
from tests.api_callers import made_user
from tests.desk_builders import CLOSE, NOW, OFFICER, at, claim, opening

from catchall_desk.accounts.models import User
from catchall_desk.errors import BadBackupError, NotFoundError
from catchall_desk.store.desk import Moment, run
from catchall_desk.store.labels import kernel
from catchall_desk.store.models import StreamKey
from catchall_desk.store.rebuild import contents
from catchall_desk.store.upkeep import back_up, erase, lines, restore
from catchall_desk.store.verify import verify


@pytest.fixture
def filled(desk_db) -> str:
    """A desk with a case, a party and a user who has a second factor; the party."""
    ana = made_user("ana", readins=["GAMMA"])
    Authenticator.objects.create(user=ana, type="totp", data={"secret": "sealed"})
    AccessAttempt.objects.create(username="eve", ip_address="192.0.2.1", failures_since_start=3)
    run(opening("case"), OFFICER, at())
    party = run(opening("party", key="k"), OFFICER, at()).stream
    exact = Moment(NOW + timedelta(microseconds=123_457))
    run(claim(party, "Holm Pümpen", CLOSE), OFFICER, exact)
    return party


@pytest.fixture
def emptied(request, desk_db, tmp_path):
    """Called: the database in use is an empty one from now on."""

    def empty():
        connections[desk_db].close()
        if desk_db == "default":
            migrated = request.getfixturevalue("sqlite_migrated")
            shutil.copy(migrated, tmp_path / "desk.sqlite3")
        else:
            request.getfixturevalue("other_postgresql")

    return empty


@pytest.fixture
def other_postgresql(request):
    name = connections["pg"].settings_dict["NAME"] + "x"
    server = request.getfixturevalue("postgresql_server")
    with psycopg.connect(server, autocommit=True) as admin:
        admin.execute(f"CREATE DATABASE {name} TEMPLATE migrated OWNER catchall_owner")
    before = connections["pg"].settings_dict["NAME"]
    connections["pg"].settings_dict["NAME"] = name
    yield
    connections["pg"].close()
    connections["pg"].settings_dict["NAME"] = before
    with psycopg.connect(server, autocommit=True) as admin:
        admin.execute(f"DROP DATABASE {name} WITH (FORCE)")


def everything():
    with kernel():
        rows = set(lines())
        return rows, contents()


def test_a_restored_desk_is_the_one_that_was_backed_up(filled, emptied, tmp_path):
    before = everything()
    back_up(file := tmp_path / "backup")
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    emptied()
    assert restore(file) is None
    after = everything()
    assert after[0] ^ before[0] == set()
    assert after[1] == before[1]
    assert Authenticator.objects.get(user__username="ana").data == {"secret": "sealed"}


def test_a_restored_desk_goes_on(filled, emptied, tmp_path):
    back_up(tmp_path / "backup")
    emptied()
    restore(tmp_path / "backup")
    made_user("ben")
    run(opening("case", CLOSE), OFFICER, at(9))
    assert run(opening("party", key="k"), OFFICER, at()).again
    with kernel():
        assert verify() is None
    assert User.objects.count() == 2


def test_a_store_that_is_not_empty_is_not_written_over(filled, tmp_path):
    back_up(file := tmp_path / "backup")
    with pytest.raises(BadBackupError, match="not empty"):
        restore(file)


@pytest.mark.parametrize(
    "harm", [lambda raw: raw[:-90], lambda raw: raw.replace(b"ana", b"eve")]
)
def test_a_backup_that_is_not_whole_is_refused(db, tmp_path, harm):
    made_user("ana")
    back_up(file := tmp_path / "backup")
    file.write_bytes(harm(file.read_bytes()))
    with pytest.raises(BadBackupError, match="cut off"):
        restore(file)
    assert list(tmp_path.glob("*.part")) == []


def test_what_was_erased_is_in_no_later_backup(filled, tmp_path):
    erase(filled, OFFICER, at(9), {"basis": "court order", "why": "unfounded"})
    back_up(file := tmp_path / "backup")
    assert b"Holm" not in file.read_bytes()
    assert not StreamKey.objects.filter(stream=filled).exists()


def test_only_parties_and_documents_are_erased(db):
    case = run(opening("case"), OFFICER, at()).stream
    with pytest.raises(NotFoundError):
        erase(case, OFFICER, at(1), {"basis": "court order"})
