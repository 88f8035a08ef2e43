"""The guards see everything, whatever its marking."""

from tests.desk_builders import CLOSE, NOW, OFFICER, at, opening

from catchall_desk.store.desk import run
from catchall_desk.store.labels import kernel
from catchall_desk.store.world import StoredWorld


def test_files_are_found_by_id_by_field_and_by_whom_they_name(desk_db):
    party = run(opening("party"), OFFICER, at()).stream
    roles = [{"role": "buyer", "party": party}]
    deal = run(opening("transaction", CLOSE, roles=roles), OFFICER, at(1)).stream
    case = run(opening("case", subjects=[party]), OFFICER, at(2)).stream
    world = StoredWorld(NOW, ())
    with kernel():
        assert world.file(deal).marking == CLOSE
        assert world.file(party.replace(party[:8], "00000000")) is None
        assert {one.id for one in world.naming(party)} == {deal, case}
        assert [one.id for one in world.naming(party, "case")] == [case]
        assert [one.id for one in world.files("case", subjects=party)] == [case]
        assert world.files("case", about="MT") == ()
