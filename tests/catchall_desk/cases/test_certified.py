"""Whether an end-user certificate is held that may be relied on."""

from decimal import Decimal

import pytest
from tests.catchall_desk.cases.sample_world import GOODS, USER, certify, ready, tried, why

from catchall_desk.cases import certified


def said(world, **more):
    return why(certified.certificate_held, world, tried(world, **more))


def with_paper(**more):
    """The application with another certificate than the good one."""
    world = ready()
    del world.events["paper"]
    certify(world, **more)
    return world


def covering(amount, unit):
    return {"lines": [{**GOODS, "quantity": {"amount": amount, "unit": unit}}]}


def test_a_good_certificate_is_held():
    assert said(ready()) == ""


def test_not_said_whether_one_is_needed_is_needed_and_said_not_is_not():
    world = ready()
    del world.events["paper"]
    assert (
        said(world) == "no certificate that covers it is held; no licence until it is received"
    )
    world.do("app", "amend", {"set": {"needs_certificate": False}})
    assert said(world) == ""


def test_schedule_three_to_no_party_needs_one_of_a_government_whatever_is_said():
    world = ready()
    more = {"summary": "x", "cwc_schedule": "3", "cwc_party": "unknown"}
    world.do("t", "report", {"set": more}, kind="transaction")
    world.do("app", "amend", {"set": {"needs_certificate": False, "transaction": "t"}})
    assert "must be issued by the government" in said(world)
    world.do("t", "amend", {"set": {"cwc_party": "yes"}})
    assert said(world) == ""


@pytest.mark.parametrize("step", ["lapse", "reject"])
def test_one_that_is_gone_is_not_held(step):
    world = ready()
    world.do("paper", step)
    assert "not authenticated" in said(world)


@pytest.mark.parametrize(("more", "told"), [
    ({"valid_until": "2026-03-01"}, "ran out on 2026-03-01"),
    ({"signed": None}, "has no day of signature"),
    ({"signed": "2026-09-09"}, "has no day of signature that has come"),
    ({"signer": "applicant"}, "is signed by applicant, who cannot bind"),
    ({"signer": None}, "is signed by somebody unknown"),
    ({"signer_title": None}, "gives no title"),
    ({"clauses": []}, "does not show that its signer had authority"),
    ({"clauses": [{"clause": "signed_with_authority", "state": "unknown"}]}, "had authority"),
    ({"roles": []}, "names no end user"),
    ({"roles": [{**USER, "party": "buyer"}]}, "names another end user"),
    ({"covers": ["other"]}, "no certificate that covers it"),
    ({"lines": []}, "does not name these goods"),
    ({"lines": [{**GOODS, "item": "valve"}]}, "does not name these goods"),
    ({"lines": [{**GOODS, "quantity": None}]}, "is not stated; how much is it?"),
    (covering("3", "kg"), "certified are 3 kg more"),
    (covering("9", "m"), "is in m, the line's is not"),
    (covering("9", "drums"), "is in drums"),
])  # fmt: skip
def test_a_certificate_that_falls_short_says_in_what(more, told):
    assert told in said(with_paper(**more))


def test_a_government_signs_without_title_and_clause():
    assert said(with_paper(signer="government", signer_title=None, clauses=[])) == ""


def test_the_end_user_may_stand_under_another_stream_of_the_same_party():
    world = with_paper(roles=[{**USER, "party": "user2"}])
    world.party("user2", "Tarvik Institute")
    assert "another end user" in said(world)
    world.do("user2", "link", {"type": "same_as", "to": "user", "source": {"text": "x"}})
    assert said(world) == ""


def test_what_was_drawn_counts_against_the_ceiling_in_its_own_unit():
    world = ready()
    world.do("paper", "draw", {"line": "1", "quantity": {"amount": "500", "unit": "g"}})
    assert said(world) == "line 1: certified are 3.5 kg more, not 4"


def test_goods_without_an_item_are_told_by_the_number_of_the_line():
    line = {k: v for k, v in GOODS.items() if k != "item"}
    world = with_paper(lines=[line])
    world.do("app", "amend", {"set": {"lines": [line]}})
    assert said(world) == ""


def test_one_that_the_application_lists_and_that_says_for_nothing_covers_it():
    world = with_paper(covers=[])
    assert "no certificate that covers it" in said(world)
    world.do("app", "amend", {"set": {"certificates": ["paper"]}})
    assert said(world) == ""


def test_a_step_that_changes_what_is_certified_is_refused():
    assert "the step itself changes" in said(ready(), sets={"needs_certificate": False})


def relied(world, **more):
    return why(
        certified.authenticated_by_other_channel,
        world,
        tried(world, "rely", stream="paper", **more),
    )


def test_another_channel_than_the_applicant_will_do():
    assert relied(ready()) == ""


@pytest.mark.parametrize("channel", ["applicant", "other", None])
def test_the_applicant_or_nobody_knows_whom_is_no_other_channel(channel):
    world = ready()
    world.do("paper", "amend", {"set": {"authenticated_channel": channel}})
    assert "ask by another than the applicant" in relied(world)
    assert "ask by another than the applicant" in said(world)


def test_the_exporter_does_not_confirm_it_under_whatever_channel():
    world = ready()
    world.party("seller", "Brunnhof Apparate KG")
    role = {"role": "exporter", "party": "seller"}
    world.do("app", "amend", {"set": {"roles": [role, USER]}})
    world.do("paper", "amend", {"set": {"authenticated_by": {"party": "seller"}}})
    assert relied(world) == "it was confirmed by the supplier himself"
    world.do("paper", "amend", {"set": {"authenticated_by": None}})
    assert relied(world) == "nobody is named who confirmed the certificate"


def test_one_that_was_changed_after_it_was_authenticated_is_another():
    world = ready()
    world.do("paper", "amend", {"set": {"covers": ["app", "more"]}})
    assert relied(world) == ""
    world.do("paper", "amend", {"set": {"lines": [GOODS, {**GOODS, "line": "2"}]}})
    assert "changed after it was authenticated" in relied(world)


def test_one_never_authenticated_and_a_step_that_sets_its_own_proof_are_refused():
    world = ready()
    world.events["paper"] = world.events["paper"][:2]
    assert "was never authenticated" in relied(world)
    assert "the step itself" in relied(ready(), sets={"authenticated_channel": "embassy"})


def test_a_quantity_is_the_same_in_every_unit_of_its_kind():
    assert certified.in_unit({"amount": "250", "unit": "g"}, "kg") == Decimal("0.25")
    assert certified.in_unit({"amount": "1", "unit": "m"}, "kg") is None
