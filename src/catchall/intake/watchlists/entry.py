"""One record of a list while it is being read, and the WATCHLIST and REJECTS rows it becomes.

In: what a reader found; out: Arrow tables. Nothing about any format belongs here.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import pyarrow as pa

from catchall.intake.watchlists.files import ListFile
from catchall.tables import REJECTS, WATCHLIST, check
from catchall.text.countries import country_code

OPEN_END = "whether it is whole cannot be told"
"""In a note on a file that ends without what its publisher ends it with."""

PERSON, ORGANIZATION, VESSEL, AIRPLANE, UNSAID = (
    "Person",
    "Organization",
    "Vessel",
    "Airplane",
    "LegalEntity",
)
SCHEMAS = (PERSON, ORGANIZATION, VESSEL, AIRPLANE, UNSAID)
"""Every kind of party."""


@dataclass
class Entry:
    """A record being filled; each method keeps what it is given, in the order given."""

    record: str
    schema: str
    names: list[dict[str, str]] = field(default_factory=list)
    addresses: list[dict[str, str]] = field(default_factory=list)
    countries: list[str] = field(default_factory=list)
    identifiers: list[dict[str, str]] = field(default_factory=list)
    dates: list[dict[str, str]] = field(default_factory=list)
    programmes: list[str] = field(default_factory=list)
    remarks: str = ""
    licence_requirement: str = ""
    citations: list[str] = field(default_factory=list)
    links: list[dict[str, str]] = field(default_factory=list)
    properties: list[dict[str, str]] = field(default_factory=list)
    names_in: int = 0
    """Names that the file gives; set where a record can be refused."""
    names_split: int = 0
    """Names in ``names`` that were taken out of a joined one."""

    def name(self, text: str, kind: str, quality: str = "") -> None:
        """Keep a name; the first one kept is the primary."""
        self.names.append({"text": text, "kind": kind, "quality": quality})

    def split_name(self, text: str, kind: str, quality: str = "") -> None:
        """Keep a name that was taken out of a joined one, and count it as such."""
        self.name(text, kind, quality)
        self.names_split += 1

    def country(self, text: str) -> str:
        """Keep a tie to a country; answers its code, or nothing when not known."""
        code = country_code(text)
        if code and code not in self.countries:
            self.countries.append(code)
        return code

    def address(self, parts: Sequence[str], country: str = "", **known: str) -> None:
        """Keep an address: its parts and country as filed make the text, the code is read."""
        words = [part for part in (*parts, country) if part]
        region = country.removeprefix("Region:").strip() if country[:7] == "Region:" else ""
        blank = {"city": "", "region": region, "postcode": ""}
        code = self.country(country)
        self.addresses.append({"text": ", ".join(words), **blank, **known, "country": code})

    def identifier(self, kind: str, value: str, country: str = "") -> None:
        """Keep an identifier; the issuing country is a tie too."""
        code = self.country(country)
        self.identifiers.append({"kind": kind, "value": value, "country": code})

    def date(self, kind: str, value: str) -> None:
        """Keep a date as filed."""
        self.dates.append({"kind": kind, "value": value})

    def link(self, kind: str, target: str) -> None:
        """Keep a link to another party as written."""
        self.links.append({"kind": kind, "target": target})

    def property(self, key: str, value: str) -> None:
        """Keep anything else the file says."""
        self.properties.append({"key": key, "value": value})

    def longer_than(self, most: int) -> str:
        """The column that holds a value of more signs than that, or nothing."""
        for column in WATCHLIST.names[1:]:
            held: Any = getattr(self, column)
            values = [held] if isinstance(held, str) else held
            texts = (one.values() if isinstance(one, dict) else (one,) for one in values)
            if any(len(text) > most for one in texts for text in one):
                return str(column)
        return ""


@dataclass(frozen=True)
class Reject:
    """One record or line that could not be read: file, line (0 when not known), place, why."""

    source: str
    line: int
    place: str
    reason: str
    words: str


@dataclass(frozen=True)
class Parsed:
    """What a reader found in the files of one list.

    ``records_in`` and ``names_in`` are counted on the file and not on what was loaded;
    ``names_refused`` is how many names stand in refused records and lines. ``doubts`` say why
    the list must not be used until a person accepts it (it holds fewer records than it
    announces, letters are lost). ``about`` is what a mapping file says of its list: title,
    authority, effect, licence of the list, citation; empty where the lawbook says it. ``named``
    is that the file itself says which list it is, so that it is not read as another.
    """

    source: str
    entries: Sequence[Entry]
    rejects: Sequence[Reject]
    published: date | None
    records_in: int
    names_in: int
    names_refused: int = 0
    records_refused: int = 0
    notes: tuple[str, ...] = ()
    doubts: tuple[str, ...] = ()
    about: Mapping[str, str] = field(default_factory=dict)
    named: bool = False


@dataclass(frozen=True)
class Format:
    """What the reference page says of a format.

    ``file`` is the publisher's file, ``known_by`` how it is recognised, ``kept`` which fields
    of it go to which column of WATCHLIST; all else becomes properties. ``tried`` is whether it
    was ever read from a real file, or from invented ones only.
    """

    file: str
    known_by: str
    kept: Mapping[str, str]
    tried: bool


@dataclass(frozen=True)
class Reader:
    """One format: does this file hold it, by its content, and what does it say?

    ``recognise`` takes the first 64 KiB (a workbook whole) and the name of the file.
    ``sources`` are the kinds of list it can find in a file, ``several`` whether a list of it
    may be more than one file.
    """

    source: str
    recognise: Callable[[bytes, str], bool]
    read: Callable[[Sequence[ListFile]], Parsed]
    format: Format
    also: tuple[str, ...] = ()
    several: bool = False

    @property
    def sources(self) -> tuple[str, ...]:
        """Every kind of list that this reader can find."""
        return (self.source, *self.also)


def watchlist_table(name: str, entries: Sequence[Entry]) -> pa.Table:
    """The WATCHLIST table of a list of that name.

    Raises:
        TableError: an entry has a value of the wrong type.
    """
    columns = {
        column: [getattr(entry, column) for entry in entries] for column in WATCHLIST.names[1:]
    }
    columns = {"list": [name] * len(entries), **columns}
    return check(pa.table(columns, schema=WATCHLIST), "WATCHLIST")


def rejects_table(rejects: Sequence[Reject]) -> pa.Table:
    """The REJECTS table; words are cut at 2,000 characters."""
    rows = [
        {
            "source": reject.source,
            "source_line": reject.line,
            "place": reject.place,
            "reason": reject.reason,
            "words": reject.words[:2000],
        }
        for reject in rejects
    ]
    return check(pa.Table.from_pylist(rows, schema=REJECTS), "REJECTS")
