"""The database of this version."""

import pytest
from django.db import connection, connections
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder

from catchall_desk.errors import DeskSettingError
from catchall_desk.program import migrate


@pytest.fixture
def aside(django_db_blocker):
    """The default database is whatever the test makes of it, and as before afterwards."""
    before = dict(connections.settings["default"])
    with django_db_blocker.unblock():
        yield connections.settings["default"]
        migrate.change(before)


def test_an_empty_file_becomes_a_database_for_its_user_alone(aside, tmp_path, call):
    migrate.change({"NAME": str(tmp_path / "new.sqlite3")})
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA synchronous=OFF")  # light: this test is not of power cuts
    assert call(migrate.migrate).return_value == 0
    assert "accounts_user" in connection.introspection.table_names()
    assert (tmp_path / "new.sqlite3").stat().st_mode & 0o777 == 0o600


def test_tables_are_made_as_their_owner_and_used_as_another(aside, monkeypatch, tmp_path):
    monkeypatch.setenv(migrate.OWNER, f"sqlite:///{tmp_path / 'owner.sqlite3'}")
    desk = aside["NAME"]
    with migrate.as_owner():
        assert connection.settings_dict["NAME"] == str(tmp_path / "owner.sqlite3")
    assert connection.settings_dict["NAME"] == desk


@pytest.mark.parametrize("desk_db", ["postgresql"], indirect=True)
def test_a_role_that_owns_nothing_is_told_to_name_the_owner(desk_db):
    migrate.bring()  # nothing is lacking, so nothing is asked for
    connection = connections[desk_db]
    (newest,) = MigrationLoader(connection).graph.leaf_nodes("store")
    MigrationRecorder(connection).record_unapplied(*newest)
    with pytest.raises(DeskSettingError, match="must name the owner"):
        migrate.bring()
