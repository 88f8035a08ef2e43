"""Commands through the store, on both databases."""

import pytest
from tests.desk_builders import BOSS, CLOSE, OFFICER, PARTNER, at, claim, opening

from catchall_desk.cases.commands import Command
from catchall_desk.cases.handlers import tag
from catchall_desk.errors import KeyReusedError, NotFoundError, StaleError
from catchall_desk.store.desk import run
from catchall_desk.store.labels import kernel
from catchall_desk.store.models import EventRow
from catchall_desk.store.rebuild import contents, rebuild
from catchall_desk.store.view import Asked, view_of


def test_a_case_is_opened_taken_and_read(desk_db):
    done = run(opening("case"), OFFICER, at())
    run(Command("case", "take", done.stream, tag=done.tag), BOSS, at(1))
    with view_of(PARTNER) as view:
        file = view.file(done.stream)
        page = view.files("case", Asked({}))
    assert (file.state, file.count) == ("active", 2)
    assert [row.title for row in page.rows] == ["Pumps by another way"]


def test_what_is_marked_closer_does_not_exist_for_a_partner(desk_db):
    done = run(opening("case", CLOSE), OFFICER, at())
    with view_of(PARTNER) as view:
        assert view.file(done.stream) is None
        assert view.files("case", Asked({})).rows == ()
        assert view.counts("case") == {}
    with pytest.raises(NotFoundError):
        run(Command("case", "note", done.stream, body={"text": "x"}), PARTNER, at(1))


def test_a_closer_note_leaves_the_partner_s_view_and_tag_as_they_were(desk_db):
    done = run(opening("case"), OFFICER, at())
    with view_of(PARTNER) as view:
        before = view.file(done.stream)
    note = Command("case", "note", done.stream, body={"text": "close"}, marking=CLOSE)
    run(note, OFFICER, at(1))
    with view_of(PARTNER) as view:
        assert view.file(done.stream) == before
    with view_of(OFFICER) as view:
        assert view.file(done.stream).count == 2


def test_the_same_key_has_one_effect(desk_db):
    command = opening("case", key="k1")
    first, second = run(command, OFFICER, at()), run(command, OFFICER, at(5))
    assert (second.stream, second.events) == (first.stream, first.events)
    assert (first.again, second.again) == (False, True)
    with pytest.raises(KeyReusedError):
        run(opening("case", key="k1", about="OM"), OFFICER, at())


def test_a_stale_tag_is_refused(desk_db):
    done = run(opening("case"), OFFICER, at())
    amend = {"set": {"title": "Another"}}
    run(Command("case", "amend", done.stream, body=amend, tag=done.tag), BOSS, at(1))
    with pytest.raises(StaleError):
        run(Command("case", "amend", done.stream, body=amend, tag=done.tag), OFFICER, at(2))


def test_rebuilding_makes_the_same_rows(desk_db):
    party = run(opening("party"), OFFICER, at())
    roles = [{"role": "consignee", "party": party.stream}]
    done = run(opening("transaction", CLOSE, roles=roles), OFFICER, at(1))
    run(claim(party.stream, "Holm Pumpen", "SECRET"), OFFICER, at(2))
    run(
        Command("transaction", "amend", done.stream, body={"set": {"roles": []}}),
        OFFICER,
        at(3),
    )
    run(
        Command("transaction", "amend", done.stream, body={"set": {"roles": roles}}),
        OFFICER,
        at(4),
    )
    with kernel():
        before = contents()
        assert rebuild() == EventRow.objects.count() == 5
        assert contents() == before
    assert all(before[name] for name in ("ScreeningRow", "WordRow", "Edge"))


def test_the_tag_of_an_answer_is_what_its_actor_then_sees(desk_db):
    done = run(opening("case"), OFFICER, at())
    run(Command("case", "note", done.stream, body={"text": "x"}, marking=CLOSE), BOSS, at(1))
    note = Command("case", "note", done.stream, body={"text": "y"})
    last = run(note, OFFICER, at(2))
    with view_of(OFFICER) as view:
        assert tag(view.file(done.stream)) == last.tag == f"3-{last.events[0][:8]}"
