"""Shares add up exactly, in any order; circles end; what is not known is never taken for no."""

from datetime import date
from decimal import Decimal
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from catchall.dates import Span
from catchall.determine.owners import Limit, counted, shown, stakes, too_much, total

DAY = Span(date(2026, 11, 1), date(2026, 11, 1))
HALF = Limit(Decimal(50), above=False, control=False)
OVER = Limit(Decimal(50), above=True, control=True)


def row(party: str, owner: str, share: str = "", **more: str) -> dict[str, str]:
    return {"party": party, "owner": owner, "share": share, **more}


def held(*rows: dict[str, str], day: Span | None = DAY, **homes: str) -> Any:
    return stakes(rows, day, {key: frozenset((code,)) for key, code in homes.items()})


def test_shares_add_up_exactly() -> None:
    rows = [row("A", f"Owner {n}", "33.3") for n in range(3)]
    assert total(held(*rows, row("A", "Rest", "0.1 %"))) == 100


def test_rows_that_say_the_same_count_once_and_others_add_up() -> None:
    same = [row("Orlo Ltd", "Velm", "30"), row("ORLO", "velm", "30 %", source="press")]
    assert total(held(*same, row("Orlo", "Velm", "5"))) == 35


def test_a_firms_stake_in_itself_is_none() -> None:
    assert held(row("Orlo Ltd", "ORLO LTD.", "100")) == ()


def test_a_firm_and_its_owner_of_another_legal_form_are_two() -> None:
    (stake,) = held(row("Orlo GmbH", "Orlo AG", "100"))
    assert (stake.below, stake.above) == ("orlo", "orlo ag")


def test_control_may_have_a_share_and_says_nothing_of_one_without() -> None:
    rows = [row("Orlo", "Velm", kind="control"), row("Orlo", "Kelm", "30", kind="control")]
    assert [stake.share for stake in held(*rows)] == [0, 30]


@pytest.mark.parametrize(
    ("begins", "ends", "found"),
    [
        ("2026-11-01", "2026-11-01", "certain"),
        ("2026-11-02", "", "none"),
        ("", "2026-10-31", "none"),
        ("2026", "", "doubt"),
        ("2026-01-01", "2026-11", "certain"),
        ("2026-01-01", "2026", "doubt"),
        ("", "", "certain"),
    ],
)
def test_a_row_counts_on_its_days(begins: str, ends: str, found: str) -> None:
    one = held(row("Orlo", "Velm", "60", **{"from": begins, "to": ends}))
    assert (["doubt" if stake.doubt else "certain" for stake in one] or ["none"]) == [found]


def test_a_row_without_days_says_that_it_counts() -> None:
    (stake,) = held(row("Orlo", "Velm", "60"))
    assert stake.said == "no dates, counted as in force"


def test_a_day_not_known_leaves_rows_with_days_in_doubt() -> None:
    rows = [row("Orlo", "Velm", "60", to="2027"), row("Orlo", "Kelm", "60")]
    assert [bool(stake.doubt) for stake in held(*rows, day=None)] == [True, False]


def test_a_row_about_a_firm_in_another_country_is_in_doubt() -> None:
    (stake,) = held(row("Orlo", "Velm", "60", party_country="Slovenia"), orlo="AE")
    assert stake.doubt == "the row is about a firm in SI"
    assert not held(row("Orlo", "Velm", "60", party_country="UAE"), orlo="AE")[0].doubt


@pytest.mark.parametrize(
    ("limit", "share", "reached"),
    [(HALF, "50", True), (HALF, "49.99", False), (OVER, "50", False), (OVER, "50.01", True)],
)
def test_the_limit_itself_counts_where_the_law_says_so(
    limit: Limit, share: str, *, reached: bool
) -> None:
    found = counted(held(row("Orlo", "Velm", share)), ["velm"], limit)
    assert ("orlo" in found) is reached


def test_control_counts_where_the_limit_takes_it() -> None:
    rows = held(row("Orlo", "Velm", kind="control"))
    assert "orlo" in counted(rows, ["velm"], OVER)
    assert "orlo" not in counted(rows, ["velm"], HALF)


def test_firms_that_hold_each_other_do_not_count_by_themselves() -> None:
    rows = held(row("A", "B", "60"), row("B", "A", "60"), row("A", "Velm", "5"))
    assert counted(rows, ["velm"], HALF) == {"velm"}


def test_shares_over_the_whole_are_told() -> None:
    assert too_much(held(row("Orlo Ltd", "Velm", "60"), row("Orlo", "Kelm", "41"))) == {
        "Orlo Ltd": Decimal(101)
    }


def test_percent_is_written_plainly() -> None:
    assert [shown(Decimal(one)) for one in ("100", "1E+1", "0.50")] == [
        "100 %", "10 %", "0.5 %",
    ]  # fmt: skip


LETTERS = st.sampled_from("ABCDEFG")
SHARES = st.sampled_from(["", "5", "20", "25", "30", "49.9", "50", "60", "100"])
ROW = st.fixed_dictionaries(
    {
        "party": LETTERS, "owner": LETTERS, "share": SHARES,
        "kind": st.sampled_from(["", "", "ownership", "control"]),
        "from": st.sampled_from(["", "2020", "2026", "2027"]),
    }
)  # fmt: skip
ROWS = st.lists(ROW, max_size=14)
LISTED = st.sets(st.sampled_from("abcdefg"), max_size=3)
LIMITS = st.sampled_from([HALF, OVER])


@settings(deadline=None)
@given(ROWS, LISTED, LIMITS, st.booleans(), st.integers())
def test_the_order_of_rows_does_not_matter(
    rows: list[dict[str, str]],
    listed: set[str],
    limit: Limit,
    at_most: bool,  # noqa: FBT001
    seed: int,
) -> None:
    mixed = rows.copy()
    Random(seed).shuffle(mixed)  # noqa: S311 - no secret
    assert total(held(*rows)) == total(held(*mixed))
    found = counted(held(*rows), listed, limit, at_most=at_most)
    assert found == counted(held(*mixed), listed, limit, at_most=at_most)


@settings(deadline=None)
@given(ROWS, ROW, LISTED, LIMITS)
def test_a_row_more_never_takes_a_firm_out(
    rows: list[dict[str, str]], more: dict[str, str], listed: set[str], limit: Limit
) -> None:
    for at_most in (False, True):
        before = counted(held(*rows), listed, limit, at_most=at_most)
        assert before <= counted(held(*rows, more), listed, limit, at_most=at_most)


@settings(deadline=None)
@given(ROWS, LISTED, LIMITS, st.lists(st.sampled_from(["0", "20", "50", "100"]), min_size=14))
def test_settling_shares_keeps_what_was_certain_and_what_was_ruled_out(
    rows: list[dict[str, str]], listed: set[str], limit: Limit, shares: list[str]
) -> None:
    told = [one | {"share": one["share"] or share} for one, share in zip(rows, shares)]  # noqa: B905
    settled = counted(held(*told), listed, limit)
    assert counted(held(*rows), listed, limit) <= settled
    assert settled <= counted(held(*rows), listed, limit, at_most=True)


def test_a_long_chain_is_followed_to_its_end() -> None:
    rows = [row(f"Mill {n}", f"Mill {n + 1}", "50") for n in range(5000)]
    assert "mill 0" in counted(held(*rows), ["mill 5000"], HALF)
