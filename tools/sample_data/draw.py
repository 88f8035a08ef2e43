"""The same choices on every machine. In: a sequence or a span and a key; out: one of it.

``random`` is not used: its sequences are not promised to stay the same between versions.
"""

import hashlib
from collections.abc import Sequence
from typing import TypeVar

T = TypeVar("T")


def number(low: int, high: int, *key: object) -> int:
    """Which whole number from ``low`` to ``high``, both included, belongs to the key?"""
    digest = hashlib.sha256("|".join(map(str, key)).encode()).digest()
    return low + int.from_bytes(digest[:8], "big") % (high - low + 1)


def pick(choices: Sequence[T], *key: object) -> T:
    """Which of the choices belongs to the key?"""
    return choices[number(0, len(choices) - 1, *key)]


def imo(serial: int) -> str:
    """An IMO number with a valid check digit, in a range that no register has reached.

    >>> imo(0)
    '1980006'
    """
    digits = f"{198000 + serial:06d}"
    total = sum(
        int(digit) * weight for digit, weight in zip(digits, range(7, 1, -1), strict=True)
    )
    return digits + str(total % 10)
