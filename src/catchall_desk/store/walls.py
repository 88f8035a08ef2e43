"""The walls inside the database. In: a connection; out: triggers, rights and row security.

On both databases triggers refuse to change or delete records of the log. On PostgreSQL the
role of the desk has no right to either, and rows with a label are shown only to a session that
was told the label: forced, so that it binds the owner of the tables too.
"""

from collections.abc import Iterator
from typing import Any

APP_ROLE = "catchall_app"
"""The role by which the desk works on PostgreSQL; migrations run as the owner."""
LOG = "store_eventrow"
LABELLED = (
    "store_eventrow",
    "store_filerow",
    "store_screeningrow",
    "store_edge",
    "store_wordrow",
    "store_dutyrow",
)
MAY_READ = (
    "current_setting('catchall.kernel', true) = 'on' OR label_id = ANY("
    "string_to_array(NULLIF(current_setting('catchall.labels', true), ''), ',')::bigint[])"
)


RECORDS = "store_recordrow"
"""Sealed records of the engine: shown by label too; they came with a later migration."""


def build(schema_editor: Any) -> None:
    """Puts the walls up."""
    postgresql = schema_editor.connection.vendor == "postgresql"
    for statement in on_postgresql() if postgresql else on_sqlite():
        schema_editor.execute(statement)


def on_sqlite() -> Iterator[str]:
    """The log is only added to."""
    for what in ("UPDATE", "DELETE"):
        yield (
            f"CREATE TRIGGER {LOG}_no_{what.lower()} BEFORE {what} ON {LOG} "
            "BEGIN SELECT RAISE(ABORT, 'the log is only added to'); END"
        )


def on_postgresql() -> Iterator[str]:
    """The log is only added to; rows are shown by label; the desk's role has no more rights."""
    yield (
        f"CREATE FUNCTION {LOG}_refuse() RETURNS trigger LANGUAGE plpgsql AS "
        "$$ BEGIN RAISE EXCEPTION 'the log is only added to'; END $$"
    )
    yield (
        f"CREATE TRIGGER {LOG}_only_added BEFORE UPDATE OR DELETE OR TRUNCATE ON {LOG} "
        f"FOR EACH STATEMENT EXECUTE FUNCTION {LOG}_refuse()"
    )
    for table in LABELLED:
        yield from by_label(table)
    yield rights()


def build_records(schema_editor: Any) -> None:
    """Puts up the walls around the sealed records of the engine."""
    if schema_editor.connection.vendor == "postgresql":
        for statement in (*by_label(RECORDS), rights()):
            schema_editor.execute(statement)


def by_label(table: str) -> Iterator[str]:
    """Rows of a table are shown only to a session that was told their label."""
    yield f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY"
    yield f"ALTER TABLE {table} FORCE ROW LEVEL SECURITY"
    yield (
        f"CREATE POLICY {table}_by_label ON {table} USING ({MAY_READ}) "
        "WITH CHECK (current_setting('catchall.kernel', true) = 'on')"
    )


def rights() -> str:
    """What the desk's role may do, where there is such a role."""
    return (
        f"DO $$ BEGIN IF EXISTS (SELECT FROM pg_roles WHERE rolname = '{APP_ROLE}') THEN "  # noqa: S608 - constants
        f"GRANT USAGE ON SCHEMA public TO {APP_ROLE}; "
        f"GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO {APP_ROLE}; "
        f"GRANT USAGE, SELECT, UPDATE ON ALL SEQUENCES IN SCHEMA public TO {APP_ROLE}; "
        f"REVOKE UPDATE, DELETE, TRUNCATE ON {LOG} FROM {APP_ROLE}; END IF; END $$"
    )
