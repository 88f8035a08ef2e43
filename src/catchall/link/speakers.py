"""Who says a sentence. In: a sentence and what is known of the message; out: a side.

Two sides: the raising party, whose government brought the case; the respondent, who answers.
An official's name, a ministry, customs or the firm itself speaks for the respondent; the
author's own government, its points and papers for the raising party.
"""

import re
from dataclasses import dataclass

from catchall.link.blocks import Sentence

_RAISING = re.compile(
    r"\b(?:[Tt]he United States|Washington|Embassy|[Pp]ost|Department|[Ww]e|[Oo]ur|"
    r"U\.S\. (?:non-?paper|information|points)|USG|points|non-?papers?|demarche|"
    r"Econoffs?|Poloffs?|Emboffs?|Consulate|Secretary of State)\b"
)
_RESPONDENT = re.compile(
    r"\b(?:MITI|BOFT|[Mm]inistry|[Cc]ustoms|[Aa]uthority|authorities|"
    r"[Ii]nvestigators|[Dd]irectorate|[Oo]ffice|[Bb]ureau|[Ii]nspectorate|"
    r"[Aa]gency|"
    r"he|she|[Hh]e|[Ss]he|officials?|police|prosecutor|company|firm|government)\b"
)
_SAYS = (
    r"(?:said|says|stated|states|told|noted|added|explained|recalled|claimed|"
    r"claims|stressed|confirmed|informed|reported|reports|believes?|assess(?:es)?|"
    r"held|"
    r"holds|argued|insisted|replied|answered|called|found|observed|pointed out|"
    r"repeated|maintained|considers?|considered|describes?|expects?|asked|raised|"
    r"learned|think|thinks)"
)
_SPOKEN = re.compile(r"\b([A-Z][\w.-]+|[Hh]e|[Ss]he)\b[^.;]{0,30}?\b" + _SAYS + r"\b")
_ACCORDING = re.compile(r"\b[Aa]ccording to (?:the )?(\w+(?: \w+)?)")


@dataclass(frozen=True)
class Sides:
    """The people and the kind of message that decide who speaks.

    ``officials`` are words of names of the respondent's people; ``own`` is True when the author
    tells what its own authorities did (then unattributed words are the respondent's).
    """

    officials: frozenset[str]
    own: bool
    in_paper: bool = False

    def is_raising(self, sentence: Sentence) -> bool:
        """Does the sentence itself name the raising side as the one who speaks?"""
        return bool(
            re.search(_RAISING.pattern + r"[^.]{0,40}\b" + _SAYS, sentence.text)
        ) or bool((m := _ACCORDING.search(sentence.text)) and _RAISING.search(m[1]))


def side_of(sentence: Sentence, sides: Sides) -> str:
    """Which side speaks: ``raising_party`` or ``respondent``?"""
    text = sentence.text
    answers = _answers(text, sides)
    if sides.is_raising(sentence) and not answers:
        return "raising_party"
    spoken = (m[1] for m in _SPOKEN.finditer(text))
    if answers or any(who in sides.officials or who.lower() in {"he", "she"} for who in spoken):
        return "respondent"
    return _by_words(text, sides)


def _by_words(text: str, sides: Sides) -> str:
    """The side whose people or papers the sentence names; else the one that tells."""
    raising = _RAISING.search(text)
    if _RESPONDENT.search(text) and not raising:
        return "respondent" if not sides.in_paper or sides.own else "raising_party"
    told = sides.own or (sides.officials and not sides.in_paper)
    return "respondent" if told and not raising else "raising_party"


def _answers(text: str, sides: Sides) -> bool:
    """Does an official speak, and not of what the raising side said?"""
    names = "|".join(map(re.escape, sides.officials)) or "(?!)"
    match = re.search(rf"\b(?:{names})\b,?[^.;]{{0,20}}\b{_SAYS}\b(?P<rest>.*)", text)
    passed = match and re.search(
        r"\b(?:recalled|noted|said|added|stated|referred)\b[^.]{0,60}\b(?:that|"
        r"to)\b[^.]{0,60}\b(?:[Tt]he United States|Washington|our|the Embassy|"
        r"governments)\b",
        match[0],
    )
    return bool(match) and not passed


def words_for(sentence: Sentence, sides: Sides) -> str:
    """Who says it, in the words of the output: a short label."""
    return "raising party" if side_of(sentence, sides) == "raising_party" else "respondent"
