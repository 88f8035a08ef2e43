"""The nouns of a telegram. In: nothing; out: frozen records, each with its place in the file.

``Passage`` (see ``offsets``) is words with their place in the clean text and in the raw
file. Absent means that the telegram does not say: None or an empty tuple. The words of the
fields are those of the output schema; ``schema.as_dict`` writes them out.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from catchall.intake.telegrams.offsets import Passage, Span, View

NOWHERE = Span(0, 0)


@dataclass(frozen=True)
class RoutingLine:
    """Format line 2: ``OO RUEHWEB``."""

    raw: str
    precedence: str | None
    prosign: str
    routing_indicators: tuple[str, ...]


@dataclass(frozen=True)
class OriginatorLine:
    """Format line 3: ``DE RUEHKL #0188/01 0710815``; the serial is the last four digits."""

    raw: str
    routing_indicator: str
    station_serial: int | None
    section: int | None
    section_total: int | None
    julian_day: int | None
    filing_time_utc: str | None
    filing_date: str | None


@dataclass(frozen=True)
class SecurityLine:
    """Format line 4: ``ZNY SSSSS ZZH``."""

    raw: str
    operating_signal: str
    classification_letters: str
    classification: str | None
    further_signals: tuple[str, ...]


@dataclass(frozen=True)
class DateTimeGroup:
    """Format line 5: ``O 120815Z MAR 09``; ``iso`` to the minute, in UTC."""

    raw: str
    iso: str | None
    precedence: tuple[str, ...]


@dataclass(frozen=True)
class Addressee:
    """One address of TO or INFO; ``excluded`` are the exempt posts of a collective (XMT)."""

    name: str
    routing_indicator: str | None = None
    precedence: str | None = None
    message_continuity_number: str | None = None
    collective: bool = False
    excluded: tuple[str, ...] = ()


@dataclass(frozen=True)
class ClassificationLine:
    """``C O N F I D E N T I A L SECTION 01 OF 02 AIT TAIPEI 000415``."""

    raw: str
    classification: str
    control: str | None
    station: str | None
    serial: int | None
    section: int | None
    section_total: int | None


@dataclass(frozen=True)
class PassingLine:
    """``DEPT FOR ISN AND EAP/MTS``: the post, and the offices or persons there."""

    raw: str
    post: str | None
    attention: tuple[str, ...]


@dataclass(frozen=True)
class Tag:
    """A traffic analysis tag, its kind, and its meaning where that is known.

    Kinds: subject, programme, geographic, organisation, person, term, unknown.
    """

    text: str
    kind: str
    meaning: str | None = None


@dataclass(frozen=True)
class Subject:
    """The subject line: its portion mark, and its words in one line."""

    marking: str | None
    text: str
    portal_title_truncated: str | None = None


@dataclass(frozen=True)
class ClassifiedBy:
    """Who classified the telegram, by name and title, as written."""

    raw: str
    name: str | None
    title: str | None


@dataclass(frozen=True)
class Reasons:
    """The reasons of an executive order: section 1.4 or 1.5, and its letters in lower case."""

    section: str | None
    letters: tuple[str, ...]


@dataclass(frozen=True)
class Header:
    """The header; ``spans`` says where in the raw file each field stands (first copy)."""

    identifier: str | None = None
    created: str | None = None
    classification: str | None = None
    origin: str | None = None
    transmission_identifier: str | None = None
    routing_line: RoutingLine | None = None
    originator_line: OriginatorLine | None = None
    security_line: SecurityLine | None = None
    date_time_group: DateTimeGroup | None = None
    from_address: str | None = None
    action: tuple[Addressee, ...] = ()
    info: tuple[Addressee, ...] = ()
    classification_line: ClassificationLine | None = None
    captions: tuple[str, ...] = ()
    passing_lines: tuple[PassingLine, ...] = ()
    executive_order: str | None = None
    declassify_on: str | None = None
    declassify_as_written: str | None = None
    tags: tuple[Tag, ...] = ()
    subject: Subject | None = None
    classified_by: ClassifiedBy | None = None
    reasons: Reasons | None = None
    date: str | None = None
    release_marking: str | None = None
    spans: Mapping[str, Span] = field(default_factory=dict)


@dataclass(frozen=True)
class Citation:
    """Where the body cites a reference: paragraph number and the words (``Refs B and C``)."""

    paragraph: int | None
    passage: Passage


@dataclass(frozen=True)
class Reference:
    """One item of the REF block; ``kind`` telegram, e-mail, telephone, letter, report, ...

    ``also`` are further telegrams of the same item; ``text`` and ``date`` are of an item
    that is no telegram. ``date`` is (value, precision).
    """

    letter: str | None
    kind: str | None
    year_as_written: str | None = None
    year_inferred: bool = False
    year: int | None = None
    station: str | None = None
    serial: int | None = None
    serial_as_written: str | None = None
    identifier: str | None = None
    also: tuple[str, ...] = ()
    and_previous: bool = False
    notal: bool = False
    subject: str | None = None
    text: str | None = None
    date: tuple[str, str] | None = None
    span: Span = NOWHERE
    duplicate_span: Span | None = None
    citations: tuple[Citation, ...] = ()


@dataclass(frozen=True)
class HeaderBlock:
    """A header block: message_header, duplicate_of_message_header, section_header."""

    role: str
    span: Span
    section: int | None = None


@dataclass(frozen=True)
class Noise:
    """Text that is no part of the telegram: banner, web page, page line, end marks."""

    kind: str
    span: Span


@dataclass(frozen=True)
class Defect:
    """Damage that was found: the raw words and what they were read as."""

    kind: str
    span: Span
    raw: str | None
    repaired: str


@dataclass(frozen=True)
class Paragraph:
    """A numbered paragraph; ``number`` is None in a message of one unnumbered paragraph.

    ``body`` is where its own words begin in the clean text, after number and portion mark.
    """

    number: int | None
    marking: str | None
    passage: Passage
    body: int


@dataclass(frozen=True)
class Subparagraph:
    """``a.``, ``(i)``, ``2a.`` or a bullet inside a paragraph, up to the next one."""

    paragraph: int | None
    label: str
    passage: Passage


@dataclass(frozen=True)
class Section:
    """A heading and the numbers of its paragraphs; ``heading`` None: before the first."""

    heading: Passage | None
    underline: Span | None
    paragraphs: tuple[int | None, ...]


@dataclass(frozen=True)
class Note:
    """``(Note: ...)``, ``NOTE: ... END NOTE`` or ``Comment: ... End Comment``."""

    kind: str
    paragraph: int | None
    passage: Passage


@dataclass(frozen=True)
class Summary:
    """The summary: a paragraph, or the part of one between Summary and End Summary."""

    paragraph: int | None
    passage: Passage


@dataclass(frozen=True)
class PaperSection:
    """A heading of a quoted paper and the text under it; ``heading`` None: the first part."""

    heading: Passage | None
    passage: Passage


@dataclass(frozen=True)
class Paper:
    """A text quoted inside a paragraph, from its BEGIN to its END marker."""

    paragraph: int | None
    title: Passage | None
    marking: Passage | None
    classification: str | None
    releasable_to: tuple[str, ...]
    passage: Passage
    begin_marker: str
    end_marker: str | None
    subsections: tuple[PaperSection, ...]
    mention: Passage | None = None
    numbered: bool = False


@dataclass(frozen=True)
class Telegram:
    """A telegram as read: ``raw`` as decoded, ``view`` the clean text with its offset map.

    The clean text holds the header (first copy), then the body: headings, paragraphs and
    signature; noise, duplicate blocks and section headers are left out of it, sections stand
    in order, and words are mended. ``form`` is wire, office or archive. ``trailer`` holds
    the keys of an archive document. ``rejects`` says what could not be read.
    """

    name: str
    sha256: str
    encoding: str
    form: str
    raw: str
    view: View
    header: Header
    header_blocks: tuple[HeaderBlock, ...] = ()
    noise: tuple[Noise, ...] = ()
    defects: tuple[Defect, ...] = ()
    references: tuple[Reference, ...] = ()
    paragraphs: tuple[Paragraph, ...] = ()
    subparagraphs: tuple[Subparagraph, ...] = ()
    sections: tuple[Section, ...] = ()
    summary: Summary | None = None
    notes: tuple[Note, ...] = ()
    papers: tuple[Paper, ...] = ()
    signature: Passage | None = None
    trailer: Mapping[str, str] = field(default_factory=dict)
    rejects: tuple[str, ...] = ()

    @property
    def clean(self) -> str:
        """The repaired text."""
        return self.view.text

    @property
    def paper(self) -> Paper | None:
        """The first text quoted in the message, or None."""
        return self.papers[0] if self.papers else None
