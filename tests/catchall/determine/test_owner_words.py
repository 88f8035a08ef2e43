"""A chain of owners reads from the party upwards, and its evidence holds every link."""

from dataclasses import replace
from typing import Any

from tests.catchall.determine.test_held_by import ALONE, TOGETHER, hit, owners, stated

from catchall.determine import owner_words
from catchall.determine.held_by import Chain, Test, behind, chain, listed_owners, unscreened

TOGETHER_OR_CONTROL = replace(ALONE, together=True)
CHAIN = owners(("Orlo", "Velm", "35"), ("Orlo", "Kelm", "25"), ("Kelm", "Quorn", "70"))
NO_DATES = " [no dates, counted as in force]"


def made(rows: Any, *hits: Any, sure: bool = True, test: Test = TOGETHER, **more: Any) -> Chain:
    given = stated(rows, hits, **more)
    known = behind(given)
    owners_ = [*listed_owners(given, known, ()), *unscreened(given, known)]
    found = chain(known.firms[0], known, owners_, test, sure=sure)
    assert found is not None
    return found


def test_the_sentence_goes_from_the_party_upwards() -> None:
    told = owner_words.sentence(made(CHAIN, hit("Velm"), hit("Quorn", record="7")))
    assert told.replace(NO_DATES, "") == (
        "consignee and end user Orlo is owned 60 % together: 35 % by listed Velm (list sample, "
        "record 1), 25 % by Kelm; Kelm is owned 70 % by listed Quorn (list sample, record 7)"
    )


def test_a_name_match_says_that_it_is_not_proven() -> None:
    named = hit("Velm", confirmed=False, basis="name")
    told = owner_words.sentence(made(owners(("Orlo", "Velm", "60")), named))
    assert "owned 60 % by Velm, named like VELM (list sample, record 1; not proven)" in told


def test_a_share_not_known_is_told() -> None:
    told = owner_words.sentence(made(owners(("Orlo", "Velm")), hit("Velm"), sure=False))
    assert told.replace(NO_DATES, "") == (
        "consignee and end user Orlo may be owned by listed Velm (list sample, record 1), "
        "share not known"
    )


def test_control_is_told() -> None:
    rows = ({"party": "Orlo", "owner": "Velm", "kind": "control"},)
    told = owner_words.sentence(made(rows, hit("Velm"), test=ALONE))
    assert "Orlo is controlled by listed Velm" in told
    both = ({**rows[0], "share": "30"}, {"party": "Orlo", "owner": "Kelm", "share": "5"})
    told = owner_words.sentence(made(both, hit("Velm"), hit("Kelm"), test=TOGETHER_OR_CONTROL))
    assert "owned 35 % together: control and 30 % by listed Velm" in told
    told = owner_words.sentence(made(both[:1], hit("Velm"), test=ALONE))
    assert "Orlo is owned 30 % and controlled by listed Velm" in told


def test_an_owner_not_screened_says_why() -> None:
    rows = owners(("Orlo", "Velm", "60"))
    missed = [{"party": "Velm", "screened": False, "why_not": "no name"}]
    told = owner_words.sentence(made(rows, sure=False, owner_screened=missed))
    assert "Velm (not screened: no name)" in told


def test_the_order_of_rows_does_not_change_the_sentence() -> None:
    hits = (hit("Velm"), hit("Quorn"))
    assert owner_words.sentence(made(CHAIN, *hits)) == owner_words.sentence(
        made(CHAIN[::-1], *hits)
    )


def test_a_long_chain_is_cut_and_counted_and_the_evidence_holds_it() -> None:
    rows = owners(
        ("Orlo", "Mill 0", "60"), *((f"Mill {n}", f"Mill {n + 1}", "60") for n in range(20))
    )
    found = made(rows, hit("Mill 20"))
    assert owner_words.sentence(found).endswith("and 8 firms more, in the evidence")
    evidence = owner_words.evidence(found, "50 % or more", "2026-11-02")
    assert len(evidence["chain"]) == 21
    assert (evidence["sum"], evidence["limit"]) == ("60 %", "50 % or more")
    assert evidence["chain"][-1]["listed"][0]["record"] == "1"


def test_the_lists_of_the_owners_are_named_once() -> None:
    dated = {"list_date": "2026-11-01", "citation": "exercise"}
    hits = (hit("Velm", **dated), hit("Quorn", **dated))
    assert owner_words.lists(made(CHAIN, *hits)) == ("sample", "2026-11-01", "exercise")
