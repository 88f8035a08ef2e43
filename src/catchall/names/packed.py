"""Many names as flat arrays that compiled code reads. In: ``Parts``; out: ``Packed``.

The same arrays are saved with a list's snapshot and memory-mapped. Nothing is compared here.
"""

import hashlib
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import chain
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from catchall.names.parts import LONGEST_WORD, Parts

PERSON, CUT = 1, 2
"""Bits of the flags: the name is a person's; the text was probably cut off."""
_MASK = (1 << 62) - 1
FAMILIES = ("limited", "stock", "public body", "non-profit", "sole trader")


# columns of ``tokens``: where its letters and its sounds begin in ``text``; kind; thousandths
# of its weight; which letters are in it, one bit each, for its letters and for its sounds; a
# number that stands for its letters
LETTERS, SOUNDS = np.int64(0), np.int64(1)  # typed: arguments of compiled functions
KIND, WEIGHT, BITS, HASH = 2, 3, 4, 6
# columns of ``names``: where its tokens begin; flags; bits of the families of its legal forms;
# where the shapes of all its words begin in ``text``; the sum of its words, in whatever order
START, FLAGS, FORMS, WHOLE, BAG = 0, 1, 2, 3, 4
FIRST = 0x80
"""Set in the first letter of each word of the shapes, which stand together without spaces."""


class Packed(NamedTuple):
    """Names as arrays: name n has the tokens names[n, START] .. names[n + 1, START] - 1."""

    text: NDArray[np.uint8]
    tokens: NDArray[np.int64]
    names: NDArray[np.int64]

    @property
    def total(self) -> int:
        """How many names there are."""
        return len(self.names) - 1


def frozen(array: NDArray[Any]) -> NDArray[Any]:
    """The array as a read-only one, as a memory-mapped file gives it.

    Compiled code is compiled once for read-only arrays, not once more for others.
    """
    plain = np.ascontiguousarray(array).view(np.ndarray)
    plain.flags.writeable = False
    return plain


def _starts(sizes: Iterable[int], first: int = 0) -> NDArray[np.int64]:
    return np.cumsum([first, *sizes], dtype=np.int64)


def _forms(families: Iterable[str]) -> int:
    return sum(1 << FAMILIES.index(family) for family in families)


def _bits(word: str) -> int:
    """Which letters are in the word, one bit each; 31 bits, so some letters share one."""
    bits = 0
    for letter in word:
        bits |= 1 << (ord(letter) % 31)
    return bits


def _hash(word: str) -> int:
    return int.from_bytes(hashlib.blake2b(word.encode(), digest_size=7).digest(), "big")


@lru_cache(maxsize=262_144)
def row_of(word: str, sound: str) -> tuple[int, int, int]:
    """What is stored of a word: the letters of its spelling and sound, and its number."""
    return _bits(word), _bits(sound), _hash(word)


@lru_cache(maxsize=262_144)
def shape_of(word: str) -> tuple[bytes, int]:
    """The letters of a shape with the first one marked, and its number."""
    letters = word[:LONGEST_WORD].encode("ascii", "replace")
    return bytes((letters[0] | FIRST,)) + letters[1:], _hash(word)


def _wholes(names: Sequence[Parts]) -> tuple[list[bytes], list[int]]:
    """The shapes of each name run together, and the same number for them in any order."""
    texts, bags = [], []
    for parts in names:
        rows = [shape_of(shape) for shape in parts.shapes]
        texts.append(b"".join([text for text, _ in rows]))
        bags.append(sum([number for _, number in rows]) & _MASK)
    return texts, bags


def pack(names: Sequence[Parts], persons: Sequence[bool]) -> Packed:
    """The names as arrays; ``persons`` says of each whether it is a person's name."""
    letters = list(chain.from_iterable([parts.tokens for parts in names]))
    sounds = list(chain.from_iterable([parts.sounds for parts in names]))
    written = "".join(letters).encode("ascii", "replace")
    heard = "".join(sounds).encode("ascii", "replace")
    tokens = np.zeros((len(letters) + 1, 7), np.int64)
    tokens[:, LETTERS] = _starts(map(len, letters))
    tokens[:, SOUNDS] = _starts(map(len, sounds), len(written))
    if letters:
        tokens[:-1, KIND] = list(chain.from_iterable([parts.kinds for parts in names]))
        weights = list(chain.from_iterable([parts.weights for parts in names]))
        tokens[:-1, WEIGHT] = np.rint(np.array(weights, np.float64) * 1000)
        tokens[:-1, BITS : HASH + 1] = list(map(row_of, letters, sounds))
    whole, bags = _wholes(names)
    table = np.zeros((len(names) + 1, 5), np.int64)
    table[:, START] = _starts([len(parts.tokens) for parts in names])
    table[:, WHOLE] = _starts(map(len, whole), len(written) + len(heard))
    table[:-1, BAG] = bags
    table[:-1, FLAGS] = [CUT * parts.cut for parts in names]
    table[:-1, FLAGS] += np.array(persons, np.int64) * PERSON
    table[:-1, FORMS] = [_forms(parts.forms) if parts.forms else 0 for parts in names]
    text = np.frombuffer(b"".join((written, heard, *whole)), dtype=np.uint8)
    return Packed(frozen(text), frozen(tokens), frozen(table))
