"""What one reader may see of the store: pages, counts, edges, duties, words, events."""

import pytest
from tests.desk_builders import BOSS, CLOSE, NOW, OFFICER, PARTNER, at, claim, opening

from catchall_desk.cases.commands import Command
from catchall_desk.errors import BadCursorError
from catchall_desk.store.desk import run
from catchall_desk.store.labels import kernel, label_id
from catchall_desk.store.models import DutyRow
from catchall_desk.store.view import Asked, cursor_of, is_uuid, read_cursor, view_of


def cases(number: int) -> list[str]:
    """Cases opened a minute apart; every third is not for partners."""
    return [
        run(opening("case", CLOSE if n % 3 == 2 else "UNCLASSIFIED"), OFFICER, at(n)).stream
        for n in range(number)
    ]


def walked(view, limit: int) -> list[str]:
    """The ids on all pages, page by page."""
    found, cursor = [], ""
    while True:
        page = view.files("case", Asked({}, cursor, limit))
        found += [str(row.stream) for row in page.rows]
        cursor = page.next
        if not cursor:
            return found


@pytest.mark.parametrize("limit", [1, 2, 50])
def test_pages_hold_every_file_once_the_newest_first(desk_db, limit):
    made = cases(5)
    with view_of(OFFICER) as view:
        assert walked(view, limit) == made[::-1]
    with view_of(PARTNER) as view:
        assert walked(view, limit) == [made[n] for n in (4, 3, 1, 0)]


def test_counts_are_of_what_the_reader_may_see(desk_db):
    cases(5)
    with view_of(OFFICER) as view:
        assert view.counts("case") == {"open": 5}
        with pytest.raises(ValueError, match="title is not one of"):
            view.counts("case", "title")
    with view_of(PARTNER) as view:
        assert view.counts("case") == {"open": 4}


def test_a_file_is_shown_as_it_was_known_on_a_day(desk_db):
    case = run(opening("case"), OFFICER, at())
    run(Command("case", "take", case.stream), BOSS, at(60 * 24))
    with view_of(OFFICER) as view:
        assert view.file(case.stream, NOW).state == "open"
        assert view.file(case.stream).state == "active"


def test_an_edge_to_what_is_hidden_is_not_there(desk_db):
    hidden = run(opening("party", CLOSE), OFFICER, at())
    shown = run(opening("party"), OFFICER, at(1))
    roles = [{"role": "consignee", "party": one.stream} for one in (hidden, shown)]
    deal = run(opening("transaction", roles=roles), OFFICER, at(2))
    with view_of(OFFICER) as view:
        assert len(view.edges(deal.stream)) == 2
    with view_of(PARTNER) as view:
        assert [str(edge.target) for edge in view.edges(deal.stream)] == [shown.stream]
        assert view.edges(hidden.stream) == ()


def test_a_word_of_a_closer_claim_finds_nothing_for_others(desk_db):
    party = run(opening("party"), OFFICER, at())
    run(claim(party.stream, "Quarn Pumpen", CLOSE), OFFICER, at(1))
    with view_of(OFFICER) as view:
        assert view.words("token", "quarn*")
    with view_of(PARTNER) as view:
        assert view.words("token", "quarn*") == ()
        assert view.words("token", "holm")


def test_all_events_one_may_see_come_page_by_page_in_order(desk_db):
    case = run(opening("case"), OFFICER, at())
    for minute, marking in enumerate((CLOSE, "", CLOSE, ""), 1):
        note = Command("case", "note", case.stream, body={"text": "x"}, marking=marking)
        run(note, OFFICER, at(minute))
    with view_of(PARTNER) as view:
        first = view.events("", 2)
        rest = view.events(first.next, 2)
    assert [len(first.rows), len(rest.rows), rest.next] == [2, 1, ""]
    assert first.rows[0].type == "open"


@pytest.mark.parametrize("text", ["", "no", "bnVsbA", "WzEsMl0"])
def test_a_cursor_of_no_page_is_told(text):
    with pytest.raises(BadCursorError):
        read_cursor(text)


def test_a_cursor_leads_back_to_its_place():
    import uuid  # noqa: PLC0415 - used here alone

    key = uuid.uuid4()
    assert read_cursor(cursor_of(NOW, key))[:2] == (NOW, key)
    assert is_uuid(str(key)) and not is_uuid(str(key).upper())  # noqa: PT018


def test_duties_come_by_day_and_those_without_a_day_last_none_lost(desk_db):
    days = ["2026-03-05", None, "2026-03-04", "2026-03-05", None, "2026-03-04"]
    with kernel():
        for number, (stream, day) in enumerate(zip(cases(6), days, strict=True)):
            label = label_id("SECRET//NOFORN" if number == 0 else "UNCLASSIFIED", ())
            for kind in ("answer", "notify"):
                DutyRow.objects.create(
                    file=stream, kind=kind, due=day, opened_by=stream, label_id=label
                )
    found, cursor = [], ""
    with view_of(OFFICER) as view:
        for _ in range(6):
            page = view.duties({}, Asked({}, cursor, 3))
            found += page.rows
            cursor = page.next
            if not cursor:
                break
    assert len({row.pk for row in found}) == len(found) == 12
    assert [str(row.due) for row in found] == sorted(map(str, [*days, *days]))
    with view_of(PARTNER) as view:  # files 2 and 5 and the duties of file 0 are closer
        assert len(view.duties({}, Asked({})).rows) == 6


def test_an_unreadable_id_is_no_file(desk_db):
    with view_of(OFFICER) as view:
        assert (view.file("7"), view.row("7"), view.edges("7")) == (None, None, ())
