"""What the determination of one shipment says. In: nothing; out: the type, the outcome table.

DESIGN 4.3 is the table; ``docs/explanation/determination.md`` tells how it comes about.
"""

from dataclasses import dataclass

from catchall.records import Finding, Outcome, Question

OUTCOMES = {
    "prohibited": Outcome.STOP,
    "must_notify": Outcome.STOP,  # until the authority has decided
    "licence_required": Outcome.LICENCE,
    "prohibited_or_licence": Outcome.LICENCE,
    "enhanced_due_diligence": Outcome.REVIEW,
    "none": Outcome.CLEAR,
}
"""What each word of the lawbook asks for."""

EFFECTS = {
    "prohibited": Outcome.STOP,
    "licence_required": Outcome.LICENCE,
    "review": Outcome.REVIEW,
}
"""What a listing asks for once the identity is confirmed."""

CONFIDENCE = {"V": 1.0, "S": 0.8, "M": 0.6}
"""How far a rule counts: read in the text, in a secondary source, or from memory."""

NOT_DECIDED = "not decided"


@dataclass(frozen=True)
class Determination:
    """One shipment's outcome with everything it rests on.

    ``outcome`` is the strictest of the findings; ``reads`` is what people read;
    ``confidence`` is None where nothing was found. ``embargo`` is the line of its own that is
    always there.
    """

    id: str
    outcome: Outcome
    incomplete: bool
    reads: str
    confidence: float | None
    findings: tuple[Finding, ...]
    questions: tuple[Question, ...]
    flags_unknown: int
    flags_need: tuple[str, ...]
    embargo: str


def strictest(findings: tuple[Finding, ...]) -> Outcome:
    """The strictest outcome that a finding asks for; clear when none asks for anything."""
    return max((one.outcome for one in findings if one.outcome), default=Outcome.CLEAR)


def reads(outcome: Outcome, *, incomplete: bool) -> str:
    """What people read: clear with something undecided is not clear.

    >>> reads(Outcome.CLEAR, incomplete=True), reads(Outcome.LICENCE, incomplete=True)
    ('not decided', 'licence')
    """
    return NOT_DECIDED if incomplete and outcome is Outcome.CLEAR else outcome.word


def confidence(findings: tuple[Finding, ...]) -> float | None:
    """How sure the outcome is: that of the surest finding that asks for it."""
    outcome = strictest(findings)
    asking = [one.confidence for one in findings if one.outcome and one.outcome == outcome]
    return max(asking, default=None)
