"""Facts that no one gave or that cannot be read. In: facts; out: questions, never a finding.

What is missing for a rule is found by the rule; here is asked what no rule waits for.
"""

from collections.abc import Iterator

from catchall.determine import questions
from catchall.determine.facts import Facts
from catchall.records import Outcome, Question

DATES = ("date", "order_date")


def _missing(facts: Facts, role: str, why: str) -> Iterator[Question]:
    if not facts.values.get("parties", {}).get(role):
        asked = questions.text(role, "")
        yield Question(role, f"{asked}{why}", (f"party.{role}_not_given",), Outcome.STOP, role)


def _dates(facts: Facts) -> Iterator[Question]:
    for column in DATES:
        if told := facts.values.get(f"{column}_unread"):
            asked = questions.text(column, "")
            text = f"{asked} {told!r} cannot be read as one day."
            yield Question(column, text, (f"{column}_not_read",), Outcome.REVIEW, column)


def found(facts: Facts) -> Iterator[Question]:
    """What is asked about this shipment besides what a rule waits for?

    Who exports and who uses the goods; a day, and a statement of knowledge, that is not read.
    """
    yield from _missing(facts, "exporter", "")
    yield from _missing(facts, "end_user", " Until it is told the consignee counts as it.")
    yield from _dates(facts)
    for told in facts.values.get("knowledge_unread", ()):
        asked = questions.text("exporter_knowledge", "")
        text = f"{told!r} cannot be read. {asked}"
        rule = ("exporter_knowledge_not_read",)
        yield Question("exporter_knowledge", text, rule, Outcome.STOP, "exporter_knowledge")
