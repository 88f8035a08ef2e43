"""The ships of a case that are named. In: its sentences; out: name, prefix, flag, operator."""

import re
from dataclasses import dataclass

from catchall.link.blocks import Evidence, Sentence
from catchall.link.places import country_of
from catchall.link.segments import Segment
from catchall.link.vocabulary import joined

_VESSEL = re.compile(
    rf"\b(?P<prefix>{joined('whereabouts', 'ship_words')})"
    r"\s(?:named\s|called\s)?(?:the\s)?[\"\u201c]?(?P<name>(?-i:[A-Z][\w'\u2019-]+(?:\s(?:[A-Z][\w'\u2019-]*|\d+|[IVX]+))*))"
)
_FLAG = re.compile(
    r"\b([A-Z][a-z]+(?: [A-Z][a-z]+)?)(?:-|\s)(?:flagged|flag|registered)\b"
    r"|flying the ([A-Z]\w+) flag"
    r"|under (?:the )?([A-Z]\w+) flag|flies the flag of ([A-Z]\w+(?: [A-Z]\w+)?)"
)
_OPERATOR = re.compile(
    r"\b(?:run|operated|owned|managed) by (?:the )?"
    r"((?:[A-Z][\w-]+|de|of|and)(?: (?:[A-Z][\w.-]+|de|of|and))*)"
)
_NO_SHIP = frozenset({"The", "At", "In", "On", "Customs"})
_LONGEST_PREFIX = 4


@dataclass(frozen=True)
class VesselDraft:
    """A ship: name, prefix as written, flag, operator."""

    name: str
    prefix: str | None
    flag: str | None
    operator: str | None
    evidence: Evidence


def _made(sentence: Sentence, match: re.Match[str], name: str) -> VesselDraft:
    word = match["prefix"]
    flag = _FLAG.search(sentence.text)
    code = country_of(next(g for g in flag.groups() if g)) if flag else None
    operator = _OPERATOR.search(sentence.text)
    prefix = word if word[0].isupper() and len(word) <= _LONGEST_PREFIX else None
    at = sentence.start + match.start("name" if prefix is None else "prefix")
    evidence = sentence.block.evidence(at, sentence.start + match.start("name") + len(name))
    return VesselDraft(
        name, prefix, code, operator[1].rstrip(".") if operator else None, evidence
    )


def vessels(segment: Segment) -> list[VesselDraft]:
    """The ships of the case that are named, each once."""
    found: dict[str, VesselDraft] = {}
    for sentence in segment.sentences:
        for match in _VESSEL.finditer(sentence.text):
            name = match["name"].removesuffix("'s").removesuffix("\u2019s")
            if name not in found and not country_of(name) and name.split()[0] not in _NO_SHIP:
                found[name] = _made(sentence, match, name)
    return list(found.values())
