"""Listed owners reach a party as the rules of the lawbook say, through the whole stage."""

import csv
import io
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import orjson
import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests import builders
from tests.catchall.determine import conftest
from tests.catchall.determine.conftest import FRESH, Decide, Tables, hit, plain, screening

from catchall import determine, tables
from catchall.determine import facts, found_owners, ruling
from catchall.law import load
from catchall.records import Answer, Finding, Outcome

PAGE = Path(__file__).parents[3] / "docs" / "explanation" / "owners.md"
SOURCES = {
    "sample": "ofac-sdn",
    "entities": "bis-entity-json",
    "union": "eu-fsf",
    "own": "csv",
    "kingdom": "uk-sanctions",
}
LISTS = tuple(replace(FRESH, name=name, source=source) for name, source in SOURCES.items())
EFFECTS = {"entities": "licence_required", "own": "review"}


def listed(owner: str, at: str = "sample", **more: Any) -> dict[str, Any]:
    effect = EFFECTS.get(at, "prohibited")
    return hit(
        role="owner", party=owner, list=at, effect=effect, confirmed=True, basis="identifier",
        **more,
    )  # fmt: skip


def named(owner: str, at: str = "sample") -> dict[str, Any]:
    return {**listed(owner, at), "confirmed": False, "basis": "name"}


def row(party: str, owner: str, share: str = "", **more: str) -> dict[str, str]:
    return {"party": party, "owner": owner, "share": share, **more}


def looked_up(shipment: pa.Table, rows: Any, hits: Any, missed: Sequence[str]) -> Tables:
    """The screening of the parties, and of every owner but those missed."""
    of_parties = screening(shipment)
    owners = [
        {"row": 0, "role": "owner", "party": name, "screened": name not in missed,
         "why_not": "no name" if name in missed else "", "names_tried": [], "best_below": 0.0}
        for name in dict.fromkeys(one["owner"] for one in rows)
    ]  # fmt: skip
    screened = pa.concat_tables(
        [of_parties.screened, pa.Table.from_pylist(owners, schema=tables.SCREENED)]
    )
    return Tables(pa.Table.from_pylist(list(hits), schema=tables.HITS), screened)


@pytest.fixture
def judge(decide: Decide) -> Any:
    """The determination of a shipment to Orlo Works with these owners and hits of owners."""

    def run(
        rows: Sequence[Mapping[str, str]], *hits: Any, missed: Sequence[str] = (), **more: Any
    ) -> determine.Determination:
        shipment = more.pop("shipment", plain())
        found = looked_up(builders.shipments(shipment), rows, hits, missed)
        side = {"owners": tuple(rows), **more.pop("side", {})}
        return decide(shipment, screening=found, side=side, lists=LISTS, **more)

    return run


def of_party(found: determine.Determination) -> list[Finding]:
    return [one for one in found.findings if one.kind == "party" and ".OWN" in one.rule]


def test_without_listed_owners_nothing_is_found(judge: Any) -> None:
    found = judge([row("Orlo Works", "Velm Group", "60")])
    assert (found.reads, found.incomplete) == ("clear", False)


@pytest.mark.parametrize(
    ("at", "rule", "outcome"),
    [
        ("sample", "us.OWN01", Outcome.STOP),
        ("entities", "us.OWN02", Outcome.LICENCE),
        ("union", "eu.OWN01", Outcome.STOP),
        ("own", "guidance.OWN01", Outcome.REVIEW),
    ],
)
def test_a_proven_owner_has_the_effect_of_its_list_under_its_rule(
    judge: Any, at: str, rule: str, outcome: Outcome
) -> None:
    found = judge([row("Orlo Works", "Velm Group", "60")], listed("Velm Group", at))
    (one,) = of_party(found)
    assert (one.rule, one.outcome, one.list, found.outcome) == (rule, outcome, at, outcome)
    assert one.citation


def test_the_finding_shows_the_chain(judge: Any) -> None:
    rows = [
        row("Orlo Works", "Velm Group", "35"), row("Orlo Works", "Quorn Partners", "25"),
        row("Quorn Partners", "Kelm Trust", "70", source="register"),
    ]  # fmt: skip
    found = judge(rows, listed("Velm Group"), listed("Kelm Trust", record="R7"))
    (one,) = of_party(found)
    assert "consignee and end user Orlo Works is owned 60 % together" in one.why
    assert (
        "Quorn Partners is owned 70 % by listed Kelm Trust (list sample, record R7)" in one.why
    )
    chain = one.evidence["chain"]
    assert [link["owner"] for link in chain] == ["Velm Group", "Quorn Partners", "Kelm Trust"]
    assert chain[2]["source"] == "register"
    assert orjson.dumps(one.evidence)


def test_the_example_of_the_documentation_comes_out_as_it_says(judge: Any) -> None:
    page = PAGE.read_text(encoding="utf-8")
    filed = page.partition("```none\n")[2].partition("```")[0]
    told = " ".join(page.partition("```text\n")[2].partition("```")[0].split())
    rows = list(csv.DictReader(io.StringIO(filed)))
    found = judge(rows, listed("Velm Group"), listed("Kelm Trust", record="R2"))
    (one,) = of_party(found)
    assert (one.rule, found.reads) == ("us.OWN01", "stop")
    assert told in one.why


def test_a_name_match_is_put_before_a_person_with_the_question_who_it_is(judge: Any) -> None:
    found = judge([row("Orlo Works", "Velm Group", "60")], named("Velm Group"))
    assert (found.outcome, found.incomplete) == (Outcome.REVIEW, False)
    (asked,) = [one for one in found.questions if one.asks == "identity"]
    assert asked.could_become is Outcome.STOP
    assert "Velm Group, an owner behind Orlo Works" in asked.text


def test_a_listed_owner_that_differs_in_its_legal_form_alone_counts(judge: Any) -> None:
    found = judge([row("Orlo Works", "Orlo Works AG", "100")], listed("Orlo Works AG"))
    assert found.outcome is Outcome.STOP


def test_a_persons_decision_proves_an_owner(judge: Any) -> None:
    decision = {
        "party": "Velm Group", "party_country": "SI", "list": "sample", "record": "R1",
        "list_version": "abc", "decision": "same", "by": "A. Orlo", "date": "2026-11-21",
    }  # fmt: skip
    rows = [row("Orlo Works", "Velm Group", "60", owner_country="Slovenia")]
    found = judge(rows, named("Velm Group"), side={"decisions": (decision,)})
    assert found.outcome is Outcome.STOP


def test_a_share_not_known_is_asked_and_leaves_it_undecided(judge: Any) -> None:
    found = judge([row("Orlo Works", "Velm Group")], listed("Velm Group"))
    assert found.reads == "not decided"
    first = found.questions[0]
    assert (first.text, first.asks) == (
        "What share of Orlo Works does Velm Group hold?", "owners",
    )  # fmt: skip
    assert first.could_become is Outcome.STOP


def test_a_share_not_known_of_a_firm_between_is_asked(judge: Any) -> None:
    rows = [row("Orlo Works", "Quorn Partners", "80"), row("Quorn Partners", "Velm Group")]
    found = judge(rows, listed("Velm Group"))
    assert found.questions[0].text == "What share of Quorn Partners does Velm Group hold?"


def test_a_share_that_could_not_change_it_is_not_asked(judge: Any) -> None:
    rows = [row("Orlo Works", "Velm Group", "60"), row("Orlo Works", "Kelm Trust")]
    found = judge(rows, listed("Velm Group"), listed("Kelm Trust"))
    assert not [one for one in found.questions if one.asks == "owners"]


def test_an_owner_not_screened_leaves_it_undecided(judge: Any) -> None:
    found = judge([row("Orlo Works", "Velm Group", "60")], missed=["Velm Group"])
    assert found.reads == "not decided"
    assert len([one for one in found.findings if one.incomplete]) == 1
    assert "not screened: no name" in found.questions[0].text


def test_a_row_that_may_be_over_is_asked(judge: Any) -> None:
    rows = [row("Orlo Works", "Velm Group", "60", to="2026")]
    found = judge(rows, listed("Velm Group"))
    assert found.reads == "not decided"
    assert found.questions[0].text.startswith("Does Velm Group hold Orlo Works?")


def test_a_row_that_ended_before_the_shipment_does_not_count(judge: Any) -> None:
    rows = [row("Orlo Works", "Velm Group", "60", to="2026-10-31")]
    assert judge(rows, listed("Velm Group")).reads == "clear"


def test_shares_that_add_up_only_when_held_jointly_are_asked_about(judge: Any) -> None:
    rows = [row("Orlo Works", "Velm Group", "30"), row("Orlo Works", "Kelm Trust", "25")]
    found = judge(rows, listed("Velm Group", "kingdom"), listed("Kelm Trust", "kingdom"),
                  jurisdictions=("uk",))  # fmt: skip
    told = [(one.rule, one.outcome, one.incomplete) for one in of_party(found)]
    assert told == [
        ("guidance.OWN01", Outcome.REVIEW, False), ("uk.OWN01", None, True),
    ]  # fmt: skip
    assert "act together over Orlo Works" in found.questions[0].text
    assert found.questions[0].could_become is Outcome.STOP


def test_a_general_rule_is_told_only_where_no_other_spoke_of_the_owners(judge: Any) -> None:
    rows = [row("Orlo Works", "Velm Group", "30"), row("Orlo Works", "Kelm Trust", "25")]
    found = judge(rows, listed("Velm Group"), listed("Kelm Trust", "own"))
    assert {one.rule for one in of_party(found)} == {"guidance.OWN01"}
    alone = judge([row("Orlo Works", "Velm Group", "60")], listed("Velm Group"))
    assert {one.rule for one in of_party(alone)} == {"us.OWN01"}


def test_near_the_limit_is_a_flag_with_the_sum(judge: Any) -> None:
    rows = [row("Orlo Works", "Velm Group", "30"), row("Orlo Works", "Kelm Trust", "19.9")]
    found = judge(rows, listed("Velm Group"), named("Kelm Trust"))
    assert found.outcome is Outcome.REVIEW
    (flag,) = [one for one in found.findings if one.rule == "guidance.RF45"]
    assert "owned 49.9 % together" in flag.why


def test_a_small_listed_share_is_recorded(judge: Any) -> None:
    found = judge([row("Orlo Works", "Velm Group", "5")], listed("Velm Group"))
    assert found.reads == "clear"
    (one,) = [one for one in found.findings if one.rule == "party.owner_listed"]
    assert one.outcome is None
    assert one.why.startswith("owner Velm Group is ")


def test_a_listed_owner_is_not_taken_for_a_listed_party(judge: Any) -> None:
    found = judge([row("Orlo Works", "Velm Group", "5")], named("Velm Group"))
    assert {one.rule for one in found.findings if one.outcome} == set()


def test_shares_over_the_whole_are_told(judge: Any) -> None:
    found = judge([row("Orlo Works", "Velm", "60"), row("Orlo Works", "Kelm", "60")])
    (one,) = [one for one in found.findings if one.rule == "party.owners_over_whole"]
    assert "the shares in Orlo Works add up to 120 %" in one.why


def test_rejected_rows_of_owners_leave_it_undecided(judge: Any) -> None:
    found = judge([], side={"rejected": frozenset({"owners"})})
    assert found.reads == "not decided"
    assert "party.owners_rejected" in {one.rule for one in found.findings}


def test_no_table_of_owners_asks_nothing(decide: Decide) -> None:
    found = decide(plain())
    assert found.reads == "clear"
    assert any(need.startswith("owners") for need in found.flags_need)


def test_a_rule_whose_text_of_that_day_is_not_held_leaves_it_undecided(
    judge: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(conftest, "DAY", date(2005, 5, 2))
    rows = [row("Orlo Works", "Velm Group", "60")]
    found = judge(rows, listed("Velm Group"), shipment=plain(date="2005-05-01"))
    told = [one.why for one in found.findings if one.kind == "party" and one.incomplete]
    assert any("(Velm Group): the law of that day is not held" in why for why in told)


HELD = ruling.held(load.load(), conftest.DAY, ("eu", "us", "uk"))
NAMES = st.sampled_from(["Orlo Works", "Velm", "Kelm", "Tessaly", "Quorn"])
SHARES = st.sampled_from(["", "10", "25", "45", "50", "60"])
ROW = st.fixed_dictionaries(
    {"party": NAMES, "owner": NAMES, "share": SHARES, "kind": st.sampled_from(["", "control"])}
)
HITS = st.lists(
    st.tuples(st.sampled_from(["Velm", "Kelm", "Quorn"]), st.sampled_from(list(SOURCES)),
              st.booleans()), max_size=3,
)  # fmt: skip


def strictest(rows: Sequence[Mapping[str, str]], hits: Any) -> tuple[Outcome, bool]:
    """What the rules and the flag on owners ask for, and whether something is open."""
    made = [listed(name, at) if sure else named(name, at) for name, at, sure in hits]
    facts_ = facts.stated(
        {
            "day": conftest.DAY, "parties": {"consignee": "Orlo Works"}, "owners": rows,
            "owner_hits": [{**one, "source": SOURCES[one["list"]]} for one in made],
            "owner_screened": [
                {"party": one["owner"], "screened": True, "why_not": ""} for one in rows
            ],
        }
    )  # fmt: skip
    answered = ruling.answer(HELD, facts_)
    told = found_owners.found(facts_, [one for one in answered if one.rule.kind == "party"])
    flag = any(one.rule.id == "guidance.RF45" and one.answer is Answer.YES for one in answered)
    found = [one for one in told if isinstance(one, Finding)]
    worst = max((one.outcome or Outcome.CLEAR for one in found), default=Outcome.CLEAR)
    return max(worst, Outcome(flag)), any(one.incomplete for one in found)


@settings(deadline=None, max_examples=60)
@given(st.lists(ROW, max_size=8), ROW, HITS)
def test_a_row_more_never_lowers_an_outcome(rows: Any, more: Any, hits: Any) -> None:
    assert strictest(rows, hits)[0] <= strictest([*rows, more], hits)[0]


@settings(deadline=None, max_examples=60)
@given(
    st.lists(ROW, max_size=8), HITS, st.lists(st.sampled_from(["0", "25", "60"]), min_size=8)
)
def test_a_share_settled_never_turns_an_outcome_around(
    rows: Any, hits: Any, shares: list[str]
) -> None:
    # a row of control without a share says nothing of one: there is nothing to settle
    settled = [
        one if one["kind"] else {**one, "share": one["share"] or share}
        for one, share in zip(rows, shares, strict=False)
    ]
    before, open_ = strictest(rows, hits)
    after, _ = strictest(settled, hits)
    assert before <= after if open_ else before == after
