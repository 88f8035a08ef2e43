"""The walls in the database itself, tried as the role by which the desk works."""

import pytest
from django.db import DatabaseError, connections, transaction
from tests.desk_builders import OFFICER, at, opening

from catchall_desk.store.desk import run
from catchall_desk.store.labels import kernel
from catchall_desk.store.models import EventRow, FileRow


def do(statement: str) -> None:
    with kernel(), connections["pg"].cursor() as cursor:
        cursor.execute(statement)


@pytest.mark.parametrize("desk_db", ["postgresql"], indirect=True)
@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE store_eventrow SET actor = 'eve'",
        "DELETE FROM store_eventrow",
        "TRUNCATE store_eventrow",
        "ALTER TABLE store_eventrow DISABLE TRIGGER ALL",
        "DROP POLICY store_filerow_by_label ON store_filerow",
        "ALTER TABLE store_filerow NO FORCE ROW LEVEL SECURITY",
    ],
)
def test_the_role_of_the_desk_can_take_no_wall_down(desk_db, statement):
    run(opening("case"), OFFICER, at())
    with pytest.raises(DatabaseError):
        do(statement)


@pytest.mark.parametrize("desk_db", ["postgresql"], indirect=True)
def test_rows_are_written_by_the_kernel_alone(desk_db):
    run(opening("case"), OFFICER, at())
    with kernel():
        row = FileRow.objects.get()
    row.stream = "0b8f4a3e-2f0e-4a53-9a5b-0e6f3c1d2a4b"
    with pytest.raises(DatabaseError), transaction.atomic(using="pg"):
        row.save(force_insert=True)


@pytest.mark.parametrize("desk_db", ["postgresql"], indirect=True)
def test_every_table_with_a_label_is_shown_by_label_even_to_its_owner(desk_db):
    labelled = {
        model._meta.db_table
        for model in EventRow._meta.apps.get_app_config("store").get_models()
        if any(field.name == "label" for field in model._meta.concrete_fields)
    }
    with connections[desk_db].cursor() as cursor:
        cursor.execute("SELECT relname FROM pg_class WHERE relforcerowsecurity")
        forced = {name for (name,) in cursor.fetchall()}
        cursor.execute("SELECT DISTINCT tablename FROM pg_policies")
        assert labelled == forced == {name for (name,) in cursor.fetchall()}
