"""What is known of every word seen, as arrays that compiled code reads. In: words; out: rows.

A word is looked at once, with ``parts.word``, and found by its number from then on. The words
of legal forms, marks and places are in it from the start. How words make a name is ``plain``.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from itertools import accumulate
from typing import Any

import numpy as np
from numpy.typing import NDArray

from catchall.names.jit import compiled
from catchall.names.packed import FAMILIES, row_of, shape_of
from catchall.names.parts import Word, is_form_stump, is_form_word, word
from catchall.names.scan import hash_of
from catchall.text import legal_forms, marks, nobody

# columns of ``rows``: where its letters, sounds and marked shape begin and how many they are;
# kind, weight, bits and number as in ``Packed``; the number of its shape; what it is, in bits;
# words of the longest legal form that begins with it
LETTERS, SOUNDS, SHAPE, KIND, WEIGHT, BITS, HASH, BAG, IS, FORM = (
    0,
    2,
    4,
    6,
    7,
    8,
    10,
    11,
    12,
    13,
)
_COLUMNS = 14
MARK, SHIP, PLACE_WORD, PLACE_ALONE, NOBODY, NUMBER, LINK, SPOILT, FORM_WORD, STUMP = (
    1 << bit for bit in range(10)
)
TRADING, AS = 1 << 10, 1 << 11
LINKS = ("and", "of", "the")
EDGE = 1 << 8
"""Set in the value of a form that counts only at the end or beginning of a name."""
MOST = 400_000
"""Words that are remembered; beyond them the vocabulary begins anew."""


@dataclass
class Vocabulary:
    """The words seen so far: a table from their numbers to their rows, and their letters."""

    slots: NDArray[np.int64]
    where: NDArray[np.int32]
    rows: NDArray[np.int64]
    text: NDArray[np.uint8]
    total: int
    filled: int


@cache
def _longest_forms() -> dict[str, int]:
    longest: dict[str, int] = {}
    for form in legal_forms.table():
        longest[form[0]] = max(longest.get(form[0], 0), len(form))
    return longest


@cache
def _special() -> dict[str, int]:
    """The bits of every word that is more than a part of a name."""
    sets = {
        MARK: marks.mark_words(), SHIP: marks.SHIP_WORDS, PLACE_WORD: marks.place_words(),
        PLACE_ALONE: filter(marks.is_place_alone, marks.place_words()),
        NOBODY: nobody.vocabulary(), LINK: LINKS, TRADING: ("trading",), AS: ("as",),
    }  # fmt: skip
    held: dict[str, int] = {}
    for bit, found in sets.items():
        for one in found:
            held[one] = held.get(one, 0) | bit
    return held


def _what(folded: str, known: Word) -> int:
    """The bits that say what a word is."""
    bits = _special().get(folded, 0)
    bits |= NUMBER if known.number is not None else 0
    bits |= SPOILT if known.spoilt else 0
    bits |= FORM_WORD if is_form_word(known.token) else 0
    return bits | (STUMP if is_form_stump(known.token) else 0)


def _row(folded: str) -> tuple[list[int], bytes]:
    """The row of a word but for where its letters lie, and the letters."""
    known = word(folded)
    shape, bag = shape_of(known.shape)
    parts = (known.token.encode(), known.sound.encode(), shape)
    first, second, _, _ = accumulate(map(len, parts), initial=0)
    places = [first, len(parts[0]), second, len(parts[1]), second + len(parts[1]), len(shape)]
    weight = round(known.weight * 1000)
    rest = [known.kind, weight, *row_of(known.token, known.sound), bag]
    what = [_what(folded, known), _longest_forms().get(folded, 0)]
    return [*places, *rest, *what], b"".join(parts)


@compiled  # pragma: no cover - compiled
def _insert(slots, where, hashes, first):  # type: ignore[no-untyped-def] # noqa: ANN001, ANN202
    """Put numbers into the table: open addressing, 0 is free."""
    mask = len(slots) - 1
    for k in range(len(hashes)):
        at = hashes[k] & mask
        while slots[at] != 0:
            at = (at + 1) & mask
        slots[at] = hashes[k]
        where[at] = first + k


@compiled  # pragma: no cover - compiled
def _look_up(slots, where, hashes, found):  # type: ignore[no-untyped-def] # noqa: ANN001, ANN202
    """Fill ``found`` with the row of each number, -1 where there is none."""
    mask = len(slots) - 1
    for k in range(len(hashes)):
        at = hashes[k] & mask
        while slots[at] != 0 and slots[at] != hashes[k]:
            at = (at + 1) & mask
        found[k] = where[at] if slots[at] != 0 else -1


def table_of(numbers: NDArray[np.int64], values: NDArray[np.int32]) -> tuple[Any, Any]:
    """A table from numbers to values, for ``find``."""
    size = 1 << max(4, (4 * len(numbers)).bit_length())
    slots, where = np.zeros(size, np.int64), np.zeros(size, np.int32)
    order = np.zeros(size, np.int32)
    _insert(slots, order, numbers, 0)
    where[slots != 0] = values[order[slots != 0]]
    return slots, where


def find(vocabulary: Vocabulary, hashes: NDArray[np.int64]) -> NDArray[np.int32]:
    """The row of each word by its number, -1 where it was not seen yet."""
    found = np.zeros(len(hashes), np.int32)
    _look_up(vocabulary.slots, vocabulary.where, hashes, found)
    return found


def add(vocabulary: Vocabulary, words: Iterable[str]) -> None:
    """Learn words that are not in it yet, each given once."""
    made = [(hash_of(one), *_row(one)) for one in words]
    rows = np.array([row for _, row, _ in made], np.int64).reshape(-1, _COLUMNS)
    starts = np.cumsum([vocabulary.filled, *(len(text) for *_, text in made)])
    rows[:, [LETTERS, SOUNDS, SHAPE]] += starts[:-1, None]
    letters = np.frombuffer(b"".join(text for *_, text in made), np.uint8)
    first, past = vocabulary.total, vocabulary.total + len(made)
    _make_room(vocabulary, past, int(starts[-1]))
    vocabulary.rows[first:past] = rows
    vocabulary.text[vocabulary.filled : int(starts[-1])] = letters
    vocabulary.total, vocabulary.filled = past, int(starts[-1])
    numbers = np.array([number for number, *_ in made], np.int64)
    _insert(vocabulary.slots, vocabulary.where, numbers, first)


def _make_room(vocabulary: Vocabulary, total: int, filled: int) -> None:
    if total > len(vocabulary.rows):
        more = np.zeros((total, _COLUMNS), np.int64)
        vocabulary.rows = np.concatenate([vocabulary.rows, more])
    if filled > len(vocabulary.text):
        vocabulary.text = np.concatenate([vocabulary.text, np.zeros(filled, np.uint8)])
    if 2 * total > len(vocabulary.slots):
        size = 1 << (4 * total).bit_length()
        old = vocabulary.slots != 0
        numbers, places = vocabulary.slots[old], vocabulary.where[old]
        vocabulary.slots, vocabulary.where = np.zeros(size, np.int64), np.zeros(size, np.int32)
        order = np.argsort(places)
        _insert(vocabulary.slots, vocabulary.where, numbers[order], 0)


def fresh() -> Vocabulary:
    """A vocabulary without a word."""
    return Vocabulary(
        np.zeros(1 << 12, np.int64), np.zeros(1 << 12, np.int32),
        np.zeros((1 << 10, _COLUMNS), np.int64), np.zeros(1 << 14, np.uint8), 0, 0,
    )  # fmt: skip


@cache
def forms() -> tuple[Any, Any]:
    """Table of legal forms: the number of their words in order -> family bit and ``EDGE``."""
    numbers, values = [], []
    for form, family in legal_forms.table().items():
        value = hash_of("")
        for one in form:
            value = following(value, hash_of(one))
        numbers.append(value)
        edge = EDGE if legal_forms.is_edge_only(form) else 0
        values.append((1 << FAMILIES.index(family)) + edge)
    return table_of(np.array(numbers, np.int64), np.array(values, np.int32))


def following(before: int, number: int) -> int:
    """The number of a sequence of words, one word longer."""
    return ((before ^ number) * 1099511628211) & ((1 << 62) - 1)
