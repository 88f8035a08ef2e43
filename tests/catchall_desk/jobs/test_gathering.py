"""What bears on a file is gathered as one label shows it."""

import pytest
from tests.desk_builders import CLOSE, OFFICER, OPEN, at, claim, opening

from catchall_desk.cases.commands import Command
from catchall_desk.cases.policy import LabelClass
from catchall_desk.jobs.gathering import gathered
from catchall_desk.store.desk import run
from catchall_desk.store.labels import kernel


@pytest.fixture
def deal(desk_db):
    """A file, its party with a closer alias, an owner of it and a fine on the party."""
    party, owner = (
        run(opening("party", name=name), OFFICER, at()).stream for name in ("Holm", "Brandel")
    )
    run(claim(party, "Holm Pumpen", CLOSE), OFFICER, at(1))
    link = {"type": "owns", "to": party, "share": "60", "source": {"text": "register"}}
    run(Command("party", "link", owner, body=link, marking=OPEN), OFFICER, at(1))
    said = {"kind": "fine", "by": {"government": "USA"}, "on": [party]}
    fine = run(Command("measure", "propose", body={"set": said}, marking=CLOSE), OFFICER, at(2))
    run(Command("measure", "impose", fine.stream), OFFICER, at(3))
    roles = [{"role": "consignee", "party": party}]
    return run(opening("transaction", roles=roles), OFFICER, at(4)).stream, party, owner


def seen(file, marking):
    with kernel():
        return gathered([file], LabelClass(0, marking))


def test_a_label_shows_what_adds_nothing_to_it(deal):
    file, party, owner = deal
    open_, close = seen(file, OPEN), seen(file, CLOSE)
    assert open_.names[party].names == ("Holm",)
    assert close.names[party].names == ("Holm", "Holm Pumpen")
    assert (list(open_.measures), len(close.measures)) == ([], 1)
    assert open_.parties(file) == {party, owner}
    assert [one["owner"] for one in open_.side.owners] == ["Brandel"]
    assert [one["kind"] for one in close.side.measures] == ["fine", "fine"]


def test_what_the_desk_knows_beside_a_file_changes_its_hash(deal):
    file, _, owner = deal
    before = seen(file, OPEN).beside(file)
    note = Command("transaction", "note", file, body={"text": "seen"})
    run(note, OFFICER, at(5))
    assert seen(file, OPEN).beside(file) == before
    run(claim(owner, "Brandel Group"), OFFICER, at(6))
    assert seen(file, OPEN).beside(file) != before
