"""How alike are two names? The compiled arithmetic, and nothing else.

In: two ``Packed`` sets of names and which of each. Out: a score from 0 to 1 and, in ``Space``,
the groups of words that stand for each other. What the numbers mean is written in
docs/explanation/screening.md; the words for people are made in ``score``. The bodies are
compiled, so a coverage tool cannot see them: tests compare them with oracles.
"""

# The arguments of compiled functions are typed by numba from what it is given; Python's own
# types would say int where 64 bits are meant.
# mypy: disallow-untyped-defs=False, check-untyped-defs=False
# ruff: noqa: ANN001, ANN201, ANN202

import numpy as np

from catchall.names.jit import compiled, inner
from catchall.names.letters import (
    ALIKE,
    C0,
    GROUPS,
    INITIAL_ALIKE,
    IS_CUT,
    NC,
    NQ,
    OF_PERSON,
    Q0,
    begins,
    edits,
    likeness,
    may_be_alike,
    same_start,
)
from catchall.names.packed import CUT, FLAGS, FORMS, HASH, KIND, LETTERS, PERSON, START, WEIGHT
from catchall.names.parts import NUMBER, PLACE
from catchall.names.whole import by_letters

# What a point of disagreement costs, as a share of the weight of the whole name.
TYPO = 1.1  # letters that differ inside words that match
CONFLICT = 1.5  # a word on each side that the other lacks: another name
EXTRA = 0.45  # words on one side only: a shorter or longer form of the name
EXTRA_OF_LITTLE = 0.68  # the same where little else matches
ENOUGH, LITTLE = 1.5, 1.0  # weight of matching words: between them EXTRA goes over
# A listed name that stands in a longer text, word for word: what words around it cost at most,
# and the least weight of such a name.
AROUND, NAMED = 0.18, 1.5
# What is taken off the whole score.
NUMBER_CONFLICT = 0.25  # Plant 5 is not Plant 6
PLACE_CONFLICT = 0.08  # the branch in one country is not the branch in another
THIN, THIN_FROM = 0.2, 0.1  # inexact by that share, and all that matches says little
FORM_CONFLICT = 0.06  # a firm and a foundation
PERSON_FORM = 0.05  # a firm's legal form on one side, a person on the other
FORM_MISSING = 0.005  # a legal form on one side only
FORM_THIN = 0.04  # another legal form, or one on one side only, where one slip decides
DISORDER = 0.01  # the same words in another order
# Share of a word that its initial does not tell.
BEHIND_INITIAL = 0.3
# Weight left to words that a cut text may have lost.
CUT_OFF = 0.15

# Typed, so that a function is compiled once and not once for each of them.
_NONE = np.int64(-1)
LEFT, RIGHT = np.int64(0), np.int64(1)
STRICT, LOOSE = np.int64(0), np.int64(1)
_COMMERCIAL = 1 | 2  # limited and stock: translated into one another freely
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
    return space.groups[0, i] == _NONE and space.groups[1, j] == _NONE


@inner  # pragma: no cover - compiled
def _pair_equal(q, c, space):
    """Pair off equal words, in order."""
    for i in range(space.at[NQ]):
        for j in range(space.at[NC]):
            same = q.tokens[space.at[Q0] + i, HASH] == c.tokens[space.at[C0] + j, HASH]
            if same and space.groups[1, j] == _NONE:
                _pair(space, i, j, 1.0)
                break


@inner  # pragma: no cover - compiled
def _measure(q, c, space):
    """How alike are the words that have no partner yet?"""
    for i in range(space.at[NQ]):
        if space.groups[0, i] != _NONE:
            continue
        for j in range(space.at[NC]):
            if space.groups[1, j] == _NONE:
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
    best, bi, bj = 0.0, _NONE, _NONE
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
    while i != _NONE:
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
        if space.groups[1 - side, k] != _NONE or length > size + slips:
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
            if space.groups[0, i] == _NONE:
                _join_word(q, i, c, LEFT, (space, loose))
    if space.at[NQ] > 1:
        for j in range(space.at[NC]):
            if space.groups[1, j] == _NONE:
                _join_word(c, j, q, RIGHT, (space, loose))


@inner  # pragma: no cover - compiled
def _free_run(side, space):
    """The free words of a side if they stand together: (first, past the last), else 0, 0."""
    first, past, gap = 0, 0, False
    for k in range(space.at[NQ + 2 * side]):
        if space.groups[side, k] != _NONE:
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
def _align(q, c, space):
    _join(q, c, space, STRICT)
    _pair_stump(q, c, space)
    _pair_alike(q, c, space)
    _join(q, c, space, LOOSE)
    _join_rest(q, c, space)


@inner  # pragma: no cover - compiled
def _lacking(names, side, space, tail):
    """Weight of the words without a partner; whether a number and a place are among them.

    ``tail``: words from this place on may have been cut off on the other side.
    """
    weight, number, place = 0.0, False, False
    for k in range(space.at[NQ + 2 * side]):
        if space.groups[side, k] == _NONE:
            token = space.at[Q0 + 2 * side] + k
            weight += names.tokens[token, WEIGHT] * (CUT_OFF if k >= tail else 1.0) / 1000
            number = number or (names.tokens[token, KIND] == NUMBER and k < tail)
            place = place or names.tokens[token, KIND] == PLACE
    return weight, number, place


@inner  # pragma: no cover - compiled
def _weigh_side(names, side, space):
    """Add up the weight of each group on one side, into a row of ``sims``."""
    space.sims[side, : space.at[GROUPS]] = 0.0
    for k in range(space.at[NQ + 2 * side]):
        group = space.groups[side, k]
        if group != _NONE:
            weight = names.tokens[space.at[Q0 + 2 * side] + k, WEIGHT] / 1000
            space.sims[side, group] += weight


@inner  # pragma: no cover - compiled
def _weigh_groups(q, c, space):
    """Weight of all that matches, what of it differing letters cost, what initials hide."""
    _weigh_side(q, LEFT, space)
    _weigh_side(c, RIGHT, space)
    matched, lost, hidden = 0.0, 0.0, 0.0
    for group in range(space.at[GROUPS]):
        weight = min(space.sims[LEFT, group], space.sims[RIGHT, group])
        matched += weight
        lost += weight * (1.0 - space.sims[ALIKE, group])
        if space.sims[ALIKE, group] == INITIAL_ALIKE:
            heavier = max(space.sims[LEFT, group], space.sims[RIGHT, group])
            hidden += BEHIND_INITIAL * (heavier - weight)
    return matched, lost, hidden


@inner  # pragma: no cover - compiled
def _order(space):
    """Are the groups in another order on the right? And where does the last one end there?"""
    disorder, highest, end = False, _NONE, 0
    for i in range(space.at[NQ]):
        for j in range(space.at[NC]):
            if space.groups[0, i] != _NONE and space.groups[1, j] == space.groups[0, i]:
                disorder = disorder or j < highest
                highest = max(highest, j)
                break
    for j in range(space.at[NC]):
        if space.groups[1, j] != _NONE:
            end = j + 1
    return disorder, end


@inner  # pragma: no cover - compiled
def _form_cost(fq, fc, person):
    if fq == fc or (person and fq == 0):
        return 0.0
    if person:
        return PERSON_FORM
    if fq == 0 or fc == 0:
        return FORM_MISSING
    trades = (fq & _COMMERCIAL) != 0 and (fc & _COMMERCIAL) != 0
    return 0.0 if trades or (fq & fc) != 0 else FORM_CONFLICT


@inner  # pragma: no cover - compiled
def _cost(matched, lost, lacking):
    """What typos, conflicts and missing words cost, and what little evidence costs."""
    lack_q, lack_c, hidden = lacking
    conflict = min(lack_q, lack_c)
    extra = max(lack_q, lack_c) - conflict + hidden
    if matched <= 0.0:
        return 1.0
    little = min(max((ENOUGH - matched) / (ENOUGH - LITTLE), 0.0), 1.0)
    per_extra = EXTRA + little * (EXTRA_OF_LITTLE - EXTRA)
    cost = (TYPO * lost + CONFLICT * conflict + per_extra * extra) / (
        matched + conflict + extra
    )
    inexact = min(1.0, (lost + conflict + extra) / THIN_FROM)
    return cost + THIN * max(0.0, 1.0 - matched) * inexact


@inner  # pragma: no cover - compiled
def _stands_in(space):
    """Do all words on the right stand on the left, in order and with nothing between them?"""
    first = _NONE
    for i in range(space.at[NQ]):
        if space.groups[0, i] != _NONE:
            first = i
            break
    if first == _NONE or first + space.at[NC] > space.at[NQ]:
        return False
    for j in range(space.at[NC]):
        group = space.groups[1, j]
        if group == _NONE or space.groups[0, first + j] != group:
            return False
    return True


@inner  # pragma: no cover - compiled
def _judge(q, n, c, m, space):
    """The score, once the words are aligned."""
    matched, lost, hidden = _weigh_groups(q, c, space)
    disorder, end = _order(space)
    # what a cut text lost begins with its last word: one without partner is another word
    lost_end = space.at[IS_CUT] != 0 and space.groups[0, space.at[NQ] - 1] != _NONE
    tail = end if lost_end else space.at[NC]
    lack_q, number_q, place_q = _lacking(q, LEFT, space, space.at[NQ])
    lack_c, number_c, place_c = _lacking(c, RIGHT, space, tail)
    cost = _cost(matched, lost, (lack_q, lack_c, hidden))
    if matched >= NAMED and lost == 0.0 and _stands_in(space):
        cost = min(cost, AROUND)
    cost += _form_cost(q.names[n, FORMS], c.names[m, FORMS], space.at[OF_PERSON] != 0)
    if lost > 0.0 and matched < ENOUGH and q.names[n, FORMS] != c.names[m, FORMS]:
        cost += FORM_THIN
    cost += DISORDER if disorder else 0.0
    cost += NUMBER_CONFLICT if number_q and number_c else 0.0
    cost += PLACE_CONFLICT if place_q and place_c else 0.0
    return min(max(1.0 - cost, 0.0), 1.0)


@inner  # pragma: no cover - compiled
def _hopeless(q, c, space):
    """Weight of the free words of each side that have no partner for certain.

    -1 where words may still be run together: then nothing is certain.
    """
    space.sims[LEFT, :] = 0.0
    lack_q, lack_c = 0.0, 0.0
    for i in range(space.at[NQ]):
        if space.groups[0, i] != _NONE:
            continue
        hope = False
        for j in range(space.at[NC]):
            if space.groups[1, j] == _NONE:
                a, b = space.at[Q0] + i, space.at[C0] + j
                if same_start(q, a, c, b):
                    return -1.0, -1.0
                if may_be_alike(q, a, c, b):
                    hope = True
                    space.sims[LEFT, j] = 1.0
        if not hope:
            lack_q += q.tokens[space.at[Q0] + i, WEIGHT] / 1000
    for j in range(space.at[NC]):
        if space.groups[1, j] == _NONE and space.sims[LEFT, j] == 0.0:
            lack_c += c.tokens[space.at[C0] + j, WEIGHT] / 1000
    return lack_q, lack_c


@inner  # pragma: no cover - compiled
def _weight_of(names, first, total):
    weight = 0.0
    for k in range(first, first + total):
        weight += names.tokens[k, WEIGHT] / 1000
    return weight


@inner  # pragma: no cover - compiled
def _at_most(q, c, space):
    """A score that these names cannot exceed, seen from equal words alone."""
    lack_q, lack_c = _hopeless(q, c, space)
    if lack_c <= 0.0 or space.at[IS_CUT] != 0:
        return 1.0
    all_q = _weight_of(q, space.at[Q0], space.at[NQ])
    all_c = _weight_of(c, space.at[C0], space.at[NC])
    matched = min(all_q - lack_q, all_c - lack_c)
    conflict = min(lack_q, lack_c)
    extra = max(lack_q, lack_c) - conflict
    if matched <= 0.0:
        return 0.0
    return 1.0 - (CONFLICT * conflict + EXTRA * extra) / (matched + conflict + extra)


@inner  # pragma: no cover - compiled
def _compare(q, n, c, m, work):
    space, least = work
    at = space.at
    at[Q0], at[C0], at[GROUPS] = q.names[n, START], c.names[m, START], 0
    at[NQ] = q.names[n + 1, START] - at[Q0]
    at[NC] = c.names[m + 1, START] - at[C0]
    at[IS_CUT] = q.names[n, FLAGS] & CUT
    at[OF_PERSON] = c.names[m, FLAGS] & PERSON
    space.groups[:] = _NONE
    if at[NQ] == 0 or at[NC] == 0:
        return 0.0
    letters = by_letters(q, n, c, m)
    _pair_equal(q, c, space)
    if least > 0.0 and _at_most(q, c, space) < least:
        return letters
    _align(q, c, space)
    return max(_judge(q, n, c, m, space), letters)


@compiled  # pragma: no cover - compiled
def compare(q, c, pairs, work, scores):
    """Fill ``scores[a, b]`` with the likeness of name a of q and name pairs[a, b] of c.

    A pair below 0 is left out. ``work``: the scratch memory, where the groups of the last
    comparison stay, and the least score that is wanted: of a pair that cannot reach it, any
    lower score is given.
    """
    for a in range(pairs.shape[0]):
        for b in range(pairs.shape[1]):
            if pairs[a, b] >= 0:
                scores[a, b] = _compare(q, a, c, pairs[a, b], work)
