"""What the demonstration found of the patterns planted in the sample, and what it missed.

In: DETERMINATIONS and the rows of the sample's ``planted.csv``; out: what was found, missed,
and which of the other shipments were not clear, in words. No file is read here. A pattern
that is missed is said to be missed: nothing here makes up for the engine.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pyarrow as pa

from catchall.output.totals import kind, rows
from catchall.records import Outcome

Words = Mapping[str, str]
SHOWN_REASONS = 8


@dataclass(frozen=True)
class Missed:
    """One planted pattern that was not found, and ``why`` not."""

    id: str
    pattern: str
    why: str


@dataclass(frozen=True)
class Planted:
    """The sample's planted patterns against what was determined.

    ``found`` holds (shipment, pattern); ``others`` counts the shipments without a pattern,
    ``alarms`` those of them that are not clear, and ``reasons`` how many of these each finding
    (kind and rule) was raised for, most frequent first.
    """

    found: tuple[tuple[str, str], ...]
    missed: tuple[Missed, ...]
    others: int
    alarms: tuple[str, ...]
    reasons: tuple[tuple[str, int], ...]


def _stands_in(word: str, texts: Iterable[str | None]) -> bool:
    pattern = re.compile(rf"(?<![^\W_]){re.escape(word)}(?![^\W_])", re.IGNORECASE)
    return any(pattern.search(text or "") for text in texts)


def _is_expected(finding: Mapping[str, Any], want: Words) -> bool:
    kinds = [one for one in want["expect_kind"].split("|") if one]
    rules = [one for one in want["expect_rule"].split("|") if one]
    texts = (finding["rule"], finding["subject"], finding["evidence"])
    right_kind = not kinds or finding["kind"] in kinds
    return right_kind and (not rules or any(_stands_in(rule, texts) for rule in rules))


def _counts(finding: Mapping[str, Any]) -> bool:
    return bool(finding["incomplete"]) or finding["outcome"] in {"review", "licence", "stop"}


def _too_mild(row: Mapping[str, Any], wanted: str) -> str:
    if wanted == "incomplete":
        return "" if row["incomplete"] else "a missing fact"
    reached = Outcome[row["outcome"].upper()] >= Outcome[wanted.upper()]
    return "" if reached else f"at least {wanted}"


def _why_missed(row: Mapping[str, Any] | None, want: Words) -> str:
    if row is None:
        return "the shipment has no determination"
    reads = kind(row["outcome"], incomplete=row["incomplete"])
    if too_mild := _too_mild(row, want["expect_outcome"]):
        return f"reads {reads}; {too_mild} was expected"
    if not any(_is_expected(finding, want) for finding in row["findings"]):
        expected = want["expect_rule"] or want["expect_kind"]
        return f"reads {reads}, but not for the reason planted ({expected})"
    return ""


def compare(determinations: pa.Table, planted: Sequence[Words]) -> Planted:
    """Which planted patterns were found, which were missed, and what else was not clear?

    A pattern is found when the outcome is at least as strict as expected (or incomplete, where
    that is expected) and a finding of an expected kind names an expected rule or record: in its
    rule, its subject or its evidence. ``planted`` holds the columns of ``planted.csv``.
    """
    table = {row["id"]: row for row in rows(determinations)}
    verdicts = [(want, _why_missed(table.get(want["id"]), want)) for want in planted]
    marked = {want["id"] for want in planted}
    others = [row for identity, row in table.items() if identity not in marked]
    alarms = [row for row in others if row["incomplete"] or row["outcome"] != "clear"]
    counted = Counter(reason for row in alarms for reason in sorted(_reasons(row)))
    return Planted(
        found=tuple((want["id"], want["pattern"]) for want, why in verdicts if not why),
        missed=tuple(Missed(want["id"], want["pattern"], why) for want, why in verdicts if why),
        others=len(others),
        alarms=tuple(row["id"] for row in alarms),
        reasons=tuple(counted.most_common()),
    )


def _reasons(row: Mapping[str, Any]) -> set[str]:
    return {f"{one['kind']} {one['rule']}".strip() for one in row["findings"] if _counts(one)}


def told(result: Planted) -> tuple[str, ...]:
    """The comparison in lines for people: found, each one missed and why, and the others.

    >>> told(Planted((("S1", "alias"),), (), 0, (), ()))[0]
    '1 planted pattern: 1 found, 0 missed.'
    """
    total = len(result.found) + len(result.missed)
    patterns = "planted pattern" if total == 1 else "planted patterns"
    missed = f"{len(result.missed)} missed{':' if result.missed else '.'}"
    lines = [f"{total} {patterns}: {len(result.found)} found, {missed}"]
    lines += [f"  {one.id} ({one.pattern}): {one.why}" for one in result.missed]
    verb = "is" if len(result.alarms) == 1 else "are"
    end = ", by finding:" if result.reasons else "."
    lines.append(
        f"Of the other {result.others} shipments {len(result.alarms)} {verb} not clear{end}"
    )
    lines += [f"  {reason}: {count}" for reason, count in result.reasons[:SHOWN_REASONS]]
    if len(result.reasons) > SHOWN_REASONS:
        lines.append(f"  and {len(result.reasons) - SHOWN_REASONS} more kinds of finding")
    return tuple(lines)
