"""Which sentences of a message belong to which case. In: blocks and firms; out: segments.

A case begins at a heading or a leading name that is a firm's, at words that open another case
("In a second case"), or where a firm is named first that the case before does not know. A
sentence that names only the firm of another case goes to that case. A summary goes to none.
"""

import re
from dataclasses import dataclass, field

from catchall.intake.telegrams.model import Reference, Telegram
from catchall.link.blocks import Block, Sentence, heading_block
from catchall.link.firms import Firm, Found, Mention
from catchall.link.found_in import mentions
from catchall.link.goods import find as find_goods
from catchall.link.mentions import lead_end

_OPENS = re.compile(
    r"(?:In|On) (?:a|the|an) (?:second|third|fourth|fifth|further|separate|another|"
    r"different|unrelated|last|other|final|first) "
    r"(?:case|matter|example|instance|report|issue)|The (?:first|second|third|"
    r"fourth|fifth|last|other|next|final|oldest|remaining) "
    r"(?:case|example|report|matter|instance)|(?:A|Another) (?:second |third |"
    r"separate |further )?(?:case|matter|example)\b|"
    r"Separately,|Turning to|As (?:for|to|regards)|Regarding|With (?:respect|"
    r"regard) to|Concerning|On the (?:case|matter) of"
)
_GENERIC = re.compile(
    r"(?i)^(?:comment|summary|background|introduction|action request|next steps|"
    r"conclusion|overview|points|note|objectives?|"
    r"reporting|biograph\w*|bio|other matters|general|contact)\b"
)
_COMMENT = re.compile(r"\(?comment\b", re.IGNORECASE)
_TRADE = re.compile(
    r"(?i)\b(?:sell|sold|sale|ship|shipp|export|suppl|deliver|bought|buy|purchas|"
    r"order|procur|acqui|consign|licen[cs]e|application|"
    r"contract|seiz|detain|offer|quot|transfer|provid|sen[dt]|obtain|import|book|broker)\w*"
)
_BACK = re.compile(
    r"(?:Both|He|She|It|They|Its|His|Her|These|This|Those|[A-Z]\w+ (?:said|added|"
    r"noted|stated|replied))\b"
)
_STANDS_IN = re.compile(
    r"\b(?:the|this|that|these|those|its|his|their) (?:\w+ )?(?:firm|company|lots?|"
    r"consignment|goods|deal|sale|contract|matter|case|exporter|"
    r"buyer|seller|order|points|paper|supplier|broker|shipment)\b(?! (?:by|of|to|on|about)\b)",
    re.IGNORECASE,
)
_SIDE = re.compile(r"\b(?:run|operated|owned|managed|chartered) by\s(?:the\s)?$")
_LETTERS = re.compile(
    r"\b[Rr][Ee][Ff](?:erence)?s?\.? \(?([A-Z])\b((?:\)?(?:, | and |-|/)\(?[A-Z]\b)*)"
)


@dataclass
class Segment:
    """One case of a message: what it is about, and its sentences."""

    principal: Firm | None
    section: int
    heading: str = ""
    sentences: list[Sentence] = field(default_factory=list)
    letters: list[str] = field(default_factory=list)
    subject: str = ""
    in_paper: bool = False
    stub: bool = False
    head: Block | None = None


@dataclass(frozen=True)
class Reading:
    """A message with what was found in it; every later step starts from here."""

    telegram: Telegram
    blocks: list[Block]
    found: Found
    mentions: dict[int, list[Mention]]
    segments: list[Segment]
    pool: list[Sentence]


def letters_in(text: str) -> list[str]:
    """The letters of the references that the text cites.

    >>> letters_in("(Refs B and C)"), letters_in("see ref D.")
    (['B', 'C'], ['D'])
    """
    return [
        letter
        for m in _LETTERS.finditer(text)
        for letter in [m[1], *re.findall(r"[A-Z]\b", m[2])]
    ]


def firm_in(text: str, firms: list[Firm]) -> Firm | None:
    """The firm that this heading or subject names, the longest name first."""
    low = text.lower()
    pairs = [
        (len(name), i)
        for i, firm in enumerate(firms)
        for name in firm.every_name
        if _stands(name.lower(), low)
    ]
    return firms[max(pairs, key=lambda pair: pair[0])[1]] if pairs else None


def _stands(name: str, text: str) -> bool:
    return bool(re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text))


def _subjects(
    references: tuple[Reference, ...], firms: list[Firm]
) -> dict[str, list[Reference]]:
    found: dict[str, list[Reference]] = {}
    for reference in references:
        firm = firm_in(reference.subject, firms) if reference.subject else None
        if firm:
            found.setdefault(firm.name, []).append(reference)
    return found


class _Walk:
    """Goes through the blocks once and opens a segment where a case begins."""

    def __init__(
        self, telegram: Telegram, found: Found, named: dict[int, list[Mention]]
    ) -> None:
        self.telegram, self.found, self.named = telegram, found, named
        self.segments: list[Segment] = []
        self.pool: list[Sentence] = []
        self.current: Segment | None = None
        self.place: tuple[int, bool, int] = (-1, False, -1)

    def heading(self, block: Block) -> str:
        sections = self.telegram.sections
        heading = sections[block.section].heading if block.section < len(sections) else None
        return heading.text if heading else ""

    def _open(self, block: Block, principal: Firm | None, heading: str = "") -> None:
        head = heading_block(self.telegram, block.section) if heading else None
        self.current = Segment(
            principal, block.section, heading, in_paper=block.in_paper, head=head
        )
        self.segments.append(self.current)

    def _known(self, segment: Segment) -> set[str]:
        orders = {sentence.block.order for sentence in segment.sentences}
        here = {m.firm.name for order in orders for m in self.named[order] if m.firm}
        return here | ({segment.principal.name} if segment.principal else set())

    def take(self, block: Block) -> None:
        place = (block.section, block.in_paper, block.part)
        if place != self.place:
            self.place, self.current = place, None
            firm = firm_in(self.heading(block), self.found.firms)
            if firm and not _GENERIC.match(self.heading(block)):
                self._open(block, firm, self.heading(block))
        if _COMMENT.match(block.text) and not block.in_paper:
            self.pool.extend(block.sentences())
            return
        if not (self.current and self.current.heading):
            self._maybe_open(block)
        (self.current.sentences if self.current else self.pool).extend(block.sentences())

    def _maybe_open(self, block: Block) -> None:
        firms = [m.firm for m in self.named[block.order] if m.firm]
        lead = lead_end(block)
        led = next((m.firm for m in self.named[block.order] if m.firm and m.end == lead), None)
        trades = bool(_TRADE.search(block.text))
        if led:
            again = next((s for s in self.segments if s.principal is led), None)
            self.current = again
            if again is None:
                self._open(block, led)
        elif _OPENS.match(block.text) and self.named[block.order] and trades:
            self._open(block, firms[0] if firms else None)
        elif (self.current is None or not self._goes_on(firms)) and not self._again(firms):
            self._first(block, firms, trades=trades)

    def _goes_on(self, firms: list[Firm]) -> bool:
        known = self._known(self.current) if self.current else set()
        return not firms or any(firm.name in known for firm in firms)

    def _first(self, block: Block, firms: list[Firm], *, trades: bool) -> None:
        if not trades or not self.named[block.order] or _GENERIC.match(self.heading(block)):
            return
        if self.current is not None and not self._introduces(block):
            return
        if firms or (self.current is None and not self.segments):
            self._open(block, firms[0] if firms else None)

    def _introduces(self, block: Block) -> bool:
        """Does the block begin by naming a firm, and not by going back to what was told?"""
        first = next(m for m in self.named[block.order] if m.firm)
        if _SIDE.search(block.text[: first.low]) or block.text[:9].lower().startswith(
            "comment"
        ):
            return False
        opening = block.text[: block.sentences()[0].end]
        told = " ".join(s.text for s in self.current.sentences) if self.current else ""
        shared = {g.head for g in find_goods(block.text)} & {g.head for g in find_goods(told)}
        return not shared and not _STANDS_IN.search(opening) and not _BACK.match(block.text)

    def _again(self, firms: list[Firm]) -> bool:
        """A block that names only firms of a case told before goes on with that case."""
        for segment in self.segments:
            if firms and all(firm.name in self._known(segment) for firm in firms):
                self.current = segment
                return True
        return False


def _moved(reading: Reading) -> None:
    """Give each sentence to the case whose firm alone it names; a single case takes all."""
    owners = [(s.principal, s) for s in reading.segments if s.principal]
    for segment in [*reading.segments, None]:
        sentences = segment.sentences if segment else reading.pool
        for sentence in list(sentences):
            firms = [
                m.firm
                for m in reading.mentions[sentence.block.order]
                if m.firm and sentence.start <= m.start < sentence.end
            ]
            others = {
                id(s): s for firm in firms for principal, s in owners if firm is principal
            }
            target = next(iter(others.values()), None)
            if (
                len(others) == 1
                and target is not segment
                and target
                and (segment is None or _only(firms, target, segment))
            ):
                sentences.remove(sentence)
                target.sentences.append(sentence)
    if len(reading.segments) == 1:
        reading.segments[0].sentences[:0] = reading.pool
        reading.pool.clear()


def _only(firms: list[Firm], target: Segment, segment: Segment) -> bool:
    return target.principal is not segment.principal and all(
        firm is target.principal for firm in firms
    )


def _in_summary(telegram: Telegram, sentence: Sentence) -> bool:
    if telegram.summary is None:
        return False
    low, high = telegram.summary.passage.raw
    start = sentence.block.view.span(sentence.start, sentence.end).start
    return low <= start < high


def _stub(
    reading: Reading, references: dict[str, list[Reference]], answered: re.Pattern[str]
) -> None:
    """A case that is only referred to: its answer is said to stand in a reference."""
    for sentence in list(reading.pool):
        firms = {
            m.firm.name: m.firm
            for m in reading.mentions[sentence.block.order]
            if m.firm and sentence.start <= m.start < sentence.end
        }
        if firms and answered.search(sentence.text):
            for firm in firms.values():
                made = Segment(firm, sentence.block.section, sentences=[sentence], stub=True)
                reading.segments.insert(0, made)
            reading.pool.remove(sentence)
    for segment in reading.segments:
        own = references.get(segment.principal.name, []) if segment.principal else []
        segment.subject = next((r.subject for r in own if r.subject), "")
        cited = [r.letter for r in own if r.letter] + [
            x for s in segment.sentences for x in letters_in(s.text)
        ]
        segment.letters = sorted(set(cited))


def segment(
    telegram: Telegram, blocks: list[Block], found: Found, answered: re.Pattern[str]
) -> Reading:
    """The cases of the message. ``answered`` finds "for the answer on X, see Ref A"."""
    named = {block.order: mentions(block, found.firms) for block in blocks}
    walk = _Walk(telegram, found, named)
    for block in blocks:
        walk.take(block)
    for part in walk.segments:
        part.sentences = [s for s in part.sentences if not _in_summary(telegram, s)]
    walk.segments = [s for s in walk.segments if s.sentences]
    pool = [s for s in walk.pool if not _in_summary(telegram, s)]
    reading = Reading(telegram, blocks, found, named, walk.segments, pool)
    _stub(reading, {}, answered)
    _moved(reading)
    _stub(reading, _subjects(telegram.references, found.firms), re.compile(r"(?!)"))
    return reading
