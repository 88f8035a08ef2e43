"""The nouns of a document. In: nothing; out: frozen records, and where a character stands."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Page:
    """A page, sheet or part of a document: its [start, end) in the text.

    ``width`` and ``height`` in points (72 to the inch), 0 where the format has no pages.
    """

    number: int
    start: int
    end: int
    name: str = ""
    width: float = 0.0
    height: float = 0.0


@dataclass(frozen=True)
class Place:
    """Where characters [start, end) stand: a word of a page, a line of a picture, a cell.

    ``box`` is left, top, right, bottom in points from the top left corner of the page;
    ``label`` names a cell (``B7``); ``confidence`` is that of recognised letters, 0 to 1.
    """

    start: int
    end: int
    page: int
    box: tuple[float, float, float, float] | None = None
    label: str = ""
    confidence: float | None = None


@dataclass(frozen=True)
class Reject:
    """A part that could not be read: where it is, and why with what to do."""

    place: str
    reason: str


@dataclass(frozen=True)
class Parsed:
    """What a parser made of the bytes; ``parts`` are the files inside: name and content."""

    text: str
    pages: tuple[Page, ...] = ()
    places: tuple[Place, ...] = ()
    metadata: Mapping[str, str] = field(default_factory=dict)
    rejects: tuple[Reject, ...] = ()
    parts: tuple[tuple[str, bytes], ...] = ()


@dataclass(frozen=True)
class Document:
    """A document as read; ``parts`` are its attachments, read in the same way."""

    name: str
    sha256: str
    kind: str
    text: str
    pages: tuple[Page, ...] = ()
    places: tuple[Place, ...] = ()
    metadata: Mapping[str, str] = field(default_factory=dict)
    rejects: tuple[Reject, ...] = ()
    parts: tuple["Document", ...] = ()

    def where(self, start: int, end: int) -> tuple[Page | None, tuple[Place, ...]]:
        """On which page do these characters stand, and in which boxes or cells?"""
        page = next((p for p in self.pages if p.start <= start < p.end), None)
        return page, tuple(p for p in self.places if p.start < end and start < p.end)
