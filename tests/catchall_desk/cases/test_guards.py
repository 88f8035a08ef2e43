"""Four eyes, clearances, levels; what is told of a guard that does not hold."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.catchall_desk.cases.sample_world import CLOSE, World, ready, tried, why

from catchall_desk.cases import guards
from catchall_desk.cases.guards import Met, Unmet
from catchall_desk.cases.machines import GUARDS, machines
from catchall_desk.cases.steps import who

FOUR_EYES = "author_is_not_approver"
GUARDED = [
    (machine, step)
    for machine in machines().values()
    for step in machine.transitions.values()
    if FOUR_EYES in step.guards
]
PEOPLE = ("ana", "ANA", "bo", "cy ")


def test_every_guard_of_the_table_is_checked():
    assert guards.CHECKS.keys() == GUARDS.keys()


def test_an_application_with_everything_it_needs_may_be_approved():
    world = ready()
    move = tried(world)
    assert guards.unmet(move, world) == ()
    assert guards.met(move, world) == set(
        machines()["application"].transitions["approve"].guards
    )


@pytest.mark.parametrize("by", ["ana", "Ana", "ANA "])
def test_who_opened_it_may_not_approve(by):
    world = ready()
    assert "somebody else" in why(guards.author_is_not_approver, world, tried(world, by=by))


@pytest.mark.parametrize(
    ("type_", "body"), [("amend", {"set": {"end_use": "x"}}), ("register", {})]
)
def test_who_amended_or_submitted_it_may_not_approve(type_, body):
    world = ready()
    world.do("app", type_, body, by="cy", role="analyst")
    assert "somebody else" in why(guards.author_is_not_approver, world, tried(world))
    assert why(guards.author_is_not_approver, world, tried(world, by="di")) == ""


def test_an_approval_may_not_rewrite_what_it_approves():
    world = ready()
    move = tried(world, sets={"lines": [], "reasons": "as asked"})
    assert "change lines;" in why(guards.author_is_not_approver, world, move)
    assert why(guards.author_is_not_approver, world, tried(world, sets={"reasons": "x"})) == ""


def test_names_of_a_countersigner_in_the_body_are_ignored():
    world = ready()
    move = tried(world, by="ana")
    move = guards.Move(move.file, move.event, move.actor, {"why": "ok", "approver": "cy"})
    assert why(guards.author_is_not_approver, world, move)


@settings(max_examples=60, deadline=None)
@given(
    st.sampled_from(GUARDED),
    st.lists(st.tuples(st.sampled_from(PEOPLE), st.booleans(), st.integers(0, 9)), max_size=8),
    st.sampled_from(PEOPLE),
    st.sampled_from(["officer", "supervisor", "administrator"]),
)
def test_no_history_lets_an_author_decide_in_any_role(guarded, history, approver, role):
    machine, step = guarded
    world, wrote = World(), set()
    world.do("s", machine.opening.event, {"set": {"a": "1"}}, by="ana", kind=machine.name)
    for person, writes, pick in history:
        file = world.file("s")
        may = [t.event for t in machine.transitions.values() if file.state in t.sources]
        type_ = "amend" if writes or not may else sorted(may)[pick % len(may)]
        said = {"set": {"a": str(pick)}} if type_ == "amend" else {}
        world.do("s", type_, said, by=person, role=role)
        if said or type_ in guards.SUBMITS:
            wrote.add(who(person))
    move = tried(world, step.event, stream="s", by=approver)
    held = isinstance(guards.author_is_not_approver(move, world), Met)
    assert held == (who(approver) not in wrote | {"ana"})


def request(offices=("one", "two"), **more):
    """A request by ana, approved by cy."""
    world = World()
    said = {
        "kind": "demarche",
        "points": [{"number": "1", "text": "ask"}],
        "offices": list(offices),
    }
    said |= {"from": {"office": "one"}, "to": {"government": "TUR"}, **more}
    world.do("req", "draft", {"set": said}, kind="request")
    world.do("req", "submit")
    world.do("req", "approve", by="cy")
    return world


def clear(world, office, by, says="cleared"):
    return world.do("req", "clearance", {"office": office, "says": says}, by=by)


def sent(world, **more):
    return why(guards.offices_cleared, world, tried(world, "send", stream="req", **more))


def test_every_listed_office_must_clear_it():
    world = request()
    clear(world, "One", "di")
    assert sent(world) == "two has not cleared the text as it now is"
    clear(world, "two", "ed")
    assert sent(world) == ""


@pytest.mark.parametrize("says", ["cleared_with_changes", "not_cleared"])
def test_only_cleared_is_a_clearance_and_the_last_word_counts(says):
    world = request(["one"])
    clear(world, "one", "di")
    clear(world, "one", "di", says)
    assert "one has not cleared" in sent(world)


def test_an_amendment_voids_clearances_and_the_approval():
    world = request(["one"])
    clear(world, "one", "di")
    world.do("req", "amend", {"set": {"points": [{"number": "1", "text": "other"}]}})
    assert sent(world) == (
        "the text changed after it was approved; one has not cleared the text as it now is"
    )


def test_a_note_of_its_course_voids_no_clearance_and_a_set_in_the_step_does():
    world = request(["one"])
    clear(world, "one", "di")
    world.do("req", "amend", {"set": {"outcome": "posted"}})
    assert sent(world) == ""
    assert "the step itself changes the text" in sent(world, sets={"offices": []})


def test_an_author_clears_for_no_office_and_one_person_for_one():
    world = request()
    clear(world, "one", "ana")
    clear(world, "two", "di")
    assert sent(world) == "one has not cleared the text as it now is"
    clear(world, "one", "di")
    assert sent(world) == "two has not cleared the text as it now is"


def test_a_retracted_clearance_does_not_stand():
    world = request(["one"])
    given_ = clear(world, "one", "di")
    world.do("req", "retract", {"event": given_, "why": "in error"}, by="di")
    assert "one has not cleared" in sent(world)


LEVELS = [
    (["escalate"], "decide", "oc_decide"),
    (["escalate", "acep_request"], "earb_appeal", "acep_decide"),
    (["escalate", "acep_request", "earb_appeal"], "escalate_to_president", "earb_decide"),
]


@pytest.mark.parametrize(("way", "step", "decides"), LEVELS)
def test_a_level_must_have_decided_since_the_file_came_to_it(way, step, decides):
    world = ready()
    for event in ["refer", *way]:
        world.do("app", event)
    assert "has not decided" in why(guards.level_has_decided, world, tried(world, step))
    world.do("app", decides)
    assert why(guards.level_has_decided, world, tried(world, step)) == ""


def test_a_decision_of_an_earlier_dispute_does_not_count():
    world = ready()
    for event in ("refer", "escalate", "oc_decide", "decide", "escalate"):
        world.do("app", event)
    assert "has not decided" in why(guards.level_has_decided, world, tried(world, "decide"))


def test_the_president_decides_by_a_position():
    world = ready()
    for event in ("refer", "escalate", "acep_request", "earb_appeal", "escalate_to_president"):
        world.do("app", event)
    assert "at president" in why(guards.level_has_decided, world, tried(world, "decide"))
    world.do("app", "position", {"office": "President", "says": "grant"})
    assert why(guards.level_has_decided, world, tried(world, "decide")) == ""


def test_what_may_not_be_told_is_one_sentence_told_once_and_last():
    hidden = [Unmet("g", one, (), (CLOSE,)) for one in ("a denial", "another")]
    found = guards.reasons(
        [*hidden, Unmet("h", "not cleared")], lambda marking: marking != CLOSE
    )
    assert found == ("not cleared", guards.HIDDEN)
    assert guards.reasons(hidden, lambda marking: True) == ("a denial", "another")


def test_every_reason_of_every_guard_of_a_step_is_given_and_warnings_apart():
    world = ready()
    world.do("app", "amend", {"set": {"lines": []}}, by="cy")
    found = {one.guard for one in guards.unmet(tried(world), world)}
    assert found == {FOUR_EYES, "classified_by_second_person"}
    assert guards.warnings(tried(world), world) == ()
