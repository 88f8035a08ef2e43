"""A message is put in, read and judged; only what was accepted becomes a file."""

import pytest
from tests.catchall.link.sample import HEAD
from tests.catchall_desk.jobs.test_reading import TEXT
from tests.desk_builders import BOSS, CLOSE, OFFICER, OPEN, PARTNER, at, opening, tables

from catchall_desk.errors import NotAllowedError, NotFoundError, ProposalError
from catchall_desk.jobs import drafts
from catchall_desk.jobs.proposal import Verdict
from catchall_desk.store.desk import run
from catchall_desk.store.upkeep import erase
from catchall_desk.store.view import view_of

DATA = (HEAD.format(subject="PUMPS") + TEXT).encode()
SELLER, BUYER, SHIP = "case1.party1", "case1.party2", "case1.party3"
DEAL, CASE, REQUEST = "case1.transaction1", "case1.case", "case1.request"


def put(marking=CLOSE):
    return drafts.put(drafts.Message(DATA, "a.txt", marking), OFFICER, at(), "USA")


def said(*keys, says="accepted", why=""):
    return [Verdict(key, says, why=why) for key in keys]


def offers(document, reader=OFFICER):
    with view_of(reader) as view:
        return {one.proposal.key: one for one in drafts.offers(view, document)}


def test_a_message_is_kept_with_what_it_proposes(desk_db):
    document = put()
    with view_of(OFFICER) as view:
        text = drafts.text(view, document)
    assert text == DATA.decode()
    told = offers(document)
    assert list(told) == [SELLER, BUYER, SHIP, DEAL, CASE, REQUEST]
    span = told[SELLER].proposal.values[0].span
    assert text[span.start : span.end] == span.text
    with pytest.raises(NotFoundError):
        offers(document, PARTNER)


def test_what_is_accepted_becomes_files_with_their_sources(desk_db):
    document = put()
    verdicts = drafts.Verdicts(
        [*said(SELLER, DEAL, CASE), *said(BUYER, SHIP, says="rejected", why="not named")],
    )
    made = {one.stream: one for one in drafts.settle(document, verdicts, OFFICER, at(1))}
    told = offers(document)
    assert made.keys() == {one.judged.stream for one in told.values() if one.judged}
    with view_of(OFFICER) as view:
        deal = view.file(told[DEAL].judged.stream)
        party = view.file(told[SELLER].judged.stream)
    assert deal.author == OFFICER.user
    assert deal.fields["roles"] == [{"role": "exporter", "party": party.id}]
    assert party.entries[0].body["source"]["document"] == document
    assert (told[BUYER].judged.says, told[BUYER].judged.why) == ("rejected", "not named")
    assert told[REQUEST].judged is None


def test_a_party_that_is_here_is_told_and_joined(desk_db):
    here = run(opening("party", name="Brindle Marsh Industries"), OFFICER, at()).stream
    document = put(OPEN)
    assert [hint.target for hint in offers(document)[BUYER].like] == [here]
    verdicts = drafts.Verdicts(said(BUYER, says="joined"), {BUYER: here})
    (one,) = drafts.settle(document, verdicts, OFFICER, at(1))
    assert one.stream == here
    with view_of(OFFICER) as view:
        assert [event.type for event in view.timeline(here)][:2] == ["begin", "claim"]


def test_a_proposal_is_judged_once_and_by_who_may(desk_db):
    document = put(OPEN)
    drafts.settle(document, drafts.Verdicts(said(SELLER)), OFFICER, at(1))
    with pytest.raises(ProposalError, match="ana has judged it"):
        drafts.settle(document, drafts.Verdicts(said(SELLER)), BOSS, at(2))
    with pytest.raises(NotAllowedError):
        drafts.settle(document, drafts.Verdicts(said(BUYER)), PARTNER, at(2))
    with pytest.raises(ProposalError, match="say which"):
        drafts.settle(document, drafts.Verdicts(said(BUYER, says="joined")), BOSS, at(2))


def test_verdicts_hold_together_or_not_at_all(desk_db):
    document = put()
    with pytest.raises(ProposalError, match="nobody has judged"):
        drafts.settle(document, drafts.Verdicts(said(SELLER, DEAL)), OFFICER, at(1))
    assert all(one.judged is None for one in offers(document).values())


def test_an_erased_message_is_nowhere(desk_db):
    document = put()
    erase(document, OFFICER, at(1), {"basis": "order", "why": "unlawful"})
    assert [name for name, rows in tables().items() if "brindle" in rows.lower()] == []
    with pytest.raises(NotFoundError):
        offers(document)
