"""Plain names -> words, as machine code: most names need nothing more. In: bytes; out: words.

A plain name is one of ASCII letters, spaces and ``. , & ' -``, without run-together words. What
is not plain is left to ``text.party`` and ``parts``. What the words mean is ``vocabulary``. The
bodies are compiled, so a coverage tool cannot see them: tests compare them with ``parts``.
"""

# The arguments of compiled functions are typed by numba from what it is given; Python's own
# types would say int where 64 bits are meant.
# mypy: disallow-untyped-defs=False, check-untyped-defs=False
# Membership in a tuple builds it on every call.
# ruff: noqa: ANN001, ANN202, PLR1714, SIM109

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from catchall.names.jit import compiled, inner
from catchall.names.packed import frozen
from catchall.names.parts import LONGEST_WORD, MOST_WORDS

LONGEST = 200
"""Characters of a plain name at most."""
MOST_PIECES = 12
"""Words of a plain name at most: in a longer text its stretches are looked up too."""
_SPACE, _DOT, _COMMA, _DASH, _AND = ord(" "), ord("."), ord(","), ord("-"), ord("&")
_QUOTE, _TICK = ord("'"), ord("`")
_A, _Z, _CASE = ord("A"), ord("Z"), 32
_LONG_PIECE, _GLUED_PIECE, _BEFORE, _BEHIND = 9, 7, 3, 4
_PRIME, _START, _MASK = 1099511628211, 1469598103934665603, (1 << 62) - 1
FRONTS = ("jsc", "ooo", "oao", "zao", "pao", "llc", "pjsc", "ojsc", "cjsc", "pt")
BACKS = (
    "ltd", "limited", "sdnbhd", "ltdsti", "gmbh", "llc", "jsc", "fzc", "fzco", "fze",
    "corporation", "srl", "sarl",
)  # fmt: skip
"""What ``text.marks`` splits off a run-together word: a word with one is not plain."""


class Scanned(NamedTuple):
    """The words of many names: word k is ``text[at[k] : at[k] + size[k]]``, lower case.

    Name n has the words first[n] .. first[n + 1] - 1; none where it is not plain.
    """

    text: NDArray[np.uint8]
    at: NDArray[np.int64]
    size: NDArray[np.int64]
    hash: NDArray[np.int64]
    first: NDArray[np.int64]


def _table(words: tuple[str, ...]) -> tuple[NDArray[np.uint8], NDArray[np.int64]]:
    starts = np.cumsum([0, *map(len, words)])
    return np.frombuffer("".join(words).encode(), np.uint8), starts.astype(np.int64)


_AND_WORD = np.frombuffer(b"and", np.uint8)
_FRONT_TABLE, _BACK_TABLE = _table(FRONTS), _table(BACKS)


@inner  # pragma: no cover - compiled
def _is_letter(char):
    return _A <= (char & ~_CASE) <= _Z


@inner  # pragma: no cover - compiled
def _lower(char):
    return char | _CASE


@inner  # pragma: no cover - compiled
def _is_upper(char):
    return _A <= char <= _Z


@inner  # pragma: no cover - compiled
def _has(text, at, table, k):
    """Does word k of the table stand at this place?"""
    letters, starts = table
    for n in range(starts[k], starts[k + 1]):
        if _lower(text[at + n - starts[k]]) != letters[n]:
            return False
    return True


@inner  # pragma: no cover - compiled
def _is_glued(text, first, past, tables):
    """May the piece be a legal form and a name written together?"""
    fronts, backs = tables
    end = past - 1 if text[past - 1] == _DOT else past
    for k in range(len(fronts[1]) - 1):
        size = fronts[1][k + 1] - fronts[1][k]
        if past - first >= size + _BEHIND and _has(text, first, fronts, k):
            return True
    for k in range(len(backs[1]) - 1):
        size = backs[1][k + 1] - backs[1][k]
        if end - first >= size + _BEFORE and _has(text, end - size, backs, k):
            return True
    return False


@inner  # pragma: no cover - compiled
def _is_humped(text, first, past):
    """Do letters go on behind a point, a change to capitals, or several capitals?"""
    for k in range(first + 1, past):
        if not _is_letter(text[k]):
            continue
        before, upper = text[k - 1], _is_upper(text[k])
        if before == _DOT or before == _COMMA:
            return True
        if not _is_letter(before):
            continue
        if upper and not _is_upper(before):
            return True
        if not upper and _is_upper(before) and k - first > 1 and _is_upper(text[k - 2]):
            return True
    return False


@inner  # pragma: no cover - compiled
def _is_apart(text, first, past, tables):
    """Are no words run together in the piece, for certain?"""
    size = past - first
    if size >= _LONG_PIECE and _is_humped(text, first, past):
        return False
    return size < _GLUED_PIECE or not _is_glued(text, first, past, tables)


@inner  # pragma: no cover - compiled
def _is_name_char(text, k, past):
    """A letter or a mark of names; not what may be an entity of a web page: &amp."""
    char = text[k]
    if char == _AND:
        return k + 1 == past or not _is_letter(text[k + 1])
    mark = char == _DOT or char == _COMMA or char == _DASH
    return mark or char == _QUOTE or char == _TICK or _is_letter(char)


@inner  # pragma: no cover - compiled
def _starts_with_a_letter_alone(text, first):
    """M. Kavzel or M Kavzel: the letter may be a ship's mark."""
    after = text[first + 1]
    return text[first] == _SPACE or (
        _is_letter(text[first]) and (after == _DOT or after == _SPACE)
    )


@inner  # pragma: no cover - compiled
def _is_plain(text, first, past, tables):
    """Are there only plain letters and marks, and no run-together words?"""
    if past - first > LONGEST or past - first <= 1 or _starts_with_a_letter_alone(text, first):
        return False
    piece, pieces = first, 1
    for k in range(first, past):
        if text[k] == _SPACE:
            pieces += 1
            if pieces > MOST_PIECES or not _is_apart(text, piece, k, tables):
                return False
            piece = k + 1
        elif not _is_name_char(text, k, past):
            return False
    return _is_apart(text, piece, past, tables)


@inner  # pragma: no cover - compiled
def _without_quotes(text, first, past, clean):
    """Copy the name without apostrophes; its length."""
    size = 0
    for k in range(first, past):
        if text[k] != _QUOTE and text[k] != _TICK:
            clean[size] = text[k]
            size += 1
    return size


@inner  # pragma: no cover - compiled
def _dotted(clean, at, size):
    """How many characters of A.B.C. begin here? 0 where there is no such word."""
    if at > 0 and _is_letter(clean[at - 1]):
        return 0
    end = at
    while end + 1 < size and _is_letter(clean[end]) and clean[end + 1] == _DOT:
        end += 2
    if end - at <= 2:  # noqa: PLR2004 - one letter and its point
        return 0
    last = end < size and _is_letter(clean[end])
    return end - at + (last and not (end + 1 < size and _is_letter(clean[end + 1])))


@inner  # pragma: no cover - compiled
def _put(out, at, clean, stretch):
    """Append the letters of a stretch, lower case; (the new end, their hash)."""
    first, past = stretch
    value = np.int64(_START & _MASK)
    for k in range(first, past):
        if _is_letter(clean[k]):
            out[at] = _lower(clean[k])
            value = ((value ^ np.int64(out[at])) * np.int64(_PRIME)) & np.int64(_MASK)
            at += 1
    return at, value


@inner  # pragma: no cover - compiled
def _word_end(clean, at, size):
    """Where does the word that begins here end?"""
    dotted = _dotted(clean, at, size)
    if dotted:
        return at + dotted
    end = at
    while end < size and _is_letter(clean[end]):
        end += 1
    return end


@inner  # pragma: no cover - compiled
def _words(clean, size, out, count):
    """Append the words of one cleaned name; how many there are now, -1 where too many."""
    text, at, length, hashes = out
    begun, fill, k = count, 0, 0
    if count > 0:
        fill = at[count - 1] + length[count - 1]
    while k < size:
        if not _is_letter(clean[k]) and clean[k] != _AND:
            k += 1
            continue
        if clean[k] == _AND:
            end, (past, value) = k + 1, _put(text, fill, _AND_WORD, (0, 3))
        else:
            end = _word_end(clean, k, size)
            past, value = _put(text, fill, clean, (k, end))
        if past - fill > LONGEST_WORD or count - begun >= MOST_WORDS:
            return -1
        at[count], length[count], hashes[count] = fill, past - fill, value
        fill, k, count = past, end, count + 1
    return count


@compiled  # pragma: no cover - compiled
def _scan(names, tables, clean, out, first):
    """Fill ``out`` with the words of every plain name, and ``first`` with where they begin."""
    buffer, starts = names
    count = 0
    for n in range(len(starts) - 1):
        first[n] = count
        begin, past = starts[n], starts[n + 1]
        if _is_plain(buffer, begin, past, tables):
            size = _without_quotes(buffer, begin, past, clean)
            now = _words(clean, size, out, count)
            count = now if now >= 0 else count
    first[len(starts) - 1] = count


def hash_of(word: str) -> int:
    """The number that stands for a word, as the scan computes it.

    >>> hash_of("kavzel") != hash_of("kavzal")
    True
    """
    value = _START & _MASK
    for letter in word.encode():
        value = ((value ^ letter) * _PRIME) & _MASK
    return value


def scan(names: Sequence[str]) -> Scanned:
    """The words of the names that are plain; a name that is not has none."""
    plain = [name if name.isascii() else "" for name in names]
    starts = np.cumsum([0, *map(len, plain)], dtype=np.int64)
    buffer = np.frombuffer("".join(plain).encode("ascii"), np.uint8)
    # an ampersand becomes three letters
    room = 3 * len(buffer) + 1
    text = np.zeros(room, np.uint8)
    at, size, hashes = (np.zeros(room, np.int64) for _ in range(3))
    first = np.zeros(len(names) + 1, np.int64)
    clean = np.zeros(LONGEST, np.uint8)
    _scan(
        (frozen(buffer), starts),
        (_FRONT_TABLE, _BACK_TABLE),
        clean,
        (text, at, size, hashes),
        first,
    )
    total = int(first[-1])
    return Scanned(text, at[:total], size[:total], hashes[:total], first)
