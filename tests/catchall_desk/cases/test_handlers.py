"""Commands against the rules of the desk, without a store."""

from dataclasses import replace
from datetime import timedelta

import pytest
from tests.desk_builders import BOSS, CLOSE, NOW, OFFICER, OPEN, PARTNER, opening

from catchall_desk.cases.commands import Command
from catchall_desk.cases.events import Event
from catchall_desk.cases.fold import fold
from catchall_desk.cases.handlers import handle, tag
from catchall_desk.cases.policy import LabelClass, may_read
from catchall_desk.errors import (
    InvalidBodyError,
    NotAllowedError,
    NotFoundError,
    RefusedError,
    StaleError,
)


def an_id(number):
    return f"0b8f4a3e-2f0e-4a53-9a5b-{number:012x}"


class Held:
    """A store in memory: streams of events, seen through the markings."""

    def __init__(self) -> None:
        self.streams, self.now, self.lists = {}, NOW, ()

    @property
    def world(self):
        """The guards ask this store."""
        return self

    def whole(self, stream):
        """Over all events."""
        return fold(self.streams.get(stream, ()))

    file = whole

    def files(self, kind, **where):
        """None are asked for."""
        return ()

    def naming(self, stream, kind=""):
        """None are asked for."""
        return ()

    def seen(self, stream, reader):
        """Over what the reader may see."""
        events = self.streams.get(stream, ())
        label = LabelClass
        return fold(e for e in events if may_read(reader, label(0, e.marking, e.addressees)))

    history = seen

    def new_id(self):
        """The next id."""
        return an_id(len(self.streams))

    def do(self, command, actor=OFFICER):
        """Handles and records; answers the stream."""
        for draft in handle(command, actor, self):
            events = self.streams.setdefault(draft.stream, [])
            number = len(events) + 1
            event = Event(
                id=an_id(1000 + sum(map(len, self.streams.values()))),
                stream=draft.stream,
                kind=draft.kind,
                seq=number,
                type=draft.type,
                happened_at=draft.happened_at,
                recorded_at=self.now,
                actor=actor.user,
                role=actor.role,
                marking=draft.marking,
                body=draft.body,
                addressees=draft.addressees,
            )
            events.append(event)
        return draft.stream


@pytest.fixture
def desk():
    return Held()


def test_a_file_opens_with_the_marking_of_its_command(desk):
    stream = desk.do(opening("case", CLOSE))
    assert desk.whole(stream).marking == CLOSE


def test_a_step_takes_the_marking_of_its_file(desk):
    stream = desk.do(opening("case"))
    desk.do(Command("case", "take", stream, marking=CLOSE))
    assert desk.streams[stream][1].marking == OPEN


def test_an_amendment_with_another_marking_is_refused(desk):
    stream = desk.do(opening("case"))
    amend = Command("case", "amend", stream, body={"set": {"title": "x"}}, marking=CLOSE)
    with pytest.raises(InvalidBodyError, match="takes the marking of its file"):
        desk.do(amend)


def test_what_may_not_be_seen_is_not_found(desk):
    stream = desk.do(opening("case", CLOSE))
    absent = pytest.raises(NotFoundError)
    with absent as hidden:
        handle(Command("case", "take", stream), replace(PARTNER, role="officer"), desk)
    with pytest.raises(NotFoundError) as gone:
        handle(Command("case", "take", an_id(99)), OFFICER, desk)
    assert str(hidden.value) == str(gone.value)


def test_another_kind_of_file_is_not_found_under_its_id(desk):
    stream = desk.do(opening("case"))
    with pytest.raises(NotFoundError):
        desk.do(Command("licence", "note", stream, body={"text": "x"}))


def test_a_closer_note_leaves_the_tag_of_others_alone(desk):
    stream = desk.do(opening("case"))
    before = tag(desk.seen(stream, PARTNER))
    desk.do(Command("case", "note", stream, body={"text": "x"}, marking=CLOSE))
    assert tag(desk.seen(stream, PARTNER)) == before
    assert tag(desk.seen(stream, OFFICER)) != before


def test_a_stale_tag_is_told_before_anything_else(desk):
    stream = desk.do(opening("case"))
    with pytest.raises(StaleError):
        desk.do(Command("case", "no such event", stream, tag="9-none"))


def test_a_step_the_machine_lacks_is_refused(desk):
    stream = desk.do(opening("case"))
    with pytest.raises(RefusedError, match="not possible from open"):
        desk.do(Command("case", "resolve", stream))


def test_a_role_that_may_not_take_the_step_is_told_who_may(desk):
    stream = desk.do(opening("case"))
    with pytest.raises(NotAllowedError, match="officer, supervisor"):
        desk.do(Command("case", "take", stream), replace(OFFICER, role="analyst"))


def test_a_guard_stops_the_author_from_approving_even_as_supervisor(desk):
    ask = {"kind": "demarche", "from": {"government": "USA"}, "to": {"government": "DEU"}}
    points = {"points": [{"number": "1", "text": "Stop the shipment"}]}
    made = Command("request", "draft", body={"set": {**ask, **points}}, marking=OPEN)
    stream = desk.do(made)
    desk.do(Command("request", "submit", stream))
    with pytest.raises(RefusedError, match="somebody else must decide"):
        desk.do(Command("request", "approve", stream), replace(OFFICER, role="supervisor"))
    assert desk.whole(desk.do(Command("request", "approve", stream), BOSS)).state == "cleared"


def test_screenings_are_on_no_one_s_word(desk):
    stream = desk.do(opening("transaction"))
    with pytest.raises(NotAllowedError):
        desk.do(Command("transaction", "screened", stream, body={}))


def test_a_partner_answers_for_its_own_government_only(desk):
    ask = {"kind": "demarche", "from": {"government": "USA"}, "to": {"government": "DEU"}}
    points = {"points": [{"number": "1", "text": "Stop the shipment"}]}
    made = Command("request", "draft", body={"set": {**ask, **points}}, marking=OPEN)
    stream = desk.do(made)
    answer = {"by": "FRA", "answers": [{"point": "1", "says": "accepts"}]}
    with pytest.raises(NotAllowedError, match="speak for DEU only"):
        desk.do(Command("request", "respond", stream, body=answer), PARTNER)


def test_an_office_is_cleared_for_by_its_own_people_only(desk):
    stream = desk.do(opening("case"))
    clears = {"office": "desk two", "says": "cleared"}
    with pytest.raises(NotAllowedError, match="for desk one only"):
        desk.do(Command("case", "clearance", stream, body=clears))


def test_a_retraction_takes_the_marking_of_what_it_retracts(desk):
    stream = desk.do(opening("case"))
    desk.do(Command("case", "note", stream, body={"text": "x"}, marking=CLOSE))
    gone = desk.streams[stream][1].id
    desk.do(Command("case", "retract", stream, body={"event": gone, "why": "an error"}))
    assert desk.streams[stream][2].marking == CLOSE
    with pytest.raises(InvalidBodyError, match="still stands"):
        desk.do(Command("case", "retract", stream, body={"event": gone, "why": "again"}))


@pytest.mark.parametrize(
    ("marking", "problem"),
    [
        ("", "is missing"),
        ("VERY SECRET", "marking"),
        ("TOP SECRET//NOFORN", "could not read it yourself"),
    ],
)
def test_a_marking_must_be_understood_and_readable_by_its_author(desk, marking, problem):
    with pytest.raises(InvalidBodyError, match=problem):
        desk.do(opening("case", marking))


def test_a_reference_to_what_may_not_be_seen_is_as_one_to_nothing(desk):
    hidden = desk.do(opening("party", CLOSE))
    texts = []
    for party in (hidden, an_id(7)):
        roles = [{"role": "consignee", "party": party}]
        partner = replace(PARTNER, role="officer")
        with pytest.raises(InvalidBodyError) as error:
            handle(opening("transaction", roles=roles), partner, desk)
        texts.append(str(error.value).replace(party, "ID"))
    assert texts[0] == texts[1]


def test_what_has_not_happened_yet_is_not_recorded(desk):
    later = replace(opening("case"), happened_at=NOW + timedelta(days=1))
    with pytest.raises(InvalidBodyError, match="has not come yet"):
        desk.do(later)


def test_a_file_at_its_end_takes_no_new_content(desk):
    stream = desk.do(opening("lead"))
    desk.do(Command("lead", "triage", stream))
    desk.do(Command("lead", "dismiss", stream))
    with pytest.raises(RefusedError, match="is dismissed"):
        desk.do(Command("lead", "amend", stream, body={"set": {"text": "y"}}))
    desk.do(Command("lead", "note", stream, body={"text": "seen once more"}))
