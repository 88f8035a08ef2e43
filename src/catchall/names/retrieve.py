"""Which listed names are worth comparing with a name? In: ``Packed`` names; out: candidates.

Letters of three, weighted by how rare they are in the list, counted in one pass over posting
lists. The letters are those of the words and of their sounds (``parts.sound``), so that doubled
letters, digits for letters and common respellings share them.
"""

# The arguments of compiled functions are typed by numba from what it is given; Python's own
# types would say int where 64 bits are meant.
# mypy: disallow-untyped-defs=False, check-untyped-defs=False
# ruff: noqa: ANN001, ANN202

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from catchall.names.jit import compiled, inner
from catchall.names.packed import SOUNDS, START, WEIGHT, Packed, frozen

_LETTERS = 37  # a-z, 0-9 and the edge of a word
_EDGE = 36
_A, _Z, _ZERO, _NINE = ord("a"), ord("z"), ord("0"), ord("9")
GRAMS = _LETTERS**3
IDLE = 100  # thousandths of weight up to which a word is no reason to look at a name
ENOUGH, SHARE, BUDGET, PART = 1500, 0.92, 9000, 5
"""Entries of posting lists read for one name: so many in any case, then on until so great a
share of the name's rarity is read, and never more than the third or, of a long list, than one
for every five names. Fewer would cost less and lose matches of a long list: measured in
docs/explanation/names.md."""
SHARED = 0.35
"""Cosine below which no match was seen but of a name that stands whole in a longer text."""
FEW_SHARED, FEW = np.float32(0.2), 10
"""The same for a name of so few groups: one slip spoils three of them."""
HELD = np.float32(0.8)
"""Share of one name's groups that the other has, from which it may stand whole in that."""


class Postings(NamedTuple):
    """For each group of three letters: the names that have it, and how much it says.

    ``norm`` is one by the root of the rarity of all groups of a name.
    """

    start: NDArray[np.int32]
    names: NDArray[np.int32]
    rarity: NDArray[np.float32]
    norm: NDArray[np.float32]


@inner  # pragma: no cover - compiled
def _code(char):
    if _A <= char <= _Z:
        return char - _A
    return char - _ZERO + 26 if _ZERO <= char <= _NINE else _EDGE


@inner  # pragma: no cover - compiled
def _grams_of_word(word, out, count, seen):
    """Append the groups of one word that the name does not have yet."""
    before, here = _EDGE, _code(word[0])
    for k in range(len(word)):
        after = _code(word[k + 1]) if k + 1 < len(word) else _EDGE
        gram = (before * _LETTERS + here) * _LETTERS + after
        if not seen[gram] and count < len(out):
            seen[gram] = True
            out[count] = gram
            count += 1
        before, here = here, after
    return count


@inner  # pragma: no cover - compiled
def _says_anything(names, n):
    for token in range(names.names[n, START], names.names[n + 1, START]):
        if names.tokens[token, WEIGHT] > IDLE:
            return True
    return False


@inner  # pragma: no cover - compiled
def _grams(names, n, out, seen):
    """All groups of name n, each once; their number. ``seen`` comes back clean.

    Particles, repeats and spoilt legal forms count only where there is nothing else.
    """
    count, idle = 0, IDLE if _says_anything(names, n) else 0
    for token in range(names.names[n, START], names.names[n + 1, START]):
        word = names.text[names.tokens[token, SOUNDS] : names.tokens[token + 1, SOUNDS]]
        if len(word) and names.tokens[token, WEIGHT] > idle:
            count = _grams_of_word(word, out, count, seen)
    for k in range(count):
        seen[out[k]] = False
    return count


@compiled  # pragma: no cover - compiled
def _count(names, have, buffer, seen):
    """Count the names that have each group."""
    for n in range(len(names.names) - 1):
        for k in range(_grams(names, n, buffer, seen)):
            have[buffer[k]] += 1


@compiled  # pragma: no cover - compiled
def _post(names, at, rarity, scratch, out):
    """Fill the posting lists and the norm of each name; ``at``: where each list goes on."""
    posted, norm = out
    buffer, seen = scratch
    for n in range(len(norm)):
        total = 0.0
        for k in range(_grams(names, n, buffer, seen)):
            gram = buffer[k]
            posted[at[gram]] = n
            at[gram] += 1
            total += rarity[gram]
        norm[n] = 1.0 / total**0.5 if total > 0.0 else 0.0


def _scratch() -> tuple[NDArray[np.int32], NDArray[np.bool_]]:
    return np.zeros(2048, np.int32), np.zeros(GRAMS, np.bool_)


def post(names: Packed) -> Postings:
    """The posting lists of these names; the same names give the same lists."""
    total = names.total
    scratch = _scratch()
    have = np.zeros(GRAMS, np.int64)
    _count(names, have, *scratch)
    start = np.concatenate([[0], np.cumsum(have)]).astype(np.int32)
    rarity = np.log1p((total + 1) / (have + 1)).astype(np.float32)
    posted = np.zeros(int(start[-1]), np.int32)
    norm = np.zeros(total, np.float32)
    _post(names, start[:-1].copy(), rarity, scratch, (posted, norm))
    return Postings(*map(frozen, (start, posted, rarity, norm)))


@inner  # pragma: no cover - compiled
def _rarest_first(postings, grams):
    """Sort the groups by how many listed names have them, the fewest first."""
    for k in range(1, len(grams)):
        gram, at = grams[k], k
        size = postings.start[gram + 1] - postings.start[gram]
        while at > 0:
            before = grams[at - 1]
            if postings.start[before + 1] - postings.start[before] <= size:
                break
            grams[at] = before
            at -= 1
        grams[at] = gram


@inner  # pragma: no cover - compiled
def _sorted(postings, grams):
    """The rarity of all groups that the list has; sorts them where it is worth it."""
    whole, total = np.float32(0.0), 0
    for gram in grams:
        entries = postings.start[gram + 1] - postings.start[gram]
        if entries > 0:
            whole += postings.rarity[gram]
            total += entries
    if total > ENOUGH:
        _rarest_first(postings, grams)
    return whole


@inner  # pragma: no cover - compiled
def _accumulate(postings, grams, sums, touched):
    """Add up the rarity shared with each listed name; (names touched, own norm).

    The rarest groups first; once so many names were read, common groups add nothing new.
    """
    count, read, own, held = 0, 0, np.float32(0.0), np.float32(0.0)
    most = max(BUDGET, len(postings.norm) // PART)
    whole = _sorted(postings, grams)
    for gram in grams:
        rarity = postings.rarity[gram]
        first, past = postings.start[gram], postings.start[gram + 1]
        read += past - first
        if own > 0.0 and (read > most or (read > ENOUGH and held > SHARE * whole)):
            break
        own += rarity
        held += rarity if past > first else np.float32(0.0)
        for at in range(first, past):
            name = postings.names[at]
            if sums[name] == 0.0:
                touched[count] = name
                count += 1
            sums[name] += rarity
    return count, own


@inner  # pragma: no cover - compiled
def _keep(ids, worth, name, value):
    """Insert a candidate into the best so far, sorted; of equals the lower number first."""
    at = len(ids) - 1
    if value < worth[at] or (value == worth[at] and (ids[at] >= 0 and name > ids[at])):
        return
    while at > 0 and (value > worth[at - 1] or (value == worth[at - 1] and name < ids[at - 1])):
        ids[at], worth[at] = ids[at - 1], worth[at - 1]
        at -= 1
    ids[at], worth[at] = name, value


@compiled  # pragma: no cover - compiled
def _best(postings, names, found, least, scratch):
    """Fill ``ids`` and ``worth`` with the best candidates of every name, best first."""
    buffer, seen, sums, touched = scratch
    ids, worth = found
    for n in range(ids.shape[0]):
        size = _grams(names, n, buffer, seen)
        count, own = _accumulate(postings, buffer[:size], sums, touched)
        floor = (min(least, FEW_SHARED) if size <= FEW else least) * np.sqrt(own)
        for k in range(count):
            name = touched[k]
            shared = sums[name]
            sums[name] = 0.0
            value = shared * postings.norm[name]
            held = max(shared / own, value * postings.norm[name])
            if value >= floor or held >= HELD:
                _keep(ids[n], worth[n], name, value)


def best(
    postings: Postings, names: Packed, top: int, *, least: float = SHARED
) -> NDArray[np.int32]:
    """The ``top`` listed names that share most with each name, best first; -1 fills the row.

    ``least`` is the cosine, 0 to 1, below which a listed name is left out, unless the name has
    few letters or one of both stands whole in the other.
    """
    total, listed = names.total, len(postings.norm)
    ids = np.full((total, top), -1, np.int32)
    worth = np.zeros((total, top), np.float32)
    scratch = (*_scratch(), np.zeros(listed, np.float32), np.zeros(listed, np.int32))
    if listed:
        _best(postings, names, (ids, worth), np.float32(least), scratch)
    return ids
