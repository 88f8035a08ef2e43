"""Adding to the log, and reading it."""

from uuid import uuid4

import pytest
from tests.desk_builders import CLOSE, NOW, OFFICER, OPEN, at, claim, opening

from catchall_desk.cases.commands import Draft
from catchall_desk.errors import ErasedError
from catchall_desk.store.desk import run
from catchall_desk.store.labels import kernel
from catchall_desk.store.log import Stamp, append, stream_events
from catchall_desk.store.models import EventRow, Writer
from catchall_desk.store.upkeep import erase

STAMP = Stamp("ana", "officer", NOW)


def draft(stream, kind, event, **body):
    return Draft(stream, kind, event, NOW, OPEN, body)


def test_a_stream_is_numbered_from_one_and_its_writer_moves_on(desk_db):
    stream = str(uuid4())
    with kernel():
        made = append(
            (draft(stream, "case", "open"), draft(stream, "case", "note", text="a")), STAMP
        )
        assert stream_events(stream) == made
        last = EventRow.objects.order_by("-position").first()
        writer = Writer.objects.get()
    assert [event.seq for event in made] == [1, 2]
    assert (writer.position, writer.head) == (2, last.hash)


def test_a_party_s_text_is_kept_under_its_key_and_a_case_s_is_not(desk_db):
    party, case = str(uuid4()), str(uuid4())
    begin = draft(party, "party", "begin", set={"name": "Holm"})
    with kernel():
        append((begin, draft(case, "case", "open", set={"title": "Holm"})), STAMP)
        bodies = dict(EventRow.objects.values_list("kind", "body"))
    assert "Holm" not in bodies["party"]
    assert "Holm" in bodies["case"]


def test_nothing_is_added_to_a_thing_that_was_erased(desk_db):
    party = run(opening("party"), OFFICER, at()).stream
    erase(party, OFFICER, at(1), {"basis": "court order", "why": "unfounded"})
    with kernel(), pytest.raises(ErasedError):
        append((draft(party, "party", "note", text="again"),), STAMP)


def test_events_are_read_by_label_and_by_when_they_were_known(desk_db):
    party = run(opening("party"), OFFICER, at()).stream
    run(claim(party, "Holm Pumpen", CLOSE), OFFICER, at(5))
    with kernel():
        begun, closer = stream_events(party)
        label = EventRow.objects.get(pk=begun.id).label_id
        assert stream_events(party, (label,)) == (begun,)
        assert stream_events(party, None, at(1).now) == (begun,)
    assert closer.body["value"]["name"] == "Holm Pumpen"
