"""The lawbook made ready for classifying. In: a lawbook; out: its phrases and look-ups.

Built once for each content hash and kept: a lawbook of the same hash is the same lawbook.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain

from catchall.classify.phrases import Book, Mark, book
from catchall.classify.words import phrase
from catchall.law.model import Characteristic, Entry, Lawbook


@dataclass(frozen=True)
class Prepared:
    """A lawbook with its phrase book; ``entries`` by id, ``vague`` words that say nothing.

    ``parameters``: every name a parameter can have, in small letters.
    """

    lawbook: Lawbook
    phrases: Book
    entries: Mapping[str, Entry]
    vague: frozenset[str]
    parameters: frozenset[str] = frozenset()


class _ByHash:
    def __init__(self, lawbook: Lawbook) -> None:
        self.lawbook = lawbook

    def __hash__(self) -> int:
        return hash(self.lawbook.hash)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _ByHash) and self.lawbook.hash == other.lawbook.hash


def _of_goods(lawbook: Lawbook) -> Iterator[tuple[str, Mark]]:
    for goods in lawbook.classes.values():
        for role in ("names", "may_be", "not_names"):
            mark = Mark(f"class:{goods.id}", role)
            yield from ((text, mark) for text in getattr(goods, role))
    for entry in lawbook.entries:
        for role in ("aliases", "cover_names", "not_names"):
            mark = Mark(f"entry:{entry.id}", role)
            yield from ((text, mark) for text in getattr(entry, role))
        yield from ((text, Mark(f"entry:{entry.id}", "grades")) for text in entry.grades)
    for grade in lawbook.grades:
        mark = Mark(f"class:{grade.goods}", "grades")
        yield from ((text, mark) for text in (grade.name, *grade.synonyms))


def _of_facts(about: Characteristic) -> Iterator[tuple[str, Mark]]:
    subject = f"fact:{about.id}"
    for role in ("near", "yes", "no"):
        yield from ((text, Mark(subject, role)) for text in getattr(about, role))
    for value, texts in about.words.items():
        yield from (
            (text, Mark(subject, f"={value}")) for text in (value.replace("_", " "), *texts)
        )


@lru_cache(maxsize=4)
def _prepared(held: _ByHash) -> Prepared:
    lawbook = held.lawbook
    facts = chain.from_iterable(map(_of_facts, lawbook.characteristics.values()))
    return Prepared(
        lawbook,
        book(chain(_of_goods(lawbook), facts)),
        {entry.id: entry for entry in lawbook.entries},
        frozenset(word for text in lawbook.vague for word in phrase(text)),
        frozenset(
            name.casefold()
            for about in lawbook.characteristics.values()
            for name in (about.id, *about.also)
        ),
    )


def prepare(lawbook: Lawbook) -> Prepared:
    """The lawbook with its phrases ready; the same object for the same content hash."""
    return _prepared(_ByHash(lawbook))
