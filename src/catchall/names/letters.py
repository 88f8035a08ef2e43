"""How alike are two words? Compiled arithmetic for ``kernel``, and its scratch memory.

In: words of two ``Packed`` sets of names. Out: a likeness from 0 (another word) to 1. The
bodies are compiled, so a coverage tool cannot see them: tests compare them with oracles.
"""

# The arguments of compiled functions are typed by numba from what it is given; Python's own
# types would say int where 64 bits are meant.
# mypy: disallow-untyped-defs=False, check-untyped-defs=False
# "x in (a, b)" builds a tuple on every call.
# ruff: noqa: ANN001, ANN201, ANN202, PLR1714

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from catchall.names.jit import inner
from catchall.names.packed import BITS, KIND, LETTERS, SOUNDS
from catchall.names.parts import INITIAL, LIGHT, LONGEST_WORD, MOST_WORDS, NUMBER

SOUNDS_ALIKE = 0.95
SHORT_ALIKE, SOUND_SHORT, SOUND_LONG = 0.8, 4, 6
"""Short words often sound alike by chance: up to four letters count less, six in full."""
_SOUND_FACTOR = 0.93  # a likeness seen only in the sounds
INITIAL_ALIKE = 0.905  # of an initial and a word; no count of slips gives this value
_STUMP = 0.92
_SHORTEST_STUMP = 3
# Longest words that may hold no slip, one, two; longer ones a quarter of their letters.
_EXACT_TO, _ONE_SLIP_TO, _TWO_SLIPS_TO = 3, 5, 8
_LONGEST_TEXT = MOST_WORDS * LONGEST_WORD
# places in ``Space.at``
Q0, NQ, C0, NC, GROUPS, OF_PERSON, IS_CUT = range(7)
ALIKE = MOST_WORDS  # the row of ``Space.sims`` that holds the likeness of each group


class Space(NamedTuple):
    """Scratch memory of one comparison; after it, the groups of words that match.

    ``groups`` gives each word of the left (row 0) and right (row 1) name its group, -1 where it
    has none; ``sims[ALIKE]`` the likeness of each group; ``at`` the numbers named above.
    ``rows`` is the table of ``edits``.
    """

    sims: NDArray[np.float64]
    groups: NDArray[np.int64]
    rows: NDArray[np.int64]
    at: NDArray[np.int64]


def space() -> Space:
    """Fresh scratch memory for comparisons, one after the other."""
    return Space(
        np.zeros((MOST_WORDS + 1, MOST_WORDS)),
        np.zeros((2, MOST_WORDS), np.int64),
        np.zeros((3, _LONGEST_TEXT + 1), np.int64),
        np.zeros(7, np.int64),
    )


@inner  # pragma: no cover - compiled
def _swapped(a, i, b, j, have):
    """Are the two letters before these places neighbours that changed places?"""
    return have > 1 and a[i - 1] == b[j - 2] and a[i - 2] == b[j - 1]


@inner  # pragma: no cover - compiled
def edits(a, a0, b, b0, work):
    """Slips between two stretches of text: insert, delete, replace, swap neighbours.

    Optimal string alignment; limit + 1 if there are more. ``work``: both lengths, the limit and
    the table.
    """
    la, lb, limit, rows = work
    while la > 0 and lb > 0 and a[a0 + la - 1] == b[b0 + lb - 1]:  # a common end costs nothing
        la -= 1
        lb -= 1
    if abs(la - lb) > limit:
        return limit + 1
    for j in range(lb + 1):
        rows[0, j] = j
    for i in range(1, la + 1):
        now, last, before = i % 3, (i + 2) % 3, (i + 1) % 3
        rows[now, 0] = i
        best = i
        for j in range(1, lb + 1):
            differs = a[a0 + i - 1] != b[b0 + j - 1]
            cost = min(rows[last, j] + 1, rows[now, j - 1] + 1, rows[last, j - 1] + differs)
            if differs and _swapped(a, a0 + i, b, b0 + j, min(i, j)):
                cost = min(cost, rows[before, j - 2] + 1)
            rows[now, j] = cost
            best = min(best, cost)
        if best > limit:
            return limit + 1
    return rows[la % 3, lb]


@inner  # pragma: no cover - compiled
def _slips(length):
    """How many slips a word of this length may hold and still be the same word."""
    if length <= _EXACT_TO:
        return 0
    if length <= _ONE_SLIP_TO:
        return 1
    if length <= _TWO_SLIPS_TO:
        return 2
    return max(3, length // 4)


@inner  # pragma: no cover - compiled
def _apart(x, y, limit):
    """Do two words differ in so many letters that they cannot be within the limit?

    A slip changes at most two bits of the set of letters.
    """
    differ = x ^ y
    count = 0
    while differ != 0 and count <= 2 * limit:
        differ &= differ - 1
        count += 1
    return count > 2 * limit


@inner  # pragma: no cover - compiled
def _may_be_spelt_alike(q, i, c, j, column):
    la = q.tokens[i + 1, column] - q.tokens[i, column]
    lb = c.tokens[j + 1, column] - c.tokens[j, column]
    allowed = _slips(max(la, lb))
    return abs(la - lb) <= allowed and not _apart(
        q.tokens[i, BITS + column], c.tokens[j, BITS + column], allowed
    )


@inner  # pragma: no cover - compiled
def may_be_alike(q, i, c, j):
    """Can words that begin differently be alike? Cheap, and may err to yes."""
    return _may_be_spelt_alike(q, i, c, j, LETTERS) or _may_be_spelt_alike(q, i, c, j, SOUNDS)


@inner  # pragma: no cover - compiled
def _spelt_alike(q, i, c, j, work):
    """1 for equal words, less for slips, 0 for another word; ``work``: space and column."""
    space, column = work
    a, b = q.tokens[i, column], c.tokens[j, column]
    la, lb = q.tokens[i + 1, column] - a, c.tokens[j + 1, column] - b
    longest = max(la, lb)
    allowed = _slips(longest)
    if longest == 0 or abs(la - lb) > allowed:
        return 0.0
    if _apart(q.tokens[i, BITS + column], c.tokens[j, BITS + column], allowed):
        return 0.0
    slips = edits(q.text, a, c.text, b, (la, lb, allowed, space.rows))
    if slips > allowed or (slips > 1 and q.text[a] != c.text[b]):
        return 0.0
    return 1.0 - slips / longest


@inner  # pragma: no cover - compiled
def same_start(q, i, c, j):
    """Are the first two letters of the words the same, or the one that there is?"""
    a, b = q.tokens[i, LETTERS], c.tokens[j, LETTERS]
    if q.text[a] != c.text[b]:
        return False
    single = q.tokens[i + 1, LETTERS] - a == 1 or c.tokens[j + 1, LETTERS] - b == 1
    return single or q.text[a + 1] == c.text[b + 1]


@inner  # pragma: no cover - compiled
def begins(q, i, c, j):
    """How many letters long is word i of q, if word j of c begins with it? Else 0."""
    a, b = q.tokens[i, LETTERS], c.tokens[j, LETTERS]
    size = q.tokens[i + 1, LETTERS] - a
    if size > c.tokens[j + 1, LETTERS] - b:
        return 0
    for k in range(size):
        if q.text[a + k] != c.text[b + k]:
            return 0
    return size


@inner  # pragma: no cover - compiled
def _shortened(q, i, c, j):
    """An initial for a word, or the stump of a generic word; 0 where it is neither."""
    ka, kb = q.tokens[i, KIND], c.tokens[j, KIND]
    if ka == INITIAL or kb == INITIAL:
        first = q.text[q.tokens[i, LETTERS]] == c.text[c.tokens[j, LETTERS]]
        return INITIAL_ALIKE if first and ka != NUMBER and kb != NUMBER else 0.0
    stump = (kb == LIGHT and begins(q, i, c, j) >= _SHORTEST_STUMP) or (
        ka == LIGHT and begins(c, j, q, i) >= _SHORTEST_STUMP
    )
    return _STUMP if stump else 0.0


@inner  # pragma: no cover - compiled
def _sounds_alike(q, i, c, j):
    """How alike two words are that only sound the same: by the letters of the longer one."""
    longest = max(
        q.tokens[i + 1, LETTERS] - q.tokens[i, LETTERS],
        c.tokens[j + 1, LETTERS] - c.tokens[j, LETTERS],
    )
    share = min(max((longest - SOUND_SHORT) / (SOUND_LONG - SOUND_SHORT), 0.0), 1.0)
    return SHORT_ALIKE + share * (SOUNDS_ALIKE - SHORT_ALIKE)


@inner  # pragma: no cover - compiled
def likeness(q, i, c, j, space):
    """How alike word i of q and word j of c are, from 0 (another word) to 1."""
    written = _spelt_alike(q, i, c, j, (space, LETTERS))
    if written == 1.0:
        return 1.0
    ka, kb = q.tokens[i, KIND], c.tokens[j, KIND]
    single = ka == INITIAL or kb == INITIAL
    if single and space.at[OF_PERSON] == 0:
        return 0.0
    short = _shortened(q, i, c, j)
    if short > 0.0 or single or ka == NUMBER or kb == NUMBER:
        return short
    heard = _spelt_alike(q, i, c, j, (space, SOUNDS))
    return max(written, _sounds_alike(q, i, c, j) if heard == 1.0 else _SOUND_FACTOR * heard)
