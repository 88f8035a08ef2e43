"""Findings about parties: screened or not, decided by a person, proven by a number."""

from typing import Any

import pyarrow as pa
import pytest
from tests import builders
from tests.catchall.determine.conftest import Decide, Tables, hit, plain, screening

from catchall import tables
from catchall.determine import facts
from catchall.determine.found_parties import recorded
from catchall.records import Outcome

DECISION = {
    "party": "ORLO WORKS", "party_country": "India", "list": "sample", "record": "R1",
    "list_version": "abc", "decision": "different", "by": "a reviewer", "date": "2026-11-20",
    "expires": "2027-11-20", "scope": "party",
}  # fmt: skip


def decided(decide: Decide, hits: list[dict[str, Any]] | None = None, **more: Any) -> Any:
    side = {"decisions": ({**DECISION, **more},)}
    return decide(plain(), hits=hits or [hit()], side=side)


def party_rules(found: Any) -> dict[str, Outcome | None]:
    return {one.rule: one.outcome for one in found.findings if one.kind == "party"}


def test_a_decision_that_fits_lowers_a_name_match(decide: Decide) -> None:
    found = decided(decide)
    assert party_rules(found) == {"party.decided_different": None}
    assert any("a reviewer decided on 2026-11-20" in one.why for one in found.findings)


def test_a_decision_that_fits_leaves_no_flag_on_the_same_name(decide: Decide) -> None:
    rules = {one.rule for one in decided(decide).findings}
    assert "guidance.RF01" not in rules
    assert decided(decide).outcome is Outcome.CLEAR
    other = {one.rule for one in decided(decide, party_country="Brazil").findings}
    assert "guidance.RF01" in other


@pytest.mark.parametrize(
    ("more", "says"),
    [
        ({"list_version": "older"}, "another version"),
        ({"list_version": ""}, "another version"),
        ({"expires": "2026-11-01"}, "expired"),
        ({"scope": "shipment:S9"}, "made for shipment:S9 only"),
        ({"party": "Velm Mills"}, None),
        ({"record": "R2"}, None),
        ({"decision": "perhaps"}, None),
    ],
)
def test_a_decision_that_does_not_fit_lowers_nothing(
    decide: Decide, more: dict[str, str], says: str | None
) -> None:
    found = decided(decide, **more)
    assert party_rules(found) == {"party.name_match": Outcome.REVIEW}
    assert says is None or any(says in one.why for one in found.findings)


def test_a_decision_for_this_shipment_counts_for_it(decide: Decide) -> None:
    assert "party.decided_different" in party_rules(decided(decide, scope="shipment:S1"))


def test_a_decision_never_lowers_what_an_identifier_proves(decide: Decide) -> None:
    found = decided(decide, [hit(confirmed=True, basis="identifier")])
    assert party_rules(found) == {"party.confirmed": Outcome.STOP}


def test_a_person_can_confirm_an_identity(decide: Decide) -> None:
    found = decided(decide, decision="same")
    assert party_rules(found) == {"party.confirmed": Outcome.STOP}


def test_a_reason_says_role_and_name_as_filed_once_then_the_reason_of_the_hit(
    decide: Decide,
) -> None:
    (one,) = (one for one in decide(plain(), hits=[hit()]).findings if one.kind == "party")
    assert one.why == f"consignee Orlo Works matches {hit()['why']}"


def test_a_ship_filed_by_its_number_alone_is_told_by_its_role(decide: Decide) -> None:
    by_number = hit(role="vessel", party="", confirmed=True, basis="identifier")
    assert f"vessel is {hit()['why']}" in {
        one.why for one in decide(plain(), hits=[by_number]).findings
    }


def test_a_person_said_different_and_the_reason_shows_what_was_compared(decide: Decide) -> None:
    (one,) = (one for one in decided(decide).findings if one.kind == "party")
    assert one.why == (
        f"consignee Orlo Works is not {hit()['why']}; "
        "a reviewer decided on 2026-11-20: different"
    )


def test_an_effect_that_is_not_known_is_not_let_through(decide: Decide) -> None:
    found = decide(plain(), hits=[hit(confirmed=True, effect="something new")])
    assert found.outcome is Outcome.STOP


def test_a_hit_below_the_threshold_is_no_finding(decide: Decide) -> None:
    assert party_rules(decide(plain(), hits=[hit(match=False, score=0.5)])) == {}


def test_an_address_alone_is_left_to_its_flag(decide: Decide) -> None:
    found = decide(plain(), hits=[hit(basis="address", match=False)])
    assert party_rules(found) == {}
    assert "guidance.RF02" in {one.rule for one in found.findings}


def test_a_party_not_screened_leaves_it_undecided(decide: Decide) -> None:
    row = builders.shipments(plain())
    screened = [
        {**one, "screened": one["role"] != "consignee", "why_not": "no name to look up"}
        for one in screening(row).screened.to_pylist()
    ]
    read = Tables(tables.empty("HITS"), pa.Table.from_pylist(screened, schema=tables.SCREENED))
    found = decide(plain(), screening=read)
    assert found.reads == "not decided"
    assert any("no name to look up" in one.why for one in found.findings)


def test_a_party_that_screening_never_saw_leaves_it_undecided(decide: Decide) -> None:
    read = Tables(tables.empty("HITS"), tables.empty("SCREENED"))
    found = decide(plain(), screening=read)
    assert party_rules(found) == {"party.not_screened": None}
    assert found.incomplete


def test_the_lines_of_a_shipment_do_not_repeat_a_hit(decide: Decide) -> None:
    rows = [plain(id="A"), plain(id="A", line="2")]
    found = decide(*rows, hits=[hit(row=0), hit(row=1)], matches=[])
    assert len([one for one in found.findings if one.rule == "party.name_match"]) == 1


def test_evidence_that_is_no_json_is_kept_as_text(decide: Decide) -> None:
    found = decide(plain(), hits=[hit(evidence="two words")])
    (one,) = (one for one in found.findings if one.kind == "party")
    assert one.evidence["detail"] == {"text": "two words"}


@pytest.mark.parametrize(
    ("more", "said", "word"),
    [
        ({"confirmed": True}, (), "owner Orlo Works is 'ORLO"),
        ({}, (), "owner Orlo Works matches 'ORLO"),
        ({}, ({**DECISION, "party_country": ""},), "owner Orlo Works is not 'ORLO"),
    ],
)
def test_a_hit_of_an_owner_is_recorded_without_effect(
    more: dict[str, Any], said: tuple[dict[str, str], ...], word: str
) -> None:
    given = facts.stated({"day": "2026-11-22", "decisions": said})
    row = {**DECISION, **hit(role="owner", party="Orlo Works", **more)}
    found = recorded(row, given)
    assert (found.rule, found.outcome, found.subject) == ("party.owner_listed", None, "owner")
    assert found.why.startswith(word)
