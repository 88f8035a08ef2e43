"""Whether every party in every role is screened on the lists in force."""

from datetime import timedelta

import pytest
from tests.catchall_desk.cases.sample_world import (
    BUYER,
    CLOSE,
    LISTS,
    USER,
    ready,
    tried,
    why,
)

from catchall_desk.cases import screened
from catchall_desk.cases.screened import parties_screened
from catchall_desk.cases.steps import Met

HIT = {"list": "one", "record": "r9", "match": True}


def said(world, **more):
    return why(parties_screened, world, tried(world, **more))


def test_all_parties_in_all_roles_on_current_lists_is_enough():
    world = ready()
    assert parties_screened(tried(world), world) == Met()


def test_the_same_party_in_a_new_role_is_not_screened_in_it():
    world = ready()
    world.do("app", "amend", {"set": {"roles": [BUYER, USER, {**BUYER, "role": "payer"}]}})
    assert said(world) == "payer Orlenbach Pumpen GmbH is not screened on one, two"


def test_a_party_that_only_the_route_or_the_item_names_counts_too():
    world = ready()
    world.party("ship", "MV Larkholm")
    world.do("pump", "amend", {"set": {"maker": "buyer"}})
    world.do("app", "amend", {"set": {"legs": [{"vessel": "ship"}]}})
    assert "vessel MV Larkholm is not" in said(world)
    assert "manufacturer Orlenbach Pumpen GmbH is not" in said(world)


def test_parties_of_the_transaction_and_the_signatory_count_too():
    world = ready()
    world.party("signer", "Ilke Dorman")
    world.do("t", "report", {"set": {"summary": "x", "roles": [BUYER]}}, kind="transaction")
    world.do("app", "amend", {"set": {"transaction": "t"}})
    world.do("paper", "amend", {"set": {"signatory": "signer", "issuer": {"party": "buyer"}}})
    told = said(world)
    assert "consignee Orlenbach Pumpen GmbH of the transaction is not" in told
    assert "signatory Ilke Dorman of the certificate is not" in told
    assert "issuer Orlenbach Pumpen GmbH of the certificate is not" in told


def test_the_wrong_name_screened_is_not_screened():
    world = ready()
    world.party("buyer2", "Orlenbach Handel AG")
    world.do("app", "amend", {"set": {"roles": [{**BUYER, "party": "buyer2"}, USER]}})
    world.screen("app", [BUYER, USER])
    assert "consignee Orlenbach Handel AG is not screened" in said(world)


def test_an_alias_learned_later_must_be_screened():
    world = ready()
    world.alias("buyer", "OPG Kompresor")
    assert "consignee Orlenbach Pumpen GmbH has changed since" in said(world)
    assert "has a name that was not screened" in said(world)
    world.screen("app")
    assert said(world) == ""


def test_a_closer_name_needs_a_screening_that_could_see_it_and_stays_untold():
    world = ready()
    world.alias("user", "Site 44", marking=CLOSE)
    world.screen("app")
    world.screen("paper", [USER])
    found = parties_screened(tried(world), world)
    assert found
    assert all(CLOSE in one.markings for one in found)
    low = screened.current(world.file("app"), world)[-1]
    assert not screened.sees(low, world.events["user"][-1])


def test_other_versions_or_a_list_left_out_is_not_screened():
    world = ready()
    world.screen("app", lists=[LISTS[0]])
    assert said(world) == ""  # the first screening still counts
    world = ready()
    world.events["app"] = [e for e in world.events["app"] if e.type != "screened"]
    world.screen("app", lists=[LISTS[0], {"list": "two", "version": "v6"}])
    assert "is not screened on one, two" in said(world)


@pytest.mark.parametrize("outcome", ["failed", "partial"])
def test_a_failed_or_partial_screening_screens_nobody_it_missed(outcome):
    world = ready()
    world.events["app"] = [e for e in world.events["app"] if e.type != "screened"]
    missed = [{**USER, "name": "", "why": "not known"}, {**BUYER, "name": "", "why": "x"}]
    world.screen("app", outcome=outcome, not_screened=missed)
    assert "end_user Tarvik Process Institute is not screened" in said(world)


def test_no_list_in_force_or_an_old_one_decides_nothing(monkeypatch):
    world = ready()
    world.loaded = world.now - timedelta(days=1, seconds=1)
    assert "the list one was not confirmed within the last day" in said(world)
    monkeypatch.setattr(type(world), "lists", [])
    assert said(world) == "no list is in force; load the lists, then screen"
    assert screened.age_of("yesterday", world.now) is None


def test_nobody_in_any_role_or_an_unknown_party_is_not_screened():
    world = ready()
    world.do("app", "amend", {"set": {"roles": [{**USER, "party": "lost"}]}})
    assert "end_user lost is not known" in said(world)
    world.do("app", "amend", {"set": {"roles": []}})
    world.do("paper", "lapse")
    assert "no party stands in any role" in said(world)


def test_a_step_that_changes_parties_was_screened_by_nobody():
    world = ready()
    assert "the step itself changes parties" in said(world, sets={"roles": [USER]})


def determine(world, by="bo", role="officer", **more):
    body = {"kind": "match", "subject": "user", "rule": "one:r9", "finding": "another", **more}
    world.do(f"det{by}", "make", {"set": body}, kind="determination", by=by, role=role)


def test_a_hit_stays_open_until_a_person_determines_it():
    world = ready()
    world.do("app", "screened", screening(world, [HIT]), by="desk", role="kernel")
    assert "has an open hit on one: r9; determine it" in said(world)
    determine(world, by="desk", role="kernel")
    assert "has an open hit" in said(world)
    determine(world)
    (warning,) = parties_screened(tried(world), world).warnings
    assert warning.reason == "hit on one: another"


@pytest.mark.parametrize(
    ("effect", "barred"),
    [("prohibited", True), (None, True), ("licence_required", False), ("review", False)],
)
def test_the_listed_party_itself_is_barred_unless_its_list_only_asks(effect, barred):
    world = ready()
    world.effect = effect
    world.do("app", "screened", screening(world, [HIT]), by="desk", role="kernel")
    determine(world, finding="same")
    answer = parties_screened(tried(world), world)
    told = answer if barred else answer.warnings
    assert [one.reason.split(";")[0] for one in told] == ["hit on one: same"]
    assert isinstance(answer, tuple) is barred


def screening(world, hits, **more):
    rows = [
        {**BUYER, "names": world.names("buyer"), "hits": []},
        {**USER, "names": world.names("user"), "hits": hits},
    ]
    return {"parties": rows, "lists": LISTS, "outcome": "hits", "not_screened": [], **more}


@pytest.mark.parametrize("more", [
    {"kind": "risk"}, {"subject": "buyer"}, {"rule": "one:r8"},
])  # fmt: skip
def test_a_determination_on_something_else_closes_no_hit(more):
    world = ready()
    world.do("app", "screened", screening(world, [HIT]), by="desk", role="kernel")
    determine(world, **more)
    assert "has an open hit" in said(world)


def test_a_hit_that_is_gone_from_the_list_and_one_behind_a_party_stay_open():
    world = ready()
    gone = screening(world, [], gone=[{**USER, **HIT}])
    gone["parties"].append({"role": "end_user", "party": "", "names": ["x"], "hits": [
        {"list": "two", "record": "r1"}
    ]})  # fmt: skip
    world.do("app", "screened", gone, by="desk", role="kernel")
    assert "hit on one: r9" in said(world)
    assert "hit on two: r1" in said(world)
