"""The log is only added to, and whatever is done to it behind its back is found."""

import random
from datetime import date

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from django.db import DatabaseError, transaction
from tests.desk_builders import BOSS, CLOSE, OFFICER, at, claim, opening
from tests.desk_tampering import free_the_log, tamper

from catchall_desk.cases.commands import Command
from catchall_desk.store.database import alias
from catchall_desk.store.desk import run
from catchall_desk.store.heads import read, sign
from catchall_desk.store.labels import kernel
from catchall_desk.store.models import EventRow
from catchall_desk.store.upkeep import erase
from catchall_desk.store.verify import verify


def written() -> str:
    """A short log of three streams; answers the party's."""
    party = run(opening("party"), OFFICER, at())
    case = run(opening("case"), OFFICER, at(1))
    for minute in range(2, 8):
        text = {"text": f"seen {minute}"}
        run(Command("case", "note", case.stream, body=text, marking=CLOSE), BOSS, at(minute))
        run(claim(party.stream, f"Holm {minute}"), OFFICER, at(minute))
    run(Command("case", "take", case.stream), BOSS, at(9))
    return party.stream


def test_the_log_as_it_was_written_verifies(desk_db):
    written()
    with kernel():
        assert verify() is None


@pytest.mark.parametrize("statement", ["update", "delete"])
def test_the_database_refuses_to_change_or_delete_a_record(desk_db, statement):
    written()
    rows = EventRow.objects.all()
    attempt = {"update": lambda: rows.update(actor="eve"), "delete": rows.delete}[statement]
    with pytest.raises(DatabaseError), kernel():
        attempt()


@pytest.mark.parametrize("desk_db", ["sqlite"], indirect=True)
def test_the_first_record_that_was_tampered_with_is_named(desk_db):
    written()
    free_the_log()
    chance = random.Random(8)  # noqa: S311 - not for secrets
    missed = []
    for number in range(60):
        with kernel():
            place = tamper(chance)
            bad = verify()
            transaction.set_rollback(True, using=alias())
        if bad is None or (bad.writer, bad.position) != place:
            missed.append((number, place, bad))
    assert missed == []


def test_a_head_that_was_signed_shows_a_log_begun_anew(desk_db):
    written()
    with kernel():
        heads = [read(sign(date(2026, 3, 2), Ed25519PrivateKey.generate()).heads)]
        assert verify(heads) is None
        name, (position, head) = next(iter(heads[0].items()))
        assert verify([{name: (position, head[::-1])}]).problem.endswith("was signed")
        assert verify([{name: (position + 1, head)}]).problem.endswith("was signed")
        assert verify([{"another": (1, head)}]).writer == "another"


def test_an_erased_party_is_unreadable_and_the_chain_still_verifies(desk_db):
    party = written()
    erase(party, OFFICER, at(20), {"basis": "court order", "why": "found unfounded"})
    with kernel():
        assert verify() is None
        rows = EventRow.objects.filter(stream=party)
        assert not any("Holm" in row.body for row in rows)
