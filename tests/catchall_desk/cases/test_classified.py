"""Whether two people classified the goods, as they now are."""

import pytest
from tests.catchall_desk.cases.sample_world import GOODS, ready, tried, why

from catchall_desk.cases.classified import classified_by_second_person


def said(world, **more):
    return why(classified_by_second_person, world, tried(world, **more))


def classify(world, by, entries=("2B350.i",), stream="app", **where):
    body = {"entries": list(entries), **(where or {"line": "1"})}
    return world.do(stream, "classified", body, by=by)


def unclassified(line=None):
    """The application without what the second person said."""
    world = ready()
    world.events["app"] = [e for e in world.events["app"] if e.type != "classified"]
    if line is not None:
        world.do("app", "amend", {"set": {"lines": [line]}})
    return world


def test_the_entries_of_the_author_and_a_second_person_are_two():
    assert said(ready()) == ""


@pytest.mark.parametrize("by", ["ana", "ANA "])
def test_the_author_is_no_second_person(by):
    world = unclassified()
    classify(world, by)
    assert said(world) == "line 1: no second person has classified the goods as they now are"


def test_without_entries_two_others_must_classify():
    world = unclassified({k: v for k, v in GOODS.items() if k != "entries"})
    assert "nobody has classified" in said(world)
    classify(world, "bo")
    assert "no second person" in said(world)
    classify(world, "di")
    assert said(world) == ""


def test_what_the_engine_says_is_no_person():
    world = unclassified()
    body = {"line": "1", "entries": ["2B350.i"]}
    world.do("app", "classified", body, by="desk", role="kernel")
    assert "no second person" in said(world)


def test_two_who_disagree_have_not_settled_it():
    world = ready()
    classify(world, "di", ())
    assert "the last to classify says no entry, another says otherwise; agree" in said(world)
    classify(world, "di")
    assert said(world) == ""


@pytest.mark.parametrize("part", [
    {"description": "other pump"}, {"parameters": {"flow": "2 m**3/h"}}, {"item": "valve"},
])  # fmt: skip
def test_changed_goods_void_what_was_said_of_them(part):
    world = ready()
    world.do("valve", "begin", {"set": {"name": "valve", "schema": "goods"}}, kind="item")
    world.do("app", "amend", {"set": {"lines": [{**GOODS, **part}]}})
    assert "no second person" in said(world)


def test_a_change_of_another_field_voids_nothing():
    world = ready()
    world.do("app", "amend", {"set": {"end_use": "water works"}})
    world.do(
        "app",
        "amend",
        {"set": {"lines": [{**GOODS, "quantity": {"amount": "5", "unit": "kg"}}]}},
    )
    assert said(world) == ""


def test_a_parameter_claimed_of_the_item_later_voids_it_and_an_entry_does_not():
    world = ready()
    world.claim("pump", "entry", "2B350.i")
    assert said(world) == ""
    world.claim("pump", "parameter", {"name": "flow", "value": "2"})
    assert "no second person" in said(world)


def test_the_item_itself_may_be_classified_and_another_item_or_line_is_not_it():
    world = unclassified()
    classify(world, "bo", line="2")
    classify(world, "bo", item="valve", line="1")
    assert "no second person" in said(world)
    classify(world, "bo", stream="pump", item="pump")
    assert said(world) == ""


def test_the_goods_of_an_application_without_lines_are_those_of_its_transaction():
    world = ready()
    world.do("app", "amend", {"set": {"lines": []}})
    assert said(world) == "no line of goods; what is to be sent?"
    set_ = {"summary": "x", "lines": [GOODS]}
    world.do("t", "report", {"set": set_}, kind="transaction", by="di")
    world.do("app", "amend", {"set": {"transaction": "t"}})
    classify(world, "bo", item="pump")
    assert said(world) == ""


def test_a_step_that_changes_goods_was_classified_by_nobody():
    assert "the step itself changes the goods" in said(ready(), sets={"lines": []})
