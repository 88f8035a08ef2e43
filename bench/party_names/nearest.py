"""Candidates for all engines alike: the listed names that share most letters, and no judgement.

catchall's own index leaves out what cannot match, which would spare the others work that they
have. Groups of three letters, weighted by rarity, every posting read: cosine, best first.
"""

# mypy: disallow-untyped-defs=False, check-untyped-defs=False
# ruff: noqa: ANN001, ANN202

from collections.abc import Sequence

import numba
import numpy as np
from numpy.typing import NDArray

from catchall.names.index import Index
from catchall.names.packed import pack
from catchall.names.parts import parse
from catchall.names.retrieve import GRAMS, _grams


@numba.njit
def _cosines(postings, names, n, scratch, sums):
    """Fill ``sums`` with the cosine of name n and every listed name."""
    buffer, seen = scratch
    sums[:] = 0.0
    own = 0.0
    for k in range(_grams(names, n, buffer, seen)):
        gram = buffer[k]
        own += postings.rarity[gram]
        for at in range(postings.start[gram], postings.start[gram + 1]):
            sums[postings.names[at]] += postings.rarity[gram]
    if own > 0.0:
        sums /= np.sqrt(own)


def nearest(opened: Index, names: Sequence[str], top: int) -> NDArray[np.int32]:
    """The ``top`` listed names that share most letters with each name, nearest first."""
    packed = pack([parse(name) for name in names], [False] * len(names))
    scratch = np.zeros(4096, np.int32), np.zeros(GRAMS, np.bool_)
    sums, found = np.zeros(opened.names.total), np.zeros((len(names), top), np.int32)
    for n in range(len(names)):
        _cosines(opened.postings, packed, n, scratch, sums)
        cosines = sums * opened.postings.norm
        some = np.argpartition(-cosines, top)[:top]
        found[n] = some[np.argsort(-cosines[some], kind="stable")]
    return found
