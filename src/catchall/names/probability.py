"""How often is a pair of names with this score one party? In: a score; out: a share.

Calibrated on the labelled pairs: ``probability.yaml`` holds points of a line that never falls.
The share is that of a set in which half the pairs are matches; in a list screened against
ordinary names a match is rarer. It ranks as the score does; no decision rests on it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from importlib import resources
from typing import Any

import numpy as np
import yaml

from catchall.errors import LawbookError

FILE = "probability.yaml"


@dataclass(frozen=True)
class Calibration:
    """Scores and the share of matches at each, both rising; what it was measured on."""

    scores: tuple[float, ...]
    shares: tuple[float, ...]
    measured: dict[str, Any]


def calibration(text: str) -> Calibration:
    """The calibration in the text of the file.

    Raises:
        LawbookError: it is no line that rises from score 0 to score 1.
    """
    try:
        said = yaml.safe_load(text)
        scores, shares = zip(*said["points"], strict=True)
        found = Calibration(tuple(scores), tuple(shares), dict(said["measured"]))
    except (yaml.YAMLError, TypeError, KeyError, ValueError) as error:
        raise LawbookError(FILE, "whole file", f"it cannot be read: {error}") from error
    whole = found.scores[0] == 0 and found.scores[-1] == 1
    if not whole or not _rises(found.scores) or not _rises(found.shares):
        raise LawbookError(FILE, "points", "they must rise, from score 0 to score 1")
    return found


def _rises(values: Sequence[float]) -> bool:
    return list(values) == sorted(values)


IN_FORCE = calibration(
    resources.files("catchall.names").joinpath(FILE).read_text(encoding="utf-8")
)


def probability(score: float) -> float:
    """Which share of labelled pairs with about this score is one party?

    >>> probability(0.0) < probability(0.8) < probability(1.0)
    True
    """
    return round(float(np.interp(score, IN_FORCE.scores, IN_FORCE.shares)), 2)
