"""Users, and the readers that they are."""

from django.db import connection, connections

from catchall_desk.accounts.models import User
from catchall_desk.store import database


def test_a_user_reads_with_the_attributes_of_the_row(desk_db):
    User.objects.create_user("ana", role="officer", country="USA", level="S", readins=["GAMMA"])
    reader = User.objects.get(username="ana").reader()
    assert (reader.role, reader.country, reader.level) == ("officer", "USA", "S")
    assert reader.readins == {"GAMMA"}
    assert reader.active


def test_each_test_has_an_empty_database(desk_db):
    assert User.objects.count() == 0
    assert database.is_postgresql() == (desk_db == "pg")


def test_the_role_of_the_application_owns_no_table(desk_db):
    if desk_db == "default":
        with connection.cursor() as cursor:
            assert cursor.execute("PRAGMA synchronous").fetchone() == (2,)
            assert cursor.execute("PRAGMA foreign_keys").fetchone() == (1,)
        return
    with connections["pg"].cursor() as cursor:
        cursor.execute("SELECT count(*) FROM pg_tables WHERE tableowner = current_user")
        assert cursor.fetchone() == (0,)
