"""Who raised a case and who asks for what. In: sentences; out: raisings with dates, requests.

A government raises a case when it tells, asks, informs or writes to another about it; a request
is what a side asks the other to do or to tell.
"""

import re
from dataclasses import dataclass
from datetime import date

from catchall.link.blocks import Evidence, Sentence
from catchall.link.dates import DateFound, find
from catchall.link.places import countries

_COUNTRY = "|".join(sorted((re.escape(name) for name in countries()), key=len, reverse=True))
_WHO = (
    rf"(?P<who>(?:[Tt]he )?(?:{_COUNTRY}|Washington|(?:[Tt]he )?Embassy|Post|"
    rf"Econoffs?|Poloffs?|Emboffs?|Consulate)|"
    r"(?:The U\.S\.|Our|our|U\.S\.) (?:non-?papers?|approach|demarche|points|message|letter))"
)
_RAISES = re.compile(
    _WHO + r"\b[^.;]{0,40}?\b(?:informed|told|raised|asked|approached|handed|reported|"
    r"wrote|came back|delivered|presented|passed|alerted|notified|of|"
    r"requested|said|advised|briefed|points)\b"
)
_REQUEST = re.compile(
    r"\b(?:asked|asks|requested|requests|wants?|urged|urges|calls? on)\b(?: "
    r"from)?(?:\s(?:us|the United States|Washington|the Embassy|Post|partners|"
    rf"(?-i:{_COUNTRY})))?(?P<what>\s?(?:\([a-z0-9]\)\s)?(?:for|that|to|whether|:)\s[^.;]*)"
)
_SPLIT = re.compile(r",? and (?=for |whether |\([a-z]\))|;? \(\w\) |, (?=\([a-z]\))")
_AMERICAN = {"Washington": "United States", "Post": "United States (Post)"}


@dataclass(frozen=True)
class RaisedDraft:
    """A government that raised the case, with the dates on which it did."""

    party: str
    dates: tuple[tuple[DateFound, Evidence], ...]
    evidence: Evidence
    additional: bool = False


@dataclass(frozen=True)
class RequestDraft:
    """What a side asks for; ``by``: ``raising_party``, ``respondent`` or a country's name."""

    by: str
    what: str
    evidence: Evidence


def _party(words: str, own: str) -> str:
    name = words.removeprefix("the ").removeprefix("The ")
    if name in countries() and name not in {"Washington", "U.S."}:
        return "United States" if name == "U.S." else name
    if name in {"Washington", "U.S."} or "U.S." in words:
        return "United States"
    label = {"Embassy": "Embassy", "Post": "Post"}.get(name.split()[0])
    return f"{own} ({label})" if label else own


def raised_by(
    sentences: list[Sentence], anchor: date | None, respondent: str | None, own: str
) -> list[RaisedDraft]:
    """Who brought the case to whom, in order; a second raising is ``additional``."""
    found: list[RaisedDraft] = []
    for sentence in sentences:
        text = sentence.text
        for match in _RAISES.finditer(text):
            party = _party(match["who"], own)
            if party == respondent or re.search(
                r"\b(?:asked whether|whether|replied|follow up|heard|visit)\b", match[0]
            ):
                continue
            near = [
                d for d in find(text, anchor) if match.start() - 60 < d.start < match.end() + 60
            ]
            dates = tuple(
                (d, sentence.block.evidence(sentence.start + d.start, sentence.start + d.stop))
                for d in near
            )
            if not dates or any(
                r.party == party and {d.value for d, _ in r.dates} == {d.value for d in near}
                for r in found
            ):
                continue
            evidence = sentence.block.evidence(
                sentence.start + match.start(), sentence.start + match.end()
            )
            found.append(RaisedDraft(party, dates, evidence, bool(found)))
            break
    return found


def requests(sentences: list[tuple[Sentence, str]]) -> list[RequestDraft]:
    """What is asked for; each sentence comes with the side that speaks."""
    found = []
    for sentence, side in sentences:
        for match in _REQUEST.finditer(sentence.text):
            before = sentence.text[: match.start()]
            who = re.findall(rf"(?:{_COUNTRY})\b", before)
            by = who[-1] if who and before.rstrip().endswith(who[-1]) else side
            for part in _SPLIT.split(match["what"]):
                words = re.sub(
                    r"^\W*(?:\([a-z0-9]\)\s?)?(?:for|that|to|:)\s", "", part.strip()
                ).strip(" ,;:")
                at = sentence.text.find(words, match.start())
                if len(words) > 5 and at >= 0:  # noqa: PLR2004 - a word alone is no request
                    found.append(
                        RequestDraft(
                            by,
                            words,
                            sentence.block.evidence(
                                sentence.start + at, sentence.start + at + len(words)
                            ),
                        )
                    )
    return found
