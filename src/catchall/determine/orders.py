"""Orders that may be one order split. In: lines of trade and sizes; out: runs by shipment.

A run: the same seller sends goods of one code to the same user in several shipments within a
window, each below a limit that they reach together. The sizes come from the lawbook.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from typing import Any

from catchall.determine.traded import Line

SHOWN = 10
Small = tuple[date, str, float]  # day, shipment, value


def _value_by_shipment(lines: Iterable[Line]) -> dict[str, tuple[date, float]]:
    """The day and total value of each shipment; one that lacks either is left out."""
    found: dict[str, tuple[date, float]] = {}
    for line in lines:
        if line.day is not None and line.value is not None:
            total = found.get(line.shipment, (line.day, 0.0))[1]
            found[line.shipment] = (line.day, total + line.value)
    return found


def _windows(worth: Iterable[Small], days: int) -> Iterator[list[Small]]:
    """The shipments within so many days, for each last one."""
    dated, begin = sorted(worth), 0
    for end, (day, _, _) in enumerate(dated):
        while day - dated[begin][0] > timedelta(days=days):
            begin += 1
        yield dated[begin : end + 1]


def _runs(
    worth: Mapping[str, tuple[date, float]], sizes: Mapping[str, Any], limit: float
) -> Iterator[list[Small]]:
    """Each window of enough shipments below the limit that reach it together.

    Fewer are enough when each stands just below the limit.
    """
    small = [(day, one, value) for one, (day, value) in worth.items() if value < limit]
    for run in _windows(small, sizes["days"]):
        if len(run) >= sizes["at_least"] and sum(value for _, _, value in run) >= limit:
            yield run
    just_below = limit * (1 - sizes["just_below_percent"] / 100)
    near = [entry for entry in small if entry[2] >= just_below]
    for run in _windows(near, sizes["days"]):
        if len(run) >= sizes["at_least_just_below"]:
            yield run


def split(lines: Iterable[Line], sizes: Mapping[str, Any]) -> dict[str, dict[str, Any]]:
    """The run each shipment belongs to; ``{}`` where it was looked for and there is none."""
    groups: dict[tuple[str, ...], list[Line]] = {}
    found: dict[str, dict[str, Any]] = {}
    for line in lines:
        if line.user and line.exact and line.hs6 and line.currency in sizes["limits"]:
            key = (line.exporter, line.user, line.hs6, line.currency)
            groups.setdefault(key, []).append(line)
            found.setdefault(line.shipment, {})
    for (_, _, code, currency), group in groups.items():
        limit = sizes["limits"][currency]
        for run in _runs(_value_by_shipment(group), sizes, limit):
            told = {
                "shipments": [one for _, one, _ in run][:SHOWN],
                "count": len(run),
                "total": round(sum(value for _, _, value in run), 2),
                "currency": currency,
                "limit": limit,
                "hs6": code,
                "days": (run[-1][0] - run[0][0]).days,
            }
            for _, one, _ in run:
                found[one] = told
    return found
