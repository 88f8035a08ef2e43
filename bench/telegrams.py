"""Telegrams: values found in invented styles, values kept under damage, messages a second.

Prints a table of figures. The bounds are those of the issue. With CATCHALL_EVAL the labelled
telegrams and header cases there are scored too, by their own scorers.
"""

import json
import os
import random
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table
from telegram_damage import DAMAGE
from telegram_styles import Truth, message

from catchall.intake.telegrams import as_dict, read

MESSAGES, DAMAGED, REPEATS, FIRST = 600, 150, 3, 10_000
PARTS = ("header", "references", "paragraphs", "headings")


def _flat(words: object) -> str:
    return " ".join(str(words or "").split()).casefold()


def found(told: dict[str, Any]) -> dict[str, list[Any]]:
    """The values of a read telegram that are compared, by part."""
    head = told["header"]
    line = head["classification_line"] or {}
    values = {
        "identifier": head["identifier"],
        "sent": (head["date_time_group"] or {}).get("iso"),
        "from": head["from_address"],
        "tags": tuple(head["tags"]),
        "subject": (head["subject"] or {}).get("text"),
        "marking": (head["subject"] or {}).get("marking"),
        "captions": tuple(head["captions"]),
        "station": line.get("station"),
        "serial": line.get("serial"),
        "declassify": head["declassify_on"],
        "name": (head["classified_by"] or {}).get("name"),
        "title": (head["classified_by"] or {}).get("title"),
        "signature": (head["signature"] or {}).get("text"),
        "reasons": tuple((head["reasons"] or {}).get("letters", ())),
    }
    papers = [told["paper"]] if "paper" in told else []
    heads = [s["heading"] for s in told["sections"] if s["heading"]]
    heads += [
        s["heading"]
        for p in papers + told.get("further_papers", [])
        for s in p["subsections"]
        if s["heading"]
    ]
    return {
        "header": [(k, v) for k, v in values.items() if v not in (None, (), "")],
        "references": [(r["letter"], r["identifier"]) for r in told["references"]],
        "paragraphs": [(p["number"], p["marking"]) for p in told["paragraphs"]],
        "headings": [_flat(h) for h in heads],
    }


def wanted(truth: Truth) -> dict[str, list[Any]]:
    """The same values as the truth has them."""
    head = dict(truth.header)
    if "reasons" in head:
        head["reasons"] = head["reasons"][1]  # type: ignore[index]
    return {
        "header": [(k, v) for k, v in head.items() if v not in (None, (), "")],
        "references": truth.references,
        "paragraphs": truth.paragraphs,
        "headings": [_flat(h) for h in truth.headings],
    }


def compare(got: dict[str, list[Any]], want: dict[str, list[Any]]) -> Counter[tuple[str, str]]:
    """Right, missing and extra values of each part."""
    count: Counter[tuple[str, str]] = Counter()
    for part in PARTS:
        one, two = Counter(got[part]), Counter(want[part])
        count[part, "right"] += (one & two).total()
        count[part, "extra"] += (one - two).total()
        count[part, "missing"] += (two - one).total()
    return count


def share(count: Counter[tuple[str, str]], parts: Iterable[str] = PARTS) -> float:
    """F1 over these parts."""
    right = sum(count[p, "right"] for p in parts)
    wrong = sum(count[p, "extra"] + count[p, "missing"] for p in parts)
    return 2 * right / (2 * right + wrong) if right + wrong else 1.0


def _read(text: str) -> dict[str, list[Any]]:
    return found(as_dict(read(text.encode(), "bench.txt")))


def styles(count: int) -> Counter[tuple[str, str]]:
    """Values found in so many invented styles."""
    total: Counter[tuple[str, str]] = Counter()
    for seed in range(FIRST, FIRST + count):
        text, truth = message(seed)
        total += compare(_read(text), wanted(truth))
    return total


def _damage_folder() -> Path | None:
    folder = Path(os.environ.get("CATCHALL_EVAL", "../shared/eval")) / "telegrams"
    return folder if folder.is_dir() else None


def damaged(name: str, count: int) -> float:
    """How many values stay as they are under this damage."""
    folder = _damage_folder()
    texts = [message(seed)[0] for seed in range(FIRST, FIRST + count)]
    texts += (
        [p.read_text(encoding="utf-8") for p in sorted((folder / "dev").glob("*.txt"))]
        if folder
        else []
    )
    total: Counter[tuple[str, str]] = Counter()
    for i, text in enumerate(texts):
        rng = random.Random(i)  # noqa: S311 - a bench draws, it keeps no secret
        before, after = _read(text), _read(DAMAGE[name](text, rng))
        if name == "lost_marks":
            for values in (before, after):
                values["paragraphs"] = [(number, None) for number, _ in values["paragraphs"]]
        if name == "sections":
            for values in (before, after):
                values["header"] = [v for v in values["header"] if v[0] != "captions"]
        total += compare(after, before)
    return share(total)


def speed() -> float:
    """Messages a second on one core: the full read and its JSON form."""
    data = [message(seed)[0].encode() for seed in range(FIRST, FIRST + 60)]
    best = min(_timed(data) for _ in range(REPEATS))
    return len(data) / best


def _timed(data: list[bytes]) -> float:
    start = time.process_time()
    for one in data:
        as_dict(read(one, "bench.txt"))
    return time.process_time() - start


def _scored(folder: Path) -> Iterable[tuple[str, str, str]]:
    """The labelled telegrams and header cases, by the scorers that lie beside them."""
    told = {
        p.stem: as_dict(read(p.read_bytes(), p.name))
        for p in sorted((folder / "dev").glob("*.txt"))
    }
    with tempfile.TemporaryDirectory() as here:
        path = Path(here) / "read.json"
        path.write_text(json.dumps(told), encoding="utf-8")
        command = [
            sys.executable,
            str(folder / "score.py"),
            str(folder / "dev"),
            str(path),
            "--json",
        ]
        result = json.loads(
            subprocess.run(command, capture_output=True, check=True, text=True).stdout
        )
    for part in ("header_fields", "references", "paragraphs", "headings", "notes"):
        yield f"labelled telegrams, {part}", f"{result['overall'][part]['f1']:.3f}", "0.98"
    command = [sys.executable, str(folder / "headers_score.py"), "--json"]
    cases = json.loads(
        subprocess.run(command, capture_output=True, check=True, text=True).stdout
    )
    for part, value in cases["fields"].items():
        yield f"header cases, {part}", value, ""


def main() -> None:
    """Print the table."""
    table = Table("figure", "value", "bound", title="Telegrams")
    total = styles(MESSAGES)
    for part in PARTS:
        table.add_row(
            f"{MESSAGES} invented styles, {part} (F1)", f"{share(total, (part,)):.4f}", "0.98"
        )
    for name in DAMAGE:
        table.add_row(f"values kept, {name}", f"{damaged(name, DAMAGED):.4f}", "0.98")
    table.add_row("messages a second, one core", f"{speed():.0f}", "20")
    folder = _damage_folder()
    for row in _scored(folder) if folder else ():
        table.add_row(*row)
    Console(width=100).print(table)


if __name__ == "__main__":
    main()
