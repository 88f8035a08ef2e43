"""Search: the surest first, and never by what may not be seen."""

import pytest
from tests.desk_builders import CLOSE, OFFICER, PARTNER, at, claim, opening

from catchall_desk.jobs import finding
from catchall_desk.store.desk import run
from catchall_desk.store.view import view_of

pytestmark = pytest.mark.parametrize("desk_db", ["sqlite"], indirect=True)


def search(said, reader, kind=None):
    with view_of(reader) as view:
        return finding.search(view, said, kind, 10)


def test_a_name_comes_before_a_word_of_it(desk_db):
    other = run(opening("party", name="Feinwerk Nord"), OFFICER, at()).stream
    whole = run(opening("party"), OFFICER, at()).stream
    run(claim(whole, "Holm Feinwerk"), OFFICER, at(1))
    found = [one["file"]["id"] for one in search("Holm Feinwerk", OFFICER)]
    assert found == [whole, other]


def test_a_hidden_name_changes_neither_score_nor_reason(desk_db):
    party = run(opening("party"), OFFICER, at()).stream
    before = search("Holm Works", PARTNER)
    run(claim(party, "Holm Works", CLOSE), OFFICER, at(1))
    assert search("Holm Works", PARTNER) == before
    assert search("Holm Works", OFFICER)[0]["score"] > before[0]["score"]


def test_only_the_kind_that_is_asked_for_is_found(desk_db):
    run(opening("party", name="Pumps Ltd"), OFFICER, at())
    case = run(opening("case"), OFFICER, at()).stream
    assert [one["file"]["id"] for one in search("pumps", OFFICER, "case")] == [case]


def test_suggestions_begin_as_asked(desk_db):
    run(opening("party"), OFFICER, at())
    with view_of(OFFICER) as view:
        assert finding.suggest(view, "fei") == ["Holm Feinwerk", "feinwerk"]
        assert finding.suggest(view, "xy") == []
