"""The same chances on every machine. In: a key; out: draws.

Only ``random.random`` is used: it alone is promised to stay the same between versions.
"""

import math
import random
from collections.abc import Sequence
from typing import TypeVar

from flag_world.rates import RATES

T = TypeVar("T")


class Chance:
    """Draws that belong to a key."""

    def __init__(self, key: str) -> None:
        self._random = random.Random(key)  # noqa: S311  (a world to measure with, no secret)

    def is_so(self, rate: str, *, times: float = 1.0) -> bool:
        """Does it happen this time, at the base rate of that name?"""
        return self._random.random() < RATES[rate].share * times

    def number(self, low: int, high: int) -> int:
        """A whole number from low to high, both included."""
        return low + int(self._random.random() * (high - low + 1))

    def pick(self, choices: Sequence[T]) -> T:
        """One of the choices, each as likely."""
        return choices[int(self._random.random() * len(choices))]

    def weighted(self, choices: Sequence[T], weights: Sequence[float]) -> T:
        """One of the choices, by weight."""
        at, left = 0, self._random.random() * sum(weights)
        while at < len(choices) - 1 and left >= weights[at]:
            left -= weights[at]
            at += 1
        return choices[at]

    def often(self, choices: Sequence[T]) -> T:
        """One of the choices, the first ones far more often: few firms trade most."""
        return choices[int(self._random.random() ** 2 * len(choices))]

    def spread(self, middle: float, sigma: float) -> float:
        """A lognormal number around its median."""
        one, two = 1 - self._random.random(), self._random.random()
        normal = math.sqrt(-2 * math.log(one)) * math.cos(2 * math.pi * two)
        return middle * math.exp(sigma * normal)
