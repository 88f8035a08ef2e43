"""What the destination rules find. In: rulings; out: the outcome for the goods, and findings.

A licence on record that fits, or a general one that the shipment names and that fits, answers
the need of a licence; that it does is told with the finding.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from catchall.determine.ask_licences import on_record
from catchall.determine.destination.question import Ruling
from catchall.determine.determination import CONFIDENCE
from catchall.determine.facts import Facts
from catchall.records import Answer, Finding, Item, Outcome, Question

NOT_CHECKED = "destination rule not checked"
DOUBTS = {
    "S": "read in a secondary source only",
    "M": "from memory, not checked against the text",
}


@dataclass(frozen=True)
class Asked:
    """What the destination asks of listed goods, and why."""

    outcome: Outcome | None
    why: str
    open: str = ""  # what is not known of a licence on record that may cover the item


def _word(ruling: Ruling) -> str:
    """What one jurisdiction says, in a word."""
    if ruling.incomplete:
        return f"{ruling.jurisdiction} not decided"
    words = {Outcome.LICENCE: "licence", Outcome.REVIEW: "to be read by a person"}
    return f"{ruling.jurisdiction} {words.get(ruling.outcome or Outcome.CLEAR, 'no licence')}"


def asked(facts: Facts, item: Item, rulings: Sequence[Ruling]) -> Asked:
    """The strictest that a jurisdiction asks, unless a licence on record covers the item."""
    if not rulings:
        return Asked(Outcome.REVIEW, NOT_CHECKED)
    told = f"destination: {', '.join(map(_word, rulings))}"
    outcome = max((one.outcome for one in rulings if one.outcome), default=None)
    if any(one.incomplete for one in rulings):
        outcome = max(outcome or Outcome.REVIEW, Outcome.REVIEW)
    if outcome is not Outcome.LICENCE:
        return Asked(outcome, told)
    answer, why = _record(facts, item)
    if answer is Answer.YES:
        return Asked(None, f"{told}; {why}")
    doubt = "not known if a licence is on record: " if answer is Answer.UNKNOWN else ""
    return Asked(outcome, f"{told}; {doubt}{why}", why if doubt else "")


def question(subject: str, entry: str, asked: Asked) -> Iterator[Question]:
    """What to ask of a licence on record that may cover the item."""
    if asked.open:
        text = f"Which licence covers {subject}, and how much of it is left ({asked.open})?"
        yield Question("licences", text, (entry,), Outcome.LICENCE, subject)


def _record(facts: Facts, item: Item) -> tuple[Answer, str]:
    goods = facts.values.get("goods", ())
    mine: Mapping[str, Any] = next((one for one in goods if one.get("line") == item.line), {})
    granted = facts.values.get("licence_granted", ())
    return on_record(facts, mine, granted)


def if_met(rulings: Sequence[Ruling]) -> str:
    """What the destination would ask if the goods met the entry, for the end of a sentence."""
    return f"; if it is met: {', '.join(map(_word, rulings))}" if rulings else ""


def found(subject: str, entry: str, rulings: Sequence[Ruling]) -> Iterator[Finding | Question]:
    """One finding a jurisdiction: is a licence needed, why, and which general one fits?"""
    for one in rulings:
        level = one.verified[:1]
        doubt = f" (the rule is {DOUBTS[level]})" if level in DOUBTS else ""
        general = f"; {'; '.join(one.general)}" if one.general else ""
        rule = f"{one.jurisdiction}.destination"
        yield Finding(
            kind="licence",
            rule=rule,
            severity="block",
            subject=subject,
            why=f"{_word(one)}: {one.why}{general}{doubt}",
            outcome=None,
            incomplete=one.incomplete,
            confidence=CONFIDENCE.get(level, CONFIDENCE["M"]),
            evidence={"entry": entry, "verified": one.verified, "general": list(one.general)},
            citation=one.cite,
        )
        if one.incomplete:
            text = "What is the country of final destination?"
            yield Question("destination_country", text, (rule,), Outcome.LICENCE, "")
