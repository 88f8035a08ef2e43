"""What the events of a stream add up to."""

from datetime import UTC, datetime, timedelta

import pytest

from catchall_desk.cases import fold
from catchall_desk.cases.events import Event

BEGUN = datetime(2026, 1, 1, tzinfo=UTC)


def stream(*said, kind="case"):
    """Events of one stream, from (type, body) in order."""
    return [
        Event(
            id=f"e{seq}", stream="s", kind=kind, seq=seq, type=type_, actor="ana",
            happened_at=BEGUN, recorded_at=BEGUN + timedelta(days=seq), role="officer",
            marking="UNCLASSIFIED", body=body,
        )
        for seq, (type_, body) in enumerate(said, 1)
    ]  # fmt: skip


OPENED = ("open", {"set": {"title": "Pumps", "about": "AE"}, "office": "one"})


def test_an_opening_gives_state_fields_and_office():
    file = fold.fold(stream(OPENED))
    assert (file.state, file.fields["title"], file.office) == ("open", "Pumps", "one")
    assert (file.author, file.count, file.last) == ("ana", 1, "e1")


def test_a_stream_whose_beginning_is_not_seen_is_not_there():
    events = stream(OPENED, ("note", {"text": "x"}))
    assert fold.fold(events[1:]) is None
    assert fold.fold([]) is None


def test_a_step_of_the_machine_moves_the_state_and_sets_fields():
    file = fold.fold(stream(OPENED, ("take", {"set": {"about": "TR"}})))
    assert (file.state, file.fields["about"]) == ("active", "TR")
    assert fold.moved(file, "take", "resolve").id == "e2"
    assert fold.moved(file, "resolve") is None


def test_an_amendment_sets_fields_and_null_empties_them():
    file = fold.fold(stream(OPENED, ("amend", {"set": {"about": None, "title": "Valves"}})))
    assert (dict(file.fields), file.state) == ({"title": "Valves"}, "open")


def test_an_assignment_changes_what_it_names_and_keeps_the_rest():
    file = fold.fold(stream(OPENED, ("assign", {"officer": "bo"})))
    assert (file.office, file.officer) == ("one", "bo")


@pytest.mark.parametrize("type_", ["note", "claim", "link", "respond"])
def test_a_plain_event_stands_until_it_is_retracted(type_):
    events = stream(OPENED, (type_, {}), ("retract", {"event": "e2", "why": "x"}))
    assert [one.id for one in fold.standing(fold.fold(events[:2]), type_)] == ["e2"]
    assert fold.standing(fold.fold(events), type_) == ()


def test_the_link_of_a_lead_moves_it():
    said = [("receive", {}), ("triage", {}), ("link", {"set": {"linked_to": "c"}})]
    file = fold.fold(stream(*said, kind="lead"))
    assert (file.state, file.fields) == ("linked", {"linked_to": "c"})


def test_an_erased_thing_is_still_there_and_says_nothing():
    gone = {"erased": True}
    said = [("begin", gone), ("amend", gone), ("claim", gone), ("retract", gone)]
    file = fold.fold(stream(*said, kind="party"))
    assert (file.state, file.fields, file.count) == ("known", {}, 4)
