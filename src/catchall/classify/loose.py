"""Phrases whose words all stand in a text, though not as written. In: words; out: finds.

"Mixer, double planetary" and "flow type forming machine" hold the words of a phrase in another
order or with others between: weaker than the phrase itself.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from catchall.classify.heads import Layout
from catchall.classify.phrases import Find, Mark
from catchall.classify.words import Token

ROLES = frozenset({"names", "may_be", "cover_names"})
CLOSE, APART = "close", "apart"
_GAP = 2  # words between those of a phrase that is still read as written
_JOINED = 8  # letters of a phrase that may be written in one word
_SPAN = 6  # words in which a joined phrase is looked for

Phrase = tuple[tuple[str, ...], Mark]


@dataclass(frozen=True)
class Loose:
    """Phrases by their rarest word, and by their letters without spaces."""

    by_rarest: Mapping[str, tuple[Phrase, ...]] = field(default_factory=dict)
    joined: Mapping[str, tuple[Mark, ...]] = field(default_factory=dict)


def _parted(words: Sequence[str]) -> bool:
    return len(words) > 1 and all(len(word) > 1 and word.isalpha() for word in words)


def loose(phrases: Iterable[Phrase]) -> Loose:
    """The phrases that may be matched loosely: names of two words and more."""
    held = list(phrases)
    common = Counter(word for words, _ in held for word in set(words))
    by_rarest: defaultdict[str, list[Phrase]] = defaultdict(list)
    joined: defaultdict[str, list[Mark]] = defaultdict(list)
    for words, mark in held:
        if mark.role in ROLES and _parted(words):
            by_rarest[min(words, key=lambda word: (common[word], word))].append((words, mark))
        if mark.role in ROLES | {"aliases"} and len("".join(words)) >= _JOINED:
            joined["".join(words)].append(mark)
    return Loose(
        {word: tuple(dict.fromkeys(found)) for word, found in by_rarest.items()},
        {letters: tuple(dict.fromkeys(found)) for letters, found in joined.items()},
    )


def _made(mark: Mark, tokens: Sequence[Token], at: Sequence[int], how: str) -> Find:
    first, last = min(at), max(at)
    return Find(mark, first, last + 1, tokens[first].start, tokens[last].end, how)


def _as_written(at: Sequence[int], where: Layout) -> bool:
    """In order, close together, in one statement and on one side of a word like "for"."""
    steps = [later - earlier for earlier, later in pairwise(at)]
    same = len({(where.statement[n], where.after[n]) for n in at}) == 1
    return same and all(0 < step <= _GAP + 1 for step in steps)


def _places(words: Sequence[str], places: Mapping[str, list[int]]) -> list[int]:
    """Where each word of a phrase stands, each place once; [] when one is missing."""
    used: Counter[str] = Counter()
    at = []
    for word in words:
        if used[word] >= len(places.get(word, ())):
            return []
        at.append(places[word][used[word]])
        used[word] += 1
    return at


def _spoken(
    phrase: Phrase, tokens: Sequence[Token], places: Mapping[str, list[int]], where: Layout
) -> Find | None:
    words, mark = phrase
    at = _places(words, places)
    if not at:
        return None
    if _as_written(at, where):
        return _made(mark, tokens, at, CLOSE)
    close = max(at) - min(at) < len(at) + _GAP
    apart = {where.statement[n] for n in at}, {where.after[n] for n in at}
    if not close or any(len(each) > 1 for each in apart):
        return None
    return _made(mark, tokens, at, APART)


def _joined(held: Loose, tokens: Sequence[Token], where: Layout) -> Iterable[Find]:
    for first in range(len(tokens)):
        letters = ""
        for last in range(first, min(first + _SPAN, len(tokens))):
            if where.statement[last] != where.statement[first]:
                break
            letters += tokens[last].word
            for mark in held.joined.get(letters, ()):
                yield _made(mark, tokens, (first, last), "")


def find(held: Loose, tokens: Sequence[Token], where: Layout) -> Iterable[Find]:
    """The phrases all of whose words stand in the text, with how: close or apart."""
    yield from _joined(held, tokens, where)
    places: defaultdict[str, list[int]] = defaultdict(list)
    for number, token in enumerate(tokens):
        places[token.word].append(number)
    for word in places:
        for phrase in held.by_rarest.get(word, ()):
            made = _spoken(phrase, tokens, places, where)
            if made is not None:
                yield made
