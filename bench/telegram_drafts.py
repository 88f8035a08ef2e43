"""Drafts from telegrams: figures of the issue on labelled telegrams, and messages a second.

The labelled set and its scorer are found with CATCHALL_EVAL. ``telegram_drafts/tuned`` holds
invented telegrams that the rules were tuned on, ``telegram_drafts/held`` such as were measured
only; both are exercise material. Figures are printed apart.
"""

import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

import yaml
from rich.console import Console
from rich.table import Table

from catchall.intake.telegrams import read
from catchall.link.drafts import draft
from catchall.link.schema import as_dict

OWN = Path(__file__).parent / "telegram_drafts"
BOUNDS = {
    "cases": 0.90,
    "parties": 0.85,
    "roles": 0.78,
    "items": 0.80,
    "quantities": 0.80,
    "dates": 0.90,
    "places": 0.85,
    "countries": 0.85,
    "control_status": 0.80,
    "outcomes": 0.80,
    "status": 0.90,
    "reporting_note": 0.90,
}
LEAST_A_SECOND, ROUNDS = 20, 5


def gold_of(path: Path) -> dict[str, Any]:
    """The gold of a telegram: JSON of the shared set, or YAML of our own."""
    shared = path.with_suffix(".gold.json")
    if shared.is_file():
        return dict(json.loads(shared.read_text(encoding="utf-8")))
    made = yaml.safe_load(path.with_suffix(".gold.yaml").read_text(encoding="utf-8"))
    return {"document": path.stem, "paragraphs": [], "must_not_infer": [], **made}


def score(folder: Path, scorer: Path) -> dict[str, Any]:
    """What the scorer says of the drafts of all telegrams in the folder."""
    with tempfile.TemporaryDirectory() as name:
        gold, told = Path(name, "gold"), Path(name, "told")
        gold.mkdir()
        told.mkdir()
        for path in sorted(folder.glob("*.txt")):
            data = path.read_bytes()
            (gold / path.name).write_bytes(data)
            (gold / f"{path.stem}.gold.json").write_text(json.dumps(gold_of(path)), "utf-8")
            said = as_dict(draft(read(data, path.name)))
            (told / f"{path.stem}.json").write_text(json.dumps(said), "utf-8")
        command = [sys.executable, str(scorer), str(gold), str(told), "--json"]
        done = subprocess.run(command, capture_output=True, text=True, check=True)
    return dict(json.loads(done.stdout))


def a_second(folder: Path) -> float:
    """Telegrams read and drafted a second of processor time, on one core."""
    texts = [path.read_bytes() for path in sorted(folder.glob("*.txt"))]
    for text in texts:
        as_dict(draft(read(text, "warm")))
    start = time.process_time()
    for i in range(ROUNDS):
        for text in texts:  # a word more each time: nothing is remembered from the round before
            as_dict(draft(read(text.replace(b" the ", b" the%s" % (b" " * (i + 1))), "timed")))
    return ROUNDS * len(texts) / (time.process_time() - start)


def row(name: str, results: list[dict[str, Any]]) -> list[str]:
    """One line of the table: a category, its bound, and F1 on each set."""
    shown = [f"{r['overall'][name]['f1']:.3f}" for r in results]
    return [name, f"{BOUNDS[name]:.2f}", *shown]


def main() -> None:
    """Print the figures."""
    console = Console()
    shared = Path(os.environ.get("CATCHALL_EVAL", "../shared/eval")) / "telegrams"
    scorer = shared / "score.py"
    if not scorer.is_file():
        console.print(
            "no labelled telegrams: set CATCHALL_EVAL to the folder that holds telegrams/"
        )
        return
    sets = {"dev": shared / "dev", "tuned": OWN / "tuned", "held": OWN / "held"}
    results = {name: score(folder, scorer) for name, folder in sets.items()}
    table = Table(title="Drafts from telegrams: F1")
    for head in ("", "bound", *(f"{n} ({r['telegrams']})" for n, r in results.items())):
        table.add_column(head, justify="right" if head else "left")
    for name in BOUNDS:
        table.add_row(*row(name, list(results.values())))
    broken = [
        f"{r['overall']['must_not_infer']['violations']}/{r['overall']['must_not_infer']['rules']}"
        for r in results.values()
    ]
    table.add_row("must not infer, broken", "0", *broken)
    spans = [
        f"{r['overall']['evidence_spans']['valid']}/{r['overall']['evidence_spans']['checked']}"
        for r in results.values()
    ]
    table.add_row("spans that slice to their words", "all", *spans)
    console.print(table)
    console.print(
        f"read and draft: {a_second(sets['dev']):.0f} telegrams/s on one core (at "
        f"least {LEAST_A_SECOND})"
    )


if __name__ == "__main__":
    main()
