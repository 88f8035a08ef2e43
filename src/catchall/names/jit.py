"""Machine-code compilation of plain functions. In: a function; out: the same, compiled.

The compiled form is cached on disk beside the source or in the user's cache folder, so a
fresh process does not compile again; where neither can be written it is compiled in memory.
"""

from collections.abc import Callable
from typing import ParamSpec, TypeVar, cast

import numba

P = ParamSpec("P")
R = TypeVar("R")


_OPTIONS: dict[str, bool | str] = {"error_model": "numpy"}


def inner(function: Callable[P, R]) -> Callable[P, R]:
    """The same function as machine code, to be called from compiled functions only."""
    return cast("Callable[P, R]", numba.njit(function, no_cpython_wrapper=True, **_OPTIONS))


def compiled(function: Callable[P, R]) -> Callable[P, R]:
    """The same function as machine code, called from Python and cached on disk.

    ``fastmath`` stays off and nothing runs in parallel: a score must be the same bit for bit
    on every run.
    """
    try:
        return cast("Callable[P, R]", numba.njit(function, cache=True, **_OPTIONS))
    except RuntimeError:  # no folder to cache in: read-only installation and home
        return cast("Callable[P, R]", numba.njit(function, **_OPTIONS))
