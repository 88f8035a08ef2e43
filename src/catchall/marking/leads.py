"""What does a lead lack for its receiver to act? In: its facts and a receiver; out: a report.

The report is for the officer who prepares the release, never for the receiver: it tells apart
what nobody knows and what is withheld. It carries the join of all parts.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from catchall.marking import access, aggregates
from catchall.marking.access import Groups
from catchall.marking.label import Label
from catchall.marking.vocabulary import table


def _needs() -> dict[str, str]:
    return {row["id"]: row["asks"] for row in table("lead_needs.yaml")}


NEEDS = _needs()
"""What a receiver needs, each with the question to ask when it is missing."""


@dataclass(frozen=True)
class Fact:
    """One thing the lead says: the need it answers, its words, and what protects it."""

    need: str
    value: str
    marking: str
    reveals_source: bool = False


@dataclass(frozen=True)
class Finding:
    """One need: given, missing, or withheld ("source", or the "marking" that withholds it)."""

    need: str
    state: Literal["given", "withheld", "missing"]
    why: str
    values: tuple[str, ...] = ()


@dataclass(frozen=True)
class Quality:
    """The report: one finding a need, what to do next, and the labels the report carries."""

    findings: tuple[Finding, ...]
    next_steps: tuple[str, ...]
    labels: tuple[Label, ...]

    @property
    def score(self) -> tuple[int, int]:
        """How many of the needs are met, of how many."""
        return sum(found.state == "given" for found in self.findings), len(self.findings)


def _finding(
    need: str, facts: Sequence[Fact], user: Mapping[str, Any], groups: Groups | None
) -> Finding:
    open_facts = [
        fact
        for fact in facts
        if not fact.reveals_source and access.may_see(user, fact.marking, groups) == access.READ
    ]
    if open_facts:
        return Finding(need, "given", "", tuple(fact.value for fact in open_facts))
    if not facts:
        return Finding(need, "missing", NEEDS[need])
    marks = sorted({fact.marking for fact in facts if not fact.reveals_source})
    # a mark can be changed by its originator; a source is protected whatever the mark says
    return Finding(need, "withheld", "marking " + ", ".join(marks) if marks else "source")


def _step(found: Finding) -> str:
    if found.state == "missing":
        return f"find out: {found.why}"
    if found.why == "source":
        return f"{found.need}: look for it in an open source, or say less of it"
    return f"{found.need}: ask the originator for a releasable version ({found.why})"


def quality(
    facts: Sequence[Fact], receiver: Mapping[str, Any], groups: Groups | None = None
) -> Quality:
    """What does this receiver get of the lead, what is missing, and what is withheld and why?

    Facts of a need that is not in ``NEEDS`` are background: they count in the labels alone.

    >>> lead = [Fact("firm", "Example Ltd", "(S//REL TO USA, GBR)")]
    >>> lead.append(Fact("route", "by sea", "(S//NF)"))
    >>> report = quality(lead, {"level": "S", "country": "GBR"})
    >>> report.score, [f.need for f in report.findings if f.state == "withheld"]
    ((1, 8), ['route'])
    """
    findings = tuple(
        _finding(need, [fact for fact in facts if fact.need == need], receiver, groups)
        for need in NEEDS
    )
    steps = tuple(_step(found) for found in findings if found.state != "given")
    return Quality(findings, steps, aggregates.join(fact.marking for fact in facts))


def releasable(
    facts: Sequence[Fact], receiver: Mapping[str, Any], groups: Groups | None = None
) -> dict[str, tuple[str, ...]]:
    """The lead for this receiver: what is given, and no sign of anything else."""
    found = quality(facts, receiver, groups).findings
    return {one.need: one.values for one in found if one.state == "given"}
