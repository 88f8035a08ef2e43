"""What must be screened is a question that each change answers anew."""

from tests.desk_builders import BOSS, CLOSE, OFFICER, OPEN, at, claim, opening

from catchall_desk.cases.commands import Command
from catchall_desk.store import screenings
from catchall_desk.store.desk import run
from catchall_desk.store.labels import by_id, kernel
from catchall_desk.store.models import ScreeningRow


def deal(*parties):
    roles = [{"role": "consignee", "party": one} for one in parties]
    return run(opening("transaction", roles=roles), OFFICER, at(1)).stream


def party(name="Holm Feinwerk"):
    return run(opening("party", name=name), OFFICER, at()).stream


def rows():
    with kernel():
        return {
            by_id()[one.label_id].marking: one.touched_at for one in ScreeningRow.objects.all()
        }


def test_a_file_without_parties_needs_none(desk_db):
    deal()
    assert rows() == {}


def test_a_name_counts_from_when_it_is_known_with_its_own_marking(desk_db):
    one = party()
    deal(one)
    assert rows() == {OPEN: at(1).now}
    run(claim(one, "Holm Pumpen", CLOSE), OFFICER, at(5))
    assert rows() == {OPEN: at(1).now, CLOSE: at(5).now}


def test_whoever_stands_behind_a_party_counts_with_it_links_deep(desk_db):
    one, owner, head = party(), party("Holm Holding"), party("Holm Group")
    deal(one)
    for minute, (above, below) in enumerate([(owner, one), (head, owner)], 2):
        body = {"type": "owns", "to": below, "source": {"text": "register"}}
        run(Command("party", "link", above, body=body, marking=OPEN), OFFICER, at(minute))
    run(claim(head, "Holm World"), OFFICER, at(9))
    assert rows() == {OPEN: at(9).now}


def test_a_file_at_its_end_waits_for_nothing(desk_db):
    file = deal(party())
    with kernel():
        assert screenings.unscreened([]).count() == 1
    run(Command("transaction", "abandon", file, body={}), BOSS, at(2))
    with kernel():
        assert screenings.unscreened([]).count() == 0
