"""What was used up before under one paper. In: lines of trade; out: use by shipment and paper.

A paper is a licence or an end-user certificate, known by its number. A shipment counts as used
up before another when its day lies before; on one day the order of the input counts. Where the
days do not tell, the use is only possible: it stands under ``maybe``. No ceiling is known here.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from catchall.dates import Span
from catchall.determine.traded import Line

Numbers = Callable[[Line], Iterable[str]]
Place = tuple[date, int]  # the day, and the place in the input
Tally = dict[str, float]
FIRST, LAST = date.min, date.max
LATEST = 2**62
SHOWN = 10
DIGITS = 6  # of a sum: what binary fractions add beyond is no use of a licence


def _with(one: Tally, other: Tally, sign: int = 1) -> Tally:
    keys = dict.fromkeys((*one, *other))
    return {key: one.get(key, 0.0) + sign * other.get(key, 0.0) for key in keys}


def _tally(lines: Iterable[Line]) -> Tally:
    """Lines, and by unit and by currency how many state it and how much it is together."""
    found: Tally = {}
    for line in lines:
        worth = {line.currency: line.value} if line.currency and line.value is not None else {}
        told: Tally = {"lines": 1}
        for unit, amount in {**line.measures, **worth}.items():
            told |= {f"stated {unit}": 1, f"amount {unit}": amount}
        found = _with(found, told)
    return found


@dataclass(frozen=True)
class _Use:
    """What one shipment uses of one paper, and when."""

    shipment: str
    when: Span | None
    place: int
    tally: Tally
    sole: bool  # the lines name no other paper of the kind

    @property
    def exact(self) -> bool:
        """Is the day itself known, and that it is under this paper?"""
        return self.sole and self.when is not None and self.when.first == self.when.last


class _Sums:
    """Sums of uses up to a key, for any key: one pass, not one for each shipment."""

    def __init__(self, uses: Iterable[_Use], key: Callable[[_Use], Place]) -> None:
        ordered = sorted(((key(use), use) for use in uses), key=lambda pair: pair[0])
        self._keys = [place for place, _ in ordered]
        self._ids = [use.shipment for _, use in ordered]
        self._sums: list[Tally] = [{}]
        for _, use in ordered:
            self._sums.append(_with(self._sums[-1], use.tally))

    def below(self, key: Place) -> tuple[Tally, list[str]]:
        """The sum of what stands before the key, and the last shipments of it."""
        at = bisect_left(self._keys, key)
        return self._sums[at], self._ids[max(0, at - SHOWN) : at]

    def upto(self, key: Place) -> tuple[Tally, list[str]]:
        """The same with what stands on the key."""
        at = bisect_right(self._keys, key)
        return self._sums[at], self._ids[max(0, at - SHOWN) : at]


@dataclass(frozen=True)
class _Paper:
    """All uses of one paper, ready to be asked what came before a shipment."""

    uses: Mapping[str, _Use]
    exact: _Sums = field(init=False)
    begun: _Sums = field(init=False)
    ended: _Sums = field(init=False)

    def __post_init__(self) -> None:
        sharp = [use for use in self.uses.values() if use.exact]
        wide = [use for use in self.uses.values() if not use.exact]
        sure = [use for use in wide if use.sole]
        object.__setattr__(self, "exact", _Sums(sharp, _first))
        object.__setattr__(self, "begun", _Sums(wide, _first))
        object.__setattr__(self, "ended", _Sums(sure, _last))

    def before(self, when: Span | None, place: int, own: _Use | None) -> dict[str, Any]:
        """What was used before that day, ``sure``, and with what may have been, ``most``."""
        first, last = (when.first, when.last) if when else (FIRST, LAST)
        day = first == last
        sharp, ids = self.exact.below((first, place if day else -1))
        wide, more = self.ended.below((first, -1))
        sure = _with(sharp, wide)
        sharp, _ = self.exact.below((last, place)) if day else self.exact.upto((last, LATEST))
        wide, _ = self.begun.upto((last, LATEST))
        most = _with(sharp, wide)
        if own is not None and not own.exact:
            most = _with(most, own.tally, -1)
        return {"sure": _plain(sure), "most": _plain(most), "shipments": [*ids, *more][-SHOWN:]}


def _first(use: _Use) -> Place:
    return (use.when.first if use.when else FIRST), use.place


def _last(use: _Use) -> Place:
    return (use.when.last if use.when else LAST), use.place


def _plain(tally: Tally) -> dict[str, float]:
    rounded = {key: round(amount, DIGITS) for key, amount in tally.items()}
    return {key: amount for key, amount in rounded.items() if amount}


def _named(lines: Iterable[Line]) -> list[tuple[str, Line]]:
    """Each line with its shipment; a line of the history without one stands alone."""
    return [(line.shipment or f"line {at}", line) for at, line in enumerate(lines)]


def _papers(
    lines: Sequence[tuple[str, Line]], numbers: Numbers, places: Mapping[str, int]
) -> dict[str, _Paper]:
    """The papers that lines name, by number, with what each shipment uses of them."""
    held: dict[str, dict[str, list[Line]]] = {}
    for shipment, line in lines:
        for number in numbers(line):
            held.setdefault(number, {}).setdefault(shipment, []).append(line)
    return {
        number: _Paper({one: _use(one, places[one], mine, numbers) for one, mine in by.items()})
        for number, by in held.items()
    }


def _use(shipment: str, place: int, lines: Sequence[Line], numbers: Numbers) -> _Use:
    days = {line.shipped for line in lines}
    when = next(iter(days)) if len(days) == 1 else None
    sole = all(len(tuple(numbers(line))) == 1 for line in lines)
    return _Use(shipment, when, place, _tally(lines), sole)


def drawn(
    now: Sequence[Line],
    past: Sequence[Line],
    numbers: Numbers,
    also: Callable[[Line], Iterable[str]],
) -> dict[str, dict[str, Any]]:
    """What was used before each shipment of ``now`` under each paper that could be its own?

    ``past`` is the history, before ``now`` where days are the same. ``also`` names papers that
    a line does not name and that could be about it. A paper that no other shipment used has
    no key.
    """
    lines = _named([*past, *now])
    places: dict[str, int] = {}
    for shipment, _ in lines:
        places.setdefault(shipment, len(places))
    papers = _papers(lines, numbers, places)
    found: dict[str, dict[str, Any]] = {line.shipment: {} for line in now}
    for line in now if papers else ():
        held = found[line.shipment]
        for number in dict.fromkeys((*numbers(line), *also(line))):
            if number in papers and number not in held:
                own = papers[number].uses.get(line.shipment)
                when = own.when if own else line.shipped
                held[number] = papers[number].before(when, places[line.shipment], own)
    return {
        shipment: {number: one for number, one in held.items() if one["most"]}
        for shipment, held in found.items()
    }
