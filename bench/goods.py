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
from importlib import import_module
from pathlib import Path
from typing import Any

import pyarrow as pa
from rich.console import Console
from rich.table import Table

from catchall import casefile, classify, determine, pipeline, screen, tables
from catchall.classify import item
from catchall.classify.evaluate import candidate
from catchall.classify.gates import Gate
from catchall.classify.goods import take_apart
from catchall.classify.outcome import Classified
from catchall.classify.prepared import Prepared, prepare
from catchall.determine import facts
from catchall.determine.given import SideTables
from catchall.law.load import load
from catchall.law.model import Lawbook
from catchall.records import Answer

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
        return bool(self.done["outcome"] in ALLOWED[self.item["outcome"]])

    def exact(self) -> bool:
        """Is the outcome the very one?"""
        return bool(self.done["outcome"] == STRICT[self.item["outcome"]])


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


def _shipments(texts: list[str]) -> pa.Table:
    """A shipment for each description, from one invented firm to another."""
    blank = {"identifiers": [], "address": "", "email": "", "phone": ""}
    parties = [
        {"role": "exporter", "name": "Alder Ceramics GmbH", "country": "DE", **blank},
        {"role": "consignee", "name": "Maple Tiles SA", "country": "FR", **blank},
    ]
    rows = [
        {
            "row": number, "source": "bench.csv", "source_line": number + 2,
            "id": f"S{number}", "line": "1", "parties": parties, "extra": [],
            "description": text, "destination_country": "FR",
        }
        for number, text in enumerate(texts)
    ]  # fmt: skip
    return pa.Table.from_pylist(rows, schema=tables.SHIPMENTS)


def _seconds(texts: list[str], book: Lawbook) -> tuple[float, float]:
    """How long classify takes for these shipments, and how long determine."""
    body = {
        "engine": "bench", "as_of": str(DAY), "jurisdictions": ["eu", "us"], "side": {},
        "lists": [], "lawbook": {"version": book.version, "hash": book.hash},
    }  # fmt: skip
    header = casefile.seal_header(body, {})
    given = pipeline.Given([], book, SideTables(), {}, header, DAY, ("eu", "us"))
    rows = _shipments(texts)
    screened = screen.run(rows, [], owners=given.owners)
    began = time.perf_counter()
    matches = classify.run(rows, book, day=DAY)
    between = time.perf_counter()
    gathered = facts.gather(rows, screened, matches, given)
    determine.run(gathered, book, day=DAY, jurisdictions=given.jurisdictions)
    return between - began, time.perf_counter() - between


def _speeds(console: Console, book: Lawbook) -> None:
    new = list(dict.fromkeys(headings()))[:3000]
    for name, texts in (("all new", new), ("100 repeated", new[:100] * 100)):
        first, second = _seconds(texts, book)
        count = len(texts)
        console.print(
            f"{name}: {count} shipments; classify {count / first:,.0f}/s, "
            f"determine {count / second:,.0f}/s, both {count / (first + second):,.0f}/s"
        )


def _boundaries(console: Console, book: Lawbook) -> None:
    """The boundary suite of the tests, counted and judged."""
    sys.path.insert(0, str(ROOT))
    trials = import_module("tests.lawbook.boundary").trials
    kind, law = Gate(Answer.YES, 1.0, "goods of the kind"), prepare(book)
    made = list(trials(book, DAY))
    right = 0
    for one in made:
        found = candidate(take_apart("", "", one.params, law), one.entry, DAY, kind)
        right += found is not None and found.verdict == one.wanted
    console.print(f"boundary suite: {right:,} of {len(made):,} cases right")


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
    book = load(cases=False)
    loaded = time.perf_counter()
    prepare(book)
    console.print(
        f"{len(book.entries)} entries; loaded in {loaded - began:.2f} s, "
        f"prepared in {time.perf_counter() - loaded:.2f} s"
    )
    _labelled(console, book, told=told)
    _questions(console, book)
    _boundaries(console, book)
    if (DATA / "ref" / "harmonized-system.csv").exists():
        _every_day(console, book, told=told)
        _speeds(console, book)


if __name__ == "__main__":
    main()
