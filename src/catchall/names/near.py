"""Which of very many names are like one of a short list? In: ``Packed`` names; out: yes or no.

For the news of a list against a stock of names: each name is read once, asks the short list for
names that share letters with it, and is compared until one is like it. What is shared may be
less than ``retrieve`` asks for, since a short list does not know which letters are rare.
"""

# The arguments of compiled functions are typed by numba from what it is given; Python's own
# types would say int where 64 bits are meant.
# mypy: disallow-untyped-defs=False, check-untyped-defs=False
# ruff: noqa: ANN001, ANN202

import numpy as np
from numpy.typing import NDArray

from catchall.names.jit import compiled, inner
from catchall.names.kernel import _compare
from catchall.names.letters import space
from catchall.names.packed import Packed
from catchall.names.retrieve import FEW, FEW_SHARED, Postings, _grams, _scratch

SHARED = np.float32(0.3)
"""Cosine of the letters from which two names are compared; ``retrieve`` asks for more."""
HELD = np.float32(0.7)
"""Share of one name's letters that the other has, from which it may stand in that."""


@inner  # pragma: no cover - compiled
def _add_up(postings, grams, sums, touched):
    """Add up the rarity shared with each listed name; (names touched, own norm)."""
    count, own = 0, np.float32(0.0)
    for gram in grams:
        rarity = postings.rarity[gram]
        own += rarity
        for at in range(postings.start[gram], postings.start[gram + 1]):
            name = postings.names[at]
            if sums[name] == 0.0:
                touched[count] = name
                count += 1
            sums[name] += rarity
    return count, own


@inner  # pragma: no cover - compiled
def _may_match(shared, own, norm, floor):
    value = shared * norm
    return value >= floor or max(shared / own, value * norm) >= HELD


@compiled  # pragma: no cover - compiled
def _near(postings, both, work, floor, found):
    """Fill ``found``; ``both``: the listed names and the many."""
    listed, names = both
    buffer, seen, sums, touched, scratch = work
    for n in range(len(found)):
        size = _grams(names, n, buffer, seen)
        count, own = _add_up(postings, buffer[:size], sums, touched)
        least = (FEW_SHARED if size <= FEW else SHARED) * np.sqrt(own)
        for k in range(count):
            name = touched[k]
            shared = sums[name]
            sums[name] = 0.0
            if not found[n] and _may_match(shared, own, postings.norm[name], least):
                found[n] = _compare(names, n, listed, name, (scratch, floor)) >= floor


def near(postings: Postings, listed: Packed, names: Packed, floor: float) -> NDArray[np.bool_]:
    """Of each name: is its likeness to one of the listed names at or above the floor, 0..1?

    ``postings`` are those of the listed names.
    """
    found, total = np.zeros(names.total, np.bool_), listed.total
    sums, touched = np.zeros(total, np.float32), np.zeros(total, np.int32)
    work = (*_scratch(), sums, touched, space())
    _near(postings, (listed, names), work, float(floor), found)
    return found
