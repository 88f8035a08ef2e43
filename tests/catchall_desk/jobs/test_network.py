"""The network of a party: by steps, and only through what may be seen."""

import pytest
from tests.desk_builders import CLOSE, OFFICER, OPEN, PARTNER, at, opening

from catchall_desk.cases.commands import Command
from catchall_desk.jobs import network
from catchall_desk.store.desk import run
from catchall_desk.store.view import view_of

pytestmark = pytest.mark.parametrize("desk_db", ["sqlite"], indirect=True)


@pytest.fixture
def row(desk_db):
    """Four firms, each owned by the one before it; the last link is for few."""
    firms = [run(opening("party"), OFFICER, at()).stream for _ in range(4)]
    for one, other, marking in zip(firms, firms[1:], (OPEN, OPEN, CLOSE), strict=False):
        body = {"type": "owns", "to": other, "source": {"text": "letter"}}
        run(Command("party", "link", one, body=body, marking=marking), OFFICER, at(1))
    return firms


def around(stream, hops, reader=OFFICER):
    with view_of(reader) as view:
        return network.around(view, stream, hops)


def test_steps_are_counted(row):
    found = {one["id"]: one["hops"] for one in around(row[0], 2)["nodes"]}
    assert found == {row[0]: 0, row[1]: 1, row[2]: 2}


def test_a_link_that_may_not_be_seen_leads_nowhere(row):
    assert len(around(row[1], 3, PARTNER)["nodes"]) == 3
    assert len(around(row[1], 3)["nodes"]) == 4


def test_what_is_left_out_is_said(row, monkeypatch):
    monkeypatch.setattr(network, "MOST", 2)
    found = around(row[1], 1)
    assert (len(found["nodes"]), found["cut"]) == (2, True)
