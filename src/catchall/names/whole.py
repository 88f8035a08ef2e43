"""Two names letter by letter, words run together: one slip anywhere, spaces and forms included.

In: two ``Packed`` sets of names and which of each. Out: the least score that their letters
alone give, 0 where they say nothing. ``kernel`` takes it where aligned words give less: a slip
that moves a space or spoils a legal form leaves no words to align. The bodies are compiled, so
a coverage tool cannot see them: tests compare them with oracles.
"""

# The arguments of compiled functions are typed by numba from what it is given; Python's own
# types would say int where 64 bits are meant.
# mypy: disallow-untyped-defs=False, check-untyped-defs=False
# "any" and generators are no words of compiled code.
# ruff: noqa: ANN001, ANN201, ANN202, SIM110

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
def _common(left, right):
    """How many letters are the same from the beginning of two stretches (text, first, past)?"""
    a, i, a_past = left
    b, j, b_past = right
    size = min(a_past - i, b_past - j)
    for k in range(size):
        if (a[i + k] & _PLAIN) != (b[j + k] & _PLAIN):
            return k
    return size


@inner  # pragma: no cover - compiled
def _common_end(left, right, most):
    """How many letters, so many at most, are the same at the end of two stretches?"""
    a, _, a_past = left
    b, _, b_past = right
    for k in range(most):
        if (a[a_past - 1 - k] & _PLAIN) != (b[b_past - 1 - k] & _PLAIN):
            return k
    return most


@inner  # pragma: no cover - compiled
def _from(stretch, by):
    """The stretch without so many letters at its beginning."""
    text, first, past = stretch
    return text, first + by, past


@inner  # pragma: no cover - compiled
def _letter(stretch, at):
    text, first, _ = stretch
    return text[first + at] & _PLAIN


@inner  # pragma: no cover - compiled
def _digit(stretch, at):
    return _ZERO <= _letter(stretch, at) <= _NINE


@inner  # pragma: no cover - compiled
def _alone(stretch):
    """Is the first letter a word of its own?"""
    text, at, past = stretch
    return text[at] >= FIRST and (at + 1 == past or text[at + 1] >= FIRST)


@inner  # pragma: no cover - compiled
def _crossed(left, right):
    """Did the first two letters change places?"""
    enough = left[2] - left[1] > 1 and right[2] - right[1] > 1
    return (
        enough
        and _letter(left, 0) == _letter(right, 1)
        and _letter(left, 1) == _letter(right, 0)
    )


@inner  # pragma: no cover - compiled
def _replaced(left, right):
    """Slips that another first letter counts for; 0 where it makes another name."""
    digits = _digit(left, 0) + _digit(right, 0)
    if digits == 0 and _alone(left) and _alone(right):
        return 0.0  # initials that differ
    return DIGIT if digits == _BOTH else 1.0


@inner  # pragma: no cover - compiled
def _added(longer, at):
    """Slips that one letter more, at this place, counts for: a digit doubled is a slip."""
    _, first, past = longer
    here = _letter(longer, at)
    doubled = (at > 0 and _letter(longer, at - 1) == here) or (
        first + at + 1 < past and _letter(longer, at + 1) == here
    )
    return DIGIT if _digit(longer, at) and not doubled else 1.0


@inner  # pragma: no cover - compiled
def _other_letter(left, right, same, behind):
    """Slips of two stretches as long as one another; ``same`` letters, then ``behind``."""
    size = left[2] - left[1]
    one, other = _from(left, same), _from(right, same)
    if same + behind == size - 1:
        return _replaced(one, other)
    if same + behind == size - 2 and _crossed(one, other):
        return DIGIT if _digit(one, 0) or _digit(one, 1) else SWAP
    return 0.0


@inner  # pragma: no cover - compiled
def _slips(left, right):
    """How many slips is the one difference worth? 0 where there is more than one."""
    la, lb = left[2] - left[1], right[2] - right[1]
    small = min(la, lb)
    if abs(la - lb) > 1:
        return 0.0
    same = _common(left, right)
    behind = _common_end(left, right, small - same)
    if la == lb:
        return _other_letter(left, right, same, behind)
    if same + behind < small:
        return 0.0
    return _added(left, same) if la > lb else _added(right, same)


@inner  # pragma: no cover - compiled
def _word_begins(stretch, size):
    """Does a word begin within so many letters?"""
    text, first, _ = stretch
    for at in range(first, first + size):
        if text[at] >= FIRST:
            return True
    return False


@inner  # pragma: no cover - compiled
def _behind(left, right):
    """What the one slip in these stretches is worth, if it is in another word; else 0."""
    rest = min(left[2] - left[1], right[2] - right[1])
    same = _common(left, right) + 1
    if rest <= 1 or same > rest or not (_word_begins(left, same) and _word_begins(right, same)):
        return 0.0
    return _slips(left, right)


@inner  # pragma: no cover - compiled
def _two_slips(left, right):
    """What two slips in two different words are worth; 0 where the difference is another."""
    same = _common(left, right)
    one, other = _from(left, same), _from(right, same)
    if min(one[2] - one[1], other[2] - other[1]) <= MOST_SLIPS:
        return 0.0
    if _digit(one, 0) or _digit(other, 0) or (_alone(one) and _alone(other)):
        return 0.0
    behind = _behind(_from(one, 2), _from(other, 2)) if _crossed(one, other) else 0.0
    if behind == 0.0:
        behind = _behind(_from(one, 1), _from(other, 1))
    if behind == 0.0:
        behind = _behind(_from(one, 1), other)
    if behind == 0.0:
        behind = _behind(one, _from(other, 1))
    return 1.0 + behind if behind > 0.0 else 0.0


@inner  # pragma: no cover - compiled
def _by_slips(left, right):
    """The score of two texts that differ by one slip, or by two in different words; else 0."""
    la, lb = left[2] - left[1], right[2] - right[1]
    longest = max(la, lb)
    if longest < _FEWEST or abs(la - lb) > MOST_SLIPS:
        return 0.0
    slips = _slips(left, right)
    if slips == 0.0 and longest >= _FEWEST_FOR_TWO:
        slips = _two_slips(left, right)
    return max(1.0 - SLIP * slips / longest, 0.0) if slips > 0.0 else 0.0


@inner  # pragma: no cover - compiled
def by_letters(q, n, c, m):
    """The least score of name n of q and name m of c, by their letters alone; else 0."""
    left = (q.text, q.names[n, WHOLE], q.names[n + 1, WHOLE])
    right = (c.text, c.names[m, WHOLE], c.names[m + 1, WHOLE])
    la, lb = left[2] - left[1], right[2] - right[1]
    if la == 0 or lb == 0:
        return 0.0
    if q.names[n, BAG] == c.names[m, BAG]:
        return SAME_WORDS
    cut = (q.names[n, FLAGS] & CUT) != 0 and la >= _CUT_FEWEST
    if la == lb or (cut and la < lb):
        same = _common(left, right)
        if same == la:
            return SAME_LETTERS if la == lb else BEGINS
    return _by_slips(left, right)
