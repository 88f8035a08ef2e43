"""What each side says of the control of the goods. In: sentences; out: claims by side.

A regime that is said to list the goods is a claim of the side that says so; one that is only
named is context.
"""

import re
from dataclasses import dataclass

from catchall.link.blocks import Evidence, Sentence
from catchall.link.regimes import regimes_in
from catchall.link.segments import Segment
from catchall.link.speakers import Sides, side_of
from catchall.link.vocabulary import table

_CONTROLLED, _NOT_CONTROLLED, _LICENCE, _NOT_MEMBER, _CONTEXT = (
    re.compile(table("regimes")[key], re.IGNORECASE)
    for key in ("controlled", "not_controlled", "licence_required", "not_member", "context")
)
_CLAUSE_END = re.compile(r"[,.;]")
_WISH = re.compile(r"\b(?:if|whether|would|could|may|might)\b[^.]{0,40}$", re.IGNORECASE)


@dataclass(frozen=True)
class RegimeDraft:
    """A regime named in a case, and whether a side says that it lists the goods."""

    name: str
    role: str
    evidence: Evidence


@dataclass(frozen=True)
class ControlDraft:
    """What one side (``raising_party`` or ``respondent``) says of the control of the goods."""

    side: str
    value: str
    evidence: Evidence
    rule: str


def _claim(text: str) -> tuple[str, re.Match[str]] | None:
    """What the sentence says of control, strongest first."""
    for value, pattern in (
        ("not_controlled", _NOT_CONTROLLED),
        ("controlled_licence_required", _LICENCE),
        ("controlled", _CONTROLLED),
    ):
        match = pattern.search(text)
        if match and not _WISH.search(text[: match.start()]):
            return value, match
    return None


def _role(claim: str, side: str) -> str:
    if claim == "not_controlled":
        return (
            "said_by_respondent_not_to_cover_item" if side == "respondent" else "context_only"
        )
    return f"said_by_{side}_to_control_item"


def regimes(segment: Segment, sides: Sides) -> list[RegimeDraft]:
    """The regimes named in the case, each once with its strongest role."""
    found: dict[str, RegimeDraft] = {}
    for sentence in segment.sentences:
        claim = _claim(sentence.text)
        member = _NOT_MEMBER.search(sentence.text)
        for name, start, end in regimes_in(sentence.text):
            side = side_of(sentence, sides)
            role = _role(claim[0], side) if claim and not member else "context_only"
            if member and name in found:
                continue
            if name not in found or found[name].role == "context_only":
                evidence = sentence.block.evidence(sentence.start + start, sentence.start + end)
                found[name] = RegimeDraft(name, role, evidence)
    return [draft for draft in found.values() if draft.role != "context_only"]


def control(segment: Segment, sides: Sides) -> list[ControlDraft]:
    """What the sides say of the control of the goods; the first claim of each side counts."""
    found: dict[str, ControlDraft] = {}
    for sentence in segment.sentences:
        side = side_of(sentence, sides)
        member = _NOT_MEMBER.search(sentence.text)
        claim = _claim(sentence.text)
        if member:
            found[side] = _draft(sentence, side, "respondent_not_member_of_regime", member)
        elif claim and side not in found and _about_goods(sentence.text, claim[0]):
            said = (
                "respondent"
                if claim[0] == "controlled_licence_required" and not sides.is_raising(sentence)
                else side
            )
            said = "respondent" if claim[0] == "not_controlled" else said
            found.setdefault(said, _draft(sentence, said, claim[0], claim[1]))
    return list(found.values())


def _about_goods(text: str, value: str) -> bool:
    return (
        value != "controlled"
        or bool(regimes_in(text))
        or bool(
            re.search(r"\b(?:list|controlled|regulation|decree|order|licen[cs]e)\b", text, re.I)
        )
    )


def _draft(sentence: Sentence, side: str, value: str, match: re.Match[str]) -> ControlDraft:
    rest = _CLAUSE_END.search(sentence.text, match.end())
    end = rest.start() if rest else len(sentence.text)
    evidence = sentence.block.evidence(sentence.start + match.start(), sentence.start + end)
    return ControlDraft(side, value, evidence, f"control:{value}")
