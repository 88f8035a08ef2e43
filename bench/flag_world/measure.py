"""The flags of the engine, asked of files of shipments. In: files; out: counts, no names.

The stages are those of the pipeline; what is counted are the answers before they become
findings, so that no and unknown are told apart.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from importlib.resources import as_file, files
from pathlib import Path

from catchall import classify, screen
from catchall.determine import facts, ruling
from catchall.law.model import Lawbook
from catchall.records import Answer
from catchall.runners import local, prepare, watchlists
from catchall.runners.prepare import Job

DAY = date(2026, 11, 16)
NOW = "2026-11-16T12:00:00+00:00"
JURISDICTIONS = ("eu", "us")
LISTS = {"one": "sample-prohibited.xml", "two": "sample-licence.json"}
TO_REVIEW = 2
"""Flags of severity med that together ask for review (DESIGN 4.3)."""


@dataclass
class Measured:
    """Answers of every flag over a set of shipments."""

    shipments: int = 0
    answers: dict[str, Counter[Answer]] = field(default_factory=dict)
    reviewed: int = 0  # shipments that flags alone put before a person
    raised: dict[str, frozenset[str]] = field(default_factory=dict)  # flags by shipment id

    def share(self, flag: str, answer: Answer) -> float:
        """How many of the shipments got this answer from the flag, from 0 to 1."""
        return self.answers.get(flag, Counter())[answer] / max(1, self.shipments)


def add_lists(home: Path) -> None:
    """Put the invented lists of the sample into the home."""
    for name, source in LISTS.items():
        with as_file(files("catchall_sample") / source) as path:
            watchlists.add(home, name, [path], watchlists.Wanted(), arrived=NOW)


def _answered(job: Job) -> Iterator[tuple[str, list[ruling.Answered]]]:
    prepared = prepare.prepare(job)
    given = prepared.given
    rules = ruling.held(given.lawbook, given.day, JURISDICTIONS)
    for batch in local.batches(prepared.shipments, local.BATCH):
        screening = screen.run(batch, given.watchlists, owners=given.owners)
        matches = classify.run(batch, given.lawbook, day=given.day)
        for one in facts.gather(batch, screening, matches, given):
            told = ruling.answer(rules, one)
            yield one.shipment.id, [each for each in told if each.rule.kind == "flag"]


def _reviews(flags: list[ruling.Answered]) -> bool:
    weights = Counter(one.rule.severity for one in flags if one.answer is Answer.YES)
    return weights["high"] > 0 or weights["med"] >= TO_REVIEW


def measure(inputs: tuple[Path, ...], home: Path, side: Mapping[str, Path]) -> Measured:
    """What does each flag answer on these shipments, with these side tables?"""
    found = Measured()
    for name, flags in _answered(Job(inputs, home, DAY, NOW, side=dict(side))):
        found.shipments += 1
        found.reviewed += _reviews(flags)
        for one in flags:
            found.answers.setdefault(one.rule.id, Counter())[one.answer] += 1
        yes = frozenset(one.rule.id for one in flags if one.answer is Answer.YES)
        if yes:
            found.raised[name] = yes
    return found


def severities(lawbook: Lawbook) -> dict[str, tuple[str, str]]:
    """Each flag with its severity and its title."""
    return {
        one.id: (one.severity or "", one.title) for one in lawbook.rules if one.kind == "flag"
    }
