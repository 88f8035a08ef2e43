"""``catchall desk check``: what is wrong with the set-up. In: settings; out: findings."""

from collections.abc import Iterator

import click
from django.conf import settings
from django.core.checks import WARNING, run_checks
from django.db import connections

from catchall.cli.surroundings import home, out, say
from catchall_desk.environment import KEY_FILE
from catchall_desk.program.migrate import is_behind
from catchall_desk.store import walls
from catchall_desk.store.database import alias, is_postgresql

WRONG = 2
FOR_OTHERS = 0o077
SERVED_ELSEWHERE = frozenset(
    {"security.W008", "security.W004", "security.W012", "security.W016"}
)
"""Of https: outside production the desk serves this machine alone, without it."""


@click.command()
def check() -> int:
    """Say what is wrong with the set-up: settings, key, database. Then the status is 2."""
    findings = list(wrong())
    for finding in findings:
        say(finding)
    if not findings:
        out().print("nothing wrong found")
    return WRONG if findings else 0


def wrong() -> Iterator[str]:
    """What is wrong, a sentence each."""
    yield from settings_wrong()
    yield from key_wrong()
    yield from database_wrong()


def settings_wrong() -> Iterator[str]:
    """What Django and the libraries find wrong."""
    for found in run_checks(include_deployment_checks=True):
        served = found.id in SERVED_ELSEWHERE and not settings.PRODUCTION
        if found.level >= WARNING and not served:
            yield f"{found.id}: {found.msg}"


def key_wrong() -> Iterator[str]:
    """Whether others on this machine may read the key file."""
    key = home() / KEY_FILE
    if key.is_file() and key.stat().st_mode & FOR_OTHERS:
        yield f"{key}: others may read it; take their rights away: chmod 600 {key}"


def database_wrong() -> Iterator[str]:
    """Whether the tables are of this version, and not the desk's own on PostgreSQL."""
    if is_behind():
        yield "the database is not at this version: run catchall desk migrate"
    elif is_postgresql() and owns_tables():
        yield (
            "the desk connects as the owner of its tables, who could change the log: let it "
            f"connect as {walls.APP_ROLE}, and set CATCHALL_DESK_DATABASE_OWNER for migrate"
        )


def owns_tables() -> bool:
    """Is the role of this connection the owner of the log, or above all rights?"""
    with connections[alias()].cursor() as cursor:
        cursor.execute(
            "SELECT rolsuper OR EXISTS (SELECT FROM pg_tables WHERE tablename = %s AND "
            "pg_has_role(current_user, tableowner, 'MEMBER')) FROM pg_roles "
            "WHERE rolname = current_user",
            [walls.LOG],
        )
        return bool(cursor.fetchone()[0])
