"""What is wrong with the set-up."""

import os
import subprocess
import sys

import pytest
from django.db import connections

from catchall_desk.program import check, migrate


def test_a_desk_that_is_set_up_has_nothing_wrong(db, call):
    assert call(check.check).return_value == 0


def test_a_key_that_others_may_read_is_told(tmp_path, monkeypatch):
    monkeypatch.setenv("CATCHALL_HOME", str(tmp_path))
    (tmp_path / "desk.key").touch(0o644)
    (tmp_path / "desk.key").chmod(0o644)
    assert "chmod 600" in next(check.key_wrong())


def test_an_empty_database_is_told(django_db_blocker, tmp_path, call):
    before = dict(connections.settings["default"])
    migrate.change({"NAME": str(tmp_path / "empty.sqlite3")})
    with django_db_blocker.unblock():
        assert call(check.check).return_value == 2
        migrate.change(before)


@pytest.mark.parametrize("desk_db", ["postgresql"], indirect=True)
def test_only_an_owner_of_the_log_is_told(desk_db):
    pg = connections[desk_db]
    assert list(check.database_wrong()) == []
    pg.close()
    pg.settings_dict["USER"] = "catchall_owner"
    assert "connects as the owner" in next(check.database_wrong())


def test_the_production_profile_passes_the_checks_for_deployment(tmp_path):
    code = (
        "import django; django.setup()\n"
        "from catchall_desk.program.check import settings_wrong\n"
        "print(list(settings_wrong()))"
    )
    told = {"CATCHALL_DESK_PRODUCTION": "1", "CATCHALL_DESK_SECRET": "0123456789abcdef" * 4}
    environ = {**os.environ, **told, "CATCHALL_DESK_HOSTS": "desk.example"}
    done = subprocess.run(
        [sys.executable, "-c", code], env=environ, capture_output=True, text=True, check=True
    )
    assert done.stdout == "[]\n"
