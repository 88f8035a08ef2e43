"""Which candidate stands first? In: candidates; out: the same, best first.

Verdict, strength of the gate, how much of the text the name takes, tests met and the weight of
the words count together. Then each EU code shows its best entry before any shows its second.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from catchall.classify.evaluate import Candidate
from catchall.classify.goods import Goods
from catchall.classify.kinds import fits

_VERDICT = {"meets": 3.0, "judge": 2.2, "unknown": 2.0, "fails": 0.8, "near": 0.0}
_BOUND = 2.5  # what a list that binds for some destinations only stands behind
_CLOSED = 0.2  # a candidate whose kind is denied
_WORDS, _KIND = 1.2, 0.8  # what the words of the text weigh; what another kind costs


@dataclass(frozen=True)
class Weighed:
    """A candidate with what its place rests on."""

    candidate: Candidate
    words: float  # relative weight of the words of the text, 0 to 1

    def place(self, goods: Goods) -> float:
        """The higher, the earlier."""
        one, gate = self.candidate, self.candidate.gate
        base = _VERDICT[one.verdict] - _BOUND * bool(one.entry.destinations)
        if gate is not None and gate.strength == 0:
            base = _CLOSED
        strength = gate.strength if gate else 0.0
        named = strength + one.score / 2 + _specific(one)
        return base + named + _WORDS * self.words - _other(goods, one)


def _specific(one: Candidate) -> float:
    """How much of the text the words of the gate take: a long name says more than a short."""
    spans = one.gate.spans if one.gate else ()
    longest = max((end - start for start, end in spans), default=0)
    return min(longest / 40, 0.5)


def _other(goods: Goods, one: Candidate) -> float:
    """Software and technology stand behind goods, unless the text speaks of them."""
    return 0.0 if fits(goods, one.entry) else _KIND


def _codes(one: Candidate) -> tuple[str, ...]:
    return tuple(code.split(".")[0] for code in one.entry.eu)


def distinct(found: Iterable[Candidate]) -> tuple[Candidate, ...]:
    """The same order, but an entry whose codes all stand above already comes after others."""
    seen: set[str] = set()
    first: list[Candidate] = []
    later: list[Candidate] = []
    for one in found:
        codes = _codes(one) or (one.entry.id,)
        (later if seen.issuperset(codes) else first).append(one)
        seen.update(codes)
    return (*first, *later)


def ordered(goods: Goods, found: Iterable[Weighed]) -> tuple[Candidate, ...]:
    """Best first; each EU code shows its best entry before any shows its second."""
    best = sorted(found, key=lambda one: (-one.place(goods), one.candidate.entry.id))
    return distinct(weighed.candidate for weighed in best)
