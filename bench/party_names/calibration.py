"""The line from score to share of matches, fitted to the labelled pairs.

In: the shared pairs. Out: the text of ``probability.yaml``; the gate fits it anew.
Bins of equal size, pooled until their shares rise (pool adjacent violators).
"""

import statistics
from collections.abc import Sequence

import numpy as np
import yaml

from catchall.names.score import pairs
from party_names import data

BIN = 40
Point = tuple[float, float]
Scored = Sequence[tuple[float, bool]]


def scored() -> list[tuple[float, bool]]:
    """Every labelled pair: its score, and whether it is one party."""
    rows = data.labelled("pairs.jsonl")
    found = pairs((row["query"], row["candidate"], row["schema"]) for row in rows)
    return [(one.score, bool(row["match"])) for one, row in zip(found, rows, strict=True)]


def fit(known: Scored) -> list[Point]:
    """Points of a line that never falls: mean score and share of each pooled bin."""
    ordered = sorted(known)
    pooled = [ordered[at : at + BIN] for at in range(0, len(ordered), BIN)]
    at = 1
    while at < len(pooled):
        if _share(pooled[at]) < _share(pooled[at - 1]):
            pooled[at - 1 : at + 1] = [pooled[at - 1] + pooled[at]]
            at = max(at - 1, 1)
        else:
            at += 1
    line: dict[float, float] = {}
    for one in pooled:
        line.setdefault(round(statistics.fmean(s for s, _ in one), 3), round(_share(one), 3))
    return sorted({0.0: min(line.values()), 1.0: max(line.values()), **line}.items())


def _share(one: Scored) -> float:
    """The share of matches; one match and one other are added, so that none is quite sure."""
    return (sum(match for _, match in one) + 1) / (len(one) + 2)


def brier(points: Sequence[Point], known: Scored) -> float:
    """The mean squared error of the line on these pairs: 0 is best, 0.25 is a coin."""
    scores, shares = zip(*points, strict=True)
    said = np.interp([score for score, _ in known], scores, shares)
    return round(float(np.mean((said - [match for _, match in known]) ** 2)), 3)


def measured() -> tuple[list[Point], dict[str, float]]:
    """The line, and how well it holds: fitted on one half of the pairs, tried on the other."""
    known = scored()
    halves = known[::2], known[1::2]
    apart = [brier(fit(one), other) for one, other in (halves, halves[::-1])]
    plain = float(np.mean([(score - match) ** 2 for score, match in known]))
    figures = {
        "pairs": len(known),
        "brier": brier(fit(known), known),
        "brier_other_half": round(statistics.fmean(apart), 3),
        "brier_of_the_bare_score": round(plain, 3),
    }
    return fit(known), figures


def main() -> None:
    """Prints the file; written with ``> src/catchall/names/probability.yaml``."""
    points, figures = measured()
    print("# Score to share of matches, fitted to the labelled pairs by")
    print("# PYTHONPATH=bench python -m party_names.calibration; the gate compares.")
    rows = {"points": [list(point) for point in points], "measured": figures}
    print(yaml.safe_dump(rows, sort_keys=False), end="")


if __name__ == "__main__":
    main()
