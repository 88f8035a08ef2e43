"""Whether two parties are one."""

from tests.catchall_desk.cases.sample_world import CLOSE, ready, tried

from catchall_desk.cases import same_party


def same(world, ours, theirs, **more):
    return same_party.same(ours, theirs, tried(world, **more), world)


def linked(world, one, other, **more):
    body = {"type": "same_as", "to": other, "source": {"text": "x"}}
    return world.do(one, "link", body, **more)


def test_names_that_the_engine_takes_for_one_are_one_party():
    world = ready()
    world.party("x", "ORLENBACH PUMPEN G.M.B.H.")
    world.party("y", "Selmark Textil AS")
    assert same(world, "buyer", "x")
    assert same(world, "buyer", "y") is None
    assert same(world, "buyer", "lost") is None


def test_an_alias_on_either_side_is_enough():
    world = ready()
    world.party("x", "Selmark Textil AS")
    world.alias("x", "Orlenbach Pumpen GmbH")
    assert same(world, "buyer", "x")
    assert same(world, "x", "buyer")


def test_a_number_in_common_is_enough_however_it_is_spelt():
    world = ready()
    world.party("x", "Selmark Textil AS")
    world.claim("x", "identifier", {"kind": "tax", "value": "77-01 234567"})
    assert same(world, "buyer", "x") is None
    world.claim("buyer", "identifier", {"kind": "registration", "value": "7701234567"})
    assert same(world, "buyer", "x")


def test_same_as_ties_either_way_and_over_a_third_until_it_is_retracted():
    world = ready()
    world.party("x", "Selmark Textil AS")
    world.party("y", "Norvane Holding")
    linked(world, "buyer", "y")
    tie = linked(world, "x", "y")
    assert [one.id for one in same_party.group_of("buyer", world)] == ["buyer", "y", "x"]
    assert same(world, "buyer", "x")
    world.do("x", "retract", {"event": tie, "why": "x"})
    assert same(world, "buyer", "x") is None


def test_what_the_actor_may_read_is_tried_first():
    world = ready()
    world.party("x", "Selmark Textil AS", marking=CLOSE)
    world.alias("x", "Orlenbach Pumpen GmbH", marking=CLOSE)
    assert CLOSE in {one.marking for one in same(world, "buyer", "x")}
    world.party("y", "Selmark Textil AS")
    world.alias("y", "Orlenbach Pumpen GmbH", marking=CLOSE)
    world.alias("y", "Orlenbach Pumpen Gesellschaft")
    world.alias("y", "Orlenbach Pumpen")
    found = same(world, "buyer", "y", level="U")
    assert {one.marking for one in found} == {"UNCLASSIFIED"}


def test_the_name_of_a_person_is_read_as_one():
    world = ready()
    for stream, name in (("p", "Marek Jan Tolvaj"), ("q", "M. J. Tolvaj")):
        told = {"name": name, "schema": "person"}
        world.do(stream, "begin", {"set": told}, kind="party")
    assert [
        one.schema for one in same_party.called(same_party.group_of("p", world), tried(world))
    ] == ["Person"]
