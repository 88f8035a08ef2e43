"""Who is owned by whom, and how much of a firm is held by certain owners. No law, no list.

In: rows of the table of owners and a day. Out: ``Stake``s, and what they come to. Shares are
exact numbers, added up in any order. A share that is not known counts as nothing where a sum
must be reached for certain, and as everything where it must be ruled out.
"""

from collections import defaultdict, deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from catchall.dates import Span
from catchall.determine.joins import cell
from catchall.determine.reading import after, span
from catchall.records import Answer
from catchall.text.countries import country_code
from catchall.text.firms import party_key
from catchall.text.normal import fold
from catchall.text.shares import WHOLE, read_share

Row = Mapping[str, Any]
CONTROL = "control"
NONE = Decimal(0)


@dataclass(frozen=True)
class Stake:
    """One owner's hold on one firm. ``share`` None is not known; ``doubt`` "" is certain.

    Control without a share owns nothing. ``said`` is what must be told of it though it counts.
    """

    party: str
    owner: str
    share: Decimal | None
    control: bool
    doubt: str
    said: str
    row: Row

    @property
    def below(self) -> str:
        """The key of the firm that is held."""
        return party_key(self.party)

    @property
    def above(self) -> str:
        """The key of the owner.

        A firm and its owner often differ in their legal form alone: then it is the whole name.
        """
        key = party_key(self.owner)
        return fold(self.owner) if key == self.below else key

    def worth(self, *, at_most: bool) -> Decimal:
        """Percent that it counts for certain, or that it can count at most."""
        if self.doubt and not at_most:
            return NONE
        return (WHOLE if at_most else NONE) if self.share is None else self.share


@dataclass(frozen=True)
class Limit:
    """From which share a firm counts as owned, and whether control alone counts too."""

    percent: Decimal
    above: bool  # more than the percent, else that percent is enough
    control: bool

    @property
    def words(self) -> str:
        """The limit as a sentence has it.

        >>> Limit(Decimal(50), above=True, control=False).words
        'more than 50 %'
        """
        percent = shown(self.percent)
        return f"more than {percent}" if self.above else f"{percent} or more"

    def reached(self, total: Decimal) -> bool:
        """Is the limit reached by that many percent together?"""
        return total > self.percent if self.above else total >= self.percent

    def held(self, stakes: Iterable[Stake], *, at_most: bool) -> bool:
        """Do these stakes in one firm reach the limit, or control it?"""
        rules = [one for one in stakes if one.control and (at_most or not one.doubt)]
        return bool(self.control and rules) or self.reached(total(stakes, at_most=at_most))


def shown(percent: Decimal) -> str:
    """Percent as people write it.

    >>> shown(Decimal("50.00")), shown(Decimal("33.4"))
    ('50 %', '33.4 %')
    """
    text = f"{percent:f}"
    return f"{text.rstrip('0').rstrip('.') if '.' in text else text} %"


def total(stakes: Iterable[Stake], *, at_most: bool = False) -> Decimal:
    """What the stakes come to together, in percent."""
    return sum((one.worth(at_most=at_most) for one in stakes), NONE)


def _running(row: Row, day: Span | None) -> Answer:
    """Is the row in force on the day? Both its days count; a row without days always is."""
    begins, ends = span(cell(row, "from")), span(cell(row, "to"))
    if not begins and not ends:
        return Answer.YES
    if day is None:
        return Answer.UNKNOWN
    early = after(begins, day) if begins else Answer.NO
    late = after(day, ends) if ends else Answer.NO
    if Answer.YES in (early, late):
        return Answer.NO
    return Answer.UNKNOWN if Answer.UNKNOWN in (early, late) else Answer.YES


def _elsewhere(row: Row, homes: Mapping[str, frozenset[str]]) -> str:
    """The country of the firm in the row when it is none of those where the firm is known."""
    told = cell(row, "party_country")
    known = homes.get(party_key(cell(row, "party")), frozenset())
    code = country_code(told) if told else ""
    return code if code and known and code not in known else ""


def _doubts(row: Row, day: Span | None, homes: Mapping[str, frozenset[str]]) -> Iterator[str]:
    if _running(row, day) is Answer.UNKNOWN:
        dates = " to ".join(cell(row, column) or "?" for column in ("from", "to"))
        yield f"whether the row of {dates} is in force on the day is not known"
    if country := _elsewhere(row, homes):
        yield f"the row is about a firm in {country}"


def _stake(row: Row, day: Span | None, homes: Mapping[str, frozenset[str]]) -> Stake:
    control, share = cell(row, "kind") == CONTROL, read_share(cell(row, "share"))
    undated = not cell(row, "from") and not cell(row, "to")
    return Stake(
        party=cell(row, "party"),
        owner=cell(row, "owner"),
        share=NONE if control and share is None else share,
        control=control,
        doubt="; ".join(_doubts(row, day, homes)),
        said="no dates, counted as in force" if undated else "",
        row=row,
    )


def _same(stake: Stake) -> tuple[Any, ...]:
    dates = (cell(stake.row, "from"), cell(stake.row, "to"))
    return (stake.below, stake.above, stake.share, stake.control, *dates)


def stakes(
    rows: Iterable[Row], day: Span | None, homes: Mapping[str, frozenset[str]]
) -> tuple[Stake, ...]:
    """The stakes in force on the day; rows that say the same of the same owner count once.

    A firm's stake in itself is none. ``day`` None is not known: dated rows are in doubt.
    ``homes`` are the countries of firms, by key: a row about another country is in doubt.
    """
    running = (row for row in rows if _running(row, day) is not Answer.NO)
    held = [_stake(row, day, homes) for row in running]
    others = [one for one in held if fold(one.owner) != fold(one.party)]
    surest_last = sorted(others, key=lambda one: not one.doubt)
    return tuple({_same(one): one for one in surest_last}.values())


def counted(
    held: Sequence[Stake], listed: Iterable[str], limit: Limit, *, at_most: bool = False
) -> frozenset[str]:
    """The keys of ``listed``, and of every firm that those counted hold to the limit.

    The least such set: a circle of firms that hold each other does not count by itself.
    """
    of: defaultdict[str, list[Stake]] = defaultdict(list)
    for stake in held:
        of[stake.above].append(stake)
    sums: defaultdict[str, Decimal] = defaultdict(lambda: NONE)
    found = set(listed)
    waiting = deque(sorted(found))
    while waiting:
        for stake in of[waiting.popleft()]:
            below = stake.below
            sums[below] += stake.worth(at_most=at_most)
            reached = limit.reached(sums[below]) or limit.held([stake], at_most=at_most)
            if reached and below not in found:
                found.add(below)
                waiting.append(below)
    return frozenset(found)


def too_much(held: Iterable[Stake]) -> dict[str, Decimal]:
    """The firms whose known shares add up to more than the whole, with their sum."""
    sums: defaultdict[str, Decimal] = defaultdict(lambda: NONE)
    names: dict[str, str] = {}
    for stake in held:
        names.setdefault(stake.below, stake.party)
        sums[stake.below] += stake.worth(at_most=False)
    return {names[key]: percent for key, percent in sums.items() if percent > WHOLE}
