"""Which entries could the item fall under at all, and how strongly do its words say so?

In: goods; out: entries by number. Names, CAS and HS numbers point first; then the words alone
(``retrieve``): strong ones open a question, weak ones only show the entry as near.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from catchall.classify.gates import STRENGTH, Gate
from catchall.classify.goods import Goods
from catchall.classify.kinds import fits
from catchall.classify.retrieve import scores, stem, terms
from catchall.classify.unit_words import UNIT_OF
from catchall.records import Answer

MOST = 12  # entries the words alone may point to
_BESIDE = 0.5  # what a word after "for" counts against an entry that does not have it
_LEAST_SHARE, _LEAST_WORDS, _LEAST_MASS = 0.6, 3, 8.0


@dataclass(frozen=True)
class Pointed:
    """How strongly the words point to an entry: relative weight 0 to 1, and which words."""

    weight: float
    strong: bool
    words: tuple[str, ...] = ()


def _worded(goods: Goods) -> Iterator[tuple[str, int]]:
    """The words of the text with their place: no units after numbers."""
    for at, token in enumerate(goods.tokens):
        measures = at > 0 and goods.tokens[at - 1].word.isdigit() and token.word in UNIT_OF
        if not measures:
            yield token.word, at


def _own_words(goods: Goods) -> Iterator[tuple[str, int]]:
    """The words that say what the goods are: nothing secondary, no empty words."""
    for word, at in _worded(goods):
        beside = goods.where.after[at] and not goods.where.bare[at]
        if not (beside or word in goods.law.vague):
            yield word, at


def _heads(goods: Goods, own: list[tuple[str, int]]) -> set[str]:
    """The last word of the first statement, which is the thing itself, as terms."""
    first = [
        word
        for word, at in own
        if goods.where.statement[at] == goods.where.statement[own[0][1]]
    ]
    counted = list(terms(first))
    return set(counted[-1:])


def _is_strong(
    goods: Goods, number: int, words: tuple[set[str], set[str]], heads: set[str]
) -> tuple[bool, set[str]]:
    """Do enough rare words name the entry's goods, the head among them? And which do?"""
    index, (own, beside) = goods.law.index, words
    has = own & index.naming[number]
    held = sum(index.rarity[term] for term in has)
    mass = _mass(goods, own) + _BESIDE * _mass(goods, beside - index.naming[number])
    strong = (
        len(has) >= _LEAST_WORDS
        and held >= _LEAST_MASS
        and held >= _LEAST_SHARE * mass
        and (heads <= has or len(has) > _LEAST_WORDS)
        and fits(goods, goods.law.lawbook.entries[number])
    )
    return strong, has


def _mass(goods: Goods, words: set[str]) -> float:
    index = goods.law.index
    return sum(index.rarity.get(term, index.rarest) for term in words)


def by_words(goods: Goods) -> dict[int, Pointed]:
    """The entries the words alone point to, the best ``MOST`` of them."""
    weights = scores(goods.law.index, (word for word, _ in _worded(goods)))
    own_words = list(_own_words(goods))
    if not own_words or not weights.size or float(weights.max()) <= 0:
        return {}
    own = set(terms(word for word, _ in own_words))
    beside = set(terms(word for word, _ in _worded(goods))) - own - set(terms(goods.law.vague))
    heads = _heads(goods, own_words)
    top = float(weights.max())
    best = np.argsort(-weights, kind="stable")[:MOST]
    made = {}
    for number in map(int, best):
        if weights[number] > 0:
            strong, has = _is_strong(goods, number, (own, beside), heads)
            words = tuple(w for w, _ in own_words if stem(w) in has)
            made[number] = Pointed(float(weights[number]) / top, strong, words)
    return made


def named(goods: Goods) -> set[int]:
    """The entries that names, designations, CAS or HS numbers of the item point to."""
    law = goods.law
    found = {n for subject in goods.found for n in law.subjects.get(subject, ())}
    found.update(n for cas in goods.cas for n in law.by_cas.get(cas, ()))
    if goods.hs:
        found.update(n for code, n in law.by_hs if goods.hs.startswith(code))
    return found


def opened(pointed: Pointed, title: str) -> Gate:
    """The gate of goods that only their words point to: a question, never an answer."""
    quoted = ", ".join(f'"{word}"' for word in dict.fromkeys(pointed.words))
    return Gate(Answer.UNKNOWN, STRENGTH["words"], f"the words {quoted} point to {title}")
