"""The outcome table of DESIGN 4.3, line by line, through the whole stage."""

import pytest
from tests import builders
from tests.catchall.determine.conftest import DAY, Decide, entry, hit, match, plain

from catchall import determine
from catchall.determine import evaluate
from catchall.determine.given import ListState
from catchall.records import Outcome, Question

OPEN = ListState("sample", "ofac-sdn", "2026-11-01", "abc", 10, 20, stale=True, age_hours=500.0)


def rules(found: determine.Determination) -> set[str]:
    return {one.rule for one in found.findings if one.outcome or one.incomplete}


def test_nothing_against_a_shipment_reads_clear(decide: Decide) -> None:
    found = decide(plain())
    assert (found.reads, found.incomplete, found.confidence) == ("clear", False, None)


def test_a_name_match_is_put_before_a_person(decide: Decide) -> None:
    found = decide(plain(), hits=[hit()])
    assert found.outcome is Outcome.REVIEW
    assert any(one.asks == "identity" for one in found.questions)


@pytest.mark.parametrize(
    ("effect", "outcome"),
    [
        ("prohibited", Outcome.STOP),
        ("licence_required", Outcome.LICENCE),
        ("review", Outcome.REVIEW),
    ],
)
def test_a_confirmed_identity_has_the_effect_of_its_list(
    decide: Decide, effect: str, outcome: Outcome
) -> None:
    found = decide(plain(), hits=[hit(confirmed=True, basis="identifier", effect=effect)])
    assert found.outcome is outcome


def test_goods_that_meet_an_entry_wait_for_the_destination_rule(decide: Decide) -> None:
    found = decide(plain(), matches=[entry("meets")], jurisdictions=())
    assert found.outcome is Outcome.REVIEW
    assert "destination rule not checked" in " ".join(one.why for one in found.findings)


def test_goods_that_a_person_must_judge_are_put_before_one(decide: Decide) -> None:
    assert (
        decide(plain(), matches=[entry("judge", ask=["usable in missiles?"])]).reads == "review"
    )


def test_goods_not_settled_leave_it_undecided(decide: Decide) -> None:
    found = decide(plain(), matches=[entry("unknown", ask=["max_linear_dim"])])
    assert found.reads == "not decided"
    assert "parameters.max_linear_dim" in {one.asks for one in found.questions}


@pytest.mark.parametrize(
    ("knowledge", "where", "reads"),
    [
        ("informed", ("eu",), "licence"),
        ("informed", ("us",), "licence"),
        ("aware", ("eu",), "stop"),
        ("aware", ("us",), "licence"),
        ("suspects", ("eu",), "review"),
        ("suspects", ("us",), "review"),
        ("none", ("eu", "us"), "clear"),
        ("informed: military", ("eu",), "licence"),
        ("aware: military", ("us",), "review"),
        ("perhaps", ("eu",), "not decided"),
        (None, ("eu",), "not decided"),
    ],
)
def test_the_states_of_knowledge_are_kept_apart(
    decide: Decide, knowledge: str | None, where: tuple[str, ...], reads: str
) -> None:
    found = decide(plain(exporter_knowledge=knowledge), jurisdictions=where)
    assert found.reads == reads


def test_an_embargoed_destination_stops_it(decide: Decide) -> None:
    found = decide(plain(destination_country="Iran, Islamic Republic of"))
    assert found.reads == "stop"
    assert found.embargo.startswith("yes: destination Iran (IR)")


def test_an_embargo_of_another_jurisdiction_does_not_stop_it(decide: Decide) -> None:
    assert decide(plain(destination_country="Cuba"), jurisdictions=("eu",)).reads == "clear"


def test_an_end_user_in_an_embargoed_country_stops_it(decide: Decide) -> None:
    parties = [*plain()["parties"][:2], builders.party("end_user", "Orlo Mills", "KP")]
    assert decide(plain(parties=parties)).reads == "stop"


def test_no_destination_leaves_it_undecided(decide: Decide) -> None:
    found = decide(plain(destination_country=None))
    assert (found.reads, found.embargo[:11]) == ("not decided", "not decided")
    assert found.questions[0].asks == "destination_country"


def test_no_consignee_leaves_it_undecided(decide: Decide) -> None:
    found = decide(plain(parties=[builders.party("exporter", "Velm Export", "SI")]))
    assert "party.no_consignee" in rules(found)
    assert found.incomplete


def test_a_stale_list_leaves_it_undecided(decide: Decide) -> None:
    found = decide(plain(), lists=(OPEN,))
    assert rules(found) == {"party.list_stale"}
    assert found.reads == "not decided"


def test_one_medium_flag_is_recorded(decide: Decide) -> None:
    found = decide(plain(delivery_date="to be advised"))
    assert found.reads == "clear"
    assert [one.rule for one in found.findings if one.kind == "flag"] == ["guidance.RF09"]


def test_two_medium_flags_are_put_before_a_person(decide: Decide) -> None:
    found = decide(plain(delivery_date="to be advised", payment_terms="cash", value="900000"))
    assert (found.reads, rules(found)) == ("review", {"guidance.RF06", "guidance.RF09"})


def test_a_high_flag_is_put_before_a_person(decide: Decide) -> None:
    parties = [
        *plain()["parties"][:2],
        builders.party("end_user", "Orlo Freight Forwarding", "IN"),
    ]
    assert "guidance.RF03" in rules(decide(plain(parties=parties)))


def test_no_flag_alone_asks_for_more_than_review(decide: Decide) -> None:
    found = decide(
        plain(
            delivery_date="tba", payment_terms="cash", value="900000", incoterm="FOB",
            loading_port="Jebel Ali", vessel_flag="IR", stated_end_use="army farming",
        )
    )  # fmt: skip
    assert max(one.outcome or 0 for one in found.findings if one.kind == "flag") == 1


def test_a_flag_without_its_facts_is_counted_and_says_what_it_needs(decide: Decide) -> None:
    found = decide(plain())
    assert found.flags_unknown > 0
    assert any("RF26" in one for one in found.flags_need)
    assert not found.incomplete


def test_the_outcome_is_the_strictest_of_the_findings(decide: Decide) -> None:
    found = decide(plain(exporter_knowledge="informed"), hits=[hit()], matches=[entry("meets")])
    assert found.outcome is max(one.outcome for one in found.findings if one.outcome)
    assert found.findings[0].outcome is found.outcome


def test_every_finding_of_the_law_has_a_citation(decide: Decide) -> None:
    found = decide(
        plain(exporter_knowledge="aware", destination_country="Iran", delivery_date="tba"),
        hits=[hit()],
        matches=[entry("meets")],
    )
    assert [one.rule for one in found.findings if not one.citation] == []


def test_shipments_keep_their_order(book: object, gathered: object) -> None:
    found = gathered(
        plain(id="B"), plain(id="A"), plain(id="B"), matches=[match(row=n) for n in range(3)]
    )  # type: ignore[operator]
    made = determine.run(found, book, day=DAY, jurisdictions=("eu",))  # type: ignore[arg-type]
    assert [one.id for one in made] == ["B", "A"]


def test_questions_stand_in_the_order_of_what_they_could_change() -> None:
    asked = [
        Question("b", "b?", ("r1",), Outcome.REVIEW),
        Question("a", "a?", ("r2",), Outcome.STOP),
        Question("c", "c?", ("r3", "r4"), Outcome.LICENCE),
    ]
    assert [one.asks for one in evaluate.ordered(asked, Outcome.CLEAR)] == ["a", "c", "b"]


def test_a_question_asked_by_two_rules_is_put_once() -> None:
    asked = [
        Question("a", "mild?", ("r1",), Outcome.REVIEW),
        Question("a", "strict?", ("r2",), Outcome.STOP),
    ]
    (one,) = evaluate.ordered(asked, Outcome.CLEAR)
    assert (one.text, one.decides) == ("strict?", ("r1", "r2"))
