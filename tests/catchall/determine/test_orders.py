"""Split orders: enough shipments, each below the limit, together at it."""

from datetime import date

import pytest

from catchall.determine import orders
from catchall.determine.traded import Firm, Line

SIZES = {
    "days": 10, "at_least": 3, "at_least_just_below": 2, "just_below_percent": 5,
    "limits": {"USD": 100},
}  # fmt: skip


def line(
    shipment: str, value: float, day: int = 1, user: str = "orlo", money: str = "USD"
) -> Line:
    buyer = Firm("end_user", user, user, ())
    when = date(2026, 1, day)
    told = {"hs6": "854231", "day": when, "exact": True, "value": value, "currency": money}
    return Line(shipment, "velm", (buyer,), **told)


@pytest.mark.parametrize(
    ("lines", "count"),
    [
        ([line("A", 50), line("B", 50, 5), line("C", 50, 9)], 3),
        ([line("A", 50), line("B", 50, 5)], 0),
        ([line("A", 97), line("B", 96, 5)], 2),
        ([line("A", 97), line("B", 96, 25)], 0),
        ([line("A", 20), line("B", 20, 5), line("C", 20, 9)], 0),
        ([line("A", 50), line("B", 50, 5), line("C", 50, 25)], 0),
        ([line("A", 50), line("B", 50, 5, "velm"), line("C", 50, 9)], 0),
    ],
)
def test_a_run_needs_number_window_sum_and_one_user(lines: list[Line], count: int) -> None:
    assert orders.split(lines, SIZES)["A"].get("count", 0) == count


def test_a_currency_without_a_limit_cannot_be_told() -> None:
    assert orders.split([line("A", 50, money="XAU")], SIZES) == {}
