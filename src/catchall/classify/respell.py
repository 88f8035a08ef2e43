"""Words written wrongly, joined or in another script, put right against the words known.

In: tokens and the vocabulary of the lawbook; out: tokens. A word that is known stays as it is.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from anyascii import anyascii

from catchall.classify.words import Token, fold, tokens

_CHUNK = re.compile(r"[a-z0-9]*[a-z][a-z0-9]*")
_DIGITS = tuple(  # letters that a scanner takes for digits
    str.maketrans({"0": "o", "1": letter, "5": "s"}) for letter in "li"
)
_PAIRS = (("rn", "m"), ("m", "rn"), ("vv", "w"), ("cl", "d"), ("ii", "n"), ("li", "h"))
_LETTERS = 4  # letters a mended word has at least
_LONG = 7  # letters: in a shorter word one other letter makes another word
_KEPT = 3  # letters at the end that a slip leaves: "oxide" is no slip of "oxime"
_JOINED = 9  # letters of a word made of two
_PART = 4  # letters of each part of it
_LINKS = ("", "s", "n", "en", "er", "es")
_ENDING = re.compile(  # of Russian nouns and adjectives
    r"(?:ого|его|ому|ему|ыми|ими|ами|ями|ых|их|ой|ый|ий|ая|яя|ое|ее|ые|ие|ую|ов|ев|ам|"  # noqa: RUF001
    r"ом|ем|ах|ях|а|я|ы|и|у|ю|е|о|ь)$"  # noqa: RUF001
)


def _stem(word: str) -> str:
    """A Russian word without its ending."""
    return _ENDING.sub("", word) if len(word) > _LETTERS else word


def _shorter(word: str) -> Iterator[str]:
    return (word[:at] + word[at + 1 :] for at in range(len(word)))


@dataclass(frozen=True)
class Vocabulary:
    """The words known, and the ways to one of them; answers already found are kept."""

    words: frozenset[str]
    real: frozenset[str]  # words of the language that are no slip of another
    near: dict[str, list[str]]
    latin: dict[str, str]
    stems: dict[str, str]
    found: dict[str, tuple[str, ...]] = field(default_factory=dict)


def vocabulary(words: Iterable[str], real: Iterable[str] = ()) -> Vocabulary:
    """The vocabulary of these comparable words; ``real`` are never taken for a slip."""
    known = frozenset(words)
    near: dict[str, list[str]] = {}
    for word in sorted(known):
        if len(word) >= _LONG and word.isascii():
            for part in (word, *_shorter(word)):
                near.setdefault(part, []).append(word)
    foreign = sorted(word for word in known if not word.isascii() and len(word) > _LETTERS)
    return Vocabulary(
        known,
        frozenset(real),
        near,
        {fold(anyascii(word)): word for word in foreign},
        {_stem(word): word for word in foreign},
    )


def mended(text: str, held: Vocabulary) -> str:
    """The text with digits a scanner put for letters turned back; every place stays.

    >>> mended("graph1te b1ock 10 mm, C300", vocabulary(["graphite", "block"]))
    'graphite block 10 mm, c300'
    """

    def one(found: re.Match[str]) -> str:
        chunk = found[0]
        if not any(char in chunk for char in "015"):
            return chunk
        for digits in _DIGITS:
            read = chunk.translate(digits)
            if read in held.words and len(read) >= _LETTERS:
                return read
        return chunk

    return _CHUNK.sub(one, fold(text))


def _one_letter(word: str, held: Vocabulary) -> str:
    """The one known word that differs by a letter more, less, other or two changed about."""
    found: dict[str, None] = {}
    for part in (word, *_shorter(word)):
        found.update(dict.fromkeys(held.near.get(part, ())))
    close = [
        other
        for other in found
        if (other[0], other[-_KEPT:]) == (word[0], word[-_KEPT:]) and _close(word, other)
    ]
    return close[0] if len(close) == 1 else ""


def _close(one: str, other: str) -> bool:
    if len(one) == len(other):
        apart = [at for at, char in enumerate(one) if char != other[at]]
        first, last = apart[0], apart[-1]
        turned = one[first] == other[last] and one[last] == other[first]
        return len(apart) == 1 or (len(apart) == 2 and last == first + 1 and turned)  # noqa: PLR2004
    short, long = sorted((one, other), key=len)
    return len(long) == len(short) + 1 and short in _shorter(long)


def _parts(word: str, held: Vocabulary) -> tuple[str, ...]:
    for at in range(len(word) - _PART, _PART - 1, -1):
        first, last = word[:at], word[at:]
        if last not in held.words:
            continue
        for link in _LINKS:
            start = first.removesuffix(link)
            if first.endswith(link) and len(start) >= _PART and start in held.words:
                return start, last
    return ()


def _paired(word: str, held: Vocabulary) -> str:
    """The known word with one pair of letters read as a scanner misreads them."""
    for seen, meant_by in _PAIRS:
        if seen in word and (read := word.replace(seen, meant_by, 1)) in held.words:
            return read
    return ""


def _read(word: str, held: Vocabulary) -> tuple[str, ...]:
    if not word.isascii():
        known = held.stems.get(_stem(word), "")
        return (known,) if known else ()
    one = _paired(word, held) or held.latin.get(word, "")
    if not one and len(word) >= _LONG:
        one = _one_letter(word, held)
    if one:
        return (one,)
    return _parts(word, held) if len(word) >= _JOINED else ()


def meant(word: str, held: Vocabulary) -> tuple[str, ...]:
    """The known words this word stands for; itself when it is known or nothing is near it.

    >>> held = vocabulary(["graphite", "block", "zentrifuge", "титановый"])
    >>> [meant(w, held) for w in ("grahpite", "graphitblock", "titanovyi", "wheat")]
    [('graphite',), ('graphitblock',), ('titanovyi',), ('wheat',)]
    """
    if word in held.words or word in held.real or len(word) < _LETTERS or word[0].isdigit():
        return (word,)
    if word not in held.found:
        held.found[word] = _read(word, held) or (word,)
    return held.found[word]


def read(text: str, held: Vocabulary) -> tuple[Token, ...]:
    """The words of the text as they were meant, each with its place in the text as filed."""
    return tuple(
        Token(word, token.start, token.end)
        for token in tokens(mended(text, held))
        for word in meant(token.word, held)
    )
