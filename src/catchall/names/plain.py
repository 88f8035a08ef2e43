"""Plain names -> ``Packed``, without an object for each: the fast path of many names.

In: names as filed. Out: the same arrays as ``pack`` makes of ``score.readings``, for the names
that are plain, and which those are. What is not plain goes the way of single names. The bodies
are compiled, so a coverage tool cannot see them: tests compare them with ``parts``.
"""

# The arguments of compiled functions are typed by numba from what it is given; Python's own
# types would say int where 64 bits are meant.
# mypy: disallow-untyped-defs=False, check-untyped-defs=False
# ruff: noqa: ANN001, ANN202, SIM110

from collections.abc import Sequence
from functools import cache

import numpy as np
from numpy.typing import NDArray

from catchall.names import packed, vocabulary
from catchall.names.jit import compiled, inner
from catchall.names.packed import Packed, frozen
from catchall.names.parts import LIGHT, MOST_WORDS, WORD
from catchall.names.scan import Scanned, hash_of, scan
from catchall.names.vocabulary import (
    AS,
    EDGE,
    FORM,
    FORM_WORD,
    HASH,
    IS,
    KIND,
    LETTERS,
    LINK,
    MARK,
    NOBODY,
    NUMBER,
    PLACE_ALONE,
    PLACE_WORD,
    SHAPE,
    SHIP,
    SOUNDS,
    SPOILT,
    STUMP,
    TRADING,
    WEIGHT,
)
from catchall.text.party import is_cut

_AGAIN, _HARDLY, _LIGHT = 100, 100, 450  # thousandths of weight, as in ``parts``
_PRIME, _MASK = 1099511628211, (1 << 62) - 1
_NOTHING = hash_of("")
_AND, _OF, _THE = (hash_of(one) for one in vocabulary.LINKS)
_BITS_AT, _BAG_AT = vocabulary.BITS, vocabulary.BAG


@inner  # pragma: no cover - compiled
def _needs_a_look(rows, ids):
    """Does a mark, a number, a ship or a place stand in the name, or nobody?"""
    any_bits, all_bits = 0, NOBODY
    for k in range(len(ids)):
        bits = rows[ids[k], IS]
        any_bits |= bits
        all_bits &= bits
        if k and bits & AS and rows[ids[k - 1], IS] & TRADING:
            return True
    if any_bits & MARK or all_bits & NOBODY or rows[ids[0], IS] & SHIP:
        return True
    last = rows[ids[-1], IS]
    before = rows[ids[-2], IS] if len(ids) > 1 else 0
    return last & PLACE_WORD and (last & PLACE_ALONE or before & PLACE_WORD)


@inner  # pragma: no cover - compiled
def _form_at(rows, work, at):
    """(words, value) of the longest legal form that begins at this place; 0, 0 without one."""
    ids, hashes, slots, values = work
    value, best, held = np.int64(_NOTHING), 0, 0
    mask = len(slots) - 1
    for size in range(1, min(rows[ids[at], FORM], len(ids) - at) + 1):
        value = ((value ^ hashes[at + size - 1]) * np.int64(_PRIME)) & np.int64(_MASK)
        slot = value & mask
        while slots[slot] != 0 and slots[slot] != value:
            slot = (slot + 1) & mask
        if slots[slot] == 0:
            continue
        inside = values[slot] & EDGE and at != 0 and at + size != len(ids)
        if not inside:
            best, held = size, values[slot]
    return best, held & (EDGE - 1)


@inner  # pragma: no cover - compiled
def _find_forms(rows, work, inside):
    """Mark the words of legal forms; the bits of their families. A name is never emptied."""
    ids = work[0]
    families, past, left = 0, 0, False
    for at in range(len(ids)):
        if at >= past:
            size, family = _form_at(rows, work, at)
            families |= family
            past = max(past, at + size)
        inside[at] = at < past
        left = left or not (inside[at] or rows[ids[at], IS] & LINK)
    if not left:
        inside[: len(ids)] = False
        return 0
    return families


@inner  # pragma: no cover - compiled
def _weigh(rows, token, place, again):
    """(weight, kind) of a word at its place: first, last of a cut text, seen before."""
    first, stump = place
    what, weight, kind = rows[token, IS], rows[token, WEIGHT], rows[token, KIND]
    if again:
        weight = min(weight, _AGAIN)
    if (stump and what & STUMP) or (what & SPOILT and (not first or what & FORM_WORD)):
        return _HARDLY, LIGHT
    return weight, LIGHT if kind == WORD and weight < _LIGHT else kind


@inner  # pragma: no cover - compiled
def _seen(rows, chosen, begin, count, token):
    for k in range(begin, count):
        if rows[chosen[k], HASH] == rows[token, HASH]:
            return True
    return False


@inner  # pragma: no cover - compiled
def _tokens(rows, ids, marked, out, count):
    """Append the words that count of one name; their number so far, -1 where a number is."""
    inside, cut = marked
    chosen, tokens = out
    begin, last = count, -1
    for k in range(len(ids)):
        if not inside[k]:
            last = k
            if rows[ids[k], IS] & NUMBER:
                return -1
    for k in range(len(ids)):
        if inside[k]:
            continue
        token = ids[k]
        again = _seen(rows, chosen, begin, count, token)
        weight, kind = _weigh(rows, token, (count == begin, cut and k == last), again)
        chosen[count] = token
        tokens[count, packed.KIND], tokens[count, packed.WEIGHT] = kind, weight
        count += 1
    return count


@compiled  # pragma: no cover - compiled
def _choose(rows, scanned, work, out, names):
    """Fill tokens, names and what words they are, of the plain names; (names, tokens)."""
    ids, hashes, first = scanned
    slots, values, inside, cut = work
    table, owner = names
    total = count = 0
    for n in range(len(first) - 1):
        mine, numbers = ids[first[n] : first[n + 1]], hashes[first[n] : first[n + 1]]
        if len(mine) == 0 or _needs_a_look(rows, mine):
            continue
        families = _find_forms(rows, (mine, numbers, slots, values), inside)
        now = _tokens(rows, mine, (inside, cut[n]), out, count)
        if now < 0:
            continue
        table[total, packed.START], table[total, packed.FORMS] = count, families
        table[total, packed.FLAGS] = packed.CUT if cut[n] else 0
        bag = 0
        for word in mine:
            bag = (bag + rows[word, _BAG_AT]) & np.int64(_MASK)
        table[total, packed.BAG] = bag
        owner[total] = n
        count, total = now, total + 1
    table[total, packed.START] = count
    return total, count


@inner  # pragma: no cover - compiled
def _copy(text, at, source, place, size):
    for k in range(size):
        text[at + k] = source[place + k]
    return at + size


@compiled  # pragma: no cover - compiled
def _write(known, chosen, scanned, out, sizes):
    """Write letters, sounds and shapes, and where each begins."""
    rows, source = known
    ids, first, owner = scanned
    text, tokens, table = out
    letters, sounds, whole = 0, sizes[0], sizes[0] + sizes[1]
    for k in range(len(chosen)):
        word = chosen[k]
        tokens[k, packed.LETTERS], tokens[k, packed.SOUNDS] = letters, sounds
        letters = _copy(text, letters, source, rows[word, LETTERS], rows[word, LETTERS + 1])
        sounds = _copy(text, sounds, source, rows[word, SOUNDS], rows[word, SOUNDS + 1])
        tokens[k, packed.BITS], tokens[k, packed.BITS + 1] = (
            rows[word, _BITS_AT],
            rows[word, _BITS_AT + 1],
        )
        tokens[k, packed.HASH] = rows[word, HASH]
    tokens[len(chosen), packed.LETTERS], tokens[len(chosen), packed.SOUNDS] = letters, sounds
    for n in range(len(owner)):
        table[n, packed.WHOLE] = whole
        for k in range(first[owner[n]], first[owner[n] + 1]):
            whole = _copy(text, whole, source, rows[ids[k], SHAPE], rows[ids[k], SHAPE + 1])
    table[len(owner), packed.WHOLE] = whole
    return whole


class Reader:
    """Reads many names; remembers the words it saw, and nothing else."""

    def __init__(self) -> None:
        self._known = vocabulary.fresh()

    def _ids(self, scanned: Scanned) -> NDArray[np.int32]:
        """The row of each word; words not seen yet are learnt."""
        if self._known.total > vocabulary.MOST:
            self._known = vocabulary.fresh()
        ids = vocabulary.find(self._known, scanned.hash)
        if len(new := np.flatnonzero(ids < 0)):
            _, places = np.unique(scanned.hash[new], return_index=True)
            text = scanned.text.tobytes()
            vocabulary.add(
                self._known,
                [
                    text[at : at + size].decode()
                    for at, size in zip(
                        scanned.at[new[places]].tolist(),
                        scanned.size[new[places]].tolist(),
                        strict=True,
                    )
                ],
            )
            ids = vocabulary.find(self._known, scanned.hash)
        return ids

    def read(self, names: Sequence[str]) -> tuple[Packed, NDArray[np.int64]]:
        """The plain names packed, and which of the names they are, ascending."""
        scanned = scan(names)
        ids, rows = self._ids(scanned), self._known.rows
        tokens = np.zeros((len(ids) + 1, 7), np.int64)
        chosen = np.zeros(len(ids), np.int32)
        table, owner = np.zeros((len(names) + 1, 5), np.int64), np.zeros(len(names), np.int64)
        cut = np.array([is_cut(name) for name in names], np.bool_)
        work = (*vocabulary.forms(), np.zeros(MOST_WORDS + 1, np.bool_), cut)
        total, count = _choose(
            rows, (ids, scanned.hash, scanned.first), work, (chosen, tokens), (table, owner)
        )
        chosen, owner = chosen[:count], owner[:total]
        size = np.array([rows[chosen, at + 1].sum() for at in (LETTERS, SOUNDS)], np.int64)
        text = np.zeros(int(size.sum() + rows[ids, SHAPE + 1].sum()), np.uint8)
        tokens, table = tokens[: count + 1], table[: total + 1]
        past = _write(
            (rows, self._known.text), chosen, (ids, scanned.first, owner),
            (text, tokens, table), size,
        )  # fmt: skip
        return Packed(frozen(text[:past]), frozen(tokens), frozen(table)), owner


@cache
def reader() -> Reader:
    """The reader of this process."""
    return Reader()
