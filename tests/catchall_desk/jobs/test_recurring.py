"""A firm with measures that comes back under another name is told of, to whoever may know."""

import pytest
from tests.desk_builders import BOSS, CLOSE, OFFICER, OPEN, PARTNER, at, claim, opening

from catchall_desk.cases.commands import Command
from catchall_desk.jobs import recurring
from catchall_desk.jobs.gathering import folds
from catchall_desk.jobs.work import DESK
from catchall_desk.store.desk import run
from catchall_desk.store.labels import kernel
from catchall_desk.store.verify import verify
from catchall_desk.store.view import view_of

PHONE = "+971 4 555 0182"


def called(party, prop, value, marking=OPEN):
    body = {"property": prop, "value": value, "source": {"text": "letter"}}
    run(Command("party", "claim", party, body=body, marking=marking), OFFICER, at(1))


def fined(marking=OPEN):
    """A firm that was fined; answers its stream and that of the fine."""
    old = run(opening("party", name="Quellmar Pumps FZE"), OFFICER, at()).stream
    called(old, "phone", PHONE)
    said = {"kind": "fine", "by": {"government": "ARE"}, "on": [old]}
    fine = run(
        Command("measure", "propose", body={"set": said}, marking=marking), OFFICER, at()
    )
    run(Command("measure", "impose", fine.stream), BOSS, at(1))
    return old, fine.stream


def returned(name="Tavrin General Trading", phone=PHONE):
    """A new firm in a new transaction."""
    new = run(opening("party", name=name), OFFICER, at(2)).stream
    called(new, "phone", phone)
    roles = [{"role": "consignee", "party": new}]
    return new, run(opening("transaction", roles=roles), OFFICER, at(3)).stream


def looked(deal):
    with kernel():
        return recurring.record_all(folds([deal]), DESK, at(4))


def told(party, reader=OFFICER):
    with view_of(reader) as view:
        return view.recurrences(party)


def test_the_desk_says_so_on_the_new_file(desk_db):
    (old, fine), (new, deal) = fined(), returned()
    assert looked(deal) == 1
    (event,) = told(new)
    assert (event.stream, event.body["of"], event.body["measures"]) == (deal, old, [fine])
    assert "phone" in " ".join(event.body["why"]).lower()
    assert told(old) == told(new, PARTNER) == (event,)
    with view_of(PARTNER) as view:
        assert [one.party for one in recurring.found_now(view, new)] == [old]


def test_it_is_told_once(desk_db):
    fined()
    _, deal = returned()
    assert (looked(deal), looked(deal)) == (1, 0)
    with kernel():
        assert verify() is None


def test_a_closer_measure_is_told_with_its_marking_alone(desk_db):
    (old, _), (new, deal) = fined(CLOSE), returned()
    assert looked(deal) == 1
    assert [one.marking for one in told(new)] == [CLOSE]
    assert told(new, PARTNER) == told(old, PARTNER) == ()
    with view_of(PARTNER) as view:
        assert recurring.found_now(view, new) == ()


def test_a_closer_name_is_told_with_its_marking_alone(desk_db):
    fined()
    new, deal = returned(phone="+356 2123 4567")
    run(claim(new, "Quellmar Pumps", CLOSE), OFFICER, at(3))
    assert looked(deal) == 1
    assert [one.marking for one in told(new)] == [CLOSE]
    assert told(new, PARTNER) == ()


@pytest.mark.parametrize("desk_db", ["sqlite"], indirect=True)
def test_another_firm_gives_nothing(desk_db):
    fined()
    new, deal = returned("Lindau Optik GmbH", "+49 30 1112223")
    assert looked(deal) == 0
    assert told(new) == ()
