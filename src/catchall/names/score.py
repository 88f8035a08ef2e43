"""How alike are two names, and why? In: two names; out: ``NameScore`` with the words aligned.

The arithmetic is in ``kernel``; here it is prepared, and put into words. Lists, indexes and
parties of shipments do not belong here.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from catchall.names.kernel import compare
from catchall.names.letters import ALIKE, NC, NQ, space
from catchall.names.packed import Packed, pack
from catchall.names.parts import LIGHT, Parts, parse
from catchall.names.scan import MOST_PIECES
from catchall.names.threshold import NAME_MATCH
from catchall.text.party import alternatives, take_apart, too_long

_STRETCH = MOST_PIECES
"""Words of a text from which its stretches are compared too: a field with more than a name."""
_SPACE = space()  # scratch memory only: nothing of it outlives a call


@dataclass(frozen=True)
class Aligned:
    """Words of the query, the words of the candidate they stand for, and how alike they are.

    One side is empty for a word that has no partner.
    """

    query: str
    candidate: str
    alike: float
    weight: float


@dataclass(frozen=True)
class NameScore:
    """The likeness of two names: ``score`` 0..1, ``match`` at the threshold, and the reasons.

    ``reading`` is the name that was read from the query and compared; ``aside`` are the words
    that did not count.
    """

    score: float
    match: bool
    why: str
    aligned: tuple[Aligned, ...]
    reading: str
    aside: tuple[str, ...]


def is_person(schema: str) -> bool:
    """Is a record of this kind a person's? Initials and patronymics are read as such."""
    return schema == "Person"


def readings(text: str) -> tuple[Parts, ...]:
    """The names that a party field may hold, taken apart and ready to compare."""
    found = take_apart(text)
    whole = [parse(name, cut=found.cut) for name in found.names]
    parts = [parse(words) for name in found.names for words in _stretches(name)]
    return tuple(dict.fromkeys([*whole, *parts]))


def _stretches(name: str) -> Iterator[str]:
    """The overlapping stretches of a text too long for one name: a name stands in one."""
    pieces = name.split()
    for first in range(
        0, len(pieces) - _STRETCH // 2 if pieces[_STRETCH:] else 0, _STRETCH // 2
    ):
        yield " ".join(pieces[first : first + _STRETCH])


def _groups(left: Parts, right: Parts) -> tuple[Aligned, ...]:
    """The aligned words, as the last comparison left them in the scratch memory."""
    sides = (_SPACE.groups[0, : _SPACE.at[NQ]], _SPACE.groups[1, : _SPACE.at[NC]])
    found = []
    for group in dict.fromkeys(int(number) for number in sides[0] if number >= 0):
        mine = [k for k, number in enumerate(sides[0]) if number == group]
        theirs = [k for k, number in enumerate(sides[1]) if number == group]
        weight = min(sum(left.weights[k] for k in mine), sum(right.weights[k] for k in theirs))
        found.append(
            Aligned(
                " ".join(left.tokens[k] for k in mine),
                " ".join(right.tokens[k] for k in theirs),
                round(float(_SPACE.sims[ALIKE, group]), 3),
                round(weight, 3),
            )
        )
    found += [
        Aligned(left.tokens[k], "", 0.0, round(left.weights[k], 3))
        for k in np.flatnonzero(sides[0] < 0).tolist()
    ]
    found += [
        Aligned("", right.tokens[k], 0.0, round(right.weights[k], 3))
        for k in np.flatnonzero(sides[1] < 0).tolist()
    ]
    return tuple(found)


def _quoted(texts: Iterable[str]) -> str:
    return ", ".join(f"'{text}'" for text in texts)


def _pairs_in_words(aligned: Sequence[Aligned]) -> Iterator[str]:
    if same := [one.query for one in aligned if one.alike == 1.0]:
        yield f"same: {_quoted(same)}"
    for one in aligned:
        if 0.0 < one.alike < 1.0:
            yield f"'{one.query}' read as '{one.candidate}' ({one.alike:.2f})"
    if mine := [one.query for one in aligned if not one.candidate]:
        yield f"only in the party: {_quoted(mine)}"
    if theirs := [one.candidate for one in aligned if not one.query]:
        yield f"only in the listed name: {_quoted(theirs)}"


def _rest_in_words(aligned: Sequence[Aligned], left: Parts, right: Parts) -> Iterator[str]:
    tokens, kinds = (*left.tokens, *right.tokens), (*left.kinds, *right.kinds)
    if light := sorted({one for one, kind in zip(tokens, kinds, strict=True) if kind == LIGHT}):
        yield f"says little: {_quoted(light)}"
    if aside := sorted({*left.aside, *right.aside}):
        yield f"did not count: {_quoted(aside)}"
    if left.cut:
        yield "the party's text may have been cut off at its end"
    alone = [one for one in aligned if one.alike == 0.0]
    if any(a.query.isdigit() for a in alone) and any(a.candidate.isdigit() for a in alone):
        yield "numbers differ"


def _words(aligned: Sequence[Aligned], left: Parts, right: Parts) -> str:
    """The alignment as a sentence."""
    said = (*_pairs_in_words(aligned), *_rest_in_words(aligned, left, right))
    return "; ".join(said) or "no word in common"


def explain(left: Parts, right: Parts, *, person: bool = False) -> NameScore:
    """How alike are these two names, with the words side by side?"""
    packed = pack([left], [False]), pack([right], [person])
    scores = np.zeros((1, 1))
    compare(*packed, np.zeros((1, 1), np.int32), (_SPACE, 0.0), scores)
    value = round(float(scores[0, 0]), 4)
    aligned = _groups(left, right) if left.tokens and right.tokens else ()
    aside = tuple(dict.fromkeys((*left.aside, *right.aside)))
    match = value >= NAME_MATCH.value
    return NameScore(value, match, _words(aligned, left, right), aligned, left.text, aside)


def explain_listed(left: Parts, listed: str, *, person: bool = False) -> NameScore:
    """How alike is a name to a listed field: to the best of the names that it gives?"""
    found = [explain(left, parse(name), person=person) for name in alternatives(listed)]
    return max(found, key=lambda result: result.score)


def score(query: str, candidate: str, *, schema: str = "") -> NameScore:
    """How alike is the name in a party field to a listed name?

    The field may hold more than the name (``text.party``); the best reading counts.
    ``schema`` is the listed record's kind (FollowTheMoney's word; ``Person`` matters).

    >>> score("KAVZEL TRADING COMPANY LLC", "Kavzel Trading Ltd.").score
    1.0
    """
    if problem := too_long(query) or too_long(candidate):
        return NameScore(0.0, match=False, why=problem, aligned=(), reading="", aside=())
    person = is_person(schema)
    found = [explain_listed(left, candidate, person=person) for left in readings(query)]
    empty = NameScore(
        0.0, match=False, why="no name to compare", aligned=(), reading=query, aside=()
    )
    return max(found, key=lambda result: result.score, default=empty)


def score_all(lefts: Sequence[Parts], rights: Packed, pairs: np.ndarray) -> np.ndarray:
    """The scores of many pairs: ``pairs[a]`` are the numbers of the names to compare a with."""
    return score_packed(pack(lefts, [False] * len(lefts)), rights, pairs)


def score_packed(
    lefts: Packed, rights: Packed, pairs: np.ndarray, *, least: float = 0.0
) -> np.ndarray:
    """The same for names already packed; a pair below 0 scores 0.

    Scores from ``least`` on are exact; one that is lower may be any lower number.
    """
    scores = np.zeros(pairs.shape, np.float64)
    compare(lefts, rights, pairs, (_SPACE, least), scores)
    return scores


def pairs(rows: Iterable[tuple[str, str, str]]) -> Iterator[NameScore]:
    """The score of each (query, candidate, schema), in the same order."""
    for query, candidate, schema in rows:
        yield score(query, candidate, schema=schema)
