"""How a case stands and what its report adds. In: sentences, outcomes; out: two set words.

Silence stays silence: without a cue the status is ``not_stated`` and the note ``none_in_text``.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from catchall.link.blocks import Evidence, Sentence
from catchall.link.outcomes import OutcomeDraft
from catchall.link.segments import letters_in
from catchall.link.vocabulary import table

_STATUS = tuple(
    (value, re.compile(pattern, re.IGNORECASE)) for value, pattern in table("status")["status"]
)
_NOTES = tuple(
    (value, re.compile(pattern, re.IGNORECASE)) for value, pattern in table("status")["notes"]
)
_NOT_STATUS = re.compile(table("status")["not_status"], re.IGNORECASE)
_WHEN = re.compile(
    r"\bin ((?:January|February|March|April|May|June|July|August|September|October|"
    r"November|December )?\s?(?:19|20)\d\d)\b"
)
_EXCEPT = re.compile(
    r"\b[Aa]part from (?:the )?(?:mention of )?([^,.]+?)(?: there|,)|\bexcept (?:for )?([^.,]+)"
)


@dataclass(frozen=True)
class StatusDraft:
    """The status of a case; ``evidence`` None when nothing is said."""

    value: str
    evidence: Evidence | None
    rule: str


@dataclass(frozen=True)
class NoteDraft:
    """What the report adds (first, repeat, ...); the reference and date it goes back to."""

    value: str
    evidence: Evidence | None
    rule: str
    in_reference: str | None = None
    previously: str | None = None
    qualifier: str | None = None


def _clause(text: str, at: int) -> str:
    """The words of the same clause before ``at``."""
    return re.split(r"[;,:]", text[max(0, at - 45) : at])[-1]


def status(sentences: list[Sentence], found: Iterable[OutcomeDraft]) -> StatusDraft:
    """How does the case stand, as far as the text says?"""
    for value, pattern in _STATUS:
        for sentence in sentences:
            match = pattern.search(sentence.text)
            if match and not _NOT_STATUS.search(_clause(sentence.text, match.start())):
                start = sentence.start + match.start()
                return StatusDraft(
                    value,
                    sentence.block.evidence(start, start + len(match[0])),
                    f"status:{value}",
                )
    asked = next((o for o in found if o.category == table("status")["asked"]), None)
    if asked:
        return StatusDraft(
            "open_awaiting_information_from_raising_party", asked.evidence, "status:asked"
        )
    return StatusDraft("not_stated", None, "silence")


def _note(sentence: Sentence, value: str, match: re.Match[str]) -> NoteDraft:
    start = sentence.start + match.start()
    letters = letters_in(sentence.text)
    when = _WHEN.search(sentence.text)
    beyond = _EXCEPT.search(sentence.text)
    return NoteDraft(
        value,
        sentence.block.evidence(start, start + len(match[0])),
        f"note:{value}",
        letters[0] if letters else None,
        when[1] if when else None,
        (beyond[1] or beyond[2]) if beyond else None,
    )


def reporting_note(sentences: list[Sentence], *, stub: bool) -> NoteDraft:
    """What does the text say of how new its report of the case is?"""
    for value, pattern in _NOTES:
        if value == "see_reference" and not stub:
            continue
        for sentence in sentences:
            match = pattern.search(sentence.text)
            if match:
                return _note(sentence, value, match)
    return NoteDraft("none_in_text", None, "silence")
