"""A person's decision: for which firm, on which list, from when, and until when it counts."""

from dataclasses import replace
from typing import Any

import pyarrow as pa
import pytest
from tests.catchall.determine.conftest import hit

from catchall.determine import ask_parties, decisions, facts
from catchall.determine.given import ListState
from catchall.records import Answer
from catchall.snapshots import content_hash
from catchall.tables import WATCHLIST

ROW = {
    "party": "Orlo Works LLC", "party_country": "India", "list": "sample", "record": "R1",
    "list_version": "abc", "decision": "different", "by": "a reviewer", "date": "2026-10-20",
}  # fmt: skip
HIT = hit(party="Orlo Works LLC")
STATED = {
    "day": "2026-11-22",
    "decision_days": 365,
    "parties": {"consignee": {"name": "Orlo Works LLC", "country": "IN"}},
    "hits": (HIT,),
    "screened": ({"role": "consignee", "party": "Orlo Works LLC", "screened": True},),
}


def told(*rows: dict[str, str], **more: Any) -> facts.Facts:
    return facts.stated({**STATED, "decisions": rows, **more})


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ({}, "different"),
        ({"party": "ORLO  WORKS, LLC"}, "different"),
        ({"party": "Orlo Works JSC"}, ""),
        ({"party": "Orlo Works"}, ""),
        ({"party_country": "Brazil"}, ""),
        ({"party_country": ""}, ""),
        ({"party_country": "", "scope": "shipment:stated"}, "different"),
        ({"list_version": "older"}, ""),
        ({"date": "2026-12-01"}, ""),
        ({"date": ""}, ""),
        ({"date": "2025-11-01"}, ""),
        ({"date": "2025-11-01", "expires": "2026-12-31"}, "different"),
        ({"expires": "2026-11-01"}, ""),
        ({"expires": "soon"}, ""),
        ({"scope": "end_user"}, ""),
        ({"decision": "perhaps"}, ""),
    ],
)
def test_a_decision_counts_only_where_it_fits(more: dict[str, str], said: str) -> None:
    assert decisions.decided(HIT, told({**ROW, **more}))[0] == said


FRESH = ListState("sample", "ofac-sdn", "2026-11-21", "abc", 10, 20, stale=False)


@pytest.mark.parametrize(
    ("more", "shares_date", "said"),
    [
        ({}, False, "different"),
        ({}, True, ""),
        ({"list_version": "abc"}, True, "different"),
        ({"date": "2026-11-20"}, False, ""),
        ({"list_version": "2026-11-20"}, False, ""),
    ],
)
def test_a_date_names_a_version_only_where_no_other_has_it(
    more: dict[str, str],
    shares_date: bool,  # noqa: FBT001 - a column of the table above
    said: str,
) -> None:
    row = {**ROW, "list_version": "2026-11-21", "date": "2026-11-22", **more}
    held = replace(told(row), lists=(replace(FRESH, shares_date=shares_date),))
    assert decisions.decided(HIT, held)[0] == said


def _version(record: dict[str, Any]) -> str:
    """The hash of the list that holds this record alone, as its snapshot has it."""
    blank = {f.name: "" if pa.types.is_string(f.type) else [] for f in WATCHLIST}
    table = pa.Table.from_pylist([{**blank, **record}], schema=WATCHLIST)
    return content_hash(table, "ofac-sdn", "1", "prohibited")


ENTRY = {
    "record": "R1",
    "schema": "Organization",
    "names": [{"text": "Orlo Works LLC", "kind": "primary", "quality": ""}],
    "countries": ["IN"],
}
ALIAS = {"text": "Orlo Trading", "kind": "alias", "quality": ""}


@pytest.mark.parametrize(
    "change",
    [
        {"names": [*ENTRY["names"], ALIAS]},
        {"countries": ["IN", "TR"]},
        {"identifiers": [{"kind": "tax", "value": "7701234567", "country": ""}]},
        {"addresses": [dict.fromkeys(("text", "city", "region", "postcode", "country"), "a")]},
        {"dates": [{"kind": "updated", "value": "2026-11-21"}]},
        {"programmes": ["X"]},
        {"remarks": "also known under another name"},
        {"licence_requirement": "all items"},
        {"links": [{"kind": "owner", "target": "R2"}]},
        {"properties": [{"key": "title", "value": "director"}]},
        {"schema": "LegalEntity"},
    ],
    ids=str,
)
def test_a_decision_never_hides_an_entry_that_changed(change: dict[str, Any]) -> None:
    before, after = _version(ENTRY), _version({**ENTRY, **change})
    row = {**ROW, "list_version": before}
    assert decisions.decided({**HIT, "snapshot": before}, told(row))[0] == "different"
    assert decisions.decided({**HIT, "snapshot": after}, told(row))[0] == ""


def test_any_same_outweighs_a_later_different() -> None:
    same = {**ROW, "decision": "same", "date": "2026-01-10"}
    for rows in ((ROW, same), (same, ROW)):
        assert decisions.decided(HIT, told(*rows))[0] == "same"


def test_the_latest_of_the_decisions_that_count_is_told() -> None:
    late = {**ROW, "date": "2026-11-01", "by": "another reviewer"}
    assert "another reviewer" in decisions.decided(HIT, told(late, ROW))[1]


def test_without_a_length_from_the_lawbook_a_decision_without_end_does_not_count() -> None:
    assert decisions.decided(HIT, told(ROW, decision_days=None))[0] == ""


def test_a_rejected_row_may_have_said_same() -> None:
    rejected = frozenset({"decisions"})
    assert decisions.decided(HIT, told(ROW, rejected=rejected))[0] == ""
    same = {**ROW, "decision": "same"}
    assert decisions.decided(HIT, told(same, rejected=rejected))[0] == "same"


LISTED = {"basis": ["name"], "confirmed": False}


def test_a_flag_is_not_raised_for_a_firm_a_person_told_apart() -> None:
    assert ask_parties.listed(told(), LISTED)[0] is Answer.YES
    assert ask_parties.listed(told(ROW), LISTED)[0] is Answer.NO
    assert ask_parties.listed(told({**ROW, "list_version": "old"}), LISTED)[0] is Answer.YES


def test_an_identity_that_a_person_confirmed_is_settled() -> None:
    same = told({**ROW, "decision": "same"})
    assert ask_parties.listed(same, LISTED)[0] is Answer.NO
    assert ask_parties.identity_confirmed(same, {"effects": ["prohibited"]})[0] is Answer.YES


def test_a_firm_told_apart_has_no_listed_identity() -> None:
    args = {"effects": ["prohibited"]}
    assert ask_parties.identity_confirmed(told(), args)[0] is Answer.UNKNOWN
    assert ask_parties.identity_confirmed(told(ROW), args)[0] is Answer.NO


def test_no_decision_hides_what_an_identifier_proves() -> None:
    proven = hit(party="Orlo Works LLC", confirmed=True, basis="identifier")
    stated = told(ROW, hits=(proven,))
    args = {"basis": ["identifier"], "confirmed": True}
    assert ask_parties.listed(stated, args)[0] is Answer.YES


def test_no_decision_on_a_name_hides_a_shared_address() -> None:
    near = hit(party="Orlo Works LLC", basis="address", match=False)
    args = {"basis": ["address"], "confirmed": False}
    assert ask_parties.listed(told(ROW, hits=(near,)), args)[0] is Answer.YES


def test_a_role_is_written_as_words() -> None:
    notified = hit(role="notify_party")
    assert (
        "notify party Orlo Works: see the party finding"
        in ask_parties.listed(told(hits=(notified,)), LISTED)[1]
    )


@pytest.mark.parametrize(("country", "said"), [("Slovenia", "different"), ("France", "")])
def test_a_decision_about_an_owner_counts_in_the_country_of_the_owner(
    country: str, said: str
) -> None:
    owned = {"party": "Kelm", "owner": "Orlo Works LLC", "owner_country": country}
    row = {**ROW, "party_country": "SI"}
    found = told(row, owners=(owned,))
    assert decisions.decided({**HIT, "role": "owner"}, found)[0] == said
