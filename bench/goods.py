"""How well and how fast are goods classified? Prints recall, outcomes, alarms and speed.

Sets: the shared labelled descriptions (CATCHALL_EVAL), the project's own
(tests/goods/own.jsonl), and the headings of the customs code (CATCHALL_DATA) as goods of every
day. ``--tell`` lists what is not right.
"""

import csv
import json
import os
import sys
import time
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table

from catchall.classify import item
from catchall.classify.goods import take_apart
from catchall.classify.outcome import Classified
from catchall.classify.prepared import Prepared, prepare
from catchall.law.load import load
from catchall.law.model import Lawbook

ROOT = Path(__file__).resolve().parents[1]
DATA = Path(os.environ.get("CATCHALL_DATA", ROOT.parent / "shared" / "data"))
EVAL = Path(os.environ.get("CATCHALL_EVAL", ROOT.parent / "shared" / "eval"))
OWN = ROOT / "tests" / "goods" / "own.jsonl"
DAY = date(2026, 8, 3)
ALLOWED = {
    "meets_or_candidate": {"listed", "judge", "ask"},
    "insufficient_parameters": {"ask", "judge"},
    "not_listed": {"not_listed"},
}
STRICT = {
    "meets_or_candidate": "listed",
    "insufficient_parameters": "ask",
    "not_listed": "not_listed",
}
BEST = 5


@dataclass(frozen=True)
class Scored:
    """One labelled description with what came out."""

    item: Mapping[str, Any]
    done: Mapping[str, Any]

    def rank(self) -> int:
        """The place of the first candidate with a right code, from 1; 0 when there is none."""
        labels = {label.split(".")[0] for label in self.item["labels"]}
        for place, one in enumerate(self.done["candidates"], start=1):
            if labels & {code.split(".")[0] for code in one["eu"]}:
                return place
        return 0

    def allowed(self) -> bool:
        """Is the outcome one that the label allows?"""
        return self.done["outcome"] in ALLOWED[self.item["outcome"]]

    def exact(self) -> bool:
        """Is the outcome the very one?"""
        return self.done["outcome"] == STRICT[self.item["outcome"]]


def read(path: Path) -> list[dict[str, Any]]:
    """The objects of a JSON lines file."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines if line.strip()]


def scored(items: Iterable[Mapping[str, Any]], book: Lawbook) -> list[Scored]:
    """Each description classified as of the bench's day."""
    return [Scored(one, item(one["text"], lawbook=book, day=DAY).as_dict()) for one in items]


def _share(hits: Iterable[bool]) -> float:
    held = list(hits)
    return sum(held) / max(len(held), 1)


def figures(done: list[Scored]) -> dict[str, float]:
    """The figures of a labelled set, as the shared scorer defines them."""
    positive = [one for one in done if one.item["labels"]]
    negative = [one for one in done if not one.item["labels"]]
    return {
        "recall@1": _share(one.rank() == 1 for one in positive),
        "recall@5": _share(0 < one.rank() <= BEST for one in positive),
        "outcome": _share(one.allowed() for one in done),
        "outcome, strict": _share(one.exact() for one in done),
        "false not_listed": _share(one.done["outcome"] == "not_listed" for one in positive),
        "false alarm": _share(one.done["outcome"] != "not_listed" for one in negative),
    }


def names_a_class(text: str, law: Prepared) -> bool:
    """Do the words hold a name of a class of goods or of a listed substance?"""
    found = take_apart(text, "", {}, law).found
    return any(
        find.mark.role in {"names", "aliases"} and not find.how
        for finds in found.values()
        for find in finds
    )


def headings() -> list[str]:
    """The texts of the 6-digit headings of the customs code."""
    with (DATA / "ref" / "harmonized-system.csv").open(encoding="utf-8", newline="") as file:
        return [row["description"] for row in csv.DictReader(file) if row["level"] == "6"]


def deciding(done: Classified) -> bool:
    """Can the answer to the first question alone settle a candidate?"""
    return bool(done.questions and done.questions[0].entries)


def expected_first(done: Classified, wanted: Iterable[str], book: Lawbook) -> bool:
    """Is the first question about one of the matters a person would ask about first?"""
    about = book.characteristics.get(done.ask[0]) if done.ask else None
    words = f"{done.ask[0]} {about.asks if about else ''}".lower() if done.ask else ""
    return any(stem in words for stem in wanted)


def _speed(texts: list[str], book: Lawbook) -> float:
    began = time.perf_counter()
    for text in texts:
        item(text, lawbook=book, day=DAY)
    return len(texts) / (time.perf_counter() - began)


def _labelled(console: Console, book: Lawbook, *, told: bool) -> None:
    sets = {"own": OWN, "shared": EVAL / "goods" / "items.jsonl"}
    sets["low overlap"] = EVAL / "goods" / "low_overlap.jsonl"
    table = Table("set", "items", *figures([]))
    for name, path in sets.items():
        if not path.exists():
            continue
        done = scored(read(path), book)
        table.add_row(name, str(len(done)), *(f"{v:.3f}" for v in figures(done).values()))
        if told:
            _tell(console, name, done)
    console.print(table)


def _tell(console: Console, name: str, done: list[Scored]) -> None:
    for one in done:
        if (one.item["labels"] and one.rank() != 1) or not one.exact():
            mark = "WRONG" if not one.allowed() else "" if 0 < one.rank() <= BEST else "NOT5"
            best = [(c["entry"], c["eu"], c["verdict"]) for c in one.done["candidates"][:3]]
            console.print(
                f"{name} {mark} {one.item['id']} {one.item['text']} {one.item['labels']} "
                f"{one.item['outcome']} -> {one.done['outcome']} rank {one.rank()} {best}",
                markup=False, soft_wrap=True,
            )  # fmt: skip


def _questions(console: Console, book: Lawbook) -> None:
    made = [(one, item(one["text"], lawbook=book, day=DAY)) for one in read(OWN)]
    asked = [(one, done) for one, done in made if done.outcome == "ask"]
    console.print(
        f"own set: first question decides a candidate by itself in "
        f"{_share(deciding(done) for _, done in asked):.3f} of {len(asked)} asked; "
        f"it is one a person named in "
        f"{_share(expected_first(d, o['first'], book) for o, d in asked if 'first' in o):.3f}"
    )


def _every_day(console: Console, book: Lawbook, *, told: bool) -> None:
    law = prepare(book)
    plain = [text for text in headings() if not names_a_class(text, law)]
    began = time.perf_counter()
    alarms = [
        (text, done)
        for text in plain
        if (done := item(text, lawbook=book, day=DAY)).outcome != "not_listed"
    ]
    speed = len(plain) / (time.perf_counter() - began)
    console.print(
        f"customs headings that name no class: {len(plain)}; not not_listed: "
        f"{len(alarms) / max(len(plain), 1):.4f}; {speed:,.0f} new descriptions a second"
    )
    for text, done in alarms if told else ():
        best = [(c.entry.id, c.verdict, c.reasons[0]) for c in done.candidates[:2]]
        console.print(f"  {text} -> {done.outcome} {best}", markup=False, soft_wrap=True)


def main() -> None:
    """Print every figure."""
    told, console = "--tell" in sys.argv, Console(width=200)
    began = time.perf_counter()
    book = load()
    loaded = time.perf_counter()
    prepare(book)
    console.print(
        f"{len(book.entries)} entries; loaded in {loaded - began:.2f} s, "
        f"prepared in {time.perf_counter() - loaded:.2f} s"
    )
    _labelled(console, book, told=told)
    _questions(console, book)
    if (DATA / "ref" / "harmonized-system.csv").exists():
        _every_day(console, book, told=told)


if __name__ == "__main__":
    main()
