"""The question about owners answers yes, no or unknown, with the chain."""

from importlib.resources import files
from typing import Any

import pytest
from tests.catchall.determine.test_held_by import hit, owners, stated

from catchall.determine import facts
from catchall.determine.ask_owners import owned_by_listed
from catchall.determine.predicates import PREDICATES
from catchall.law import load, strict
from catchall.records import Answer

HALF = {
    "percent": 50, "reach": "at_least", "control": False, "together": True, "confirmed": True,
}  # fmt: skip
ROW = owners(("Orlo", "Velm", "60"))
NAMED = hit("Velm", confirmed=False, basis="name")


def test_no_table_of_owners_is_unknown() -> None:
    given = facts.stated({"parties": {"consignee": "Orlo"}})
    assert owned_by_listed(given, HALF) == (Answer.UNKNOWN, "table of owners")


def test_no_party_is_unknown() -> None:
    assert owned_by_listed(facts.stated({"owners": ()}), HALF)[0] is Answer.UNKNOWN


def test_a_table_without_the_party_says_that_nobody_listed_owns_it() -> None:
    assert owned_by_listed(stated(()), HALF)[0] is Answer.NO


def test_a_proven_owner_is_yes_with_the_chain_and_the_limit() -> None:
    answer, why = owned_by_listed(stated(ROW, [hit("Velm")]), HALF)
    assert answer is Answer.YES
    assert "Orlo is owned 60 % by listed Velm" in why
    assert why.endswith("the limit is 50 % or more")


@pytest.mark.parametrize(("confirmed", "answer"), [(True, Answer.UNKNOWN), (False, Answer.YES)])
def test_a_name_alone_is_yes_only_where_the_rule_takes_it(
    answer: Answer, *, confirmed: bool
) -> None:
    args: dict[str, Any] = {**HALF, "confirmed": confirmed}
    assert owned_by_listed(stated(ROW, [NAMED]), args)[0] is answer


def test_a_name_that_a_person_decided_is_another_does_not_count() -> None:
    decision = {
        "party": "Velm", "list": "sample", "record": "1", "list_version": "2026-11-01",
        "decision": "different", "by": "A. Orlo", "date": "2026-11-02", "expires": "2027",
    }  # fmt: skip
    named = {**NAMED, "list_date": "2026-11-01", "snapshot": "abc"}
    given = stated(ROW, [named], decisions=(decision,))
    assert owned_by_listed(given, HALF)[0] is Answer.NO


def test_rejected_rows_of_the_table_leave_a_no_open() -> None:
    given = stated((), rejected=frozenset({"owners"}))
    assert PREDICATES["owned_by_listed"](given, HALF)[0] is Answer.UNKNOWN


@pytest.mark.parametrize(
    ("family", "values"),
    [
        ("ofac-sdn", "us.blocking_lists"), ("bis-entity", "us.entity_lists"),
        ("bis-meu", "us.entity_lists"), ("un", "eu.sanctions_lists"),
    ],
)  # fmt: skip
def test_every_format_of_a_list_falls_under_its_rule(family: str, values: str) -> None:
    path = files("catchall_lawbook") / "watchlist_sources.yaml"
    sources = strict.read(path.read_bytes(), path.name)
    of_list = [name for name, told in sources.items() if told["list"] == family]
    begins = tuple(load.load().values[values][-1].value)
    assert of_list
    assert [name for name in of_list if not name.startswith(begins)] == []
