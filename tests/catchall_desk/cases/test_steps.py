"""Who set what of a file, and since when it is so."""

from tests.catchall_desk.cases.sample_world import CLOSE, World, ready, tried

from catchall_desk.cases import steps
from catchall_desk.cases.steps import Met, Unmet


def two_amends():
    world = World()
    world.do("c", "open", {"set": {"title": "a", "about": "AE"}}, kind="case")
    world.do("c", "amend", {"set": {"title": "b"}}, by="bo")
    world.do("c", "take", {"set": {"about": "TR"}}, by="cy")
    world.do("c", "resolve", by="di")
    return world.file("c")


def test_who_set_content_is_everybody_who_opened_amended_or_moved_with_fields():
    assert [one.actor for one in steps.contents(two_amends())] == ["ana", "bo", "cy"]


def test_a_value_stands_since_it_last_became_what_it_is():
    file = two_amends()
    assert steps.last_set(file, steps.valued("title")).actor == "bo"
    assert steps.since(file, steps.valued("about")) == file.moves[1].recorded_at


def test_a_value_set_again_to_the_same_has_not_changed():
    world = World()
    world.do("c", "open", {"set": {"title": "a"}}, kind="case")
    world.do("c", "amend", {"set": {"title": "a"}}, by="bo")
    assert steps.last_set(world.file("c"), steps.valued("title")).actor == "ana"


def test_a_guard_holds_when_there_is_no_reason():
    one = Unmet("g", "why")
    assert steps.answer([], [one]) == Met((one,))
    assert steps.answer([one]) == (one,)


def test_a_step_knows_what_its_actor_may_read():
    world = ready()
    world.party("close", "Verrin Optik AG", marking=CLOSE)
    low, high = (tried(world, level=level) for level in ("U", "TS"))
    assert (low.reads(world.file("close")), high.reads(world.file("close"))) == (False, True)


def test_a_field_that_names_nothing_leads_nowhere():
    world = ready()
    assert steps.there(world, None) is None
    assert steps.there(world, "app").id == "app"
    assert steps.listed({"a": None}, "a") == []
