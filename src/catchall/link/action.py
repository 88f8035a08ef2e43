"""What a message asks of its readers, and the meeting it tells of. In: sentences; out: drafts.

An action request says who delivers what to whom and by when; a meeting says who was met and
on which day. Dates here are of the message's own business, not of a case.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from catchall.intake.telegrams.model import Telegram
from catchall.link.blocks import Evidence, Sentence
from catchall.link.dates import DateFound, find
from catchall.link.firms import Found

_INSTRUCTS = re.compile(
    r"\b(?:posts? (?:should|is|are) |department (?:requests|asks|would like)|"
    r"action request|slug for|info addressees|please (?:begin|report|reply|respond|"
    r"see|deliver)|"
    r"repl(?:y|ies) (?:by|not later|no later)|grateful (?:to have|for)|(?<!without "
    r")(?:an?|your|early) (?:answer|reply|response)\b.{0,40}\b(?:would|by|before|"
    r"not later)|"
    r"(?:is|are) requested to|appreciate (?:a|your|any)|respond by|"
    r"comments\b.{0,20}\b(?:by|before|until|welcome)|deadline|embass(?:y|"
    r"ies)\b[^.]{0,40}\bshould\b|(?:is|are) (?:asked|requested|invited|urged) to|"
    r"should (?:be )?(?:deliver|report|reach|act))",
    re.IGNORECASE,
)
_DEADLINE = re.compile(
    r"\b(?:no later than|not later than|later than|by|before|until|"
    r"within)\s(?:COB\s|close of business\s|(?:on\s)?)?(?:\w+day,?\s)?(?:the end "
    r"of\s)?$",
    re.IGNORECASE,
)
_MARKER = re.compile(r"\b(?:action request:?|this is an action request[^.]*\.)", re.IGNORECASE)
_DELIVER = re.compile(
    r"\b(?P<post>(?:Embassy|Embassies|Consulate|Mission|Post|Posts)(?: "
    r"[A-Z]\w+)?)\s(?:is requested to |are requested to |should |to )?"
    r"(?:approach|deliver|present|pass|hand over|provide)\s(?P<what>.*?)\s(?:to|"
    r"with)\s(?P<to>(?:the\s)?(?:appropriate )?[^.;]*?)(?=,? (?:and that|for "
    r"onward|as soon|no later|by )|[.;]|$)"
)
_PERSON = re.compile(r"\(([A-Z][\w-]+(?: [A-Z][\w-]+)+)\)")
_CONTACT = re.compile(
    r"\b(?:(?:Point|point) of contact|(?:Questions|questions) (?:go|may be "
    r"directed) to|contact is|"
    r"POC is)\b[^.]{0,40}?(?P<name>[A-Z][a-z]+ [A-Z][\w-]+)"
)
_MET = re.compile(
    r"\b(?:briefed|met|went through|reviewed|invited|called in|told|delivered|replied|gave|"
    r"passed|presented|raised|handed|received|informed|answered|responded|"
    r"discussed|visited|spoke|provided)\b"
)
_OFFICIAL = re.compile(
    r"\b(?:Director|Minister|Secretary|Chief|Head|Division|Ministry|MFA|Office|"
    r"Bureau|Department|points|demarche|nonpaper|non-paper|officials?|Econoffs?|"
    r"Poloffs?|Emboffs?)\b",
    re.IGNORECASE,
)
_VISIT = re.compile(r"\b(?:visit|travel|country clearance)\b", re.IGNORECASE)


@dataclass(frozen=True)
class DatedWords:
    """A date with its words and what it is for."""

    date: DateFound
    evidence: Evidence | None
    what: str = ""


@dataclass(frozen=True)
class Delivery:
    """Who delivers what to whom."""

    post: str
    deliver: str
    to: str
    person: str | None
    evidence: Evidence


@dataclass
class ActionDraft:
    """An action request: deliveries, the first deadline, later ones, events and whom to ask."""

    marker: Evidence | None = None
    actions: list[Delivery] = field(default_factory=list)
    deadline: DatedWords | None = None
    follow_up: list[DatedWords] = field(default_factory=list)
    events: list[DatedWords] = field(default_factory=list)
    contact: tuple[str, Evidence] | None = None

    @property
    def empty(self) -> bool:
        """Does the message ask for nothing?"""
        return not (self.marker or self.actions or self.deadline or self.follow_up)


@dataclass(frozen=True)
class MeetingDraft:
    """A meeting with the other side: the official met, and the day."""

    official: str | None
    title: str | None
    date: DatedWords
    evidence: Evidence


@dataclass(frozen=True)
class VisitDraft:
    """A visit message: the days of the visit and until when to answer."""

    dates: tuple[DatedWords, ...]
    deadline: DatedWords | None


def instructs(text: str) -> bool:
    """Does the sentence tell the readers what to do?

    >>> instructs("Posts should act no later than April 24."), instructs("It left on May 3.")
    (True, False)
    """
    return bool(_INSTRUCTS.search(text))


def _dated(sentence: Sentence, day: date | None) -> Iterable[tuple[DatedWords, bool]]:
    """The dates of a sentence, each with whether it is a deadline."""
    for said in find(sentence.text, day):
        evidence = sentence.block.evidence(
            sentence.start + said.start, sentence.start + said.stop
        )
        before = sentence.text[max(0, said.start - 40) : said.start]
        yield DatedWords(said, evidence, sentence.text[:60]), bool(_DEADLINE.search(before))


def action(sentences: list[Sentence], day: date | None) -> ActionDraft:
    """What are the readers asked to do, and by when?"""
    made = ActionDraft()
    for sentence in sentences:
        text, block = sentence.text, sentence.block
        marker = _MARKER.search(text)
        if marker and made.marker is None:
            made.marker = block.evidence(
                sentence.start + marker.start(), sentence.start + marker.end()
            )
        for match in _DELIVER.finditer(text):
            person = _PERSON.search(text[match.start("to") : match.end("to") + 40])
            evidence = block.evidence(
                sentence.start + match.start(), sentence.start + match.end()
            )
            made.actions.append(
                Delivery(
                    match["post"],
                    match["what"],
                    match["to"],
                    person[1] if person else None,
                    evidence,
                )
            )
        contact = _CONTACT.search(text)
        if contact and made.contact is None:
            place = (
                sentence.start + contact.start("name"),
                sentence.start + contact.end("name"),
            )
            made.contact = (contact["name"], block.evidence(*place))
        if instructs(text):
            _add_dates(made, sentence, day)
    return made


def _add_dates(made: ActionDraft, sentence: Sentence, day: date | None) -> None:
    for words, deadline in _dated(sentence, day):
        if deadline and made.deadline is None:
            made.deadline = words
        elif deadline:
            made.follow_up.append(words)
        elif words.date.precision.startswith("day"):
            made.events.append(words)


def meeting(
    sentences: list[Sentence], found: Found, day: date | None, *, anywhere: bool
) -> MeetingDraft | None:
    """Which meeting does the first paragraph (or, ``anywhere``, any) tell of, if one?"""
    first = sentences[0].block.number if sentences else None
    official = next(
        ((name, title) for name, title in found.persons.items() if title), (None, None)
    )
    for sentence in sentences:
        if (sentence.block.number != first and not anywhere) or not _MET.search(sentence.text):
            continue
        for words, deadline in _dated(sentence, day):
            if (
                not deadline
                and words.date.precision.startswith("day")
                and "approach of" not in sentence.text
            ):
                return MeetingDraft(
                    official[0],
                    official[1],
                    words,
                    sentence.block.evidence(sentence.start, sentence.end),
                )
    return None


def visit(telegram: Telegram, sentences: list[Sentence], day: date | None) -> VisitDraft | None:
    """The days of a visit, when the message is about one."""
    subject = telegram.header.subject
    if subject is None or not _VISIT.search(subject.text):
        return None
    dates = [
        DatedWords(d, None) for d in find(subject.text, day) if d.precision.startswith("day")
    ]
    deadline = None
    for sentence in sentences:
        for words, limit in _dated(sentence, day):
            if limit or re.search(r"\b(?:until|held)\b", sentence.text):
                deadline = deadline or words
            elif words.date.precision.startswith("day"):
                dates.append(words)
    return VisitDraft(tuple(dates), deadline)
