"""Duties follow a file's events and those beside it, in the same transaction."""

from tests.desk_builders import BOSS, OFFICER, OPEN, at, opening

from catchall_desk.cases.commands import Command
from catchall_desk.store.desk import run
from catchall_desk.store.labels import kernel
from catchall_desk.store.models import DutyRow


def licence(**values):
    party = run(opening("party"), OFFICER, at()).stream
    said = {
        "number": "L 1", "licence_type": "individual", "valid_from": "2026-03-02",
        "valid_until": "2026-09-01", "roles": [{"role": "licence_holder", "party": party}],
        "lines": [{"line": "1", "description": "pumps"}], **values,
    }  # fmt: skip
    return run(
        Command("licence", "issue", body={"set": said}, marking=OPEN), BOSS, at(1)
    ).stream


def duties(file):
    with kernel():
        return {one.kind: one for one in DutyRow.objects.filter(file=file)}


def test_a_licence_has_its_last_day_and_its_screening(desk_db):
    found = duties(licence())
    assert found["licence_expires"].due.isoformat() == "2026-09-01"
    assert found["screen"].done_by is None


def test_an_amended_day_moves_the_duty_and_an_end_does_it(desk_db):
    file = licence()
    body = {"set": {"valid_until": "2026-12-01"}}
    run(Command("licence", "amend", file, body=body), OFFICER, at(2))
    assert duties(file)["licence_expires"].due.isoformat() == "2026-12-01"
    run(Command("licence", "revoke", file, body={}), BOSS, at(3))
    assert duties(file)["licence_expires"].done_by is not None
