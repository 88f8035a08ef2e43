"""Only what a person accepted becomes a command; what was rejected stays on record."""

from dataclasses import replace

import pytest

from catchall_desk.cases import fields
from catchall_desk.errors import ProposalError
from catchall_desk.jobs.proposal import Proposal, Span, Value, Verdict
from catchall_desk.jobs.settling import commands, record

WORDS = Span("doc", 4, 9, "Ostra", "1")
PARTY = Proposal("p", "party", "begin", (
    Value("name", "Ostrava Quill", WORDS), Value("schema", "unknown"),
    Value("alias", "OQ", WORDS), Value("country", "MT"),
))  # fmt: skip
NOBODY = Proposal("q", "party", "begin", (Value("name", ""), Value("schema", "unknown")))
DEAL = Proposal("t", "transaction", "report", (
    Value("summary", "pumps"),
    Value("roles", {"role": "exporter", "party": {"proposed": "p"}}),
    Value("roles", {"role": "consignee", "party": {"proposed": "q"}}),
    Value("lines", {"line": "1", "description": "pumps"}),
    Value("lines", {"line": "2", "description": "valves"}),
))  # fmt: skip
DRAFT = (PARTY, NOBODY, DEAL)
STREAMS = {"p": "uuid-p", "q": "uuid-q", "t": "uuid-t"}
YES, NO = Verdict("p", "accepted"), Verdict("q", "rejected", why="not a firm")


def made(*verdicts, streams=STREAMS):
    return commands(DRAFT, verdicts, streams)


def test_without_a_verdict_nothing_is_made():
    assert made() == ()


def test_an_accepted_party_is_begun_with_sourced_claims():
    begun, name, alias, country = made(YES)
    assert begun["body"] == {"set": {"name": "Ostrava Quill", "schema": "unknown"}}
    assert {one["stream"] for one in (begun, name, alias, country)} == {"uuid-p"}
    assert name["body"]["value"] == {"name": "Ostrava Quill", "kind": "primary"}
    assert alias["body"]["value"] == {"name": "OQ", "kind": "alias"}
    assert alias["body"]["source"]["text"] == "Ostra"
    assert country["body"]["source"] == {"text": "the draft of a message"}


def test_a_transaction_names_the_new_streams_and_not_what_was_rejected():
    deal = made(YES, NO, Verdict("t", "accepted"))[-1]["body"]["set"]
    assert deal["roles"] == [{"role": "exporter", "party": "uuid-p"}]
    assert [one["line"] for one in deal["lines"]] == ["1", "2"]


def test_a_value_can_be_rejected_or_written_anew_alone():
    verdict = Verdict("t", "edited", {"summary": "12 pumps"}, frozenset({4}))
    deal = made(YES, NO, verdict)[-1]["body"]["set"]
    assert deal["summary"] == "12 pumps"
    assert [one["line"] for one in deal["lines"]] == ["1"]


def test_a_name_written_by_a_person_is_no_claim_of_the_message():
    edited = made(Verdict("q", "edited", {"name": "Brindle Marsh"}))
    assert [one["type"] for one in edited] == ["begin"]


@pytest.mark.parametrize(
    ("verdicts", "problem"),
    [
        ([Verdict("x", "accepted")], "proposes no such thing"),
        ([Verdict("p", "maybe")], "is not one of accepted, edited, joined, rejected"),
        ([Verdict("p", "rejected", why=" ")], "needs its reason"),
        ([Verdict("q", "accepted")], "names nobody"),
        ([Verdict("t", "joined")], "a transaction cannot be joined"),
        ([YES, Verdict("t", "accepted")], "names q, which nobody has judged yet"),
    ],
)
def test_a_verdict_that_cannot_be_done_says_why(verdicts, problem):
    with pytest.raises(ProposalError, match=problem):
        made(*verdicts)


def test_a_new_stream_must_be_told():
    with pytest.raises(ProposalError, match="its stream is not told"):
        made(YES, streams={})


def test_the_same_value_proposed_twice_is_set_once():
    twice = Proposal(
        "c", "case", "open", (Value("raised_by", "USA"), Value("raised_by", "USA"))
    )
    (one,) = commands([twice], [Verdict("c", "accepted")], {"c": "uuid-c"})
    assert one["body"]["set"]["raised_by"] == ["USA"]


def test_every_proposal_stays_on_record_with_what_was_said_of_it():
    notes = [one["text"] for one in record(DRAFT, [YES, NO])]
    heads = [note.splitlines()[0] for note in notes]
    assert heads == ["draft p accepted", "draft q rejected: not a firm", "draft t open"]
    assert "Ostrava Quill" in notes[0]


def test_what_is_made_are_bodies_that_the_desk_takes():
    streams = {
        key: f"0f8fad5b-d9cb-469f-a165-7086772895{at:02d}" for at, key in enumerate("pqt")
    }
    sourced = replace(WORDS, document=streams["p"])
    party = replace(PARTY, values=tuple(replace(one, span=sourced) for one in PARTY.values))
    told = commands([party, NOBODY, DEAL], [YES, NO, Verdict("t", "accepted")], streams)
    for one in told:
        opening = one["type"] != "claim"
        assert fields.check(one["kind"], one["type"], one["body"], opening=opening)


def test_a_party_that_is_known_already_gets_claims_and_no_second_stream():
    told = made(Verdict("p", "joined"), streams={"p": "known"})
    assert {(one["stream"], one["type"]) for one in told} == {("known", "claim")}
    kinds = [one["body"]["value"].get("kind") for one in told[:2]]
    assert kinds == ["alias", "alias"]


def test_a_dealing_names_its_case_only_when_the_case_was_there_before():
    deal = Proposal("t", "transaction", "report", (Value("case", {"joined": "c"}),))
    case = Proposal("c", "case", "open", (Value("title", "pumps"),))
    streams = {"t": "new-t", "c": "case-1"}
    for says, wanted in (("joined", {"case": "case-1"}), ("accepted", {})):
        found = commands([deal, case], [Verdict("t", "accepted"), Verdict("c", says)], streams)
        assert found[0]["body"]["set"] == wanted
