"""How far a ratio lies from its like. In: ratios by group; out: the farthest of each shipment.

Median and median absolute deviation of the logarithm: one wild line does not move the band.
"""

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

NARROWEST = 0.05
"""The least deviation used, in log units: a list price with no spread has no narrower band."""


def outlying(
    like: Mapping[tuple[str, ...], Sequence[tuple[str, float]]],
) -> dict[str, dict[str, Any]]:
    """For each shipment its line farthest from the median of the like.

    ``factor`` is how many times the median (or its inverse), ``deviations`` how many median
    absolute deviations away, ``of`` how many lines there are to compare with.
    """
    found: dict[str, dict[str, Any]] = {}
    for group, ratios in like.items():
        logs = np.log([ratio for _, ratio in ratios if ratio > 0])
        if not len(logs):
            continue
        middle = float(np.median(logs))
        deviation = max(float(np.median(np.abs(logs - middle))) * 1.4826, NARROWEST)
        for shipment, ratio in ratios:
            away = abs(float(np.log(ratio)) - middle) if ratio > 0 else 0.0
            told = {
                "factor": round(float(np.exp(min(away, 50.0))), 3),
                "deviations": round(away / deviation, 2),
                "of": len(logs),
                "group": " ".join(group),
            }
            if told["factor"] >= found.get(shipment, {}).get("factor", 0.0):
                found[shipment] = told
    return found
