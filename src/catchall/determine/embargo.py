"""The embargo line of a determination. In: answers of the embargo rules; out: one sentence.

It is there in every result, also when nothing was found: "no hit" is told as fully as a hit.
"""

from collections.abc import Iterable, Sequence
from datetime import date

from catchall.determine.determination import OUTCOMES
from catchall.determine.facts import Facts
from catchall.determine.found_rules import SUPPLEMENTARY
from catchall.determine.ruling import Answered
from catchall.records import Answer, Outcome


def _where(answered: Sequence[Answered], jurisdictions: Iterable[str]) -> str:
    named = {name for one in answered for name in one.rule.jurisdictions}
    everywhere = {
        one.rule.id.partition(".")[0] for one in answered if not one.rule.jurisdictions
    }
    return ", ".join(sorted((named & set(jurisdictions)) | everywhere)) or "no jurisdiction"


def _found(answered: Iterable[Answered], least: Outcome) -> str:
    held = [one for one in answered if one.answer is Answer.YES]
    return "; ".join(
        f"{one.why} ({one.rule.id}, {one.rule.title})"
        for one in held
        if OUTCOMES[one.rule.outcome] >= least
    )


def _open(answered: Sequence[Answered]) -> str:
    """What is missing for a rule that must be decided."""
    missing = dict.fromkeys(
        why
        for one in answered
        if one.answer is Answer.UNKNOWN and one.rule.severity not in SUPPLEMENTARY
        for why in one.missing
    )
    return "; ".join(missing)


def _nothing(answered: Sequence[Answered], facts: Facts, held: str) -> str:
    """The destination that is under no embargo, and what was not checked besides."""
    told = ", ".join(facts.values.get("destinations", ())) or "not given"
    unchecked = dict.fromkeys(
        why for one in answered if one.answer is Answer.UNKNOWN for why in one.missing
    )
    rest = f"; not checked: {', '.join(unchecked)}" if unchecked else ""
    return f"no: destination {told} is under no embargo {held}{rest}"


def line(
    answered: Sequence[Answered], facts: Facts, day: date, jurisdictions: Iterable[str]
) -> str:
    """Is the destination under an embargo? Begins with yes, review, not decided or no."""
    if not answered:
        return f"not decided: no embargo rule is held for {', '.join(jurisdictions)} on {day}"
    held = f"held for {_where(answered, jurisdictions)} on {day}"
    if stopping := _found(answered, Outcome.LICENCE):
        return f"yes: {stopping}, {held}"
    if missing := _open(answered):
        return f"not decided: {missing}"
    looking = _found(answered, Outcome.REVIEW)
    return f"review: {looking}, {held}" if looking else _nothing(answered, facts, held)
