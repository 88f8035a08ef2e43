"""The lawbook made ready for classifying. In: a lawbook; out: its phrases and look-ups.

Built once for each content hash and kept: a lawbook of the same hash is the same lawbook.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain

from catchall.classify import loose, retrieve
from catchall.classify.heads import Others
from catchall.classify.loose import Loose
from catchall.classify.phrases import Book, Mark, book
from catchall.classify.respell import Vocabulary, vocabulary
from catchall.classify.retrieve import Index
from catchall.classify.texts import NO_TEXTS, Texts
from catchall.classify.words import phrase
from catchall.law.model import Characteristic, Entry, Lawbook


@dataclass(frozen=True)
class Prepared:
    """A lawbook with its phrase book; ``entries`` by id, ``vague`` words that say nothing.

    ``parameters``: every name a parameter can have, in small letters. ``subjects``: the numbers
    of the entries that a class of goods or an entry's own words point to.
    """

    lawbook: Lawbook
    phrases: Book
    entries: Mapping[str, Entry]
    vague: frozenset[str]
    parameters: frozenset[str]
    loose: Loose
    words: Vocabulary
    others: Others
    index: Index
    subjects: Mapping[str, tuple[int, ...]]
    by_cas: Mapping[str, tuple[int, ...]]
    by_hs: tuple[tuple[str, int], ...]


class _ByHash:
    def __init__(self, lawbook: Lawbook, texts: Texts) -> None:
        self.lawbook, self.texts = lawbook, texts
        self.key = lawbook.hash, texts.hash

    def __hash__(self) -> int:
        return hash(self.key)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _ByHash) and self.key == other.key


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
        itself = (value.replace("_", " "),) if about.kind == "word" else ()
        yield from ((text, Mark(subject, f"={value}")) for text in (*itself, *texts))


def _words_of(*texts: Iterable[str]) -> frozenset[str]:
    return frozenset(word for text in chain.from_iterable(texts) for word in phrase(text))


def _vocabulary(lawbook: Lawbook, held: Book) -> Vocabulary:
    written = {
        word
        for found in held.by_first.values()
        for words, _ in found
        for word in words
    }  # fmt: skip
    titles = {word for entry in lawbook.entries for word in phrase(entry.title)}
    real = _words_of(
        lawbook.vague, lawbook.accessories, lawbook.consumer, lawbook.forms, lawbook.real_words
    )
    return vocabulary(written | titles, real)


def _subjects(lawbook: Lawbook) -> dict[str, tuple[int, ...]]:
    made: dict[str, list[int]] = {}
    for number, entry in enumerate(lawbook.entries):
        made.setdefault(f"class:{entry.gate}", []).append(number)
        made[f"entry:{entry.id}"] = [number]
    return {subject: tuple(numbers) for subject, numbers in made.items()}


def _by_cas(lawbook: Lawbook) -> dict[str, tuple[int, ...]]:
    made: dict[str, list[int]] = {}
    for number, entry in enumerate(lawbook.entries):
        for cas in entry.cas:
            made.setdefault(cas, []).append(number)
    return {cas: tuple(numbers) for cas, numbers in made.items()}


def _by_hs(lawbook: Lawbook) -> tuple[tuple[str, int], ...]:
    return tuple(
        (code, number)
        for number, entry in enumerate(lawbook.entries)
        for code in (*entry.hs, *lawbook.classes[entry.gate].hs)
    )


@lru_cache(maxsize=4)
def _prepared(held: _ByHash) -> Prepared:
    lawbook = held.lawbook
    facts = chain.from_iterable(map(_of_facts, lawbook.characteristics.values()))
    of_goods = list(_of_goods(lawbook))
    made, index = book(chain(of_goods, facts)), retrieve.index(lawbook, held.texts.by_code)
    return Prepared(
        lawbook=lawbook,
        phrases=made,
        entries={entry.id: entry for entry in lawbook.entries},
        vague=_words_of(lawbook.vague),
        parameters=frozenset(
            name.casefold()
            for about in lawbook.characteristics.values()
            for name in (about.id, *about.also)
        ),
        loose=loose.loose((phrase(text), mark) for text, mark in of_goods),
        words=_vocabulary(lawbook, made),
        others=Others(
            _words_of(lawbook.accessories),
            _words_of(lawbook.consumer),
            _words_of(lawbook.forms, lawbook.vague),
        ),
        index=index,
        subjects=_subjects(lawbook),
        by_cas=_by_cas(lawbook),
        by_hs=_by_hs(lawbook),
    )


def prepare(lawbook: Lawbook, texts: Texts = NO_TEXTS) -> Prepared:
    """The lawbook with its phrases ready; the same object for the same content hash."""
    return _prepared(_ByHash(lawbook, texts))
