"""Everything derived, made again from the log."""

from tests.desk_builders import CLOSE, OFFICER, at, claim, opening

from catchall_desk.cases.commands import Command
from catchall_desk.store.desk import run
from catchall_desk.store.labels import kernel
from catchall_desk.store.models import FileRow, WordRow
from catchall_desk.store.rebuild import contents, fingerprints, rebuild
from catchall_desk.store.upkeep import erase


def written() -> str:
    """A party with a closer name that is retracted, and a transaction of it; the party."""
    party = run(opening("party"), OFFICER, at()).stream
    roles = [{"role": "consignee", "party": party}]
    run(opening("transaction", roles=roles), OFFICER, at(1))
    other = run(claim(party, "Holm Pumpen", CLOSE), OFFICER, at(2))
    gone = {"event": other.events[0], "why": "another firm"}
    run(Command("party", "retract", party, body=gone, marking=CLOSE), OFFICER, at(3))
    run(claim(party, "Holm Werke"), OFFICER, at(4))
    return party


def test_what_is_derived_again_is_equal_and_counted(desk_db):
    written()
    told = []
    with kernel():
        before = contents(), fingerprints()
        assert rebuild(told.append) == 5
        assert (contents(), fingerprints()) == before
    assert told[-1] == 5


def test_a_row_that_was_changed_shows_and_is_put_right(desk_db):
    written()
    with kernel():
        before = fingerprints()
        FileRow.objects.filter(kind="transaction").update(state="cleared")
        changed = fingerprints()
        rebuild()
        after = fingerprints()
    assert [name for name in before if before[name] != changed[name]] == ["FileRow"]
    assert after == before


def test_an_erased_party_is_found_by_no_word_afterwards_either(desk_db):
    party = written()
    erase(party, OFFICER, at(9), {"basis": "court order", "why": "unfounded"})
    with kernel():
        rebuild()
        assert not WordRow.objects.filter(stream=party).exists()
        assert FileRow.objects.get(stream=party).fields == {}
