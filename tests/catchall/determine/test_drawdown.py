"""What was used up before under a paper: by day, by place, and where days are open."""

from typing import Any

import pytest

from catchall.determine import drawdown
from catchall.determine.reading import span
from catchall.determine.traded import Line


def line(shipment: str, day: str | None, kg: float = 10.0, *numbers: str, **more: Any) -> Line:
    return Line(
        shipment, shipped=span(day), quantity=kg, unit="kg", licences=numbers or ("l7",), **more
    )


def before(*lines: Line, of: str, past: tuple[Line, ...] = ()) -> tuple[float, float]:
    """What was used for sure and at most before the shipment, in kilograms."""
    found = drawdown.drawn(lines, past, lambda one: one.licences, lambda _one: ())
    told = found[of].get("l7", {"sure": {}, "most": {}})
    return told["sure"].get("amount kg", 0.0), told["most"].get("amount kg", 0.0)


DAYS = (line("A", "2026-03-01"), line("B", "2026-01-01"), line("C", "2026-03-01"))


@pytest.mark.parametrize(("of", "used"), [("A", 10.0), ("B", 0.0), ("C", 20.0)])
def test_use_counts_by_day_and_on_one_day_by_place(of: str, used: float) -> None:
    assert before(*DAYS, of=of) == (used, used)


def test_the_lines_of_one_shipment_are_not_its_own_past() -> None:
    assert before(line("A", "2026-03-01"), line("A", "2026-03-01"), of="A") == (0.0, 0.0)


def test_the_history_counts_and_a_line_without_number_stands_alone() -> None:
    past = (line("", "2026-01-01"), line("", "2026-02-01"), line("H", "2027-01-01"))
    assert before(line("A", "2026-03-01"), of="A", past=past) == (20.0, 20.0)


@pytest.mark.parametrize(
    ("other", "sure", "most"),
    [
        (line("B", "March 2026"), 0.0, 10.0),
        (line("B", "January 2026"), 10.0, 10.0),
        (line("B", "May 2026"), 0.0, 0.0),
        (line("B", None), 0.0, 10.0),
        (line("B", "2026-01-01", 10.0, "l7", "l8"), 0.0, 10.0),
    ],
)
def test_use_whose_day_or_paper_is_open_only_may_have_been(
    other: Line, sure: float, most: float
) -> None:
    assert before(line("A", "2026-03-15"), other, of="A") == (sure, most)


def test_a_shipment_of_a_month_may_come_after_all_of_it() -> None:
    others = (line("B", "2026-03-31"), line("C", "2026-02-01"), line("D", "2026-04-01"))
    assert before(line("A", "March 2026"), *others, of="A") == (10.0, 20.0)


def test_a_paper_that_is_not_named_may_be_asked_for() -> None:
    unnamed = Line("A", shipped=span("2026-03-01"))
    found = drawdown.drawn(
        [unnamed], [line("H", "2026-01-01")], lambda one: one.licences, lambda _one: ("l7",)
    )
    assert found["A"]["l7"]["shipments"] == ["H"]
    assert found["A"]["l7"]["sure"] == {"lines": 1, "stated kg": 1, "amount kg": 10.0}


def test_value_is_summed_by_currency() -> None:
    past = (line("H", "2026-01-01", value=500.0, currency="EUR"),)
    found = drawdown.drawn(
        [line("A", "2026-03-01")], past, lambda one: one.licences, lambda _one: ()
    )
    assert found["A"]["l7"]["sure"]["amount EUR"] == 500.0
