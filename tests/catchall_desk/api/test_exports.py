"""Parties for other tools: links whose both ends the reader may see."""

import pytest
from tests.desk_builders import CLOSE, OFFICER, PARTNER, at, opening

from catchall_desk.api.exports import ftm_lines
from catchall_desk.cases.commands import Command
from catchall_desk.store.desk import run
from catchall_desk.store.view import view_of

pytestmark = pytest.mark.parametrize("desk_db", ["sqlite"], indirect=True)


def test_a_link_to_a_hidden_firm_is_left_out(desk_db):
    known = run(opening("party"), OFFICER, at()).stream
    hidden = run(opening("party", CLOSE), OFFICER, at()).stream
    body = {"type": "owns", "to": hidden, "source": {"text": "letter"}}
    run(Command("party", "link", known, body=body), OFFICER, at(1))
    counts = []
    for reader in (OFFICER, PARTNER):
        with view_of(reader) as view:
            counts.append(len(list(ftm_lines(view))))
    assert counts == [3, 1]
