"""Whether a denial of an essentially identical transaction stands in the way."""

import pytest
from tests.catchall_desk.cases.sample_denial import consult, denied, said_of
from tests.catchall_desk.cases.sample_world import BUYER, CLOSE, GOODS, USER, ready, tried

from catchall_desk.cases import guards
from catchall_desk.cases.identical import no_identical_denial
from catchall_desk.cases.steps import Met


def test_the_same_end_user_and_goods_stand_in_the_way():
    assert said_of(denied()) == (
        "denial D-4 of DEU: same end user, same goods; consult the government that denied it"
    )


def test_without_a_denial_there_is_nothing_in_the_way():
    assert no_identical_denial(tried(ready()), ready()) == Met()


@pytest.mark.parametrize("state", ["review", None])
def test_it_counts_as_soon_as_decided_and_while_under_review(state):
    world = denied()
    world.events["den"] = world.events["den"][: 2 if state else 1]
    if state:
        world.do("den", state)
    assert "denial D-4" in said_of(world)


@pytest.mark.parametrize("step", ["revoke", "expire"])
def test_one_that_has_ended_does_not_count(step):
    world = denied()
    world.do("den", step)
    assert said_of(world) == ""


@pytest.mark.parametrize(("day", "counts"), [
    ("2026-03-01", False), ("2026-03-02", True), (None, True),
])  # fmt: skip
def test_one_past_its_day_does_not_count_and_one_without_a_day_does(day, counts):
    assert bool(said_of(denied(review_by=day))) is counts


def test_the_denied_party_under_an_alias_is_the_same():
    world = ready()
    world.party("other", "Selmark Textil AS")
    world.alias("other", "Tarvik Process Inst.")
    assert "same end user" in said_of(denied(world, roles=[{**USER, "party": "other"}]))


def test_another_party_or_one_in_another_role_is_not_the_same():
    world = ready()
    world.party("other", "Selmark Textil AS")
    assert said_of(denied(world, roles=[{**USER, "party": "other"}])) == ""
    roles = [{**USER, "party": "other"}, {"role": "bank", "party": "user"}]
    world.do("den", "amend", {"set": {"roles": roles}})
    assert said_of(world) == ""


def test_where_a_denial_names_no_end_user_any_party_of_it_asks():
    world = denied(roles=[{"role": "buyer", "party": "user"}])
    assert "is it end user or consignee in both?" in said_of(world)


def test_a_consignee_and_the_parties_of_the_transaction_count():
    world = denied(roles=[BUYER])
    assert "same consignee" in said_of(world)
    world.do("t", "report", {"set": {"summary": "x", "roles": [USER]}}, kind="transaction")
    world.do("app", "amend", {"set": {"roles": [BUYER], "transaction": "t"}})
    world.do("den", "amend", {"set": {"roles": [USER]}})
    assert "same end user" in said_of(world)


@pytest.mark.parametrize("line", [
    {"item": "valve", "entries": ["3A001"]},
    {"item": "valve", "parameters": {"flow": "90 m**3/h"}},
])  # fmt: skip
def test_other_goods_or_parameters_are_not_identical(line):
    assert said_of(denied(lines=[{**GOODS, **line}])) == ""


def test_what_cannot_be_compared_stands_in_the_way_with_its_question():
    line = {**GOODS, "item": "valve", "parameters": {"head": "3 m"}}
    found = said_of(denied(lines=[line]))
    assert "may be identical (what is its head? 3 m was denied)" in found


def test_neither_goods_nor_parties_told_is_not_known():
    assert "the goods are not told; are they those denied?" in said_of(denied(lines=[]))
    assert "who is the end user?" in said_of(denied(roles=[]))


def test_the_entries_that_people_classified_it_by_are_compared():
    world = denied(lines=[{**GOODS, "item": "valve"}])
    for person in ("bo", "di"):
        world.do("app", "classified", {"line": "1", "entries": ["3A001"]}, by=person)
    assert said_of(world) == ""


def test_a_catch_all_denial_warns_and_binds_nobody():
    world = denied(catch_all=True)
    (warning,) = no_identical_denial(tried(world), world).warnings
    assert "no duty to consult" in warning.reason


def test_after_a_consultation_it_may_be_granted_and_partners_are_to_be_told():
    world = consult(denied(), "answer")
    (warning,) = no_identical_denial(tried(world), world).warnings
    assert "tell partners" in warning.reason


def test_a_hidden_denial_blocks_and_is_told_in_the_constant_sentence():
    world = denied(marking=CLOSE)
    found = guards.unmet(tried(world), world)
    assert guards.reasons(found, lambda marking: marking != CLOSE) == (guards.HIDDEN,)


def test_an_open_denial_matched_by_a_hidden_alias_is_not_told_of_either():
    world = ready()
    world.party("other", "Selmark Textil AS")
    world.alias("other", "Tarvik Process Institute", marking=CLOSE)
    found = no_identical_denial(tried(denied(world, roles=[{**USER, "party": "other"}])), world)
    assert CLOSE in found[0].markings


def test_a_step_that_changes_goods_was_compared_by_nobody():
    assert "the step itself changes" in said_of(ready(), sets={"roles": []})
