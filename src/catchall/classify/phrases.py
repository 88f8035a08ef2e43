"""Which phrases of a book of phrases stand in a text? In: tokens; out: finds with their place.

One pass over the tokens: phrases are looked up by their first word, so the size of the book
does not matter.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from catchall.classify.words import Token, phrase


@dataclass(frozen=True)
class Mark:
    """What a phrase says: of ``subject`` (``class:x``, ``entry:x``, ...) it is a ``role``."""

    subject: str
    role: str


@dataclass(frozen=True)
class Find:
    """A phrase found: what it says, and where it stands (tokens and characters).

    ``how``: "" as written, else how loosely; ``beside``: the word that makes it another thing.
    """

    mark: Mark
    first: int
    last: int
    start: int
    end: int
    how: str = ""
    beside: str = ""


@dataclass(frozen=True)
class Book:
    """Phrases by their first word."""

    by_first: Mapping[str, tuple[tuple[tuple[str, ...], Mark], ...]] = field(
        default_factory=dict
    )


def book(entries: Iterable[tuple[str, Mark]]) -> Book:
    """A book of these phrases; a phrase without any word is left out."""
    by_first: dict[str, list[tuple[tuple[str, ...], Mark]]] = {}
    for text, mark in entries:
        words = phrase(text)
        if words:
            by_first.setdefault(words[0], []).append((words, mark))
    return Book({word: tuple(dict.fromkeys(found)) for word, found in by_first.items()})


def find(held: Book, text: Sequence[Token]) -> tuple[Find, ...]:
    """Every phrase of the book that stands in the text, in order.

    >>> from catchall.classify.words import tokens
    >>> held = book([("rate table", Mark("class:table", "names"))])
    >>> [(f.start, f.end) for f in find(held, tokens("two-axis rate tables"))]
    [(9, 20)]
    """
    words = tuple(token.word for token in text)
    return tuple(
        Find(mark, at, at + len(wanted), text[at].start, text[at + len(wanted) - 1].end)
        for at, word in enumerate(words)
        for wanted, mark in held.by_first.get(word, ())
        if words[at : at + len(wanted)] == wanted
    )
