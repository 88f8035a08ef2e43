"""Persons of a case. In: the sentences of a case; out: the persons tied to its parties.

Officials who speak for a government are no persons of the case: only owners, managers,
directors of firms and nationals who are named.
"""

import re
from dataclasses import dataclass

from catchall.link.blocks import Evidence
from catchall.link.places import country_of
from catchall.link.segments import Reading, Segment

_TIED = re.compile(
    r"(?P<role>owner|manager|managing director|sales manager|director|president|"
    r"partner|representative|shareholder|national|employee|captain|master|citizen)"
    r"(?:,? (?:one|named|called|a man named))?,?\s(?:Mr\.?\s|Ms\.?\s)?$",
    re.IGNORECASE,
)
_OFFICE = re.compile(r"\b(?:Ministry|Division|Section|Deputy|General|Bureau|Office)\b")


@dataclass(frozen=True)
class PersonDraft:
    """A person tied to a party: name, role in the words of the text, nationality."""

    name: str
    role: str
    nationality: str | None
    evidence: Evidence


def persons(reading: Reading, segment: Segment) -> list[PersonDraft]:
    """The persons of the case, each once."""
    found: dict[str, PersonDraft] = {}
    for sentence in segment.sentences:
        for name, title in reading.found.persons.items():
            at = sentence.text.find(name)
            if at < 0 or title or name in found or " " not in name:
                continue
            before = sentence.text[max(0, at - 70) : at]
            tied = _TIED.search(before)
            if tied and not _OFFICE.search(before):
                nation = re.search(r"([A-Z]\w+(?: [A-Z]\w+)?) national\W*$", before)
                code = country_of(nation[1]) if nation else None
                evidence = sentence.block.evidence(
                    sentence.start + at, sentence.start + at + len(name)
                )
                found[name] = PersonDraft(name, tied["role"].lower(), code, evidence)
    return list(found.values())
