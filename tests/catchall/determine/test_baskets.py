"""Baskets: different members weigh, the same member twice does not."""

from datetime import date
from typing import Any

import pytest

from catchall.determine import baskets
from catchall.determine.traded import Firm, Line
from catchall.law import load

SETS = {
    "days": 30,
    "sets": [{"id": "s", "title": "a set", "reach": 3, "members": [
        {"name": "one", "weight": 2, "words": ["alpha powder"]},
        {"name": "two", "weight": 1, "words": ["beta", "1-2-3"]},
    ]}],
}  # fmt: skip


def line(shipment: str, description: str, day: date | None = None) -> Line:
    buyer = Firm("consignee", "Orlo", "orlo", ())
    return Line(shipment, buyers=(buyer,), description=description, day=day, exact=True)


def filled(*lines: Line) -> dict[str, int]:
    return {one: len(held) for one, held in baskets.filled(lines, SETS).items()}


def test_the_same_member_twice_weighs_once() -> None:
    assert filled(line("A", "Alpha powder"), line("A", "ALPHA-POWDER")) == {"A": 0}


def test_a_number_of_a_substance_names_it() -> None:
    assert filled(line("A", "alpha powder; CAS 1-2-3")) == {"A": 1}


def test_members_outside_the_window_do_not_meet() -> None:
    near = line("A", "alpha powder", date(2026, 1, 1)), line("B", "beta", date(2026, 1, 20))
    far = line("A", "alpha powder", date(2026, 1, 1)), line("B", "beta", date(2026, 3, 20))
    assert (filled(*near), filled(*far)) == ({"A": 1, "B": 1}, {"A": 0, "B": 0})


HELD = load.load().values["guidance.baskets"][-1].value["sets"]


@pytest.mark.parametrize("one", HELD, ids=[one["id"] for one in HELD])
def test_a_set_of_the_lawbook_is_filled_together_and_by_no_member_alone(
    one: dict[str, Any],
) -> None:
    value = {"days": 365, "sets": [one]}
    names = [member["words"][0] for member in one["members"]]
    together = baskets.filled([Line("S", description=name) for name in names], value)
    assert [held["set"] for held in together["S"]] == [one["id"]]
    alone = [Line(f"S{at}", description=name) for at, name in enumerate(names)]
    assert not any(baskets.filled(alone, value).values())
