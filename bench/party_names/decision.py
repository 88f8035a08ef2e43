"""What is measured at the threshold, as the file of decisions holds it, and the next decision.

In: the shared sets and the lists. Out: figures by set, rounded as they are written. The gate
measures the same and compares (tests/catchall/names/test_threshold.py).
"""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

import yaml

from catchall.names import threshold
from catchall.names.score import pairs
from party_names import data, quality
from party_names.job import screened

Figures = dict[str, dict[str, float]]
SHARE, ALERTS = 3, 1
"""Decimals."""


def _pairs(rows: Sequence[quality.Pair], value: float) -> dict[str, float]:
    got = [
        one.score >= value
        for one in pairs((r["query"], r["candidate"], r["schema"]) for r in rows)
    ]
    precision, recall, both = quality.f1(got, [bool(row["match"]) for row in rows])
    shares = {"precision": precision, "recall": recall, "f1": both}
    return {"pairs": len(rows), **{name: round(one, SHARE) for name, one in shares.items()}}


def _alerts(lists: Sequence[data.List], names: Sequence[str], value: float) -> dict[str, float]:
    return {"names": len(names), "alerts": round(screened(lists, names, value)[0], ALERTS)}


def measured(value: float = threshold.NAME_MATCH.value) -> Figures:
    """The figures at a threshold: labelled pairs, mangled names, alerts per 1,000."""
    rows, mangled = data.labelled("pairs.jsonl"), data.labelled("mangled.jsonl")
    lists = [data.in_force(*one) for one in data.list_tables().items()]
    listed = data.folded([name for one in lists for name in data.listed_names(one.table)])
    found = {
        f"labelled pairs, {group}": _pairs([row for row in rows if belongs(row)], value)
        for group, belongs in quality.groups().items()
        if group in quality.GOALS
    }
    recall = {name: _pairs(mangled, value)[name] for name in ("pairs", "recall")}
    return {
        **found,
        "mangled listed names": recall,
        "customs parties": _alerts(lists, data.parties(listed), value),
        "listed companies": _alerts(lists, data.companies(listed), value),
    }


def following(text: str, value: float, rationale: str, author: str) -> str:
    """The file of decisions with one more: measured now, of today, sealed."""
    held: list[dict[str, Any]] = yaml.safe_load(text) or []
    before = held[-1]["seal"] if held else ""
    row = {
        "value": value, "date": datetime.now(UTC).date(), "author": author,  # noqa: TID251
        "rationale": rationale, "measured": measured(value),
    }  # fmt: skip
    row["seal"] = threshold.seal(row, before)
    more = yaml.safe_dump([row], sort_keys=False, allow_unicode=True, width=90)
    return text + more


def main(arguments: Sequence[str]) -> int:
    """``decide AUTHOR REASON [VALUE]``: adds a decision with what is measured now."""
    if len(arguments) not in (2, 3):
        print("bench/names.py decide AUTHOR REASON [VALUE]: who decides, why, from which score")
        return 2
    path = data.ROOT / "src" / "catchall" / "names" / threshold.FILE
    text = path.read_text(encoding="utf-8")
    author, rationale, *value = arguments
    wanted = float(value[0]) if value else threshold.NAME_MATCH.value
    more = following(text, wanted, rationale, author)
    path.write_text(more, encoding="utf-8")
    print(more[len(text) :])
    return 0
