"""Sealed records are kept packed, shown by label, and go with a party."""

import pytest
from tests.desk_builders import CLOSE, OFFICER, PARTNER, at, opening

from catchall_desk.store import records
from catchall_desk.store.desk import run
from catchall_desk.store.labels import kernel, label_id
from catchall_desk.store.view import view_of

OTHER = "0f8fad5b-d9cb-469f-a165-70867728950e"


@pytest.fixture
def kept(desk_db):
    """A record with a closer label on an open file; answers event, and party of the run."""
    party = run(opening("party"), OFFICER, at()).stream
    done = run(opening("transaction"), OFFICER, at())
    with kernel():
        one = records.Kept(done.events[0], done.stream, label_id(CLOSE, ()), b"line\n")
        records.keep(records.Run("r", {"body": 1}, [OTHER]), [one])
        records.keep(records.Run("r", {"body": 1}, [party]), [])
    return done.events[0], party


def opened(event, reader=OFFICER):
    with view_of(reader) as view:
        return records.opened(view, event)


def test_a_record_is_read_by_whoever_may(kept):
    assert opened(kept[0]) == (b'{"body":1}', b"line\n")
    assert opened(kept[0], PARTNER) is None
    assert opened("no id") is None


@pytest.mark.parametrize("at_", [0, 1])
def test_a_party_of_the_run_takes_its_records_along(kept, at_):
    with kernel():
        records.forget((OTHER, kept[1])[at_])
    assert opened(kept[0]) is None
