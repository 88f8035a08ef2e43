"""Whether whoever a marked text comes from has consented to its release."""

import pytest
from tests.catchall_desk.cases.sample_world import CLOSE, World, tried, why

from catchall_desk.cases.originators import originators_consent

GERMAN = "//DEU SECRET"


def paper(marking=GERMAN, to=({"government": "GBR"},), **more):
    world = World()
    paragraphs = [{"number": "1", "text": "x", "marking": marking}]
    said = {"kind": "cable", "title": "t", "paragraphs": paragraphs, "to": list(to), **more}
    world.do("p", "draft", {"set": said}, kind="paper")
    return world


def consent(world, originator="DEU", to=("GBR",), says="consents"):
    return world.do("p", "consent", {"originator": originator, "to": list(to), "says": says})


def said(world, **more):
    return why(originators_consent, world, tried(world, "issue", stream="p", **more))


def test_what_is_ones_own_needs_no_consent():
    assert said(paper("SECRET//REL TO USA, GBR")) == ""


@pytest.mark.parametrize("marking", [GERMAN, "SECRET//FGI DEU//REL TO USA, DEU"])
def test_what_is_anothers_goes_to_nobody_without_his_consent(marking):
    world = paper(marking)
    assert said(world) == "DEU has not consented to release to GBR"
    consent(world, "deu")
    assert said(world) == ""


def test_it_may_go_back_to_him_who_gave_it():
    assert said(paper(to=[{"government": "DEU"}])) == ""


@pytest.mark.parametrize("more", [
    {"to": ["FRA"]}, {"originator": "FRA"}, {"says": "refuses"},
    {"says": "consents_with_changes"},
])  # fmt: skip
def test_a_consent_to_another_of_another_or_with_conditions_is_none(more):
    world = paper()
    consent(world, **more)
    assert "DEU has not consented" in said(world)


def test_each_recipient_needs_it_and_a_later_refusal_ends_it():
    world = paper(to=[{"government": "GBR"}, {"government": "FRA"}])
    consent(world, to=["GBR", "FRA"])
    assert said(world) == ""
    consent(world, to=["FRA"], says="refuses")
    assert said(world) == "DEU has not consented to release to FRA"


def test_a_retracted_consent_and_one_to_an_earlier_text_do_not_count():
    world = paper()
    given = consent(world)
    world.do("p", "retract", {"event": given, "why": "x"})
    assert said(world)
    consent(world)
    world.do("p", "amend", {"set": {"title": "other"}})
    assert "DEU has not consented" in said(world)


@pytest.mark.parametrize(
    "marking", ["SECRET//ORCON/NOFORN", "SECRET//FGI//NOFORN", "TLP:AMBER"]
)
def test_where_the_marking_does_not_say_whose_it_is_somebody_must(marking):
    world = paper(marking, to=[{"office": "two"}])
    assert said(world) == "originators of controlled material are not named; whose is it?"
    world.do("p", "amend", {"set": {"originators": ["One Agency"]}})
    assert said(world) == "One Agency has not consented to release to USA"
    consent(world, "One Agency", ["USA"])
    assert said(world) == ""


def test_to_a_party_no_consent_can_be_given():
    world = paper(to=[{"party": "buyer"}])
    consent(world)
    assert said(world) == "DEU has not consented to release to a party"


def test_papers_and_documents_it_is_made_with_count_and_stay_untold():
    world = paper("UNCLASSIFIED", documents=["d"])
    world.do(
        "d",
        "begin",
        {"set": {"name": "n", "schema": "letter"}},
        kind="document",
        marking=GERMAN,
    )
    (found,) = originators_consent(tried(world, "issue", stream="p"), world)
    assert (found.reason, found.markings) == (
        "DEU has not consented to release to GBR",
        (GERMAN,),
    )


def test_points_of_a_request_count_and_tlp_clear_does_not():
    world = World()
    points = [{"number": "1", "text": "x", "marking": GERMAN}, {"number": "2", "text": "y"}]
    points.append({"number": "3", "text": "z", "marking": "TLP:CLEAR"})
    side = {"points": points, "to": {"government": "GBR"}, "kind": "rfi"}
    world.do("p", "draft", {"set": side}, kind="request", marking=CLOSE)
    assert why(originators_consent, world, tried(world, "send", stream="p")) == (
        "DEU has not consented to release to GBR"
    )


def test_a_marking_that_nobody_understands_and_a_text_rewritten_in_the_step_are_refused():
    assert said(paper("SECRET//PURPLE")) == "a marking cannot be read; correct it"
    assert "the step itself changes" in said(paper(), sets={"to": []})
