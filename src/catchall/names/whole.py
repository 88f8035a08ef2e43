"""Two names letter by letter, words run together: one slip anywhere, spaces and forms included.

In: two ``Packed`` sets of names and which of each. Out: the least score that their letters
alone give, 0 where they say nothing. ``kernel`` takes it where aligned words give less: a slip
that moves a space or spoils a legal form leaves no words to align. The bodies are compiled, so
a coverage tool cannot see them: tests compare them with oracles.
"""

# The arguments of compiled functions are typed by numba from what it is given; Python's own
# types would say int where 64 bits are meant.
# mypy: disallow-untyped-defs=False, check-untyped-defs=False
# ruff: noqa: ANN001, ANN201, ANN202

from catchall.names.jit import inner
from catchall.names.packed import BAG, CUT, FIRST, FLAGS, WHOLE

SAME_LETTERS = 0.985  # all letters the same, words run together or split, or read by a scanner
SAME_WORDS = 0.99  # all words the same, legal forms too, in another order
BEGINS = 0.9  # a text cut off by its form, all letters as far as it goes
SLIP = 1.25  # what one slip costs, divided by the number of letters
DIGIT = 5.0  # a digit that differs costs so many slips: plant 5 is not plant 6
SWAP = 0.9  # two neighbours that changed places: all letters are still there
_FEWEST, _CUT_FEWEST = 6, 20
MOST_SLIPS, _FEWEST_FOR_TWO = 2, 10
_ZERO, _NINE = ord("0"), ord("9")
_PLAIN = FIRST - 1
_BOTH = 2


@inner  # pragma: no cover - compiled
def _common(a, a0, b, b0, size):
    """How many letters from here on are the same on both sides?"""
    for k in range(size):
        if (a[a0 + k] & _PLAIN) != (b[b0 + k] & _PLAIN):
            return k
    return size


@inner  # pragma: no cover - compiled
def _common_end(a, a_end, b, b_end, size):
    for k in range(size):
        if (a[a_end - 1 - k] & _PLAIN) != (b[b_end - 1 - k] & _PLAIN):
            return k
    return size


@inner  # pragma: no cover - compiled
def _digit(char):
    return _ZERO <= (char & _PLAIN) <= _NINE


@inner  # pragma: no cover - compiled
def _alone(text, at, end):
    """Is the letter at this place a word of its own?"""
    return text[at] >= FIRST and (at + 1 == end or text[at + 1] >= FIRST)


@inner  # pragma: no cover - compiled
def _replaced(q, i, qe, c, j, ce):
    """Slips that one other letter counts for; 0 where it makes another name."""
    digits = _digit(q[i]) + _digit(c[j])
    if digits == 0 and _alone(q, i, qe) and _alone(c, j, ce):
        return 0.0  # initials that differ
    return DIGIT if digits == _BOTH else 1.0


@inner  # pragma: no cover - compiled
def _doubled(text, at, begin, end):
    before = at > begin and (text[at - 1] & _PLAIN) == (text[at] & _PLAIN)
    return before or (at + 1 < end and (text[at + 1] & _PLAIN) == (text[at] & _PLAIN))


@inner  # pragma: no cover - compiled
def _added(text, at, begin, end):
    """Slips that one letter more counts for."""
    return DIGIT if _digit(text[at]) and not _doubled(text, at, begin, end) else 1.0


@inner  # pragma: no cover - compiled
def _slips(q, q0, qe, c, c0, ce):
    """How many slips is the one difference worth? 0 where there is more than one."""
    la, lb = qe - q0, ce - c0
    small = min(la, lb)
    p = _common(q, q0, c, c0, small)
    same = p + _common_end(q, qe, c, ce, small - p)
    if abs(la - lb) > 1:
        return 0.0
    if la != lb:
        if same < small:
            return 0.0
        return _added(q, q0 + p, q0, qe) if la > lb else _added(c, c0 + p, c0, ce)
    if same == la - 1:
        return _replaced(q, q0 + p, qe, c, c0 + p, ce)
    crossed = (
        same == la - 2
        and (q[q0 + p] & _PLAIN) == (c[c0 + p + 1] & _PLAIN)
        and (q[q0 + p + 1] & _PLAIN) == (c[c0 + p] & _PLAIN)
    )
    if not crossed:
        return 0.0
    return DIGIT if _digit(q[q0 + p]) or _digit(q[q0 + p + 1]) else SWAP


@inner  # pragma: no cover - compiled
def _word_between(text, first, past):
    """Does a word begin at one of these places?"""
    for at in range(first, past):
        if text[at] >= FIRST:
            return True
    return False


@inner  # pragma: no cover - compiled
def _next_word(q, i, c, j, rest):
    """Is the next difference behind these places in another word? ``rest``: letters left."""
    same = _common(q, i, c, j, rest)
    return _word_between(q, i, i + same + 1) and _word_between(c, j, j + same + 1)


@inner  # pragma: no cover - compiled
def _behind(q, i, qe, c, j, ce):
    """What the one slip behind these places is worth, if it is in another word; else 0."""
    rest = min(qe - i, ce - j)
    if rest <= 0 or not _next_word(q, i, c, j, rest - 1):
        return 0.0
    return _slips(q, i, qe, c, j, ce)


@inner  # pragma: no cover - compiled
def _two_slips(q, q0, qe, c, c0, ce):
    """What two slips in two different words are worth; 0 where the difference is another."""
    p = _common(q, q0, c, c0, min(qe - q0, ce - c0))
    i, j = q0 + p, c0 + p
    if i + 2 >= qe or j + 2 >= ce or _digit(q[i]) or _digit(c[j]):
        return 0.0
    crossed = (q[i] & _PLAIN) == (c[j + 1] & _PLAIN) and (q[i + 1] & _PLAIN) == (c[j] & _PLAIN)
    behind = _behind(q, i + 2, qe, c, j + 2, ce) if crossed else 0.0
    if behind == 0.0 and not (_alone(q, i, qe) and _alone(c, j, ce)):
        behind = _behind(q, i + 1, qe, c, j + 1, ce)
    if behind == 0.0:
        behind = _behind(q, i + 1, qe, c, j, ce)
    if behind == 0.0:
        behind = _behind(q, i, qe, c, j + 1, ce)
    return 1.0 + behind if behind > 0.0 else 0.0


@inner  # pragma: no cover - compiled
def _by_slips(q, q0, qe, c, c0, ce):
    """The score of two texts that differ by one slip, or by two in different words; else 0."""
    longest = max(qe - q0, ce - c0)
    if longest < _FEWEST or abs((qe - q0) - (ce - c0)) > MOST_SLIPS:
        return 0.0
    slips = _slips(q, q0, qe, c, c0, ce)
    if slips == 0.0 and longest >= _FEWEST_FOR_TWO:
        slips = _two_slips(q, q0, qe, c, c0, ce)
    return max(1.0 - SLIP * slips / longest, 0.0) if slips > 0.0 else 0.0


@inner  # pragma: no cover - compiled
def by_letters(q, n, c, m):
    """The least score of name n of q and name m of c, by their letters alone; else 0."""
    q0, qe = q.names[n, WHOLE], q.names[n + 1, WHOLE]
    c0, ce = c.names[m, WHOLE], c.names[m + 1, WHOLE]
    la, lb = qe - q0, ce - c0
    if la == 0 or lb == 0:
        return 0.0
    if q.names[n, BAG] == c.names[m, BAG]:
        return SAME_WORDS
    same = _common(q.text, q0, c.text, c0, min(la, lb))
    if la == lb and same == la:
        return SAME_LETTERS
    if (q.names[n, FLAGS] & CUT) != 0 and la >= _CUT_FEWEST and same == la:
        return BEGINS
    return _by_slips(q.text, q0, qe, c.text, c0, ce)
