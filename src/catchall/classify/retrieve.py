"""Which entries do the words of a text point to? In: entries' words, a text; out: weights.

BM25 over fields: how rare a word is among the entries, how often an entry has it, and where.
It nominates and ranks; it never answers whether an entry is met.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from math import log

import numpy as np
from numpy.typing import NDArray

from catchall.classify.words import phrase
from catchall.law import tree
from catchall.law.model import Entry, Judged, Lawbook, Test

Texts = Mapping[str, Sequence[str]]
_K, _B = 1.2, 0.3  # how soon repetition counts no more; how much a long entry is held back
_WEIGHTS = {"title": 2.0, "names": 2.0, "may_be": 1.2, "own": 2.0, "asks": 0.4, "text": 0.5}
_ENDINGS = (
    "isation", "ations", "ation", "ators", "ator", "ating", "ated", "ates", "ings", "ing",
    "ers", "ed", "er", "or", "ors", "es", "al", "ic", "ise", "ive", "ment", "able", "ity",
    "ly", "e", "y", "s",
)  # fmt: skip
_SHORTEST = 4  # letters a stem has at least
_EMPTY = frozenset({
    "a", "an", "and", "any", "are", "as", "at", "be", "by", "can", "could", "do", "does",
    "for", "from", "has", "have", "if", "in", "into", "is", "it", "its", "more", "no",
    "not", "of", "on", "one", "only", "or", "other", "over", "per", "such", "than", "that",
    "the", "their", "them", "these", "this", "those", "to", "under", "up", "use", "used",
    "using", "was", "what", "when", "where", "which", "while", "who", "with", "within",
    "without", "yes", "specially", "designed", "equipment", "system", "goods", "item",
    "kind", "type", "least", "most", "each", "both", "whether", "und", "der", "die", "das",
    "fur", "mit", "von", "de", "la", "le", "les", "du", "des", "et", "pour", "para", "con",
    "y",
})  # fmt: skip


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """A word without its ending, so that "forming" finds "former".

    >>> [stem(w) for w in ("forming", "former", "rotary", "rod")]
    ['form', 'form', 'rotar', 'rod']
    """
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST:
            return word[: -len(ending)]
    return word


def terms(words: Iterable[str]) -> Iterator[str]:
    """The words that count: no small words, no single letters, no numbers."""
    for word in words:
        if len(word) > 1 and word not in _EMPTY and not word.isdigit():
            yield stem(word)


@dataclass(frozen=True)
class Index:
    """For each term the entries that have it and their weights; ``rarity`` of each term.

    ``naming``: for each entry the terms of its title, names and own words.
    """

    size: int
    postings: Mapping[str, tuple[NDArray[np.int32], NDArray[np.float32]]] = field(
        default_factory=dict
    )
    rarity: Mapping[str, float] = field(default_factory=dict)
    naming: tuple[frozenset[str], ...] = ()

    @property
    def rarest(self) -> float:
        """The weight of a term that no entry has."""
        return log(1 + self.size / 0.5)


def _leaves(entry: Entry) -> Iterator[tree.Leaf]:
    for version in entry.versions[-1:]:
        for node in (version.when, *version.exclusions):
            if node is not None:
                yield from tree.leaves(node)


def _asks(lawbook: Lawbook, entry: Entry) -> Iterator[str]:
    for leaf in _leaves(entry):
        if isinstance(leaf, Judged):
            yield leaf.asks
        elif isinstance(leaf, Test) and leaf.characteristic in lawbook.characteristics:
            about = lawbook.characteristics[leaf.characteristic]
            yield from (about.asks, *about.near[:6], *about.yes[:6])


def _counted(texts: Iterable[str]) -> Counter[str]:
    return Counter(term for text in texts for term in terms(phrase(text)))


@dataclass(frozen=True)
class _Field:
    """The terms of one field of an entry; ``naming``: they say what the goods are."""

    weight: float
    counts: Counter[str]
    naming: bool = True


def _of_class(lawbook: Lawbook, name: str) -> tuple[_Field, ...]:
    of = lawbook.classes[name]
    return (
        _Field(_WEIGHTS["title"], _counted([of.title])),
        _Field(_WEIGHTS["names"], _counted(of.names)),
        _Field(_WEIGHTS["may_be"], _counted(of.may_be)),
    )


def _of_entry(lawbook: Lawbook, entry: Entry, texts: Texts) -> tuple[_Field, ...]:
    own = [*entry.aliases, *entry.cover_names, *entry.grades]
    official = [text for code in entry.eu for text in texts.get(code.split(".")[0], ())]
    return (
        _Field(_WEIGHTS["title"], _counted([entry.title])),
        _Field(_WEIGHTS["own"], _counted(own)),
        _Field(_WEIGHTS["asks"], _counted([entry.note, *_asks(lawbook, entry)]), naming=False),
        _Field(_WEIGHTS["text"], _counted(official), naming=False),
    )


def _weighed(fields: Iterable[_Field]) -> dict[str, float]:
    """Each term of an entry with its weight; in one field repetition counts little."""
    made: dict[str, float] = {}
    for one in fields:
        for term, count in one.counts.items():
            made[term] = made.get(term, 0.0) + one.weight * (1 + log(count))
    return made


def index(lawbook: Lawbook, texts: Texts) -> Index:
    """The index of the lawbook's entries; ``texts``: official texts by EU code, if loaded."""
    classes = {name: _of_class(lawbook, name) for name in lawbook.classes}
    fields = [
        (*classes[entry.gate], *_of_entry(lawbook, entry, texts)) for entry in lawbook.entries
    ]
    naming = tuple(
        frozenset(term for field in held if field.naming for term in field.counts)
        for held in fields
    )
    return _inverted([_weighed(held) for held in fields], naming)


def _inverted(docs: Sequence[dict[str, float]], naming: tuple[frozenset[str], ...]) -> Index:
    """BM25 weights by term: what an entry gets when a text has the term."""
    size, held = len(docs), dict[str, list[tuple[int, float]]]()
    mean = sum(sum(doc.values()) for doc in docs) / max(size, 1)
    for number, doc in enumerate(docs):
        norm = _K * (1 - _B + _B * sum(doc.values()) / mean)
        for term, count in doc.items():
            held.setdefault(term, []).append((number, count * (_K + 1) / (count + norm)))
    rarity = {
        term: log(1 + (size - len(found) + 0.5) / (len(found) + 0.5))
        for term, found in held.items()
    }
    postings = {
        term: (
            np.array([n for n, _ in found], np.int32),
            np.array([w * rarity[term] for _, w in found], np.float32),
        )
        for term, found in held.items()
    }
    return Index(size, postings, rarity, naming)


def scores(held: Index, words: Iterable[str]) -> NDArray[np.float32]:
    """The weight of each entry, in the order of the lawbook, for these words."""
    total = np.zeros(held.size, np.float32)
    for term in dict.fromkeys(terms(words)):
        found = held.postings.get(term)
        if found is not None:
            total[found[0]] += found[1]
    return total
