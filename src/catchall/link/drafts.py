"""A telegram's case facts as drafts. In: a telegram as read; out: cases, facts with words.

Every draft waits for a person: nothing here decides. What the text does not say is absent.
"""

import re
from dataclasses import dataclass, field
from datetime import date

from catchall.intake.telegrams.model import Telegram
from catchall.link import raised
from catchall.link.action import (
    ActionDraft,
    MeetingDraft,
    VisitDraft,
    action,
    instructs,
    meeting,
    visit,
)
from catchall.link.blocks import Block, Evidence, Sentence, blocks, day_of
from catchall.link.control import ControlDraft, RegimeDraft, control, regimes
from catchall.link.countries import CountryDraft, destinations, origins
from catchall.link.dates import DateFound, find
from catchall.link.items import Item, items
from catchall.link.mentions import survey
from catchall.link.outcomes import OutcomeDraft, outcomes
from catchall.link.persons import PersonDraft, persons
from catchall.link.roles import PartyDraft, parties
from catchall.link.segments import Reading, Segment, segment
from catchall.link.speakers import Sides, side_of
from catchall.link.status import NoteDraft, StatusDraft, reporting_note, status
from catchall.link.transactions import Transaction, transactions
from catchall.link.uses import UsesDraft, uses
from catchall.link.vessels import VesselDraft, vessels
from catchall.link.vocabulary import table
from catchall.link.whereabouts import PlaceDraft, places

_ANSWERED = re.compile(
    "|".join(table("outcomes")["outcomes"]["response_reported_in_reference"]["plain"]),
    re.IGNORECASE,
)
_TRADES = re.compile(
    r"(?i)\b(?:sell|sold|sale|shipp?ed|shipment|export(?:ed|ing)? (?!control|"
    r"officer)|suppl(?:y|ied)|provid|deliver|bought|buy\b|purchas|ordered|order\b|procur|"
    r"acquir|consign|offer(?:ed|ing)|transfer|contract|seiz|detain|licen[cs]e)\w*"
)
_MEETS = re.compile(
    r"\b(?:we|Econoffs?|Poloffs?|Emboffs?|post) (?:met|called on|spoke)\b"
    r"|\b(?:told|briefed|called in|invited|received|gave) (?:us|Econoffs?|Poloffs?|Emboffs?)\b",
    re.IGNORECASE,
)
_RAISES = re.compile(r"\b(?:deliver|raise|present|hand|pass|approach)\w*\b")
_PAST_NOTE = re.compile(
    r"\bref \w+\b[^.]{0,30}\bin (?:19|20)\d\d|\bin the (?:19|20)\d\d case\b", re.IGNORECASE
)


@dataclass(frozen=True)
class DateDraft:
    """A date of a case and the words that say it."""

    date: DateFound
    evidence: Evidence


@dataclass
class CaseDraft:
    """One case: everything the message says of it."""

    key: str
    section: int
    paragraphs: list[int]
    references: list[str]
    from_paper: bool = False
    parties: list[PartyDraft] = field(default_factory=list)
    items: list[Item] = field(default_factory=list)
    outcomes: list[OutcomeDraft] = field(default_factory=list)
    dates: list[DateDraft] = field(default_factory=list)
    raised_by: list[raised.RaisedDraft] = field(default_factory=list)
    requests: list[raised.RequestDraft] = field(default_factory=list)
    places: list[PlaceDraft] = field(default_factory=list)
    vessels: list[VesselDraft] = field(default_factory=list)
    destinations: list[CountryDraft] = field(default_factory=list)
    origins: list[CountryDraft] = field(default_factory=list)
    regimes: list[RegimeDraft] = field(default_factory=list)
    control: list[ControlDraft] = field(default_factory=list)
    persons: list[PersonDraft] = field(default_factory=list)
    uses: UsesDraft | None = None
    transactions: list[Transaction] = field(default_factory=list)
    status: StatusDraft = field(
        default_factory=lambda: StatusDraft("not_stated", None, "silence")
    )
    note: NoteDraft = field(default_factory=lambda: NoteDraft("none_in_text", None, "silence"))
    sentences: list[Sentence] = field(default_factory=list)
    sides: Sides | None = None


@dataclass
class Drafts:
    """The cases of a message, and the dates of its own business (meeting, deadlines)."""

    telegram: Telegram
    reading: Reading
    day: date | None
    cases: list[CaseDraft]
    action: ActionDraft
    meeting: MeetingDraft | None
    visit: VisitDraft | None

    @property
    def no_case(self) -> bool:
        """Is nothing in the message a case?"""
        return not self.cases


def _key(part: Segment, people: list[PartyDraft]) -> str:
    if part.subject:
        return part.subject
    if part.principal:
        short = [
            n
            for n in part.principal.short_names
            if " " in n and n.upper() != part.principal.name.upper()
        ]
        return (short[0] if short else part.principal.name).upper()
    first = people[0] if people else None
    return f"{first.seat or ''} {first.noun}".strip().upper() if first else "CASE"


def _sides(telegram: Telegram, reading: Reading, *, in_paper: bool) -> Sides:
    names = {
        word for name in reading.found.persons for word in name.split() if word[0].isupper()
    }
    own = telegram.form == "office"
    return Sides(frozenset(names), own, in_paper)


def _in_comment(telegram: Telegram, sentences: list[Sentence]) -> frozenset[int]:
    spans = [note.passage.raw for note in telegram.notes if note.kind == "COMMENT"]
    heads = {
        number
        for s in telegram.sections
        if s.heading and s.heading.text.lower().startswith("comment")
        for number in s.paragraphs
    }
    found = set()
    for i, sentence in enumerate(sentences):
        at = sentence.block.view.span(sentence.start, sentence.end).start
        if any(a <= at < b for a, b in spans) or (sentence.block.number in heads and heads):
            found.add(i)
    return frozenset(found)


def _dates(sentences: list[Sentence], day: date | None) -> list[DateDraft]:
    found: dict[tuple[str, str | None, str], DateDraft] = {}
    for sentence in sentences:
        if instructs(sentence.text) or (
            sentence.block.order == 0
            and _MEETS.search(sentence.text)
            and not _RAISES.search(sentence.text)
        ):
            continue
        for said in find(sentence.block.text, day):
            if not sentence.start <= said.start < sentence.end:
                continue
            around = sentence.block.text[max(0, said.start - 40) : said.stop + 6]
            if said.precision == "year" and _PAST_NOTE.search(around):
                continue
            evidence = sentence.block.evidence(said.start, said.stop)
            found.setdefault((said.value, said.end, said.precision), DateDraft(said, evidence))
    return list(found.values())


def _is_case(draft: CaseDraft, part: Segment) -> bool:
    """A case has a named party and says something of it, or goods that are dealt in."""
    named = any(p.firm for p in draft.parties)
    trades = any(_TRADES.search(s.text) for s in part.sentences)
    says = (
        bool(draft.outcomes or draft.items)
        or draft.status.value != "not_stated"
        or draft.note.value != "none_in_text"
    )
    return bool(draft.parties) and (
        part.stub or (named and (trades or says)) or (trades and bool(draft.items))
    )


def _case(reading: Reading, part: Segment, day: date | None) -> CaseDraft:
    telegram, sentences = reading.telegram, part.sentences
    people = parties(reading, part)
    sides = _sides(telegram, reading, in_paper=part.in_paper)
    numbers = sorted({s.block.number for s in sentences if s.block.number is not None})
    draft = CaseDraft(
        _key(part, people),
        part.section,
        numbers,
        part.letters,
        part.in_paper,
        people,
        sides=sides,
        sentences=sentences,
    )
    draft.items = items(reading, part)
    comment = _in_comment(telegram, sentences)
    draft.outcomes = outcomes(sentences, in_comment=comment)
    draft.dates = _dates(sentences, day)
    draft.raised_by = raised.raised_by(sentences, day, None, "United States")
    draft.requests = raised.requests([(s, side_of(s, sides)) for s in sentences])
    draft.places = places(reading, part, people)
    draft.vessels = vessels(part)
    draft.destinations = destinations(part, people)
    draft.origins = origins(part, people, draft.items)
    draft.regimes = regimes(part, sides)
    draft.control = control(part, sides)
    draft.uses = uses(sentences)
    draft.transactions = transactions(sentences, draft.items, draft.outcomes)
    draft.persons = persons(reading, part)
    draft.status = status(sentences, draft.outcomes)
    draft.note = reporting_note(sentences, stub=part.stub)
    return draft


def _headings(telegram: Telegram) -> list[str]:
    heads = [s.heading.text for s in telegram.sections if s.heading]
    return heads + [r.subject for r in telegram.references if r.subject]


def draft(telegram: Telegram) -> Drafts:
    """What does the telegram say of cases? Drafts, each fact with its place in the text."""
    body: list[Block] = blocks(telegram)
    day = day_of(telegram)
    reading = segment(telegram, body, survey(body, _headings(telegram)), _ANSWERED)
    every = [sentence for block in body for sentence in block.sentences()]
    business = [s for s in every if not s.block.in_paper]
    made = [(part, _case(reading, part, day)) for part in reading.segments]
    cases = [case for part, case in made if _is_case(case, part)]
    there = visit(telegram, business, day) if not cases else None
    met = meeting(business, reading.found, day, anywhere=not cases) if there is None else None
    return Drafts(telegram, reading, day, cases, action(business, day), met, there)
