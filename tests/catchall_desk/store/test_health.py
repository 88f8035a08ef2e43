"""How the desk is."""

from dataclasses import replace
from datetime import date, timedelta

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from django.db import DatabaseError
from tests.desk_builders import NOW, OFFICER, at, opening

from catchall_desk.store import health
from catchall_desk.store.desk import run
from catchall_desk.store.heads import sign
from catchall_desk.store.labels import kernel

LISTS = [
    {"list": "one", "version": "1", "loaded": NOW.isoformat()},
    {"list": "two", "version": "1", "loaded": (NOW - timedelta(hours=5)).isoformat()},
]
WELL = health.Health(
    database=True, free_disk_bytes=1 << 40, lists_age_hours=1.0, waiting=0, heads_age_days=0,
    verified_age_days=0,
)  # fmt: skip


def test_numbers_are_of_the_oldest_list_and_of_what_waits(db, tmp_path):
    party = run(opening("party"), OFFICER, at()).stream
    roles = [{"role": "consignee", "party": party}]
    run(opening("transaction", roles=roles), OFFICER, at(1))
    with kernel():
        sign(date(2026, 3, 1), Ed25519PrivateKey.generate())
    health.note_verified(tmp_path, NOW - timedelta(days=3))
    found = health.health(tmp_path, NOW, LISTS)
    assert (found.database, found.lists_age_hours, found.waiting) == (True, 5.0, 1)
    assert (found.heads_age_days, found.verified_age_days) == (1, 3)


def test_a_database_that_does_not_answer_is_a_fault_and_no_error(db, tmp_path, monkeypatch):
    def broken():
        raise DatabaseError

    with monkeypatch.context() as patched:
        patched.setattr(health.connections["default"], "cursor", broken)
        found = health.health(tmp_path, NOW, ())
    assert (found.database, found.waiting, found.verified_age_days) == (False, None, None)
    assert "the database does not answer" in health.faults(found)


def test_a_desk_that_is_well_has_no_fault():
    assert health.faults(WELL) == ()


def test_what_is_old_low_or_never_done_is_told():
    ill = replace(WELL, free_disk_bytes=1, waiting=2, lists_age_hours=73.0, heads_age_days=None)
    assert len(health.faults(ill)) == 4


def test_prometheus_is_told_what_is_known():
    text = health.metrics(replace(WELL, heads_age_days=None))
    assert "catchall_desk_waiting 0\n" in text
    assert "heads" not in text
