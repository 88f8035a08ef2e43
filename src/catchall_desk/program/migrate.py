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
from django.db import ProgrammingError, connections
from django.db.migrations.executor import MigrationExecutor

from catchall.cli.surroundings import out
from catchall_desk import environment
from catchall_desk.errors import DeskSettingError
from catchall_desk.store import walls
from catchall_desk.store.database import alias, is_postgresql

OWNER = "CATCHALL_DESK_DATABASE_OWNER"


@click.command()
def migrate() -> int:
    """Bring the database to this version: make its tables, or change them."""
    bring()
    out().print("the database is at this version")
    return 0


def bring() -> None:
    """Makes or changes the tables where that is needed, and gives the desk's role its rights.

    Raises:
        DeskSettingError: it is needed, and the role of the connection may not.
    """
    with as_owner():
        if is_behind():
            change_tables()


def is_behind() -> bool:
    """Does the database lack a step that this version has?"""
    executor = MigrationExecutor(connections[alias()])
    return bool(executor.migration_plan(executor.loader.graph.leaf_nodes()))


def change_tables() -> None:
    """Takes every step that is lacking."""
    try:
        call_command("migrate", database=alias(), verbosity=0, interactive=False)
        if is_postgresql():
            with connections[alias()].cursor() as cursor:
                cursor.execute(walls.rights())
    except ProgrammingError as error:
        raise DeskSettingError(OWNER, "must name the owner of the tables") from error
    if not is_postgresql():
        # for its user alone; SQLite gives its journal the rights of the file
        Path(connections[alias()].settings_dict["NAME"]).chmod(0o600)


@contextmanager
def as_owner() -> Iterator[None]:
    """Until the end of the block the database is reached as its owner, where one is named."""
    url = os.environ.get(OWNER)
    desk = dict(connections.settings[alias()])
    if url:
        change(environment.database(url, sqlite3.sqlite_version_info))
    try:
        yield
    finally:
        if url:
            change(desk)


def change(database: environment.Settings) -> None:
    """The next connection uses these settings."""
    connections[alias()].close()
    connections.settings[alias()].update(database)
