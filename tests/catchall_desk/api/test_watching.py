"""Alerts are worked out when they are read: none is lost, and none tells of what is hidden."""

import pytest
from tests.desk_builders import BOSS, CLOSE, OFFICER, PARTNER, at, claim, opening

from catchall_desk.api import watching
from catchall_desk.cases.commands import Command
from catchall_desk.errors import NotFoundError
from catchall_desk.store.desk import run
from catchall_desk.store.view import view_of

pytestmark = pytest.mark.parametrize("desk_db", ["sqlite"], indirect=True)


@pytest.fixture
def firm(desk_db):
    """A firm that the supervisor and the partner watch, and a name that both watch."""
    stream = run(opening("party"), OFFICER, at()).stream
    for reader in (BOSS, PARTNER):
        watching.make(reader, (stream, None), at(1).now)
        watching.make(reader, (None, "Holm Works"), at(1).now)
    return stream


def alerts(reader):
    """What each alert is of."""
    with view_of(reader) as view:
        return [one["event"]["type"] for one in watching.alerts(view)]


def test_what_happens_to_a_watched_firm_is_told_to_whoever_may_see_it(firm):
    run(claim(firm, "Holm Nord", CLOSE), OFFICER, at(2))
    assert (alerts(BOSS), alerts(PARTNER)) == (["claim"], [])


def test_a_file_that_names_the_firm_is_told(firm):
    roles = [{"role": "consignee", "party": firm}]
    run(opening("transaction", roles=roles), OFFICER, at(2))
    assert alerts(PARTNER) == ["report"]


def test_watched_words_are_told_wherever_they_turn_up(firm):
    other = run(opening("party", name="Nordwerk"), OFFICER, at(2)).stream
    run(claim(other, "Holm Works"), OFFICER, at(3))
    assert alerts(PARTNER) == ["claim"]


def test_ones_own_doing_is_no_alert(firm):
    body = {"text": "seen"}
    run(Command("party", "note", firm, body=body), BOSS, at(2))
    assert (alerts(BOSS), alerts(PARTNER)) == ([], ["note"])


def test_nobody_ends_the_watch_of_another(firm):
    number = watching.make(BOSS, (firm, None), at(1).now)
    with pytest.raises(NotFoundError):
        watching.end(PARTNER, number)
    watching.end(BOSS, number)
