"""Which database queries go to."""

from django.db import connections

from catchall_desk.store import database
from catchall_desk.store.models import Label


def test_queries_go_to_the_database_in_use_and_back(desk_db):
    router = database.Router()
    assert router.db_for_read(Label) == router.db_for_write(Label) == desk_db
    with database.use("elsewhere"):
        assert database.alias() == "elsewhere"
    assert database.alias() == desk_db


def test_the_kind_of_server_is_known(desk_db):
    assert database.is_postgresql() == (connections[desk_db].vendor == "postgresql")


def test_rows_of_one_process_may_be_related():
    assert database.Router().allow_relation(None, None)
