"""One entry against one item, in three values. In: goods, entry, day; out: a candidate.

A missing characteristic is UNKNOWN, never NO; what only a person can judge is always UNKNOWN.
An exclusion takes goods off the list only once it is shown: until then they meet the entry, and
what the exclusion rests on stays a question.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from typing import Any

from catchall.classify.gates import Gate, doubted, gate, of_class
from catchall.classify.goods import Goods
from catchall.classify.numbers import Bound, Measured
from catchall.classify.parameters import Known, given, known
from catchall.classify.settles import DESCRIPTION, powers
from catchall.dates import in_force
from catchall.law import tree, units
from catchall.law.model import Asked, Entry, Excepted, Group, Judged, OfKind, Test, Version
from catchall.records import Answer

ORDER = ("meets", "judge", "unknown", "fails")


@dataclass(frozen=True)
class Candidate:
    """An entry the item may fall under: its verdict, how strongly, why, and what to ask."""

    entry: Entry
    verdict: str
    score: float
    reasons: tuple[str, ...]
    ask: tuple[str, ...] = ()
    judge: tuple[str, ...] = ()
    gate: Gate | None = None
    version: Version | None = None
    settles: Mapping[str, float] = field(default_factory=dict)
    share: float = 0.0


def _answer(holds: bool, fails: bool) -> Answer:  # noqa: FBT001
    return Answer.YES if holds else Answer.NO if fails else Answer.UNKNOWN


def _below(low: Bound, high: Bound, limit: Fraction) -> Answer:
    return _answer(high < limit, low >= limit)


def _above(low: Bound, high: Bound, limit: Fraction) -> Answer:
    return _answer(low > limit, high <= limit)


def compare(value: Measured, comparison: str, limits: tuple[Fraction, ...]) -> Answer:
    """Does every value the span can be satisfy the comparison? NO when none does.

    ``limits`` are in the unit of ``value``.
    """
    low, high, first, last = value.low, value.high, limits[0], limits[-1]
    at_least, under = tree.opposite(_below(low, high, first)), _below(low, high, last)
    at_most = tree.opposite(_above(low, high, last))
    answers = {
        "<": under,
        "<=": at_most,
        ">": _above(low, high, first),
        ">=": at_least,
        "==": tree.both((at_least, at_most)),
        "between": tree.both((at_least, at_most)),
        "between_ho": tree.both((at_least, under)),
    }
    return answers[comparison]


def _limits(test: Test, unit: str) -> tuple[Fraction, ...]:
    """The numbers of the test in the unit that the characteristic is held in."""
    line = units.linear(test.unit, unit)
    assert line is not None  # noqa: S101  # the loader refuses another dimension
    values = test.value if isinstance(test.value, tuple) else (test.value,)
    return tuple(Fraction(str(value)) * line[0] + line[1] for value in values)


def _words(found: Known, wanted: frozenset[str], comparison: str) -> Answer:
    values = found.value
    assert isinstance(values, frozenset)  # noqa: S101
    if comparison == "intersects":  # what a text does not say, it does not exclude
        return _answer(bool(values & wanted), found.full)
    return _answer(values <= wanted, not values & wanted)


def _tested(test: Test, found: Known, unit: str) -> Answer:
    if isinstance(found.value, Measured):
        return compare(found.value, test.comparison, _limits(test, unit))
    if isinstance(found.value, bool):
        return _answer(found.value is test.value, found.value is not test.value)
    if found.value is None:
        return Answer.UNKNOWN
    wanted = test.value if isinstance(test.value, tuple) else (test.value,)
    return _words(found, frozenset(wanted), test.comparison)


def shown(test: Test) -> str:
    """The limit of a test in words: "<= 5 mm", "between 12 and 50 mm", "in sheet, plate"."""
    value: Any = test.value
    if isinstance(value, bool):
        return "must be yes" if value else "must be no"
    if isinstance(value, tuple):
        if test.comparison == "between_ho":
            return f">= {value[0]} and < {value[1]} {test.unit}"
        joined = (" and " if test.unit else ", ").join(map(str, value))
        return f"{test.comparison} {joined} {test.unit}".strip()
    return f"{test.comparison} {value} {test.unit}".strip()


def _substance(goods: Goods, entry: Entry, test: Test) -> tuple[Answer, str]:
    """Is it the substance? A CAS number decides before a name; numbers are not unique."""
    wanted = test.value if isinstance(test.value, tuple) else (test.value,)
    same = [number for number in goods.cas if number in wanted]
    named = goods.roles(f"entry:{entry.id}", "aliases")
    if same:
        return Answer.YES, f"CAS {same[0]}"
    if goods.cas:
        answer = Answer.UNKNOWN if named else Answer.NO
        return answer, f"CAS {', '.join(goods.cas)} against {', '.join(wanted)}"
    if named:
        return Answer.YES, f'"{goods.quote(named[0])}" names the substance'
    return Answer.UNKNOWN, "CAS number or exact name not given"


@dataclass(frozen=True)
class _Item:
    goods: Goods
    entry: Entry
    day: date

    def leaf(self, leaf: tree.Leaf) -> tuple[Answer, str]:
        """The answer to one leaf of this entry for these goods, with what was found."""
        if isinstance(leaf, Test):
            return self._test(leaf)
        if isinstance(leaf, Excepted):
            return self._excepted(leaf)
        if isinstance(leaf, OfKind):
            return self._of_kind(leaf)
        asks = leaf.asks if isinstance(leaf, Judged) else leaf.predicate
        return Answer.UNKNOWN, f"a person must judge: {asks}"

    def _test(self, test: Test) -> tuple[Answer, str]:
        if test.characteristic == "cas":
            return _substance(self.goods, self.entry, test)
        about = self.goods.law.lawbook.characteristics[test.characteristic]
        found = known(self.goods, about)
        return _tested(test, found, about.unit), f"{found.why}, {shown(test)}"

    def _of_kind(self, leaf: OfKind) -> tuple[Answer, str]:
        if leaf.goods == self.entry.gate:
            kind = _kind(self)
            return (kind.answer, kind.why) if kind else (Answer.UNKNOWN, "kind not said")
        return of_class(self.goods, leaf.goods)

    def _excepted(self, leaf: Excepted) -> tuple[Answer, str]:
        other = self.goods.law.entries[leaf.entry]
        item = _Item(self.goods, other, self.day)
        kind = _kind(item)
        version = in_force(other.versions, self.day)
        if kind is None or version is None or version.when is None:
            return Answer.NO, f"nothing points to {other.id}"
        answer = _whole(item, kind, version).answer
        why = f"{answer.value} under {other.id} ({other.title})"
        if answer is not Answer.UNKNOWN:
            return answer, why
        # controlled under the one or the other: not knowing which never takes it off both
        return Answer.NO, f"{why}, whose code takes precedence once it is met"


def _met(item: _Item, test: Test) -> bool:
    """Does a number of the text, or a parameter given, meet this limit?"""
    about = item.goods.law.lawbook.characteristics.get(test.characteristic)
    if about is None or about.id == "cas":
        return False
    stated = about.kind == "number" or given(item.goods, about) is not None
    return stated and item.leaf(test)[0] is Answer.YES


def _kind(item: _Item) -> Gate | None:
    """The gate; a NO is only a doubt once the item is known to meet a limit of the entry."""
    made = gate(item.goods, item.entry)
    if made is None or made.answer is not Answer.NO:
        return made
    tests = (
        leaf
        for version in item.entry.versions
        if version.when is not None
        for leaf in tree.leaves(version.when)
        if isinstance(leaf, Test)
    )
    return doubted(made) if any(_met(item, test) for test in tests) else made


@dataclass(frozen=True)
class _Done:
    answer: Answer
    reasons: tuple[str, ...]
    open: tuple[tree.Leaf, ...]
    share: float  # of the tests written, how many are YES
    answers: Mapping[int, Answer]


def _leaves_open(when: tree.Evaluated, lifted: tree.Evaluated) -> tuple[tree.Leaf, ...]:
    """What to ask: the tests first; an exclusion only once nothing but it is in the way."""
    return when.open if when.answer is Answer.UNKNOWN else lifted.open


def _whole(item: _Item, kind: Gate, version: Version) -> _Done:
    assert version.when is not None  # noqa: S101  # the callers left repealed versions out
    tested: list[Answer] = []
    answers: dict[int, Answer] = {}

    def leaf(one: tree.Leaf) -> tuple[Answer, str]:
        answer, why = item.leaf(one)
        answers[id(one)] = answer
        tested.extend([answer] if isinstance(one, Test) else [])
        return answer, why

    when = tree.evaluate(version.when, leaf)
    share = tested.count(Answer.YES) / max(len(tested), 1)
    lifted = tree.evaluate(Group("any", version.exclusions), leaf)
    taken_off = Answer.YES if lifted.answer is Answer.YES else Answer.NO
    answer = tree.both((kind.answer, when.answer, tree.opposite(taken_off)))
    excluded = tuple(f"excluded? {reason}" for reason in lifted.reasons)
    reasons = (f"{kind.answer.value}: {kind.why}", *when.reasons, *excluded)
    still = () if answer is Answer.NO else _leaves_open(when, lifted)
    return _Done(answer, reasons, still, share, answers)


def _verdict(kind: Gate, done: _Done) -> str:
    if done.answer is not Answer.UNKNOWN:
        return "meets" if done.answer is Answer.YES else "fails"
    human = all(isinstance(leaf, (Judged, Asked)) for leaf in done.open)
    return "judge" if human and kind.answer is Answer.YES else "unknown"


def _questions(kind: Gate, done: _Done) -> tuple[str, ...]:
    """What to ask: the description where it could be of the kind, and each open test."""
    named = [leaf.characteristic for leaf in done.open if isinstance(leaf, Test)]
    unsure = done.answer is Answer.UNKNOWN and kind.answer is Answer.UNKNOWN
    of_kind = any(isinstance(leaf, OfKind) for leaf in done.open)
    return tuple(dict.fromkeys([DESCRIPTION] * (unsure or of_kind) + named))


def _decided(item: _Item, kind: Gate, version: Version) -> Candidate:
    done = _whole(item, kind, version)
    ask, verdict = _questions(kind, done), _verdict(kind, done)
    judge = [leaf.asks for leaf in done.open if isinstance(leaf, Judged)]

    def answered(leaf: tree.Leaf) -> Answer:
        return done.answers[id(leaf)]

    return Candidate(
        item.entry,
        verdict,
        round(kind.strength * (0.5 + done.share / 2), 3),
        done.reasons,
        ask,
        tuple(dict.fromkeys(judge)),
        kind,
        version,
        powers(ask, kind.answer, version, answered) if verdict == "unknown" else {},
        done.share,
    )


def _not_held(entry: Entry, kind: Gate, day: date) -> Candidate:
    """Repealed, or a day before the first text we hold: then nothing is known of the list."""
    reason, first = f"{kind.answer.value}: {kind.why}", entry.versions[0].start
    if day >= first:
        return Candidate(entry, "fails", 0.0, (reason, f"not in force on {day}"), gate=kind)
    held = f"unknown: the list of that day is not held (held from {first})"
    score, settles = kind.strength / 2, {"list": 1.0}
    return Candidate(
        entry, "unknown", score, (reason, held), ("list",), gate=kind, settles=settles
    )


def candidate(
    goods: Goods, entry: Entry, day: date, opened: Gate | None = None
) -> Candidate | None:
    """Does the item meet the entry as it stands on the day? None when nothing points to it.

    ``opened``: the gate where no name, designation or number points to the entry.
    """
    item = _Item(goods, entry, day)
    kind = _kind(item) or opened
    if kind is None:
        return None
    reason = f"{kind.answer.value}: {kind.why}"
    if kind.answer is Answer.NO:
        return Candidate(entry, "fails", 0.0, (reason,), gate=kind)
    version = in_force(entry.versions, day)
    if version is None or version.when is None:
        return _not_held(entry, kind, day)
    return _decided(item, kind, version)


@dataclass(frozen=True)
class Limit:
    """One limit of an entry beside what is known: met (YES), not met (NO), or not known.

    ``name`` is the characteristic, empty where only the words or a person decide; ``given``
    what is known and whence; ``excludes``: met, it takes the goods off the entry.
    """

    name: str
    answer: Answer
    given: str
    limit: str
    cite: str
    excludes: bool = False


def limits(goods: Goods, entry: Entry, day: date) -> tuple[Limit, ...]:
    """Which limits does the entry set on the day, and which of them do the goods meet?

    Each is told by itself: which of them must be met together is for ``candidate``. Empty
    where the entry is not in force on the day, or its text of that day is not held.
    """
    version = in_force(entry.versions, day)
    if version is None or version.when is None:
        return ()
    item = _Item(goods, entry, day)
    sought = tree.leaves(version.when)
    lifted = tree.leaves(Group("any", version.exclusions))
    return (
        *(_limit(item, leaf, excludes=False) for leaf in sought),
        *(_limit(item, leaf, excludes=True) for leaf in lifted),
    )


def _limit(item: _Item, leaf: tree.Leaf, *, excludes: bool) -> Limit:
    answer, why = item.leaf(leaf)
    if not isinstance(leaf, Test):
        return Limit("", answer, why, "", leaf.cite, excludes)
    limit = shown(leaf)
    given = why.removesuffix(f", {limit}")
    return Limit(leaf.characteristic, answer, given, limit, leaf.cite, excludes)
