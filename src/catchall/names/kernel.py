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

from catchall.names.align import LEFT, NO_GROUP, RIGHT, align, hopeless, pair_equal
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
)
from catchall.names.packed import CUT, FLAGS, FORMS, KIND, PERSON, START, WEIGHT
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

_COMMERCIAL = 1 | 2  # limited and stock: translated into one another freely


@inner  # pragma: no cover - compiled
def _lacking(names, side, space, tail):
    """Weight of the words without a partner; whether a number and a place are among them.

    ``tail``: words from this place on may have been cut off on the other side.
    """
    weight, number, place = 0.0, False, False
    for k in range(space.at[NQ + 2 * side]):
        if space.groups[side, k] == NO_GROUP:
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
        if group != NO_GROUP:
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
    disorder, highest, end = False, NO_GROUP, 0
    for i in range(space.at[NQ]):
        for j in range(space.at[NC]):
            if space.groups[0, i] != NO_GROUP and space.groups[1, j] == space.groups[0, i]:
                disorder = disorder or j < highest
                highest = max(highest, j)
                break
    for j in range(space.at[NC]):
        if space.groups[1, j] != NO_GROUP:
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
    first = NO_GROUP
    for i in range(space.at[NQ]):
        if space.groups[0, i] != NO_GROUP:
            first = i
            break
    if first == NO_GROUP or first + space.at[NC] > space.at[NQ]:
        return False
    for j in range(space.at[NC]):
        group = space.groups[1, j]
        if group == NO_GROUP or space.groups[0, first + j] != group:
            return False
    return True


@inner  # pragma: no cover - compiled
def _judge(q, n, c, m, space):
    """The score, once the words are aligned."""
    matched, lost, hidden = _weigh_groups(q, c, space)
    disorder, end = _order(space)
    # what a cut text lost begins with its last word: one without partner is another word
    lost_end = space.at[IS_CUT] != 0 and space.groups[0, space.at[NQ] - 1] != NO_GROUP
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
def _weight_of(names, first, total):
    weight = 0.0
    for k in range(first, first + total):
        weight += names.tokens[k, WEIGHT] / 1000
    return weight


@inner  # pragma: no cover - compiled
def _at_most(q, c, space):
    """A score that these names cannot exceed, seen from equal words alone."""
    lack_q, lack_c = hopeless(q, c, space)
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
    space.groups[:] = NO_GROUP
    if at[NQ] == 0 or at[NC] == 0:
        return 0.0
    letters = by_letters(q, n, c, m)
    pair_equal(q, c, space)
    if least > 0.0 and _at_most(q, c, space) < least:
        return letters
    align(q, c, space)
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
