"""Which numbers at the start of a line number a paragraph. In: lines; out: those lines.

A numbered list inside a paragraph looks the same. The chain that is chosen has the most
portion marks, blank lines before it and steps of one.
"""

from dataclasses import dataclass

from catchall.intake.telegrams.block import LABELS
from catchall.intake.telegrams.lines import PARAGRAPH, Line, is_underline

MARKED, APART, INDENTED, LISTED = 3.0, 1.5, -1.0, -1.5
STEP, GAP, AGAIN, FURTHEST, MOST = 1.0, -1.5, -3.5, 12, 600
"""Weights: chosen on invented messages with lists, lost marks and lost numbers."""


@dataclass(frozen=True)
class Candidate:
    """A line that may start a paragraph."""

    line: int
    number: int
    marking: str | None
    body: int
    weight: float


def _apart(lines: list[Line], at: int) -> bool:
    return at == 0 or lines[at - 1].blank or is_underline(lines[at - 1])


def _candidate(lines: list[Line], at: int, before: int | None) -> Candidate | None:
    line = lines[at]
    match = PARAGRAPH.match(line.text)
    if not match or LABELS[-1][1].match(line.words):
        return None
    indent = len(line.text) - len(line.text.lstrip())
    weight = 1.0 + (MARKED if match[2] else 0) + (APART if _apart(lines, at) else 0)
    weight += INDENTED if indent > 1 else 0
    in_list = before is not None and before == int(match[1]) - 1 and not _apart(lines, at)
    weight += LISTED if in_list and not match[2] else 0
    marking = match[2].strip("()").upper() if match[2] else None
    return Candidate(at, int(match[1]), marking, line.start + match.end(), weight)


def _candidates(lines: list[Line], skip: frozenset[int]) -> list[Candidate]:
    found: list[Candidate] = []
    for at in range(len(lines)):
        last = found[-1] if found else None
        before = last.number if last and last.line >= at - 3 else None
        if at not in skip and (one := _candidate(lines, at, before)):
            found.append(one)
    return found[:MOST]


def _step(before: Candidate, after: Candidate) -> float | None:
    gap = after.number - before.number
    if gap == 1:
        return STEP
    if gap == 0:
        return AGAIN
    return GAP * min(gap - 1, 3) if 1 < gap <= FURTHEST else None


def chain(lines: list[Line], skip: frozenset[int] = frozenset()) -> list[Candidate]:
    r"""The paragraphs among the lines, in order; ``skip`` are lines that start none.

    >>> from catchall.intake.telegrams.offsets import View
    >>> from catchall.intake.telegrams.lines import split
    >>> text = "1. (U) We need:\n1. a pump\n2. a valve\n\n2. (U) Regards."
    >>> [c.line for c in chain(split(View.of(text)))]
    [0, 4]
    """
    found = _candidates(lines, skip)
    best: list[float] = []
    back: list[int] = []
    for i, one in enumerate(found):
        score, link = one.weight - 0.6 * min(one.number - 1, 10), -1
        for j in range(max(0, i - 60), i):
            step = _step(found[j], one)
            if step is not None and best[j] + step + one.weight > score:
                score, link = best[j] + step + one.weight, j
        best.append(score)
        back.append(link)
    at = max(range(len(found)), key=lambda i: best[i], default=-1)
    picked: list[Candidate] = []
    while at >= 0:
        picked.append(found[at])
        at = back[at]
    return picked[::-1]
