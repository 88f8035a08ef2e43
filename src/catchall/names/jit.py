"""Machine-code compilation of plain functions. In: a function; out: the same, compiled.

The compiled form is cached on disk beside the source or in the user's cache folder, so a
fresh process does not compile again; where neither can be written it is compiled in memory.
"""

import hashlib
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any, ParamSpec, TypeVar, cast

import numba

P = ParamSpec("P")
R = TypeVar("R")


# No division checks, and no counting of references: nothing is allocated in compiled code.
_OPTIONS: dict[str, bool | str] = {"error_model": "numpy", "_nrt": False}


def _machine_code(function: Callable[P, R], **options: Any) -> Callable[P, R]:
    njit: Any = numba.njit  # its stubs do not know the options below
    return cast("Callable[P, R]", njit(function, **_OPTIONS, **options))


def inner(function: Callable[P, R]) -> Callable[P, R]:
    """The same function as machine code, for compiled functions only.

    It has no entry for Python: called from there, the process would end.
    """
    return _machine_code(function, no_cpython_wrapper=True)


@cache
def _sources() -> str:
    """A short digest of all modules here: what is compiled calls functions of its siblings."""
    texts = (path.read_bytes() for path in sorted(Path(__file__).parent.glob("*.py")))
    return hashlib.blake2b(b"\0".join(texts), digest_size=6).hexdigest()


def compiled(function: Callable[P, R]) -> Callable[P, R]:
    """The same function as machine code, called from Python and cached on disk.

    ``fastmath`` stays off and nothing runs in parallel: a score must be the same bit for bit
    on every run. numba itself looks only at the file of the function: a change of a sibling
    would leave the old arithmetic on disk, so the name of what is kept tells all sources.
    """
    function.__qualname__ = f"{function.__name__}-{_sources()}"
    try:
        return _machine_code(function, cache=True)
    except RuntimeError:  # no folder to cache in: read-only installation and home
        return _machine_code(function)
