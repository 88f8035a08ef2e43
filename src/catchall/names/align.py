"""Which words of two names stand for each other? Compiled arithmetic for ``kernel``.

In: two ``Packed`` sets of names, and in ``Space`` which of each. Out: in ``Space``, the groups
of words that match and how alike they are. What a match is worth is the business of ``kernel``.
The bodies are compiled, so a coverage tool cannot see them: tests compare them with oracles.
"""

# The arguments of compiled functions are typed by numba from what it is given; Python's own
# types would say int where 64 bits are meant.
# mypy: disallow-untyped-defs=False, check-untyped-defs=False
# ruff: noqa: ANN001, ANN201, ANN202

import numpy as np

from catchall.names.jit import inner
from catchall.names.letters import (
    ALIKE,
    C0,
    GROUPS,
    IS_CUT,
    NC,
    NQ,
    Q0,
    begins,
    edits,
    likeness,
    may_be_alike,
    same_start,
)
from catchall.names.packed import HASH, LETTERS, WEIGHT

# Typed, so that a function is compiled once and not once for each of them.
NO_GROUP = np.int64(-1)
LEFT, RIGHT = np.int64(0), np.int64(1)
STRICT, LOOSE = np.int64(0), np.int64(1)
_SHORTEST_JOIN, _ONE_AND_ONE = 4, 2
_EXACT_JOIN, _FUZZY_JOIN, _STUMP = 0.99, 0.97, 0.97


@inner  # pragma: no cover - compiled
def _open_group(space, alike):
    """The number of a new group of that likeness."""
    group = space.at[GROUPS]
    space.sims[ALIKE, group] = alike
    space.at[GROUPS] = group + 1
    return group


@inner  # pragma: no cover - compiled
def _pair(space, i, j, alike):
    """Put word i of the left and word j of the right into a group of their own."""
    group = _open_group(space, alike)
    space.groups[0, i] = group
    space.groups[1, j] = group


@inner  # pragma: no cover - compiled
def _free(space, i, j):
    return space.groups[0, i] == NO_GROUP and space.groups[1, j] == NO_GROUP


@inner  # pragma: no cover - compiled
def pair_equal(q, c, space):
    """Pair off equal words, in order."""
    for i in range(space.at[NQ]):
        for j in range(space.at[NC]):
            same = q.tokens[space.at[Q0] + i, HASH] == c.tokens[space.at[C0] + j, HASH]
            if same and space.groups[1, j] == NO_GROUP:
                _pair(space, i, j, 1.0)
                break


@inner  # pragma: no cover - compiled
def _measure(q, c, space):
    """How alike are the words that have no partner yet?"""
    for i in range(space.at[NQ]):
        if space.groups[0, i] != NO_GROUP:
            continue
        for j in range(space.at[NC]):
            if space.groups[1, j] == NO_GROUP:
                space.sims[i, j] = likeness(q, space.at[Q0] + i, c, space.at[C0] + j, space)


@inner  # pragma: no cover - compiled
def _pair_stump(q, c, space):
    """Pair the last word of a cut text with the word it begins."""
    last = space.at[NQ] - 1
    if space.at[IS_CUT] == 0:
        return
    for j in range(space.at[NC]):
        if _free(space, last, j) and begins(q, space.at[Q0] + last, c, space.at[C0] + j) > 0:
            _pair(space, last, j, _STUMP)
            return


@inner  # pragma: no cover - compiled
def _next_pair(q, c, space):
    """The two free words most alike, weighty words first; -1 where none are alike."""
    best, bi, bj = 0.0, NO_GROUP, NO_GROUP
    for i in range(space.at[NQ]):
        for j in range(space.at[NC]):
            if not _free(space, i, j) or space.sims[i, j] == 0.0:
                continue
            wq = q.tokens[space.at[Q0] + i, WEIGHT]
            wc = c.tokens[space.at[C0] + j, WEIGHT]
            worth = space.sims[i, j] + 0.0001 * min(wq, wc) - 0.001 * abs(i - j)
            if worth > best:
                best, bi, bj = worth, i, j
    return bi, bj


@inner  # pragma: no cover - compiled
def _pair_alike(q, c, space):
    """Pair off the words that are left, the most alike first."""
    _measure(q, c, space)
    i, j = _next_pair(q, c, space)
    while i != NO_GROUP:
        _pair(space, i, j, space.sims[i, j])
        i, j = _next_pair(q, c, space)


@inner  # pragma: no cover - compiled
def _run(one, i, many, j, work):
    """How many words of the many, two or more from j on, make word i of the one together?

    The letters of neighbouring words are neighbours in the text. ``work``: space, side of the
    one, slips allowed.
    """
    space, side, slips = work
    first, total = space.at[C0 - 2 * side], space.at[NC - 2 * side]
    a = one.tokens[i, LETTERS]
    size = one.tokens[i + 1, LETTERS] - a
    b = many.tokens[first + j, LETTERS]
    if not same_start(one, i, many, first + j):
        return 0
    for k in range(j, total):
        length = many.tokens[first + k + 1, LETTERS] - b
        if space.groups[1 - side, k] != NO_GROUP or length > size + slips:
            return 0
        stretch = (size, length, slips, space.rows)
        near = k > j and length >= size - slips
        if near and edits(one.text, a, many.text, b, stretch) <= slips:
            return k + 1 - j
    return 0


@inner  # pragma: no cover - compiled
def _mark(space, side, place, past, group):
    for k in range(place, past):
        space.groups[side, k] = group


@inner  # pragma: no cover - compiled
def _join_word(one, i, many, side, work):
    """Pair word i of one side with the words it runs together; ``work``: space, strictness."""
    space, loose = work
    token = space.at[Q0 + 2 * side] + i
    size = one.tokens[token + 1, LETTERS] - one.tokens[token, LETTERS]
    slips = size // 8 if loose == LOOSE else 0
    if size < _SHORTEST_JOIN or (loose == LOOSE and slips == 0):
        return
    for j in range(space.at[NC - 2 * side]):
        found = _run(one, token, many, j, (space, side, slips))
        if found > 0:
            alike = _FUZZY_JOIN if loose == LOOSE else _EXACT_JOIN
            group = _open_group(space, alike - slips * 0.5 / size)
            space.groups[side, i] = group
            _mark(space, 1 - side, j, j + found, group)
            return


@inner  # pragma: no cover - compiled
def _join(q, c, space, loose):
    """Pair words of either side with what they run together on the other."""
    if space.at[NC] > 1:
        for i in range(space.at[NQ]):
            if space.groups[0, i] == NO_GROUP:
                _join_word(q, i, c, LEFT, (space, loose))
    if space.at[NQ] > 1:
        for j in range(space.at[NC]):
            if space.groups[1, j] == NO_GROUP:
                _join_word(c, j, q, RIGHT, (space, loose))


@inner  # pragma: no cover - compiled
def _free_run(side, space):
    """The free words of a side if they stand together: (first, past the last), else 0, 0."""
    first, past, gap = 0, 0, False
    for k in range(space.at[NQ + 2 * side]):
        if space.groups[side, k] != NO_GROUP:
            continue
        if past == 0:
            first = k
        gap = gap or (past > 0 and past != k)
        past = k + 1
    return (0, 0) if gap else (first, past)


@inner  # pragma: no cover - compiled
def _join_rest(q, c, space):
    """Pair all that is left with all that is left, when written together it is the same."""
    i, past_i = _free_run(LEFT, space)
    j, past_j = _free_run(RIGHT, space)
    if past_i == i or past_j == j or past_i - i + past_j - j <= _ONE_AND_ONE:
        return
    a = q.tokens[space.at[Q0] + i, LETTERS]
    b = c.tokens[space.at[C0] + j, LETTERS]
    la = q.tokens[space.at[Q0] + past_i, LETTERS] - a
    lb = c.tokens[space.at[C0] + past_j, LETTERS] - b
    allowed = min(max(la, lb) // 6, 3)
    start = same_start(q, space.at[Q0] + i, c, space.at[C0] + j)
    if min(la, lb) <= _SHORTEST_JOIN or abs(la - lb) > allowed or not start:
        return
    slips = edits(q.text, a, c.text, b, (la, lb, allowed, space.rows))
    if slips <= allowed:
        group = _open_group(space, _FUZZY_JOIN - slips / max(la, lb))
        _mark(space, LEFT, i, past_i, group)
        _mark(space, RIGHT, j, past_j, group)


@inner  # pragma: no cover - compiled
def align(q, c, space):
    """Pair off the words that are not equal: run together, cut, or spelt otherwise."""
    _join(q, c, space, STRICT)
    _pair_stump(q, c, space)
    _pair_alike(q, c, space)
    _join(q, c, space, LOOSE)
    _join_rest(q, c, space)


@inner  # pragma: no cover - compiled
def _hope(q, i, c, space):
    """May the free word i of the left have a partner? -1 where words may be run together.

    The words of the right that may be it are marked in ``sims``.
    """
    hope = 0
    for j in range(space.at[NC]):
        if space.groups[1, j] != NO_GROUP:
            continue
        token = space.at[C0] + j
        if same_start(q, i, c, token):
            return -1
        if may_be_alike(q, i, c, token):
            hope = 1
            space.sims[LEFT, j] = 1.0
    return hope


@inner  # pragma: no cover - compiled
def hopeless(q, c, space):
    """Weight of the free words of each side that have no partner for certain.

    Below 0 where words may still be run together: then nothing is certain.
    """
    space.sims[LEFT, :] = 0.0
    lack_q, lack_c = 0.0, 0.0
    for i in range(space.at[NQ]):
        if space.groups[0, i] == NO_GROUP:
            hope = _hope(q, space.at[Q0] + i, c, space)
            if hope < 0:
                return -1.0, -1.0
            lack_q += 0.0 if hope else q.tokens[space.at[Q0] + i, WEIGHT] / 1000
    for j in range(space.at[NC]):
        if space.groups[1, j] == NO_GROUP and space.sims[LEFT, j] == 0.0:
            lack_c += c.tokens[space.at[C0] + j, WEIGHT] / 1000
    return lack_q, lack_c
