"""What to ask, in the order of its power. In: candidates; out: characteristics, best first.

An answer settles a candidate when it alone can make it fail or be met. The first question
settles most; each next one settles most of what the earlier ones leave.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from catchall.classify.evaluate import Candidate
from catchall.classify.settles import DESCRIPTION


@dataclass(frozen=True)
class Question:
    """A characteristic to ask for, and the entries its answer can decide."""

    name: str
    entries: tuple[str, ...]


def _power(one: Candidate, name: str) -> float:
    return one.settles.get(name, 0.0) * (one.score + 0.1)


def _best(names: Iterable[str], left: Iterable[Candidate], every: Iterable[Candidate]) -> str:
    left, every = list(left), list(every)
    return max(
        names,
        key=lambda name: (
            sum(_power(one, name) for one in left),
            sum(_power(one, name) for one in every),
            name != DESCRIPTION,
        ),
    )


def asked(candidates: Iterable[Candidate]) -> tuple[Question, ...]:
    """The questions still open, each with the entries it can decide, the most telling first."""
    still = [one for one in candidates if one.verdict == "unknown"]
    names = dict.fromkeys(name for one in still for name in one.ask)
    left, made = list(still), []
    while names:
        name = _best(names, left, still)
        del names[name]
        decided = tuple(one.entry.id for one in still if one.settles.get(name))
        made.append(Question(name, decided))
        left = [one for one in left if not one.settles.get(name)]
    return tuple(made)
