"""Which candidate stands first? In: candidates; out: the same, best first.

Verdict, strength of the gate, how much of the text the name takes, tests met and the weight of
the words count together. Then each EU code shows its best entry before any shows its second.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from catchall.classify.evaluate import Candidate
from catchall.classify.goods import Goods

_VERDICT = {"meets": 3.0, "judge": 2.2, "unknown": 2.0, "fails": 0.8, "near": 0.0}
_CLOSED = 0.2  # a candidate whose kind is denied
_KINDS = {
    "D": frozenset({"software", "program", "source", "firmware", "code"}),
    "E": frozenset({"technology", "technical", "drawing", "blueprint", "know", "training"}),
}
_WORDS, _KIND = 1.2, 0.8  # what the words of the text weigh; what another kind costs


@dataclass(frozen=True)
class Weighed:
    """A candidate with what its place rests on."""

    candidate: Candidate
    words: float  # relative weight of the words of the text, 0 to 1

    def place(self, goods: Goods) -> float:
        """The higher, the earlier."""
        one, gate = self.candidate, self.candidate.gate
        base = _VERDICT[one.verdict]
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


def _letters(one: Candidate) -> set[str]:
    return {code[1] for code in one.entry.eu if len(code) > 1 and code[0].isdigit()}


def _other(goods: Goods, one: Candidate) -> float:
    """Software and technology stand behind goods, unless the text speaks of them."""
    letters = _letters(one)
    spoken = {k for k, words in _KINDS.items() if any(t.word in words for t in goods.tokens)}
    fits = bool(letters & spoken) if spoken else not letters <= {"D", "E"}
    return 0.0 if fits or not letters else _KIND


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
