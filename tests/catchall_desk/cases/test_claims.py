"""Claims and links: what stands, on which day, as known when; merges that can be undone."""

import itertools
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catchall_desk.cases import claims as c
from catchall_desk.cases.events import Event
from catchall_desk.cases.policy import LabelClass, Reader, may_read

BEGUN = datetime(2026, 1, 1, tzinfo=UTC)
OPEN, CLOSED = "UNCLASSIFIED", "SECRET//NOFORN"
THINGS = ["a", "b", "c", "d", "e"]


def event(kind_of_event, body, stream="a", at=1, **more):
    when = BEGUN + timedelta(days=at)
    told = {"id": f"{stream}{at}", "kind": "party", "seq": at + 1, "marking": OPEN, **more}
    return Event(
        stream=stream, type=kind_of_event, happened_at=when, recorded_at=when, actor="ana",
        role="officer", body=body, **told,
    )  # fmt: skip


def claim(name, value, at=1, **more):
    body = {"property": name, "value": value, "source": {"text": "a letter"}, **more}
    return event("claim", body, at=at)


def named(name, kind, at):
    return claim("name", {"name": name, "kind": kind}, at)


def link(one, other, tie="same_as", at=1, **more):
    return event("link", {"type": tie, "to": other, "source": {"text": "x"}}, one, at, **more)


def retract(what, at):
    return event("retract", {"event": what.id, "why": "wrong"}, what.stream, at)


def groups(events):
    return {"".join(sorted(group)) for group in c.identity(c.links(events)).groups}


LINKS = st.lists(
    st.tuples(
        st.sampled_from(THINGS),
        st.sampled_from(THINGS),
        st.sampled_from(["same_as", "same_as", "not_same_as", "owns"]),
        st.sampled_from([OPEN, CLOSED]),
    ),
    max_size=10,
).map(
    lambda told: [
        link(one, other, tie, at, marking=marking)
        for at, (one, other, tie, marking) in enumerate(told, 1)
    ]
)


def test_a_claim_is_told_with_its_source_its_days_and_its_confidence():
    days = {"from": "2026-01-01", "to": "2026-02-01"}
    (found,) = c.claims([claim("phone", "+0 1", confidence="B2", **days)])
    assert (found.thing, found.value, found.confidence) == ("a", "+0 1", "B2")
    assert (found.first, found.last) == (date(2026, 1, 1), date(2026, 2, 1))
    assert (found.source, found.marking, found.doubts) == ({"text": "a letter"}, OPEN, ())


@pytest.mark.parametrize(
    ("on", "holds"),
    [((2025, 12, 31), 0), ((2026, 1, 1), 1), ((2026, 2, 1), 1), ((2026, 2, 2), 0)],
)
def test_a_claim_holds_from_its_first_to_its_last_day(on, holds):
    held = claim("flag", "PA", **{"from": "2026-01-01", "to": "2026-02-01"})
    assert len(c.claims([held], valid_on=date(*on))) == holds


def test_an_end_that_is_not_told_is_open():
    assert c.claims([claim("flag", "PA")], valid_on=date(1900, 1, 1))


def test_what_was_known_then_knows_no_later_claim_and_no_later_retraction():
    early, late = claim("phone", "1", 1), claim("phone", "2", 3)
    events = [early, late, retract(early, 5)]
    then = BEGUN + timedelta(days=2)
    assert [one.value for one in c.claims(events, known_on=then)] == ["1"]
    assert [one.value for one in c.claims(events)] == ["2"]


def test_only_the_property_and_the_type_asked_for_come():
    events = [claim("phone", "1", 1), claim("email", "x", 2), link("a", "b", "owns", 3)]
    assert [one.property for one in c.claims(events, "email")] == ["email"]
    assert c.links(events, "same_as") == ()
    assert [one.target for one in c.links(events, "owns")] == ["b"]


def test_a_retraction_in_another_stream_takes_nothing_back():
    told = claim("phone", "1")
    stray = event("retract", {"event": told.id, "why": "x"}, "b", 2)
    assert c.claims([told, stray])


def test_what_was_erased_by_law_says_nothing():
    assert c.claims([event("claim", {"erased": True})]) == ()


def test_the_link_of_a_lead_to_its_case_is_no_link_between_things():
    moved = event("link", {"set": {"linked_to": "b"}}, kind="lead")
    assert c.links([moved]) == ()


def test_names_come_by_kind_each_once():
    events = [
        named("Old Ostrelin", "former", 1),
        named("Ostrelin Pumps", "primary", 2),
        named("OP", "weak_alias", 3),
        named("Ostrelin Pumps", "primary", 4),
        named("Ostrelin", "alias", 5),
    ]
    assert c.names(c.claims(events)) == (
        ("primary", "Ostrelin Pumps"),
        ("alias", "Ostrelin"),
        ("former", "Old Ostrelin"),
        ("weak_alias", "OP"),
    )


@pytest.mark.parametrize(
    ("kind", "value", "doubted"),
    [("imo", "9074729", False), ("IMO number", "IMO 9074728", True), ("tax", "9074728", False)],
)
def test_a_wrong_check_digit_is_told_and_the_number_kept(kind, value, doubted):
    (found,) = c.claims([claim("identifier", {"kind": kind, "value": value})])
    assert (found.value["value"], bool(found.doubts)) == (value, doubted)


def test_same_as_joins_in_both_directions_and_through_others():
    assert groups([link("a", "b"), link("c", "b"), link("d", "e")]) == {"abc", "de"}
    assert groups([link("a", "a"), link("a", "b", "owns", 2)]) == set()


def test_what_is_said_to_be_apart_is_joined_by_no_way_and_told():
    ab, bc, cd = link("a", "b"), link("b", "c"), link("c", "d")
    apart = link("a", "c", "not_same_as", 2)
    found = c.identity(c.links([ab, bc, cd, apart]))
    assert found.groups == (frozenset("cd"),)
    assert found.conflicts == (c.Conflict("a", "c", (apart.id,), (ab.id, bc.id)),)


def test_two_things_said_apart_that_nothing_joins_are_no_conflict():
    found = c.identity(c.links([link("a", "b", "not_same_as")]))
    assert found == c.Identity(())


@given(LINKS)
def test_no_group_holds_two_things_that_are_said_to_be_apart(events):
    found = c.identity(c.links(events))
    for one in c.links(events, "not_same_as"):
        pair = {one.thing, one.target}
        assert len(pair) == 1 or not any(pair <= group for group in found.groups)


@given(LINKS)
def test_without_contradiction_every_link_joins_its_two_ends(events):
    kept = [one for one in events if one.body["type"] != "not_same_as"]
    found = c.identity(c.links(kept))
    for one in c.links(kept, "same_as"):
        pair = {one.thing, one.target}
        assert len(pair) == 1 or any(pair <= group for group in found.groups)
    members = list(itertools.chain(*found.groups))
    assert len(members) == len(set(members))


@given(LINKS, st.sampled_from(THINGS), st.sampled_from(THINGS))
def test_retracting_a_merge_restores_the_earlier_groups_exactly(events, one, other):
    before = c.identity(c.links(events))
    merge = link(one, other, at=50)
    merged = [*events, merge]
    assert c.identity(c.links([*merged, retract(merge, 51)])) == before
    assert c.identity(c.links(merged, known_on=BEGUN + timedelta(days=49))) == before


@given(LINKS, st.data())
def test_the_order_of_the_events_changes_nothing(events, data):
    gone = data.draw(st.lists(st.sampled_from(events), max_size=2)) if events else []
    told = [*events, *(retract(one, 60 + at) for at, one in enumerate(gone))]
    shuffled = data.draw(st.permutations(told))
    assert c.links(shuffled) == c.links(told)
    assert c.identity(c.links(shuffled)) == c.identity(c.links(told))


@given(LINKS)
def test_a_hidden_link_never_shows(events):
    reader = Reader("bo", "officer", "DEU", "TS")
    seen = [one for one in events if may_read(reader, LabelClass(0, one.marking))]
    without = [one for one in events if one.marking == OPEN]
    found = c.identity(c.links(seen))
    assert found == c.identity(c.links(without))
    hidden = {one.id for one in events} - {one.id for one in without}
    assert not hidden & set(itertools.chain(*(x.apart + x.joined for x in found.conflicts)))
