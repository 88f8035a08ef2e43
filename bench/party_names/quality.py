"""Labelled pairs: F1 by kind, the sure ones right, and recall of names that were mangled."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from party_names import data
from party_names.engines import CATCHALL, Engine
from party_names.table import Row, Section

Pair = dict[str, Any]
TREATMENTS = {
    # category of the shared set: its words, the goal for organisations, for persons
    "switch_random_character": ("typo: two letters changed round", 0.97, 0.0),
    "duplicate_random_character": ("typo: a letter doubled", 0.97, 0.0),
    "replace_double_character_with_single": ("typo: a double letter single", 0.97, 0.0),
    "replace_random_vowel": ("typo: another vowel", 0.97, 0.0),
    "trade.two_typos": ("two typos", 0.0, 0.0),
    "second_name_last_name_first_names": ("words in another order", 0.95, 0.0),
    "trade.truncate35": ("cut at 35 characters", 0.95, 0.0),
    "trade.no_spaces": ("no spaces", 0.95, 0.0),
    "trade.append_city": ("a city behind", 0.95, 0.95),
    "trade.attn_prefix": ("ATTN in front", 0.97, 0.95),
    "trade.ocr_25pct": ("letters misread by OCR", 0.92, 0.0),
    "replace_spaces_with_special_char": ("signs for spaces", 0.0, 0.0),
    "trade.drop_suffix": ("legal form left out", 0.0, 0.0),
    "trade.drop_one_token": ("one word left out", 0.0, 0.0),
    "trade.abbreviate": ("words abbreviated", 0.0, 0.0),
}
GOALS = {"all": 0.85, "organisations": 0.91, "persons": 0.83}


def f1(got: Sequence[bool], want: Sequence[bool]) -> tuple[float, float, float]:
    """Precision, recall and F1."""
    both = sum(one and other for one, other in zip(got, want, strict=True))
    precision, recall = both / max(sum(got), 1), both / max(sum(want), 1)
    return precision, recall, 2 * precision * recall / max(precision + recall, 1e-9)


def groups() -> dict[str, Callable[[Pair], bool]]:
    """The groups of labelled pairs that have a line of their own, and what belongs to each."""
    return {
        "all": lambda row: True,
        "organisations": lambda row: row["schema"] not in {"Person", "Vessel"},
        "persons": lambda row: row["schema"] == "Person",
        "vessels": lambda row: row["schema"] == "Vessel",
    }


def _decided(engine: Engine, rows: Sequence[Pair]) -> list[bool]:
    return [
        engine.pair(row["query"], row["candidate"], row["schema"]) >= engine.threshold
        for row in rows
    ]


def _pair_rows(rows: Sequence[Pair], got: dict[str, list[bool]]) -> Iterator[Row]:
    for group, belongs in groups().items():
        at = [place for place, row in enumerate(rows) if belongs(row)]
        want = [bool(rows[place]["match"]) for place in at]
        if not at:
            continue
        measured = {name: f1([one[k] for k in at], want) for name, one in got.items()}
        goal = f">= {GOALS[group]}" if group in GOALS else ""
        values = {name: figures[2] for name, figures in measured.items()}
        yield Row(f"F1, {group} ({len(at)})", values, goal, ratio_to="logic-v2")
        for number, word in enumerate(("precision", "recall")):
            yield Row(
                f"{word}, {group}", {name: all_[number] for name, all_ in measured.items()}
            )


def _strong(rows: Sequence[Pair], got: dict[str, list[bool]]) -> Row:
    at = [place for place, row in enumerate(rows) if row.get("quality") == "STRONG"]
    wrong = {
        name: float(sum(one[place] != bool(rows[place]["match"]) for place in at))
        for name, one in got.items()
    }
    return Row(f"STRONG pairs wrong, of {len(at)}", wrong, "0", places=0)


def labelled(engines: Sequence[Engine]) -> Section:
    """Every engine at its own threshold on the labelled pairs."""
    rows = data.labelled("pairs.jsonl")
    got = {engine.name: _decided(engine, rows) for engine in engines}
    found = [*_pair_rows(rows, got), _strong(rows, got)]
    at = ", ".join(f"{engine.name} {engine.threshold:.2f}" for engine in engines)
    return Section("Labelled pairs", found, (f"Thresholds: {at}.",))


def _kind(row: Pair) -> str:
    return "persons" if row["schema"] == "Person" else "organisations"


def mangled(engines: Sequence[Engine]) -> Section:
    """Recall of every engine on listed names that were mangled, by treatment and kind."""
    rows = data.labelled("mangled.jsonl")
    got = {engine.name: _decided(engine, rows) for engine in engines}
    found = []
    for category, (words, *goals) in TREATMENTS.items():
        for kind, goal in zip(("organisations", "persons"), goals, strict=True):
            at = [
                place
                for place, row in enumerate(rows)
                if row["category"] == f"treat:{category}" and _kind(row) == kind
            ]
            if at:
                recall = {name: sum(one[k] for k in at) / len(at) for name, one in got.items()}
                says = f">= {goal}" if goal else ""
                what = f"{words}, {kind} ({len(at)})"
                found.append(Row(what, recall, says, ratio_to="logic-v2"))
    every = {name: sum(one) / len(rows) for name, one in got.items()}
    found.append(Row(f"all of them ({len(rows)})", every, ratio_to="logic-v2"))
    return Section("Recall of mangled listed names", found)


def missed() -> list[Pair]:
    """The labelled and mangled pairs on which catchall is wrong."""
    rows = [*data.labelled("pairs.jsonl"), *data.labelled("mangled.jsonl")]
    got = _decided(CATCHALL, rows)
    return [row for row, one in zip(rows, got, strict=True) if one != bool(row["match"])]
