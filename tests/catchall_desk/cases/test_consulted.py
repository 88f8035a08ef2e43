"""Whether the consultation on a denial is over."""

import pytest
from tests.catchall_desk.cases.sample_denial import consult, denied, said_of
from tests.catchall_desk.cases.sample_world import GOODS

LAPSED = {"outcome": "silent"}


@pytest.mark.parametrize(("steps", "more"), [
    (["answer"], {}),
    (["part_answer", "close"], {}),
    (["lapse"], LAPSED),
    (["lapse", "close"], {**LAPSED, "silence_means": "no_objection"}),
])  # fmt: skip
def test_an_answer_or_silence_opens_the_way(steps, more):
    assert said_of(consult(denied(), *steps, **more)) == ""


@pytest.mark.parametrize(("steps", "more", "told"), [
    ([], {}, "the consultation is sent; wait"),
    (["lapse"], {}, "nobody has answered"),
    (["answer"], {"identical": "identical"}, "the request says identical"),
    (["answer"], LAPSED, "has not lapsed unanswered"),
    (["part_answer", "lapse"], LAPSED, "has not lapsed unanswered"),
    (["lapse"], {**LAPSED, "silence_means": "nothing"}, "does not mean consent"),
    (["lapse"], {**LAPSED, "kind": "consultation.regime"}, "does not mean consent"),
    (["lapse"], {**LAPSED, "due": "2026-03-02"}, "lapsed before its day"),
    (["lapse"], {**LAPSED, "due": None}, "lapsed before its day, or has none"),
    (["answer"], {"outcome": "unknown"}, "nothing that settles it"),
    (["answer"], {"to": {"government": "FRA"}}, "not about this denial"),
    (["answer"], {"denial": None}, "not about this denial"),
    (["answer"], {"application": "other"}, "not about this denial"),
    (["answer"], {"kind": "rfi"}, "not about this denial"),
])  # fmt: skip
def test_a_consultation_that_does_not_bear_it_out_settles_nothing(steps, more, told):
    assert told in said_of(consult(denied(), *steps, **more))


def test_one_that_is_not_recorded_or_names_no_request_settles_nothing():
    world = consult(denied(), "answer")
    world.events["app"].pop()
    assert "consult the government" in said_of(world)
    world.do("app", "consulted", {"denial": "den", "request": "none", "outcome": "silent"})
    assert "not about this denial" in said_of(world)


def test_one_found_identical_needs_the_file_to_say_so():
    world = consult(denied(), "answer", "close", outcome="identical")
    assert "say despite_denial" in said_of(world)
    world.do("app", "amend", {"set": {"despite_denial": True}})
    assert said_of(world) == ""


@pytest.mark.parametrize("stream", ["app", "den"])
def test_goods_changed_after_it_void_a_consultation(stream):
    world = consult(denied(), "answer")
    world.do(stream, "amend", {"set": {"lines": [{**GOODS, "line": "2"}]}})
    assert "changed after the consultation; consult again" in said_of(world)


def test_a_denial_of_ones_own_may_be_consulted_on_with_anybody():
    world = consult(denied(whose="ours"), "answer", to={"office": "one"})
    assert said_of(world) == ""
