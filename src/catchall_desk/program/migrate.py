"""``catchall desk migrate``: the database of this version. In: a database; out: its tables.

On PostgreSQL it connects as the owner of the tables (``CATCHALL_DESK_DATABASE_OWNER``); the
desk itself connects as a role that owns nothing.
"""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click
from django.core.management import call_command
from django.db import connection, connections

from catchall.cli.surroundings import out
from catchall_desk import environment
from catchall_desk.store import walls

OWNER = "CATCHALL_DESK_DATABASE_OWNER"


@click.command()
def migrate() -> int:
    """Bring the database to this version: make its tables, or change them."""
    bring()
    out().print("the database is at this version")
    return 0


def bring() -> None:
    """Makes or changes the tables, and gives the desk's role its rights."""
    with as_owner():
        call_command("migrate", verbosity=0, interactive=False)
        if connection.vendor == "sqlite":
            # for its user alone; SQLite gives its journal the rights of the file
            Path(connection.settings_dict["NAME"]).chmod(0o600)
        if connection.vendor == "postgresql":
            with connection.cursor() as cursor:
                cursor.execute(walls.rights())


@contextmanager
def as_owner() -> Iterator[None]:
    """Until the end of the block the database is reached as its owner, where one is named."""
    url = os.environ.get(OWNER)
    desk = dict(connections.settings["default"])
    if url:
        change(environment.database(url, sqlite3.sqlite_version_info))
    try:
        yield
    finally:
        if url:
            change(desk)


def change(database: environment.Settings) -> None:
    """The next connection to the default database uses these settings."""
    connections["default"].close()
    connections.settings["default"].update(database)
