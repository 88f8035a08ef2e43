"""What may be done next, and why not."""

import pytest
from tests.desk_builders import BOSS, OFFICER, PARTNER, at, opening

from catchall_desk.cases.commands import Command
from catchall_desk.jobs.actions import actions
from catchall_desk.store.desk import run
from catchall_desk.store.view import view_of

pytestmark = pytest.mark.parametrize("desk_db", ["sqlite"], indirect=True)


def told(stream, reader):
    """The actions by their event."""
    with view_of(reader) as view:
        file = view.file(stream)
    return {one["event"]: one for one in actions(file, reader, at(9))}


def test_steps_are_those_of_the_state_and_the_role(desk_db):
    lead = run(opening("lead"), OFFICER, at()).stream
    assert told(lead, OFFICER)["triage"]["allowed"]
    assert "triage" not in told(lead, PARTNER)
    assert "dismiss" not in told(lead, OFFICER)


def test_a_blocked_step_says_why(desk_db):
    deal = run(opening("transaction"), OFFICER, at()).stream
    run(Command("transaction", "screen", deal), OFFICER, at(1))
    run(Command("transaction", "hold", deal), OFFICER, at(2))
    release = told(deal, BOSS)["release"]
    assert not release["allowed"]
    assert release["reasons"]


def test_a_file_at_its_end_takes_notes_and_no_new_values(desk_db):
    lead = run(opening("lead"), OFFICER, at()).stream
    run(Command("lead", "triage", lead), OFFICER, at(1))
    run(Command("lead", "dismiss", lead), OFFICER, at(2))
    found = told(lead, OFFICER)
    assert (found["note"]["allowed"], found["amend"]["allowed"]) == (True, False)
