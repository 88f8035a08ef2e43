"""Duties of screening: at first, of parties added, and again when a list changes."""

from dataclasses import replace

import pytest
from tests.catchall_desk.cases.sample_files import D, event, file

from catchall_desk.cases.duties import duties
from catchall_desk.cases.duty import Desk, ListNow

ROLES = [{"role": "consignee", "party": "p1"}, {"role": "end_user", "party": "p2"}]
NOW = Desk(lists=(ListNow("eu", "v2", D("2026-04-01")), ListNow("un", "v7", D("2026-03-01"))))


def screened(number, *parties, eu="v2", un="v7", marking="UNCLASSIFIED", missed=()):
    lists = [{"list": "eu", "version": eu}, {"list": "un", "version": un}]
    rows = [{"role": "consignee", "party": one} for one in parties]
    not_screened = [{"party": one} for one in missed]
    body = {"parties": rows, "not_screened": not_screened, "lists": lists}
    made = event("licence", "f", number, ("2026-03-03", "screened", body))
    return replace(made, marking=marking)


def told(*entries, state="issued", desk=NOW):
    one = file("licence", {"roles": ROLES, "law": "eu"}, ("2026-03-02", "issue"))
    one = replace(one, entries=entries, state=state)
    return [d for d in duties(one, (), desk) if d.kind.startswith("screen")]


def test_parties_never_screened_are_a_duty_from_the_first_day():
    (one,) = told()
    assert (one.kind, one.due, one.opened_by) == ("screen", D("2026-03-02"), "f-1")


def test_a_party_added_or_missed_is_to_be_screened():
    assert [one.kind for one in told(screened(2, "p1"))] == ["screen"]
    assert [one.kind for one in told(screened(2, "p1", "p2", missed=["p2"]))] == ["screen"]


def test_parties_screened_on_the_lists_in_force_are_no_duty():
    assert told(screened(2, "p1", "p2")) == []


def test_a_list_that_changed_opens_a_duty_from_that_day():
    (one,) = told(screened(2, "p1", "p2", eu="v1"))
    assert (one.kind, one.due, one.opened_by) == ("screen_again", D("2026-04-01"), "f-2")
    assert one.basis.endswith("list changes: eu")
    assert told(screened(2, "p1", "p2", eu="v1"), screened(3, "p1", "p2")) == []


def test_many_lists_are_counted():
    many = Desk(lists=tuple(ListNow(f"l{n}", "v", D("2026-04-01")) for n in range(5)))
    (one,) = told(screened(2, "p1", "p2"), desk=many)
    assert one.basis.endswith("l0, l1, l2 and 2 more")


def test_each_marking_has_its_own_screening_and_its_own_duty():
    closer = screened(3, "p2", eu="v1", marking="SECRET//NOFORN")
    (one,) = told(screened(2, "p1", "p2"), closer)
    assert (one.opened_by, one.marking) == ("f-3", "SECRET//NOFORN")


@pytest.mark.parametrize("state", ["expired", "revoked"])
def test_an_ended_licence_is_not_screened_again(state):
    assert told(state=state) == []
